import type {
  FundAsked,
  FundBudget,
  FundDecision,
  FundNumber,
  FundPayment,
  FundRequest,
} from '../rules/fund.ts';
import { committedOf, paidOf } from '../rules/fund.ts';
import type { Cents } from '../rules/money.ts';
import { familyName } from '../rules/referral.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { CaseNumber, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { grouped, inChunks } from './columns.ts';
import type { Writing } from './journal.ts';
import { nextNumber } from './numbers.ts';
import { referralKey, referralsByKey } from './referrals.ts';
import type { Db, Row } from './tables.ts';

/** The crisis intervention fund: requests with what was decided and paid, and the budgets. */

/** Keeps a request for the case, at the expense of the circuit, and returns its number. */
export async function addFundRequest(
  writing: Writing,
  asked: FundAsked,
  of: { referral: ReferralNumber; case: CaseNumber; circuit: number; year: number },
): Promise<FundNumber> {
  const { kind, item, amount, why, tried, requestedOn, requestedBy } = asked;
  const open = await writing.db
    .selectFrom('service_case')
    .select('id')
    .where('number', '=', of.case)
    .executeTakeFirstOrThrow();
  const number = await nextNumber(writing.db, 'fund_request', of.year);
  await writing.insert('fund_request', {
    ...number,
    referral_id: await referralKey(writing.db, of.referral),
    case_id: open.id,
    circuit: of.circuit,
    kind,
    item,
    amount_cents: amount,
    why,
    tried,
    requested_on: requestedOn,
    requested_by: requestedBy,
    ...undecided,
  });
  return number.number as FundNumber;
}

const undecided = {
  decision: null,
  approved_cents: null,
  decided_on: null,
  decided_by: null,
  decision_note: null,
  over_budget: null,
  closed_on: null,
  closed_by: null,
  closed_note: null,
};

export async function decideFundRequest(
  writing: Writing,
  id: FundNumber,
  decided: FundDecision,
): Promise<void> {
  const { decision, on, by, approved, note, overBudget } = decided;
  await writing.update('fund_request', await fundKey(writing.db, id), {
    decision,
    approved_cents: decision === 'approved' ? approved : null,
    decided_on: on,
    decided_by: by,
    decision_note: note,
    over_budget: overBudget,
  });
}

export async function closeFundRequest(
  writing: Writing,
  id: FundNumber,
  { on, by, note }: NonNullable<FundRequest['closed']>,
): Promise<void> {
  await writing.update('fund_request', await fundKey(writing.db, id), {
    closed_on: on,
    closed_by: by,
    closed_note: note,
  });
}

/** Keeps a payment behind those before it. What goes above what was approved, the schema refuses as well. */
export async function addFundPayment(
  writing: Writing,
  request: FundRequest,
  { amount, on, payee, by }: FundPayment,
): Promise<void> {
  const before = paidOf(request);
  const number = request.payments.length + 1;
  await writing.insert('fund_payment', {
    referral_id: await referralKey(writing.db, request.referral),
    request_id: await fundKey(writing.db, request.id),
    number,
    previous: number === 1 ? null : number - 1,
    approved_cents: request.decided!.approved,
    before_cents: before,
    amount_cents: amount,
    after_cents: before + amount,
    payee,
    paid_on: on,
    paid_by: by,
  });
}

const fundKey = async (db: Db, id: FundNumber): Promise<number> =>
  (await db.selectFrom('fund_request').select('id').where('number', '=', id).executeTakeFirstOrThrow()).id;

export interface FundFilter {
  id?: FundNumber | undefined;
  /** One of these referrals. */
  referrals?: readonly ReferralNumber[] | undefined;
  circuit?: number | undefined;
  /** Asked for or decided on these days, the second not included. */
  days?: { from: CalendarDate; before: CalendarDate } | undefined;
  /** Only what may still wait: not decided, or approved, and not closed. */
  open?: boolean | undefined;
}

/** The requests that fit, first to last. */
export async function fundRequests(db: Db, filter: FundFilter = {}): Promise<FundRequest[]> {
  const rows = await matching(db, filter).execute();
  const payments = await inChunks(
    rows.map(({ id }) => id),
    (some) =>
      db.selectFrom('fund_payment').selectAll().where('request_id', 'in', some).orderBy('number').execute(),
  );
  const paymentsOf = grouped(payments, (payment) => payment.request_id);
  const referrals = await referralsByKey(db, [...new Set(rows.map((row) => row.referral_id))]);
  const nameOf = new Map(referrals.map((referral) => [referral.id, familyName(referral.family)]));
  return rows.map((row) => ({
    ...requestOf(row, paymentsOf.get(row.id) ?? []),
    family: nameOf.get(row.referral as ReferralNumber) ?? null,
  }));
}

function matching(db: Db, { id, referrals, circuit, days, open }: FundFilter) {
  return db
    .selectFrom('fund_request as f')
    .innerJoin('referral as r', 'r.id', 'f.referral_id')
    .innerJoin('service_case as c', 'c.id', 'f.case_id')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .selectAll('f')
    .select(['r.number as referral', 'c.number as case_number', 's.code', 's.name'])
    .$if(id !== undefined, (query) => query.where('f.number', '=', id!))
    .$if(referrals !== undefined, (query) => query.where('r.number', 'in', referrals!))
    .$if(circuit !== undefined, (query) => query.where('f.circuit', '=', circuit!))
    .$if(days !== undefined, (query) =>
      query.where((e) => {
        const day = e.fn.coalesce('f.decided_on', 'f.requested_on');
        return e.and([e(day, '>=', days!.from), e(day, '<', days!.before)]);
      }),
    )
    .$if(open === true, (query) =>
      query
        .where('f.closed_on', 'is', null)
        .where((e) => e.or([e('f.decision', 'is', null), e('f.approved_cents', 'is not', null)])),
    )
    .orderBy('f.requested_on')
    .orderBy('f.id');
}

/** The one with this number, or `null`. */
export const fundRequestByNumber = async (db: Db, id: FundNumber): Promise<FundRequest | null> =>
  (await fundRequests(db, { id }))[0] ?? null;

type FundRow = Awaited<ReturnType<ReturnType<typeof matching>['execute']>>[number];

const requestOf = (row: FundRow, payments: readonly Row<'fund_payment'>[]): Omit<FundRequest, 'family'> => ({
  id: row.number as FundNumber,
  referral: row.referral as ReferralNumber,
  case: row.case_number as CaseNumber,
  specialist: row.code as SpecialistCode,
  specialistName: row.name,
  circuit: row.circuit,
  kind: row.kind,
  item: row.item,
  amount: row.amount_cents,
  why: row.why,
  tried: row.tried,
  requestedOn: row.requested_on as CalendarDate,
  requestedBy: row.requested_by,
  decided: decidedOf(row),
  payments: payments.map((payment) => ({
    amount: payment.amount_cents,
    on: payment.paid_on as CalendarDate,
    payee: payment.payee,
    by: payment.paid_by,
  })),
  closed:
    row.closed_on === null
      ? null
      : { on: row.closed_on as CalendarDate, by: row.closed_by ?? '', note: row.closed_note ?? '' },
});

const decidedOf = (row: FundRow): FundDecision | null =>
  row.decision === null
    ? null
    : {
        decision: row.decision,
        on: row.decided_on as CalendarDate,
        by: row.decided_by ?? '',
        approved: row.approved_cents ?? 0,
        note: row.decision_note,
        overBudget: row.over_budget,
      };

/** Sets the budget of a circuit and state fiscal year, or changes it. */
export async function setFundBudget(
  writing: Writing,
  { circuit, sfy, amount }: { circuit: number; sfy: number; amount: Cents },
): Promise<void> {
  const row = await writing.db
    .selectFrom('fund_budget')
    .select('id')
    .where('circuit', '=', circuit)
    .where('sfy', '=', sfy)
    .executeTakeFirst();
  if (row) await writing.update('fund_budget', row.id, { amount_cents: amount });
  else await writing.insert('fund_budget', { circuit, sfy, amount_cents: amount });
}

/** How the budgets of a year stand: of every circuit that has one or asked for money, and of those that are named. */
export async function fundBudgets(
  db: Db,
  sfy: number,
  days: { from: CalendarDate; before: CalendarDate },
  circuits: readonly number[],
): Promise<FundBudget[]> {
  const set = await db.selectFrom('fund_budget').selectAll().where('sfy', '=', sfy).execute();
  const budgetOf = new Map(set.map((row) => [row.circuit, row.amount_cents]));
  const requestsOf = grouped(await fundRequests(db, { days }), ({ circuit }) => circuit);
  const all = new Set([...circuits, ...budgetOf.keys(), ...requestsOf.keys()]);
  return [...all]
    .sort((a, b) => a - b)
    .map((circuit) =>
      budgetFrom({ circuit, sfy }, budgetOf.get(circuit) ?? null, requestsOf.get(circuit) ?? []),
    );
}

function budgetFrom(
  of: Pick<FundBudget, 'circuit' | 'sfy'>,
  budget: Cents | null,
  requests: readonly FundRequest[],
): FundBudget {
  const sum = (amount: (request: FundRequest) => Cents) =>
    requests.reduce((all, one) => all + amount(one), 0);
  return {
    ...of,
    budget,
    committed: sum(committedOf),
    paid: sum(paidOf),
    asked: sum((one) => (one.decided === null && one.closed === null ? one.amount : 0)),
  };
}

import type { Cents } from '../../rules/money.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { ProgramCode } from '../../rules/words.ts';
import type { Db } from '../tables.ts';

/** A request to the fund, with what figures are made of. */
export interface FundLine {
  circuit: number;
  kind: string;
  family: number;
  referral: number;
  asked: Cents;
  requestedOn: CalendarDate;
  decision: 'approved' | 'denied' | null;
  decidedOn: CalendarDate | null;
  /** 0 where nothing was. */
  approved: Cents;
  paid: Cents;
  lastPaidOn: CalendarDate | null;
  isClosed: boolean;
}

export interface FundWithin {
  from: CalendarDate;
  before: CalendarDate;
  /** `null`: all. */
  circuits: readonly number[] | null;
  /** `null`: all. */
  program: ProgramCode | null;
  /** By the day on which it was asked for; or decided on, else asked for, which is the year of its budget. */
  by: 'requested' | 'budget';
}

/** So many rows fit little memory. */
const PAGE = 1000;

/** The requests within it, in the order in which they were kept, some at a time. */
export async function* fundLines(db: Db, within: FundWithin): AsyncGenerator<FundLine[]> {
  for (let after = 0; ; ) {
    const rows = await lineRows(db, within, after).execute();
    if (rows.length > 0) yield rows.map(toLine);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

const lineRows = (db: Db, { from, before, circuits, program, by }: FundWithin, after: number) =>
  db
    .selectFrom('fund_request as f')
    .innerJoin('referral as r', 'r.id', 'f.referral_id')
    .innerJoin('service_case as c', 'c.id', 'f.case_id')
    .select(['f.id', 'f.circuit', 'f.kind', 'r.family_id', 'f.referral_id', 'f.amount_cents'])
    .select(['f.requested_on', 'f.decision', 'f.decided_on', 'f.approved_cents', 'f.closed_on'])
    .select((e) => [
      e
        .selectFrom('fund_payment as p')
        .whereRef('p.request_id', '=', 'f.id')
        .select((of) => of.fn.max('p.after_cents').as('paid'))
        .as('paid'),
      e
        .selectFrom('fund_payment as p')
        .whereRef('p.request_id', '=', 'f.id')
        .select((of) => of.fn.max('p.paid_on').as('on'))
        .as('last_paid_on'),
    ])
    .where('f.id', '>', after)
    .where((e) => {
      const day =
        by === 'requested' ? e.ref('f.requested_on') : e.fn.coalesce('f.decided_on', 'f.requested_on');
      return e.and([e(day, '>=', from), e(day, '<', before)]);
    })
    .$if(circuits !== null, (query) => query.where('f.circuit', 'in', [...circuits!]))
    .$if(program !== null, (query) => query.where('c.program', '=', program!))
    .orderBy('f.id')
    .limit(PAGE);

type LineRow = Awaited<ReturnType<ReturnType<typeof lineRows>['execute']>>[number];

const toLine = (row: LineRow): FundLine => ({
  circuit: row.circuit,
  kind: row.kind,
  family: row.family_id,
  referral: row.referral_id,
  asked: row.amount_cents,
  requestedOn: row.requested_on as CalendarDate,
  decision: row.decision,
  decidedOn: row.decided_on as CalendarDate | null,
  approved: row.approved_cents ?? 0,
  paid: Number(row.paid ?? 0),
  lastPaidOn: row.last_paid_on as CalendarDate | null,
  isClosed: row.closed_on !== null,
});

/** How many children the family of each referral has. */
export async function childrenOfReferrals(db: Db, keys: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('person')
    .where('referral_id', 'in', keys)
    .where('role', '=', 'child')
    .select((e) => ['referral_id', e.fn.countAll<number>().as('n')])
    .groupBy('referral_id')
    .execute();
  return new Map(rows.map(({ referral_id, n }) => [referral_id, Number(n)]));
}

/** The budgets that were set for a year, by circuit. */
export async function budgetsSet(
  db: Db,
  sfy: number,
  circuits: readonly number[] | null,
): Promise<Map<number, Cents>> {
  const rows = await db
    .selectFrom('fund_budget')
    .select(['circuit', 'amount_cents'])
    .where('sfy', '=', sfy)
    .$if(circuits !== null, (query) => query.where('circuit', 'in', [...circuits!]))
    .execute();
  return new Map(rows.map(({ circuit, amount_cents }) => [circuit, amount_cents]));
}

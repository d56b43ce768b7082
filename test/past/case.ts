import { followUpFrom, lastServiceDay } from '../../src/rules/case/policy.ts';
import { seenBy } from '../../src/rules/due/of-case.ts';
import type { CalendarDate, Instant } from '../../src/rules/time.ts';
import { type Caseload, LATER } from './caseload.ts';
import type { PastCase, PastFundRequest } from './described.ts';
import { BY, dayOf, programs } from './policy.ts';
import type { Written } from './referral.ts';
import type { Rows } from './rows.ts';
import { closedAt, firstVisit, isAccepted } from './standing.ts';

export function writeCase(rows: Rows, cases: Caseload, written: Written, one: PastCase): void {
  const { assignedAt, closedOn, declined, givenBack } = one;
  const ended = closedOn === undefined ? (declined?.at ?? givenBack?.at) : closedAt(one);
  const held = holders(cases, written, one, ended ?? LATER);
  const placed = held.at(-1)!;
  const keys = { referral_id: written.id };
  const id = rows.add('service_case', {
    ...rows.number('service_case', Number(dayOf(assignedAt).slice(0, 4))),
    ...keys,
    specialist_id: placed.id,
    place: placed.place,
    program: written.program,
    status: statusOf(one),
    decision_id: addDecision(rows, written, one, held[0]!),
    assigned_at: assignedAt,
    ended_at: ended ?? null,
    end_reason: endReasonOf(one),
    ...serviceOf(written, one),
    screening_minutes: declined ? (declined.minutes ?? 60) : null,
    intact: closedOn === undefined ? null : Number(one.intact ?? true),
    abuse: typeof one.abuse === 'boolean' ? Number(one.abuse) : null,
  });
  for (const [i, { at }] of (one.transfers ?? []).entries()) {
    const between = { from_specialist_id: held[i]!.id, to_specialist_id: held[i + 1]!.id };
    rows.add('case_transfer', { ...keys, case_id: id, ...between, reason: 'Made for a test.', at });
  }
  addWhatHappened(rows, { ...keys, case_id: id }, written, one);
  for (const request of one.fund ?? []) addFundRequest(rows, { ...keys, case_id: id }, written, request);
}

/** Who had the case, from its assignment through every transfer to its end. */
function holders(cases: Caseload, written: Written, one: PastCase, ended: string) {
  const { specialist, assignedAt, transfers = [] } = one;
  const turns = [{ to: specialist, at: assignedAt }, ...transfers];
  return turns.map(({ to, at }, i) => cases.take(to, written, at, turns[i + 1]?.at ?? ended));
}

const statusOf = (one: PastCase): string => {
  if (one.declined) return 'not_accepted';
  if (one.givenBack) return 'given_back';
  if (one.closedOn !== undefined) return 'closed';
  return isAccepted(one) ? 'accepted' : 'assigned';
};

const endReasonOf = ({ declined, givenBack, closedOn, endReason }: PastCase): string | null => {
  if (declined) return declined.reason;
  if (givenBack) return givenBack.reason ?? 'other';
  return closedOn === undefined ? null : (endReason ?? 'goals_met');
};

/** The first visit, and the service that it began. */
function serviceOf({ program: code }: Written, one: PastCase) {
  const program = programs[code]!;
  const seenAt = isAccepted(one) ? firstVisit(one) : (one.seenAt ?? null);
  const started = isAccepted(one) ? (one.startedOn ?? dayOf(seenAt!)) : null;
  return {
    seen_at: seenAt,
    seen_late:
      seenAt !== null && seenAt > seenBy(one.assignedAt as Instant, program)
        ? 'The roads were closed.'
        : null,
    started_on: started,
    ends_on: started === null ? null : (one.endsOn ?? lastServiceDay(started as CalendarDate, program)),
    closed_on: one.closedOn ?? null,
  };
}

function addDecision(
  rows: Rows,
  written: Written,
  { assignedAt }: PastCase,
  by: { code: string; place: number },
): number {
  const { number: referral, priority, receivedAt } = written;
  const placement = { referral, specialist: by.code, priority, why: [], place: by.place, receivedAt };
  return rows.add('decision', {
    at: assignedAt,
    by: BY,
    kind: 'plan',
    facts: JSON.stringify({ waiting: [], bars: [], specialists: [] }),
    plan: JSON.stringify({ placements: [placement], unserved: [], openingsBefore: 1, openingsAfter: 0 }),
  });
}

interface OfCase extends Record<string, number> {
  referral_id: number;
  case_id: number;
}

function addWhatHappened(rows: Rows, keys: OfCase, { children }: Written, one: PastCase): void {
  const { closedOn } = one;
  for (const { kind, on, settledOn } of one.events ?? []) {
    const asks = kind === 'unsafe' || kind === 'placed';
    const settled = settledOn ?? (asks ? closedOn : undefined);
    const how = settledOn === undefined ? 'the case was closed' : 'dealt with';
    rows.add('case_event', {
      ...keys,
      kind,
      on_day: on,
      settled_on: settled ?? null,
      settled_how: settled === undefined ? null : how,
      at: `${on}T21:00:00Z`,
    });
  }
  for (const { until, at } of one.extensions ?? [])
    rows.add('case_extension', { ...keys, until_on: until, approved_by: BY, reason: 'Made for a test.', at });
  if (closedOn === undefined) return;
  const whereabouts = one.whereabouts ?? (one.intact === false ? 'foster_care' : 'home');
  for (const [i, name] of (children.length === 0 ? [null] : children).entries())
    rows.add('case_child', {
      ...keys,
      name,
      whereabouts: typeof whereabouts === 'string' ? whereabouts : whereabouts[i]!,
    });
  for (const { months, on, reached = true, abuse = false, placed = false, placedOn } of one.followUps ?? []) {
    const first = followUpFrom(closedOn as CalendarDate, months);
    rows.add('case_follow_up', {
      ...keys,
      months,
      on_day: on ?? first,
      reached: Number(reached),
      abuse: reached ? Number(abuse) : null,
      placed: reached ? Number(placed) : null,
      placed_on: reached && placed ? (placedOn ?? null) : null,
    });
  }
}

function addFundRequest(rows: Rows, keys: OfCase, { circuit }: Written, asked: PastFundRequest): void {
  const { kind, item, amount, requestedOn, approved, decidedOn, overBudget, payments = [], closedOn } = asked;
  const decision = approved === undefined ? null : approved > 0 ? 'approved' : 'denied';
  const id = rows.add('fund_request', {
    ...rows.number('fund_request', Number(requestedOn.slice(0, 4))),
    ...keys,
    circuit,
    kind,
    item: item ?? (kind === 'other' ? 'a lock' : null),
    amount_cents: amount,
    why: 'They would lose the home.',
    tried: 'The church was asked.',
    requested_on: requestedOn,
    requested_by: 'Sam Example',
    decision,
    approved_cents: decision === 'approved' ? approved! : null,
    decided_on: decision === null ? null : (decidedOn ?? requestedOn),
    decided_by: decision === null ? null : BY,
    decision_note: decision === 'denied' ? 'The family has another resource.' : null,
    over_budget: overBudget ?? null,
    closed_on: closedOn ?? null,
    closed_by: closedOn === undefined ? null : BY,
    closed_note: closedOn === undefined ? null : 'Nothing more is needed.',
  });
  let before = 0;
  for (const [i, { amount: cents, on }] of payments.entries()) {
    const of = { request_id: id, referral_id: keys.referral_id, number: i + 1, previous: i === 0 ? null : i };
    const sums = {
      approved_cents: approved!,
      before_cents: before,
      amount_cents: cents,
      after_cents: before + cents,
    };
    rows.add('fund_payment', { ...of, ...sums, payee: 'The landlord', paid_on: on, paid_by: BY });
    before += cents;
  }
}

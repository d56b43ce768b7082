import type { FollowedCase, OpenEvent } from '../rules/due.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import type { CaseNumber, Priority, ReferralNumber } from '../rules/words.ts';
import { grouped, inChunks, nameOf } from './columns.ts';
import { namesOf } from './names.ts';
import type { Db } from './tables.ts';

/** Placements and warnings that nobody has dealt with yet, whatever became of their case. */
export async function unsettledEvents(db: Db): Promise<OpenEvent[]> {
  const rows = await db
    .selectFrom('case_event as e')
    .innerJoin('service_case as c', 'c.id', 'e.case_id')
    .innerJoin('referral as r', 'r.id', 'e.referral_id')
    .where('e.settled_on', 'is', null)
    .where('e.kind', 'in', ['unsafe', 'placed'])
    .select(['e.kind', 'e.on_day', 'e.at', 'c.number as case', 'r.number', 'r.program', 'r.priority'])
    .select(namesOf)
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({
    case: row.case as CaseNumber,
    kind: row.kind as OpenEvent['kind'],
    on: row.on_day as CalendarDate,
    at: row.at as Instant,
    referral: row.number as ReferralNumber,
    program: row.program,
    priority: row.priority as Priority | null,
    family: nameOf(row.caregiver ?? row.child),
  }));
}

/** The closed cases with fewer follow-ups than their program asks for. */
export async function casesToFollow(
  db: Db,
  asked: Readonly<Record<string, number>>,
): Promise<FollowedCase[]> {
  const rows = await db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .where('c.closed_on', 'is not', null)
    .select(['c.id', 'c.number as case', 'c.closed_on', 'c.program', 'r.number', 'r.priority'])
    .select(namesOf)
    .select((of) =>
      of
        .selectFrom('case_follow_up as f')
        .whereRef('f.case_id', '=', 'c.id')
        .select((f) => f.fn.countAll<number>().as('n'))
        .as('made'),
    )
    .orderBy('c.closed_on')
    .execute();
  const open = rows.filter(({ program, made }) => Number(made) < (asked[program] ?? 0));
  const made = await inChunks(
    open.map(({ id }) => id),
    (some) =>
      db.selectFrom('case_follow_up').select(['case_id', 'months']).where('case_id', 'in', some).execute(),
  );
  const triedIn = grouped(made, ({ case_id }) => case_id);
  return open.map((row) => ({
    case: row.case as CaseNumber,
    closedOn: row.closed_on as CalendarDate,
    tried: (triedIn.get(row.id) ?? []).map(({ months }) => months),
    referral: row.number as ReferralNumber,
    program: row.program,
    priority: row.priority as Priority | null,
    family: nameOf(row.caregiver ?? row.child),
  }));
}

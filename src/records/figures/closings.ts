import type { EventKind, Whereabouts } from '../../rules/case/case.ts';
import type { Closed } from '../../rules/figures/outcome.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { ProgramCode, SpecialistCode } from '../../rules/words.ts';
import { grouped, truthOf } from '../columns.ts';
import type { Db } from '../tables.ts';

/** A service that is over, and who served the family at its end. */
export interface Closing extends Closed {
  specialist: SpecialistCode;
  specialistName: string;
  agency: string | null;
  supervisor: string | null;
}

/** The closings that are counted: by the last day of the service, of these circuits. */
export interface ClosedWithin {
  from: CalendarDate;
  before: CalendarDate;
  /** `null`: all. */
  circuits: readonly number[] | null;
  program: ProgramCode;
}

/** So many rows fit little memory. */
const PAGE = 1000;

/** Every service that ended within it, some at a time. */
export async function* closings(db: Db, within: ClosedWithin): AsyncGenerator<Closing[]> {
  for (let after = { on: within.from, id: 0 }; ; ) {
    const rows = await closedRows(db, within, after).execute();
    if (rows.length > 0) yield withWhatHappened(db, rows);
    if (rows.length < PAGE) return;
    const last = rows.at(-1)!;
    after = { on: last.closed_on as CalendarDate, id: last.id };
  }
}

const closedRows = (
  db: Db,
  { before, circuits, program }: ClosedWithin,
  after: { on: CalendarDate; id: number },
) =>
  db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .select(['c.id', 'c.started_on', 'c.closed_on', 'c.end_reason', 'c.intact', 'c.abuse'])
    .select(['s.code', 's.name', 's.agency', 's.supervisor'])
    .where('c.closed_on', '>=', after.on)
    .where('c.closed_on', '<', before)
    .where((e) => e.or([e('c.closed_on', '>', after.on), e('c.id', '>', after.id)]))
    .where('c.status', '=', 'closed')
    .where('c.started_on', 'is not', null)
    .where('c.program', '=', program)
    .$if(circuits !== null, (query) => query.where('r.circuit', 'in', [...circuits!]))
    .orderBy('c.closed_on')
    .orderBy('c.id')
    .limit(PAGE);

type ClosedRow = Awaited<ReturnType<ReturnType<typeof closedRows>['execute']>>[number];

async function withWhatHappened(db: Db, rows: readonly ClosedRow[]): Promise<Closing[]> {
  const keys = rows.map(({ id }) => id);
  const children = await db
    .selectFrom('case_child')
    .select(['case_id', 'whereabouts'])
    .where('case_id', 'in', keys)
    .execute();
  const events = await db
    .selectFrom('case_event')
    .select(['case_id', 'kind', 'on_day'])
    .where('case_id', 'in', keys)
    .where('kind', 'in', ['placed', 'home'])
    .orderBy('on_day')
    .execute();
  const followUps = await db
    .selectFrom('case_follow_up')
    .select(['case_id', 'months', 'on_day', 'reached', 'abuse', 'placed', 'placed_on'])
    .where('case_id', 'in', keys)
    .execute();
  const [childrenOf, eventsOf, followUpsOf] = [
    grouped(children, (row) => row.case_id),
    grouped(events, (row) => row.case_id),
    grouped(followUps, (row) => row.case_id),
  ];
  return rows.map((row) => ({
    specialist: row.code as SpecialistCode,
    specialistName: row.name,
    agency: row.agency,
    supervisor: row.supervisor,
    startedOn: row.started_on as CalendarDate | null,
    closedOn: row.closed_on as CalendarDate,
    endReason: row.end_reason,
    intact: truthOf(row.intact),
    abuse: truthOf(row.abuse),
    children: (childrenOf.get(row.id) ?? []).map(({ whereabouts }) => whereabouts as Whereabouts),
    events: (eventsOf.get(row.id) ?? []).map(({ kind, on_day }) => ({
      kind: kind as EventKind,
      on: on_day as CalendarDate,
    })),
    followUps: (followUpsOf.get(row.id) ?? []).map((each) => ({
      months: each.months,
      on: each.on_day as CalendarDate,
      reached: each.reached === 1,
      abuse: truthOf(each.abuse),
      placed: truthOf(each.placed),
      placedOn: each.placed_on as CalendarDate | null,
    })),
  }));
}

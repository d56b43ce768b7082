import type { EventKind, Whereabouts } from '../../rules/case/case.ts';
import type { Closed } from '../../rules/figures/outcome.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { ProgramCode, SpecialistCode } from '../../rules/words.ts';
import { grouped, truthOf } from '../columns.ts';
import type { Db } from '../tables.ts';
import { type After, inPages } from './pages.ts';
import { among } from './within.ts';

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

/** Every service that ended within it, some at a time. */
export async function* closings(db: Db, within: ClosedWithin): AsyncGenerator<Closing[]> {
  const pages = inPages(db, closedRows(db, within), { ...within, by: 'c.closed_on', id: 'c.id' });
  for await (const rows of pages) yield withWhatHappened(db, rows);
}

interface ClosedRow extends After<CalendarDate> {
  startedOn: CalendarDate;
  endReason: string | null;
  intact: number | null;
  abuse: number | null;
  specialist: SpecialistCode;
  specialistName: string;
  agency: string | null;
  supervisor: string | null;
}

const closedRows = (db: Db, { circuits, program }: ClosedWithin) =>
  db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .where('c.status', '=', 'closed')
    .where('c.started_on', 'is not', null)
    .where('c.program', '=', program)
    .where(among({ circuits, program: null }))
    .select(['c.id', 'c.closed_on as since', 'c.started_on as startedOn'])
    .select(['c.end_reason as endReason', 'c.intact', 'c.abuse'])
    .select(['s.code as specialist', 's.name as specialistName', 's.agency', 's.supervisor'])
    .$castTo<ClosedRow>();

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
    specialist: row.specialist,
    specialistName: row.specialistName,
    agency: row.agency,
    supervisor: row.supervisor,
    startedOn: row.startedOn,
    closedOn: row.since,
    endReason: row.endReason,
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

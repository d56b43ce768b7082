import type {
  CaseEvent,
  CaseFile,
  CaseStatus,
  EventKind,
  HoursKind,
  ServiceCase,
  StaffingPart,
  Whereabouts,
} from '../rules/case/case.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import type { CaseNumber, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { nameOf, truthOf } from './columns.ts';
import { overrideOf } from './decisions.ts';
import { namesOf } from './names.ts';
import type { Db, Row } from './tables.ts';

/** Cases as they are read: one with all that happened in it, and many for a list. */

export interface CaseFilter {
  /** Ended ones too. */
  all?: boolean | undefined;
  program?: string | undefined;
  agency?: string | undefined;
  specialist?: SpecialistCode | undefined;
}

/** The cases that fit, in the order in which they were assigned. */
export async function listCases(
  db: Db,
  { all, program, agency, specialist }: CaseFilter,
): Promise<ServiceCase[]> {
  let query = caseRows(db);
  if (!all) query = query.where('c.ended_at', 'is', null);
  if (program) query = query.where('c.program', '=', program);
  if (specialist) query = query.where('s.code', '=', specialist);
  const cases = (await query.orderBy('c.assigned_at').orderBy('c.id').execute()).map(toCase);
  const wanted = agency?.trim().toLowerCase();
  return wanted === undefined ? cases : cases.filter((one) => one.agency?.toLowerCase().includes(wanted));
}

/** The case with this number and everything in it, or `null`. */
export async function caseByNumber(db: Db, id: CaseNumber): Promise<CaseFile | null> {
  const row = await caseRows(db).where('c.number', '=', id).executeTakeFirst();
  return row ? { ...toCase(row), ...(await insideOf(db, row.id)) } : null;
}

export const caseKey = async (db: Db, id: CaseNumber) =>
  db
    .selectFrom('service_case')
    .select(['id', 'referral_id', 'specialist_id'])
    .where('number', '=', id)
    .executeTakeFirstOrThrow();

/** The cases with this number of any year, or of the year that is given; the newest first. */
export async function casesNumbered(db: Db, sequence: number, year?: number): Promise<CaseNumber[]> {
  let query = db.selectFrom('service_case').select('number').where('sequence', '=', sequence);
  if (year !== undefined) query = query.where('year', '=', year);
  return (await query.orderBy('year', 'desc').execute()).map(({ number }) => number as CaseNumber);
}

/** The case of a referral that is open, else its last one, or `null`. */
export async function lastCaseOf(db: Db, referral: ReferralNumber): Promise<CaseNumber | null> {
  const row = await db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .select('c.number')
    .where('r.number', '=', referral)
    .orderBy('c.id', 'desc')
    .executeTakeFirst();
  return (row?.number as CaseNumber | undefined) ?? null;
}

/** The minutes that a specialist worked on a day, in every case. */
export async function minutesOn(db: Db, specialist: SpecialistCode, on: CalendarDate): Promise<number> {
  const row = await db
    .selectFrom('case_hours as h')
    .innerJoin('service_case as c', 'c.id', 'h.case_id')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .select((e) => e.fn.sum<number | null>('h.minutes').as('minutes'))
    .where('s.code', '=', specialist)
    .where('h.on_day', '=', on)
    .executeTakeFirst();
  return Number(row?.minutes ?? 0);
}

/** How many families a specialist began to serve from a day on. */
export async function familiesServed(
  db: Db,
  specialist: SpecialistCode,
  from: CalendarDate,
): Promise<number> {
  const rows = await db
    .selectFrom('service_case as c')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .select('r.family_id')
    .distinct()
    .where('s.code', '=', specialist)
    .where('c.started_on', '>=', from)
    .execute();
  return rows.length;
}

const caseRows = (db: Db) =>
  db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .selectAll('c')
    .select(['r.number as referral', 's.code', 's.agency'])
    .select(namesOf)
    .select((of) =>
      of
        .selectFrom('case_extension as x')
        .whereRef('x.case_id', '=', 'c.id')
        .select((x) => x.fn.max('x.until_on').as('until_on'))
        .as('extended_until'),
    );

type CaseRow = Awaited<ReturnType<ReturnType<typeof caseRows>['execute']>>[number];

const toCase = (row: CaseRow): ServiceCase => ({
  id: row.number as CaseNumber,
  referral: row.referral as ReferralNumber,
  family: nameOf(row.caregiver ?? row.child),
  specialist: row.code as SpecialistCode,
  agency: row.agency,
  program: row.program,
  place: row.place,
  status: row.status as CaseStatus,
  assignedAt: row.assigned_at as Instant,
  seenAt: row.seen_at as Instant | null,
  seenLate: row.seen_late,
  startedOn: row.started_on as CalendarDate | null,
  endsOn: (row.extended_until ?? row.ends_on) as CalendarDate | null,
  endedAt: row.ended_at as Instant | null,
  closedOn: row.closed_on as CalendarDate | null,
  endReason: row.end_reason,
  endNote: row.end_note,
  screeningMinutes: row.screening_minutes,
  intact: truthOf(row.intact),
  abuse: truthOf(row.abuse),
  followUpServices: row.follow_up_services,
});

type Inside = Omit<CaseFile, keyof ServiceCase>;

async function insideOf(db: Db, key: number): Promise<Inside> {
  const rows = <T extends 'case_goal' | 'case_hours' | 'case_staffing' | 'case_event' | 'case_child'>(
    table: T,
  ) =>
    db
      .selectFrom(table as 'case_goal')
      .selectAll()
      .where('case_id', '=', key)
      .orderBy('id')
      .execute() as unknown as Promise<Row<T>[]>;
  return {
    override: await overrideOf(db, key),
    goals: (await rows('case_goal')).map((row, i) => ({
      number: i + 1,
      goal: row.goal,
      measure: row.measure,
      setOn: row.set_on as CalendarDate,
      met: truthOf(row.met),
      metOn: row.met_on as CalendarDate | null,
    })),
    hours: byDay(
      (await rows('case_hours')).map(({ on_day, kind, minutes, note }) => ({
        on: on_day as CalendarDate,
        kind: kind as HoursKind,
        minutes,
        note,
      })),
    ),
    staffings: byDay(
      (await rows('case_staffing')).map(({ on_day, who, next_on, note }) => ({
        on: on_day as CalendarDate,
        who: JSON.parse(who) as StaffingPart[],
        nextOn: next_on as CalendarDate | null,
        note,
      })),
    ),
    events: byDay((await rows('case_event')).map(toEvent)),
    children: (await rows('case_child')).map(({ name, whereabouts }) => ({
      name,
      whereabouts: whereabouts as Whereabouts,
    })),
    ...(await laterOf(db, key)),
  };
}

const byDay = <T extends { on: CalendarDate }>(all: T[]): T[] =>
  all.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const toEvent = ({ kind, on_day, note, settled_on, settled_how }: Row<'case_event'>): CaseEvent => ({
  kind: kind as EventKind,
  on: on_day as CalendarDate,
  note,
  settled: settled_on === null ? null : { on: settled_on as CalendarDate, note: settled_how ?? '' },
});

async function laterOf(db: Db, key: number): Promise<Pick<Inside, 'extensions' | 'transfers' | 'followUps'>> {
  const extensions = await db
    .selectFrom('case_extension')
    .selectAll()
    .where('case_id', '=', key)
    .orderBy('id')
    .execute();
  const transfers = await db
    .selectFrom('case_transfer as t')
    .innerJoin('specialist as f', 'f.id', 't.from_specialist_id')
    .innerJoin('specialist as s', 's.id', 't.to_specialist_id')
    .select(['f.code as from', 's.code as to', 't.reason', 't.at'])
    .where('t.case_id', '=', key)
    .orderBy('t.id')
    .execute();
  const followUps = await db
    .selectFrom('case_follow_up')
    .selectAll()
    .where('case_id', '=', key)
    .orderBy('months')
    .execute();
  return {
    extensions: extensions.map(({ until_on, approved_by, reason, at }) => ({
      until: until_on as CalendarDate,
      approvedBy: approved_by,
      reason,
      at: at as Instant,
    })),
    transfers: transfers.map(({ from, to, reason, at }) => ({
      from: from as SpecialistCode,
      to: to as SpecialistCode,
      reason,
      at: at as Instant,
    })),
    followUps: followUps.map(({ months, on_day, reached, abuse, placed, placed_on, note }) => ({
      months,
      on: on_day as CalendarDate,
      reached: reached === 1,
      abuse: truthOf(abuse),
      placed: truthOf(placed),
      placedOn: placed_on as CalendarDate | null,
      note,
    })),
  };
}

import type { Leave, OpenCase, Specialist } from '../rules/specialist.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import type { CaseNumber, LocalSituation, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { grouped } from './columns.ts';
import { fixedQuery } from './engines/fixed-queries.ts';
import { fixedRows } from './engines/many-rows.ts';
import type { Writing } from './journal.ts';
import type { Db, Row } from './tables.ts';

export type SpecialistFacts = Pick<
  Specialist,
  | 'name'
  | 'agency'
  | 'supervisor'
  | 'program'
  | 'circuits'
  | 'counties'
  | 'languages'
  | 'takes'
  | 'phone'
  | 'email'
>;

/** Every specialist, ended ones too, with leaves and open cases, by code. */
export async function listSpecialists(db: Db): Promise<Specialist[]> {
  const rows = await withLastMoves(db);
  const leaves = grouped(await allLeaves(db), (leave) => leave.specialist_id);
  const cases = grouped(await openCases(db), (open) => open.specialist_id);
  return rows.map((row) => toSpecialist(row, leaves.get(row.id) ?? [], cases.get(row.id) ?? []));
}

export const specialistByCode = async (db: Db, code: SpecialistCode): Promise<Specialist | null> =>
  (await listSpecialists(db)).find((specialist) => specialist.code === code) ?? null;

const allLeaves = fixedQuery('leaves', (db) => db.selectFrom('leave').selectAll().orderBy('from_on'));

const openCases = fixedQuery('open cases', (db) =>
  db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .select(['c.specialist_id', 'c.number', 'c.place', 'c.assigned_at', 'r.number as referral'])
    .where('c.ended_at', 'is', null)
    .orderBy('c.assigned_at'),
);

const withLastMoves = fixedRows('specialists', (db) =>
  db
    .selectFrom('specialist as s')
    .select(['s.id', 's.code', 's.name', 's.agency', 's.supervisor', 's.program', 's.circuits', 's.counties'])
    .select(['s.languages', 's.takes', 's.phone', 's.email', 's.ended_on', 's.end_reason'])
    .select((e) => [
      e
        .selectFrom('service_case as c')
        .select((c) => c.fn.max('c.assigned_at').as('at'))
        .whereRef('c.specialist_id', '=', 's.id')
        .as('began'),
      e
        .selectFrom('service_case as c')
        .select((c) => c.fn.max('c.ended_at').as('at'))
        .whereRef('c.specialist_id', '=', 's.id')
        .as('ended'),
    ])
    .orderBy('s.code'),
);

interface Moves {
  began: string | null;
  ended: string | null;
}

const idleSince = ({ began, ended }: Moves): Instant | null =>
  (began !== null && ended !== null && began > ended ? began : (ended ?? began)) as Instant | null;

// Assigned, not spread: see `matchFacts`.
const toSpecialist = (
  row: FactColumns & Moves,
  leaves: readonly Row<'leave'>[],
  cases: readonly { number: string; place: number; assigned_at: string; referral: string }[],
): Specialist =>
  Object.assign(factsIn(row), {
    leaves: leaves.map(toLeave),
    openCases: cases.map(toOpenCase),
    idleSince: idleSince(row),
  });

type FactColumns = Omit<Row<'specialist'>, 'id' | 'added_at'>;

/** What the row itself says of a specialist. */
export const factsIn = (row: FactColumns): Omit<Specialist, 'leaves' | 'openCases' | 'idleSince'> => ({
  code: row.code as SpecialistCode,
  name: row.name,
  agency: row.agency,
  supervisor: row.supervisor,
  program: row.program,
  circuits: JSON.parse(row.circuits) as number[],
  counties: JSON.parse(row.counties) as string[],
  languages: JSON.parse(row.languages) as string[],
  takes: JSON.parse(row.takes) as LocalSituation[],
  phone: row.phone,
  email: row.email,
  ended: row.ended_on === null ? null : { on: row.ended_on as CalendarDate, reason: row.end_reason },
});

export const toLeave = (row: Row<'leave'>): Leave => ({
  from: row.from_on as CalendarDate,
  until: row.until_on as CalendarDate,
  note: row.note,
});

const toOpenCase = (row: {
  number: string;
  place: number;
  assigned_at: string;
  referral: string;
}): OpenCase => ({
  id: row.number as CaseNumber,
  referral: row.referral as ReferralNumber,
  place: row.place,
  assignedAt: row.assigned_at as Instant,
});

export async function addSpecialist(
  writing: Writing,
  code: SpecialistCode,
  facts: SpecialistFacts,
): Promise<void> {
  await writing.insert('specialist', {
    code,
    ...columnsOf(facts),
    added_at: writing.at,
    ended_on: null,
    end_reason: null,
  });
}

export async function changeSpecialist(
  writing: Writing,
  code: SpecialistCode,
  facts: Partial<SpecialistFacts>,
): Promise<void> {
  await writing.update('specialist', await specialistKey(writing.db, code), columnsOf(facts));
}

export async function endSpecialist(
  writing: Writing,
  code: SpecialistCode,
  end: { on: CalendarDate; reason: string | null } | null,
): Promise<void> {
  const patch = { ended_on: end?.on ?? null, end_reason: end?.reason ?? null };
  await writing.update('specialist', await specialistKey(writing.db, code), patch);
}

export async function addLeave(writing: Writing, code: SpecialistCode, leave: Leave): Promise<void> {
  await writing.insert('leave', {
    specialist_id: await specialistKey(writing.db, code),
    from_on: leave.from,
    until_on: leave.until,
    note: leave.note,
  });
}

/** Ends the leave that starts on this day on `until`; with `null` it never was. */
export async function shortenLeave(
  writing: Writing,
  code: SpecialistCode,
  from: CalendarDate,
  until: CalendarDate | null,
): Promise<void> {
  const row = await writing.db
    .selectFrom('leave')
    .select('id')
    .where('specialist_id', '=', await specialistKey(writing.db, code))
    .where('from_on', '=', from)
    .executeTakeFirstOrThrow();
  if (until === null) await writing.remove('leave', row.id);
  else await writing.update('leave', row.id, { until_on: until });
}

export async function specialistKey(db: Db, code: SpecialistCode): Promise<number> {
  return (await db.selectFrom('specialist').select('id').where('code', '=', code).executeTakeFirstOrThrow())
    .id;
}

/** When a specialist was taken on in these records. */
export async function takenOnAt(db: Db, code: SpecialistCode): Promise<Instant> {
  const { added_at } = await db
    .selectFrom('specialist')
    .select('added_at')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return added_at as Instant;
}

const columnsOf = <F extends Partial<SpecialistFacts>>(facts: F) =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [
      fact,
      Array.isArray(value) ? JSON.stringify(value) : value,
    ]),
  ) as { [K in keyof F]: F[K] extends readonly unknown[] | undefined ? string : F[K] };

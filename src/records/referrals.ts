import type { Caregiver, Child } from '../rules/intake.ts';
import { familyName, type Referral, type ReferralState, type ReferralStatus } from '../rules/referral.ts';
import type { NamedFamily } from '../rules/refusal.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import type { CaseNumber, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { flagOf, grouped, inChunks, truthOf } from './columns.ts';
import type { Writing } from './journal.ts';
import { nextNumber } from './numbers.ts';
import type { Db, Row } from './tables.ts';

/** What is written of a referral; its number, family and state come about by themselves. */
export type ReferralFacts = Omit<Referral, 'id' | 'family' | 'state'> & {
  caregivers: readonly Caregiver[];
  children: readonly Child[];
};

/** Keeps a new referral in a family (a new one where `family` is `null`) and returns its number. */
export async function addReferral(
  writing: Writing,
  facts: ReferralFacts,
  options: {
    family: string | null;
    year: number;
    state: Pick<ReferralState, 'status'> & { reason?: string };
  },
): Promise<ReferralNumber> {
  const { family, year, state } = options;
  const familyKey =
    family === null ? await writing.insert('family', { created_at: writing.at }) : keyOfFamily(family);
  const number = await nextNumber(writing.db, 'referral', year);
  const key = await writing.insert('referral', {
    ...number,
    ...columnsOf(facts),
    family_id: familyKey,
    status: state.status,
    status_reason: state.reason ?? null,
    status_at: writing.at,
  });
  await putPeople(writing, key, facts);
  await writing.index();
  return number.number as ReferralNumber;
}

/** Changes what is given and leaves the rest. */
export async function changeReferral(
  writing: Writing,
  id: ReferralNumber,
  facts: Partial<ReferralFacts>,
): Promise<void> {
  const key = await referralKey(writing.db, id);
  await writing.update('referral', key, columnsOf(facts));
  await putPeople(writing, key, facts);
  await writing.index();
}

/** Moves the referral there; where it stands there already, the time since when stays. */
export async function setStatus(
  writing: Writing,
  id: ReferralNumber,
  status: ReferralStatus,
  reason: string | null = null,
): Promise<void> {
  const row = await writing.db
    .selectFrom('referral')
    .select(['id', 'status'])
    .where('number', '=', id)
    .executeTakeFirstOrThrow();
  const since = row.status === status ? {} : { status_at: writing.at };
  await writing.update('referral', row.id, { status, status_reason: reason, ...since });
}

/** Moves the referral into another family, or with `null` into a new one of its own. */
export async function setFamily(writing: Writing, id: ReferralNumber, family: string | null): Promise<void> {
  const key =
    family === null ? await writing.insert('family', { created_at: writing.at }) : keyOfFamily(family);
  await writing.update('referral', await referralKey(writing.db, id), { family_id: key });
}

export async function referralKey(db: Db, id: ReferralNumber): Promise<number> {
  return (await db.selectFrom('referral').select('id').where('number', '=', id).executeTakeFirstOrThrow()).id;
}

/** The referral with this number, or `null`. */
export async function referralByNumber(db: Db, id: ReferralNumber): Promise<Referral | null> {
  const row = await db.selectFrom('referral').select('id').where('number', '=', id).executeTakeFirst();
  return row ? ((await referralsByKey(db, [row.id]))[0] ?? null) : null;
}

export interface ReferralFilter {
  statuses?: readonly ReferralStatus[] | undefined;
  county?: string | undefined;
  circuit?: number | undefined;
  program?: string | undefined;
  family?: string | undefined;
}

/** The referrals that fit the filter, oldest first. */
export async function listReferrals(db: Db, filter: ReferralFilter): Promise<Referral[]> {
  const { statuses, county, circuit, program, family } = filter;
  let query = db.selectFrom('referral').select('id');
  if (statuses) query = query.where('status', 'in', statuses);
  if (county) query = query.where('county', '=', county);
  if (circuit) query = query.where('circuit', '=', circuit);
  if (program) query = query.where('program', '=', program);
  if (family) query = query.where('family_id', '=', keyOfFamily(family));
  const rows = await query.orderBy('received_at').orderBy('id').execute();
  return referralsByKey(
    db,
    rows.map((row) => row.id),
  );
}

/** The referrals with these row ids, in the order of the ids. */
export async function referralsByKey(db: Db, keys: readonly number[]): Promise<Referral[]> {
  const rows = await inChunks(keys, (some) =>
    db.selectFrom('referral').selectAll().where('id', 'in', some).execute(),
  );
  const people = await inChunks(keys, (some) =>
    db.selectFrom('person').selectAll().where('referral_id', 'in', some).orderBy('position').execute(),
  );
  const cases = await inChunks(keys, (some) => openCases(db, some));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const peopleOf = grouped(people, (person) => person.referral_id);
  const caseOf = new Map(cases.map((row) => [row.referral_id, row]));
  return keys.flatMap((key) => {
    const row = rowOf.get(key);
    return row ? [toReferral(row, peopleOf.get(key) ?? [], caseOf.get(key))] : [];
  });
}

const openCases = (db: Db, referralKeys: number[]) =>
  db
    .selectFrom('service_case as c')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .select(['c.referral_id', 'c.number', 'c.assigned_at', 's.code'])
    .where('c.referral_id', 'in', referralKeys)
    .where('c.ended_at', 'is', null)
    .execute();

type CaseOfReferral = Awaited<ReturnType<typeof openCases>>[number];

function toReferral(
  row: Row<'referral'>,
  people: readonly Row<'person'>[],
  open: CaseOfReferral | undefined,
): Referral {
  return {
    id: row.number as ReferralNumber,
    state: toState(row, open),
    family: {
      id: familyId(row.family_id),
      caregivers: people.filter((p) => p.role === 'caregiver').map(toCaregiver),
      children: people.filter((p) => p.role === 'child').map(toChild),
    },
    submitter: {
      name: row.submitter_name,
      organization: row.submitter_organization,
      phone: row.submitter_phone,
      email: row.submitter_email,
    },
    program: row.program,
    source: row.source as Referral['source'],
    circuit: row.circuit,
    county: row.county,
    priority: row.priority as Referral['priority'],
    receivedAt: row.received_at as Instant,
    reason: row.reason,
    servicesProvided: row.services_provided,
    accommodations: row.accommodations,
    language: row.language,
    interpreterArranged: truthOf(row.interpreter_arranged),
    situation: row.situation as Referral['situation'],
    divisionInvolvement: row.division_involvement as Referral['divisionInvolvement'],
    safetyConcern: truthOf(row.safety_concern),
    hotlineShownAt: row.hotline_shown_at as Instant | null,
    discussedOn: row.discussed_on as CalendarDate | null,
    familyAgrees: truthOf(row.family_agrees),
    tapa: row.tapa === 1 ? { date: row.tapa_on as CalendarDate | null } : null,
    tapaWrittenOn: row.tapa_written_on as CalendarDate | null,
    tapaEndedOn: row.tapa_ended_on as CalendarDate | null,
    faces:
      row.faces_number && row.faces_on
        ? { number: row.faces_number, on: row.faces_on as CalendarDate }
        : null,
  };
}

function toState(row: Row<'referral'>, open: CaseOfReferral | undefined): ReferralState {
  const status = row.status as ReferralStatus;
  switch (status) {
    case 'assigned':
    case 'accepted':
      if (!open) throw new Error(`referral ${row.number} is ${status} without an open case`);
      return {
        status,
        case: open.number as CaseNumber,
        specialist: open.code as SpecialistCode,
        assignedAt: open.assigned_at as Instant,
      };
    case 'returned':
    case 'withdrawn':
    case 'closed':
    case 'not_accepted':
      return { status, reason: row.status_reason };
    default:
      return { status };
  }
}

const toCaregiver = ({ name, birth_date, phone, email, address }: Row<'person'>): Caregiver => ({
  name,
  birthDate: birth_date as CalendarDate | null,
  phone,
  email,
  address,
});

const toChild = ({ name, birth_date }: Row<'person'>): Child => ({
  name,
  birthDate: birth_date as CalendarDate | null,
});

const given = <T, C>(value: T | undefined, columns: (value: T) => C): C | object =>
  value === undefined ? {} : columns(value);

/** The columns of the facts that are given. */
function columnsOf(
  facts: Partial<ReferralFacts>,
): Omit<
  Row<'referral'>,
  'id' | 'number' | 'year' | 'sequence' | 'family_id' | 'status' | 'status_reason' | 'status_at'
> {
  const plain = {
    program: facts.program,
    source: facts.source,
    circuit: facts.circuit,
    county: facts.county,
    priority: facts.priority,
    received_at: facts.receivedAt,
    reason: facts.reason,
    services_provided: facts.servicesProvided,
    accommodations: facts.accommodations,
    language: facts.language,
    situation: facts.situation,
    division_involvement: facts.divisionInvolvement,
    hotline_shown_at: facts.hotlineShownAt,
    discussed_on: facts.discussedOn,
    tapa_written_on: facts.tapaWrittenOn,
    tapa_ended_on: facts.tapaEndedOn,
  };
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...given(facts.submitter, (s) => ({
      submitter_name: s.name,
      submitter_organization: s.organization,
      submitter_phone: s.phone,
      submitter_email: s.email,
    })),
    ...given(facts.interpreterArranged, (value) => ({ interpreter_arranged: flagOf(value) })),
    ...given(facts.safetyConcern, (value) => ({ safety_concern: flagOf(value) })),
    ...given(facts.familyAgrees, (value) => ({ family_agrees: flagOf(value) })),
    ...given(facts.tapa, (tapa) => ({ tapa: Number(tapa !== null), tapa_on: tapa?.date ?? null })),
    ...given(facts.faces, (faces) => ({ faces_number: faces?.number ?? null, faces_on: faces?.on ?? null })),
  } as ReturnType<typeof columnsOf>;
}

/** Puts the people of the referral in the order given; who is no longer named is taken off. */
async function putPeople(writing: Writing, referral: number, facts: Partial<ReferralFacts>): Promise<void> {
  const groups = [
    ['caregiver', facts.caregivers],
    ['child', facts.children?.map((child) => ({ ...child, phone: null, email: null, address: null }))],
  ] as const;
  for (const [role, people] of groups) {
    if (!people) continue;
    const kept = await writing.db
      .selectFrom('person')
      .select(['id', 'position'])
      .where('referral_id', '=', referral)
      .where('role', '=', role)
      .execute();
    for (const [position, { name, birthDate, phone, email, address }] of people.entries()) {
      const columns = { name, birth_date: birthDate, phone, email, address };
      const row = kept.find((person) => person.position === position);
      if (row) await writing.update('person', row.id, columns);
      else await writing.insert('person', { referral_id: referral, role, position, ...columns });
    }
    for (const row of kept.filter((person) => person.position >= people.length)) {
      await writing.remove('person', row.id);
    }
  }
}

/** Since when the referral stands where it does; `null` where that is not known. */
export const standsSince = async (db: Db, id: ReferralNumber): Promise<Instant | null> =>
  (await db.selectFrom('referral').select('status_at').where('number', '=', id).executeTakeFirstOrThrow())
    .status_at as Instant | null;

export const familyId = (key: number): string => `F${String(key).padStart(4, '0')}`;

export const keyOfFamily = (id: string): number => Number(id.slice(1));

export const isFamily = async (db: Db, key: number): Promise<boolean> =>
  (await db.selectFrom('family').select('id').where('id', '=', key).executeTakeFirst()) !== undefined;

/** What the families of these referrals are called, in the order given. */
export async function familyNames(db: Db, ids: readonly ReferralNumber[]): Promise<NamedFamily[]> {
  const found = await inChunks(ids, (some) =>
    db.selectFrom('referral').select('id').where('number', 'in', some).execute(),
  );
  const referrals = await referralsByKey(
    db,
    found.map((row) => row.id),
  );
  const named = new Map(
    referrals.map((r) => [r.id, { referral: r.id, name: familyName(r.family), status: r.state.status }]),
  );
  return ids.flatMap((id) => named.get(id) ?? []);
}

import type { Referral } from '../rules/referral.ts';
import type { CaseNumber, ProgramCode, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import type { CaseLine } from './cases.ts';
import { nameOf } from './columns.ts';
import { namesOf } from './names.ts';
import { referralsByKey } from './referrals.ts';
import type { Db } from './tables.ts';

/** Everything of a kind, some rows at a time, so that the memory needed does not grow with the records. */

/** So many rows fit one statement and little memory. */
const PAGE = 500;

/** Pages in the order in which the rows were made, each found from where the last one ended. */
async function* pages<Row extends { id: number }>(
  from: (after: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let after = 0; ; ) {
    const rows = await from(after);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

export interface ReferralWithNotes {
  referral: Referral;
  /** What of its form fits no field. */
  leftovers: string[];
}

/** Every referral, ended ones too, in the order taken in. */
export async function* referralPages(db: Db): AsyncGenerator<ReferralWithNotes[]> {
  const rows = (after: number) =>
    db.selectFrom('referral').select('id').where('id', '>', after).orderBy('id').limit(PAGE).execute();
  for await (const page of pages(rows)) {
    const keys = page.map(({ id }) => id);
    const notes = await leftoversOf(db, keys);
    const referrals = await referralsByKey(db, keys);
    yield referrals.map((referral, i) => ({ referral, leftovers: notes.get(keys[i]!) ?? [] }));
  }
}

async function leftoversOf(db: Db, keys: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('intake_source')
    .select(['referral_id', 'leftovers'])
    .where('referral_id', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.referral_id, JSON.parse(row.leftovers) as string[]]));
}

/** How many people of each kind any one referral has at most. */
export async function mostPeople(db: Db): Promise<{ caregivers: number; children: number }> {
  const rows = await db
    .selectFrom('person')
    .select((e) => ['role', e.fn.max('position').as('last')])
    .groupBy('role')
    .execute();
  const of = (role: string) => Number(rows.find((row) => row.role === role)?.last ?? -1) + 1;
  return { caregivers: of('caregiver'), children: of('child') };
}

/** A placement with what a list of them needs. */
export interface Placement extends Omit<CaseLine, 'override'> {
  family: string | null;
  county: string | null;
  place: number;
  endReason: string | null;
}

/** Every case, ended ones too, first to last. */
export async function* placementPages(db: Db): AsyncGenerator<Placement[]> {
  for await (const page of pages((after) => placementRows(db, after).execute())) {
    yield page.map((row) => ({
      id: row.number as CaseNumber,
      referral: row.referral as ReferralNumber,
      family: nameOf(row.caregiver ?? row.child),
      county: row.county,
      program: row.program as ProgramCode,
      specialist: row.code as SpecialistCode,
      place: row.place,
      status: row.status,
      assignedAt: row.assigned_at,
      endedAt: row.ended_at,
      endReason: row.end_reason,
    }));
  }
}

const placementRows = (db: Db, after: number) =>
  db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .where('c.id', '>', after)
    .select(['c.id', 'c.number', 'r.number as referral', 'r.county', 's.code', 'c.program', 'c.place'])
    .select(['c.status', 'c.assigned_at', 'c.ended_at', 'c.end_reason'])
    .select(namesOf)
    .orderBy('c.id')
    .limit(PAGE);

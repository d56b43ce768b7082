import type { KeptTapa, NotedTapa, TapaNumber } from '../rules/tapa.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import type { Writing } from './journal.ts';
import { referralKey } from './referrals.ts';
import type { Db } from './tables.ts';

/** TAPAs that were noted before their families were referred. */

const numberOf = (key: number): TapaNumber => `T${String(key).padStart(4, '0')}` as TapaNumber;
const keyOf = (id: TapaNumber): number => Number(id.slice(1));

/** Notes one and returns its number. */
export async function addTapa(writing: Writing, facts: Omit<NotedTapa, 'id'>): Promise<TapaNumber> {
  const { family, county, worker, agreedOn, writtenOn } = facts;
  const nothingYet = { referral_id: null, closed_on: null, closed_reason: null, closed_note: null };
  const columns = { family, county, worker, agreed_on: agreedOn, written_on: writtenOn };
  return numberOf(await writing.insert('tapa', { ...columns, ...nothingYet }));
}

export const setTapaWritten = (writing: Writing, id: TapaNumber, on: CalendarDate): Promise<void> =>
  writing.update('tapa', keyOf(id), { written_on: on });

/** The family of the TAPA was referred: what was noted of it stands with the referral from now on. */
export async function setTapaReferral(
  writing: Writing,
  id: TapaNumber,
  referral: ReferralNumber,
): Promise<void> {
  await writing.update('tapa', keyOf(id), { referral_id: await referralKey(writing.db, referral) });
}

/** No referral is to come for it. */
export const closeTapa = (
  writing: Writing,
  id: TapaNumber,
  { on, code, note }: NonNullable<KeptTapa['closed']>,
): Promise<void> =>
  writing.update('tapa', keyOf(id), { closed_on: on, closed_reason: code, closed_note: note });

/** Those whose families are not referred yet, the oldest agreement first. */
export const notedTapas = async (db: Db): Promise<KeptTapa[]> =>
  (await rows(db).where('t.referral_id', 'is', null).where('t.closed_on', 'is', null).execute()).map(kept);

/** Every one, those that are referred or closed too. */
export const allTapas = async (db: Db): Promise<KeptTapa[]> => (await rows(db).execute()).map(kept);

/** The one with this number, or `null`. */
export async function tapaByNumber(db: Db, id: TapaNumber): Promise<KeptTapa | null> {
  const row = await rows(db).where('t.id', '=', keyOf(id)).executeTakeFirst();
  return row ? kept(row) : null;
}

const rows = (db: Db) =>
  db
    .selectFrom('tapa as t')
    .leftJoin('referral as r', 'r.id', 't.referral_id')
    .selectAll('t')
    .select('r.number')
    .orderBy('t.agreed_on')
    .orderBy('t.id');

type TapaRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const kept = (row: TapaRow): KeptTapa => ({
  id: numberOf(row.id),
  family: row.family,
  county: row.county,
  worker: row.worker,
  agreedOn: row.agreed_on as CalendarDate,
  writtenOn: row.written_on as CalendarDate | null,
  referral: row.number as ReferralNumber | null,
  closed:
    row.closed_on === null
      ? null
      : {
          on: row.closed_on as CalendarDate,
          code: row.closed_reason ?? '',
          note: row.closed_note,
        },
});

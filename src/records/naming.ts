import { nameWords } from '../rules/name-keys.ts';
import type { ReferralNumber } from '../rules/words.ts';
import type { Db } from './tables.ts';

/** `R26-0042`, `r26-42`: the year and the number of it. */
const written = /^r(\d{2})-0*(\d+)$/i;
const bare = /^0*(\d{1,9})$/;

/**
 * The referrals that somebody may mean by `what`: a number as written, a bare number of any year, or a
 * word of a caregiver's or child's name.
 */
export async function referralsNamed(db: Db, what: string): Promise<ReferralNumber[]> {
  const full = written.exec(what);
  if (full) return bySequence(db, Number(full[2]), 2000 + Number(full[1]));
  const short = bare.exec(what);
  if (short) return bySequence(db, Number(short[1]));
  return byName(db, what);
}

async function bySequence(db: Db, sequence: number, year?: number): Promise<ReferralNumber[]> {
  let query = db.selectFrom('referral').select('number').where('sequence', '=', sequence);
  if (year) query = query.where('year', '=', year);
  return (await query.orderBy('year', 'desc').execute()).map((row) => row.number as ReferralNumber);
}

async function byName(db: Db, what: string): Promise<ReferralNumber[]> {
  const words = nameWords(what);
  if (words.length === 0) return [];
  const rows = await db
    .selectFrom('person_key as k')
    .innerJoin('person as p', 'p.id', 'k.person_id')
    .innerJoin('referral as r', 'r.id', 'p.referral_id')
    .select(['r.id', 'r.number', 'p.name'])
    .where('k.key', '=', `n:${words[0]}`)
    .execute();
  const fits = rows.filter((row) => words.every((word) => nameWords(row.name ?? '').includes(word)));
  return [...new Set(fits.map((row) => row.number as ReferralNumber))].sort();
}

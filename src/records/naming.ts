import { nameWords } from '../rules/name-keys.ts';
import { findableWords, typedWord } from '../rules/word-fit.ts';
import type { ReferralNumber } from '../rules/words.ts';
import type { Db } from './tables.ts';

/** `R26-0042`, `r26-42`: the year and the number of it. */
const written = /^r(\d{2})-0*(\d+)$/i;
/** So many words of a name are looked up; the rest is compared. */
const MOST_WORDS = 6;
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
  const words = nameWords(what).map(typedWord);
  if (words.length === 0) return [];
  let query = db
    .selectFrom('search_key as k')
    .innerJoin('person as p', 'p.referral_id', 'k.referral_id')
    .innerJoin('referral as r', 'r.id', 'k.referral_id')
    .select(['r.number', 'p.name'])
    .where('k.key', '=', `n:${words[0]}`);
  for (const word of words.slice(1, MOST_WORDS)) {
    const others = db.selectFrom('search_key').select('referral_id').where('key', '=', `n:${word}`);
    query = query.where('k.referral_id', 'in', others);
  }
  const rows = await query.execute();
  const fits = rows.filter((row) => words.every((word) => findableWords(row.name ?? '').includes(word)));
  return [...new Set(fits.map((row) => row.number as ReferralNumber))].sort();
}

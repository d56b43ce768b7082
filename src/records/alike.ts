import { type Expression, sql } from 'kysely';
import type { FamilyFacts } from '../rules/likeness.ts';
import { searchKeysOf } from '../rules/name-keys.ts';
import type { Referral } from '../rules/referral.ts';
import { referralsByKey } from './referrals.ts';
import type { Db } from './tables.ts';

/** Families with the most keys in common are compared; beyond these few the likeness is by chance. */
const MOST_CANDIDATES = 200;

/** A phone or an email that is shared tells more than the sound of a common name. */
const weight = (key: Expression<string>) => sql<number>`case substr(${key}, 1, 1)
  when 'p' then 4 when 'e' then 4 when 'b' then 2 when 'a' then 2 else 1 end`;

/** The earlier referrals whose people share a sound, birth date, phone or address with these. */
export const referralsPerhapsAlike = (db: Db, family: FamilyFacts): Promise<Referral[]> =>
  perhapsAlikeIn(db)(family);

/**
 * The same for many families, one after the other, reading each referral once: for a transaction that adds referrals
 * and changes none, since under its lock nobody else does.
 */
export function perhapsAlikeIn(db: Db): (family: FamilyFacts) => Promise<Referral[]> {
  const read = new Map<number, Referral>();
  return async (family) => {
    const keys = await keysPerhapsAlike(db, family);
    const fresh = keys.filter((key) => !read.has(key));
    for (const [i, referral] of (await referralsByKey(db, fresh)).entries()) read.set(fresh[i]!, referral);
    return keys.map((key) => read.get(key)!);
  };
}

async function keysPerhapsAlike(db: Db, family: FamilyFacts): Promise<number[]> {
  const people = [
    ...family.caregivers,
    ...family.children.map((child) => ({ ...child, phone: null, address: null })),
  ];
  const keys = [...new Set(people.flatMap((person) => searchKeysOf(person)))];
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('search_key as k')
    .where('k.key', 'in', keys)
    .groupBy('k.referral_id')
    .select('k.referral_id')
    .orderBy((e) => e.fn.sum(weight(e.ref('k.key'))), 'desc')
    .orderBy('k.referral_id', 'desc')
    .limit(MOST_CANDIDATES)
    .execute();
  return rows.map((row) => row.referral_id);
}

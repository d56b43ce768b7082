import type { ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { inChunks } from './columns.ts';
import type { Db } from './tables.ts';

/** What people call the referrals and specialists that rows name by their keys. */
export interface SubjectNames {
  referrals: Readonly<Record<number, ReferralNumber>>;
  specialists: Readonly<Record<number, SpecialistCode>>;
}

/** The numbers and codes of these keys; a key of nothing that is there is left out. */
export async function subjectNames(
  db: Db,
  keys: { referrals: readonly number[]; specialists: readonly number[] },
): Promise<SubjectNames> {
  const referrals = await inChunks(keys.referrals, (some) =>
    db.selectFrom('referral').select(['id', 'number']).where('id', 'in', some).execute(),
  );
  const specialists = await inChunks(keys.specialists, (some) =>
    db.selectFrom('specialist').select(['id', 'code']).where('id', 'in', some).execute(),
  );
  return {
    referrals: Object.fromEntries(referrals.map(({ id, number }) => [id, number as ReferralNumber])),
    specialists: Object.fromEntries(specialists.map(({ id, code }) => [id, code as SpecialistCode])),
  };
}

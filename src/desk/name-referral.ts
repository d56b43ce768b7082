import { referralsNamed } from '../records/naming.ts';
import { familyNames } from '../records/referrals.ts';
import { familyName } from '../rules/referral.ts';
import { type NamedFamily, Refusal } from '../rules/refusal.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { type Desk, look } from './desk.ts';
import { type Found, findIn } from './find.ts';

/** Beyond these few, more would only scroll the answer away. */
const MOST_SHOWN = 12;
/** A clear fit of who refers can come behind rough ones of a family. */
const MOST_WEIGHED = 50;
const MOST_SUGGESTED = 3;

/**
 * The referral that somebody means: by its number (`R26-0042`, `r26-42`, `42`), by a name of the family, or by anything
 * else that finds one. Refuses (exit 2) what fits several, which are listed, and (exit 3) what fits none; what only
 * resembles what was typed is suggested there. None is guessed.
 */
export const resolveReferral = (desk: Desk, what: string): Promise<ReferralNumber> =>
  look(desk, async (db) => {
    const named = await referralsNamed(db, what.trim());
    if (named.length === 1) return named[0]!;
    if (named.length > 1)
      throw several(what, await familyNames(db, named.slice(0, MOST_SHOWN)), named.length);
    const { found, total } = await findIn(db, desk, what, MOST_WEIGHED);
    const clear = found.filter(({ isClear }) => isClear);
    if (clear.length === 0) throw none(what, found.slice(0, MOST_SUGGESTED).map(namedFamily));
    if (clear.length === 1) return clear[0]!.referral.id;
    const all = clear.length === found.length ? total : clear.length;
    throw several(what, clear.slice(0, MOST_SHOWN).map(namedFamily), all);
  });

/** Whether a referral has this number, or somebody of its family this name. */
export const isNameOfFamily = (desk: Desk, what: string): Promise<boolean> =>
  look(desk, async (db) => (await referralsNamed(db, what.trim())).length > 0);

const namedFamily = ({ referral }: Pick<Found, 'referral'>): NamedFamily => ({
  referral: referral.id,
  name: familyName(referral.family),
  status: referral.state.status,
});

const several = (what: string, families: readonly NamedFamily[], total: number) =>
  new Refusal({
    kind: 'invalid',
    code: 'several_referrals',
    message: `“${what.slice(0, 80)}” fits ${total} referrals.`,
    families,
    reasons: total > families.length ? [`and ${total - families.length} more`] : [],
    hint: 'Give the number of the one you mean.',
    details: { referrals: families.map(({ referral }) => referral) },
  });

const none = (what: string, families: readonly NamedFamily[]) =>
  new Refusal({
    kind: 'not_found',
    code: 'no_such_referral',
    message: `There is no referral “${what.slice(0, 80)}”.${families.length > 0 ? ' Did you mean:' : ''}`,
    families,
    hint:
      families.length > 0
        ? 'If it is meant, give its number.'
        : 'Give its number, such as R26-0042 or 42, or a name of the family. See them all: iis referral list --all',
  });

/** What the families of these referrals are called. */
export const namesOf = (
  desk: Desk,
  ids: readonly ReferralNumber[],
): Promise<Map<ReferralNumber, string | null>> =>
  look(
    desk,
    async (db) => new Map((await familyNames(db, ids)).map(({ referral, name }) => [referral, name])),
  );

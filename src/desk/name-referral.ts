import { referralsNamed } from '../records/naming.ts';
import { familyNames } from '../records/referrals.ts';
import { Refusal } from '../rules/refusal.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { type Desk, look } from './desk.ts';

/** Beyond these few, more would only scroll the answer away. */
const MOST_SHOWN = 12;

/**
 * The referral that somebody means by its number (`R26-0042`, `r26-42`, `42`) or by a name of the family.
 * Refuses (exit 3) what fits none, and (exit 2) what fits several, which are listed: none is guessed.
 */
export const resolveReferral = (desk: Desk, what: string): Promise<ReferralNumber> =>
  look(desk, async (db) => {
    const found = await referralsNamed(db, what.trim());
    if (found.length === 1) return found[0]!;
    if (found.length === 0) {
      throw new Refusal({
        kind: 'not_found',
        code: 'no_such_referral',
        message: `There is no referral “${what.slice(0, 80)}”.`,
        hint: 'Give its number, such as R26-0042 or 42, or a name of the family. See them all: iis referral list --all',
      });
    }
    const shown = await familyNames(db, found.slice(0, MOST_SHOWN));
    const more = found.length > MOST_SHOWN ? [`and ${found.length - MOST_SHOWN} more`] : [];
    throw new Refusal({
      kind: 'invalid',
      code: 'several_referrals',
      message: `“${what.slice(0, 80)}” fits ${found.length} referrals.`,
      reasons: [
        ...shown.map(
          ({ referral, name, status }) => `${referral}  ${name ?? 'no name'}  (${status.replace('_', ' ')})`,
        ),
        ...more,
      ],
      names: shown.flatMap(({ name }) => name ?? []),
      hint: 'Give the number of the one you mean.',
      details: { referrals: found.slice(0, MOST_SHOWN) },
    });
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

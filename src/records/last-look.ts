import type { ReviewDecision } from '../rules/fins.ts';
import type { Instant } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { referralKey } from './referrals.ts';
import type { Db } from './tables.ts';

/** The last time that a family on the list was looked at: its review, or being listed. */
export interface LastLook {
  /** The action of it: what came later has changed since. */
  action: number;
  at: Instant;
  /** `null` where it was not reviewed since it was listed. */
  review: { by: string; decision: ReviewDecision; note: string | null } | null;
}

/** The last look at a family, or `null` where it is not on the list. */
export async function lastLook(db: Db, id: ReferralNumber): Promise<LastLook | null> {
  const entry = await db
    .selectFrom('fins_entry')
    .select(['id', 'added_at'])
    .where('referral_id', '=', await referralKey(db, id))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!entry) return null;
  const review = await db
    .selectFrom('fins_review')
    .select(['id', 'at', 'by', 'decision', 'note'])
    .where('entry_id', '=', entry.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!review) {
    return { action: await addedBy(db, 'fins_entry', entry.id), at: entry.added_at as Instant, review: null };
  }
  const { by, note } = review;
  return {
    action: await addedBy(db, 'fins_review', review.id),
    at: review.at as Instant,
    review: { by, decision: review.decision as ReviewDecision, note },
  };
}

/** The action that first added a row. */
async function addedBy(db: Db, table: 'fins_entry' | 'fins_review', row: number): Promise<number> {
  const { action } = await db
    .selectFrom('journal_change')
    .select((e) => e.fn.min('action_id').as('action'))
    .where('table_name', '=', table)
    .where('row_id', '=', row)
    .executeTakeFirstOrThrow();
  return action;
}

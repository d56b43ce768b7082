import { nextReviewDue, type ReviewRules } from '../fins.ts';
import type { Instant } from '../time.ts';
import type { Priority } from '../words.ts';

/**
 * What became of something that was due. `open`: its time is not over yet. `needless`: what it was for ended before its time
 * was over, so that nobody missed anything.
 */
export type Kept = 'in_time' | 'late' | 'missed' | 'open' | 'needless';

export interface Clock {
  /** The last moment, or day, at which it is in time. */
  dueAt: string;
  doneAt: string | null;
  /** When what it was for ended. */
  endedAt?: string | null;
  now: string;
}

/** All of a clock in moments, or all in days. */
export function keptAs({ dueAt, doneAt, endedAt = null, now }: Clock): Kept {
  if (doneAt !== null) return doneAt <= dueAt ? 'in_time' : 'late';
  if (endedAt !== null && endedAt <= dueAt) return 'needless';
  return now > dueAt ? 'missed' : 'open';
}

/** A stay on the list with its reviews, first to last. */
export interface LookedAt {
  program: string;
  /** Of the referral as it stands. */
  priority: Priority | null;
  addedAt: Instant;
  removedAt: Instant | null;
  reviews: readonly { at: Instant; priority: Priority }[];
}

export interface ReviewClock {
  /** The look that it is counted from: the listing, or a review. */
  from: Instant;
  doneAt: Instant | null;
  priority: Priority | null;
  kept: Kept;
}

/**
 * The reviews of a stay, each due so long after the look before it as the policy says for the risk that look found; the
 * first one for the risk that it found itself, since what a family was listed with is not kept apart.
 */
export function reviewClocks(stay: LookedAt, rules: ReviewRules & { now: Instant }): ReviewClock[] {
  const { program, priority, addedAt, removedAt, reviews } = stay;
  const looks = [{ at: addedAt, priority: reviews[0]?.priority ?? priority }, ...reviews];
  return looks.map(({ at, priority }, i) => {
    const doneAt = looks[i + 1]?.at ?? null;
    const dueAt = nextReviewDue({ addedAt: at, reviewedAt: null, priority, program }, rules);
    return {
      from: at,
      doneAt,
      priority,
      kept: keptAs({ dueAt, doneAt, endedAt: removedAt, now: rules.now }),
    };
  });
}

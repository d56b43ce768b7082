import type { ReferralStatus } from '../referral.ts';
import type { Instant } from '../time.ts';

/**
 * What a referral counts as, by its first final answer, whatever follows [001 Practice Alert PA22-CM-10]. The unit is the
 * referral. All figures of referrals go by this.
 */
export type Answer = 'accepted' | 'not_accepted' | Neither;

/** Neither accepted nor not accepted, by where the referral stands: or the year would not add up. */
export type Neither = (typeof neither)[number];

export const neither = ['pending', 'returned', 'withdrawn', 'closed'] as const;

export interface AnswerFacts {
  /** Of the first denial, for whatever reason; `null` where there is none. */
  deniedAt: Instant | null;
  /** When the first case whose service began was assigned; `null` where no specialist took the family. */
  servedFrom: Instant | null;
  status: ReferralStatus;
}

const ended: ReadonlySet<string> = new Set(neither.slice(1));

/**
 * Accepted: a specialist took the family before any denial. Not accepted: a denial came first, also where the family is
 * served later. A case goes by its assignment: while there is one, nothing but the case itself can be denied, and a service
 * that began never is.
 */
export function answerOf({ deniedAt, servedFrom, status }: AnswerFacts): Answer {
  if (servedFrom !== null && (deniedAt === null || servedFrom < deniedAt)) return 'accepted';
  if (deniedAt !== null) return 'not_accepted';
  return ended.has(status) ? (status as Neither) : 'pending';
}

/** Whether a family that was not accepted was served all the same, later. */
export const servedLater = (facts: AnswerFacts): boolean =>
  answerOf(facts) === 'not_accepted' && facts.servedFrom !== null;

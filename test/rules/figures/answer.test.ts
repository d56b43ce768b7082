import { describe, expect, it } from 'vitest';
import { answerOf, servedLater } from '../../../src/rules/figures/answer.ts';
import type { ReferralStatus } from '../../../src/rules/referral.ts';
import type { Instant } from '../../../src/rules/time.ts';

const [first, later] = ['2020-07-01T15:00:00Z', '2020-07-02T15:00:00Z'] as Instant[] as [Instant, Instant];

describe('what a referral counts as', () => {
  it.each<[Instant | null, Instant | null, ReferralStatus, string, boolean]>([
    [null, first, 'accepted', 'accepted', false],
    [null, first, 'closed', 'accepted', false],
    [later, first, 'not_accepted', 'accepted', false],
    [first, null, 'not_eligible', 'not_accepted', false],
    [first, null, 'eligible', 'not_accepted', false],
    [first, null, 'withdrawn', 'not_accepted', false],
    [first, later, 'closed', 'not_accepted', true],
    // Listed for lack of an opening and placed within the same second: the denial came first.
    [first, first, 'accepted', 'not_accepted', true],
    [null, null, 'received', 'pending', false],
    [null, null, 'eligible', 'pending', false],
    [null, null, 'assigned', 'pending', false],
    [null, null, 'returned', 'returned', false],
    [null, null, 'withdrawn', 'withdrawn', false],
    [null, null, 'closed', 'closed', false],
  ])('denied %s, served from %s, %s: %s', (deniedAt, servedFrom, status, answer, isLater) => {
    expect(answerOf({ deniedAt, servedFrom, status })).toBe(answer);
    expect(servedLater({ deniedAt, servedFrom, status })).toBe(isLater);
  });
});

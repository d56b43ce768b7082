import { describe, expect, it } from 'vitest';
import book from '../../data/reasons.json';
import { followUps, type ReasonRecord } from '../../src/rules/reason-effects.ts';
import { effectInWords, type ReasonBook } from '../../src/rules/reasons.ts';
import type { Instant } from '../../src/rules/time.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';

const zone = 'America/Chicago';
const reasons = book as ReasonBook;
const utc = (text: string) => text as Instant;
const monday = utc('2026-10-05T14:00:00Z');

const record = (more: Partial<ReasonRecord>): ReasonRecord => ({
  referral: 'R26-0001' as ReferralNumber,
  family: null,
  priority: null,
  status: 'closed',
  statusSince: monday,
  statusReason: null,
  denial: null,
  removal: null,
  lastReachedAt: null,
  fcsOffered: false,
  referredAgain: false,
  ...more,
});

const at = (text: string, reason: string) => ({ reason, at: utc(text) });
const unwilling = { statusReason: 'family_unwilling' };

const cases: [what: string, given: Partial<ReasonRecord>, follows: string | null][] = [
  ['30 days after, from the beginning of the day', unwilling, 'ask_again 2026-11-04T06:00:00Z'],
  [
    'across the change to daylight saving time',
    { ...unwilling, statusSince: utc('2026-02-20T18:00:00Z') },
    'ask_again 2026-03-22T05:00:00Z',
  ],
  [
    'late in the evening, by the day of the circuit',
    { ...unwilling, statusSince: utc('2026-10-06T04:30:00Z') },
    'ask_again 2026-11-04T06:00:00Z',
  ],
  ['the days of the reason', { statusReason: 'not_reached' }, 'ask_again 2026-10-19T05:00:00Z'],
  [
    'returned',
    { status: 'returned', statusReason: 'family_has_not_agreed' },
    'ask_again 2026-11-04T06:00:00Z',
  ],
  ['a reason that nothing follows from', { statusReason: 'moved_away' }, null],
  ['no reason', {}, null],
  ['a reason that is no longer in the book', { statusReason: 'gone' }, null],
  [
    'reached too early',
    { ...unwilling, lastReachedAt: utc('2026-11-04T05:59:59Z') },
    'ask_again 2026-11-04T06:00:00Z',
  ],
  ['reached when it was due', { ...unwilling, lastReachedAt: utc('2026-11-04T06:00:00Z') }, null],
  ['referred again', { ...unwilling, referredAgain: true }, null],
  ['FCS at once', { statusReason: 'risk_too_low' }, 'offer_fcs 2026-10-05T14:00:00Z'],
  ['FCS were offered', { statusReason: 'risk_too_low', fcsOffered: true }, null],
  [
    'denied',
    { status: 'not_eligible', denial: at('2026-10-05T14:00:00Z', 'family_unwilling') },
    'ask_again 2026-11-04T06:00:00Z',
  ],
  [
    'denied before it was screened again',
    { status: 'not_eligible', denial: at('2026-10-04T14:00:00Z', 'family_unwilling') },
    null,
  ],
  [
    'denied, then eligible',
    { status: 'eligible', denial: at('2026-10-05T14:00:00Z', 'family_unwilling') },
    null,
  ],
  [
    'off the list',
    { status: 'eligible', removal: at('2026-10-07T14:00:00Z', 'family_unwilling') },
    'ask_again 2026-11-06T06:00:00Z',
  ],
  [
    'off the list before it was taken up again',
    { status: 'received', removal: at('2026-10-01T14:00:00Z', 'family_unwilling') },
    null,
  ],
  [
    'off the list after it was denied: the last one counts',
    {
      status: 'not_eligible',
      denial: at('2026-10-05T14:00:00Z', 'family_unwilling'),
      removal: at('2026-10-06T14:00:00Z', 'risk_too_low'),
    },
    'offer_fcs 2026-10-06T14:00:00Z',
  ],
  ['placed', { status: 'assigned', removal: at('2026-10-06T14:00:00Z', 'family_unwilling') }, null],
];

describe('what follows from a reason', () => {
  it.each(cases)('%s', (_, given, follows) => {
    const found = followUps(reasons, [record(given)], zone).map(({ kind, dueAt }) => `${kind} ${dueAt}`);
    expect(found).toEqual(follows === null ? [] : [follows]);
  });

  it('is told soonest first', () => {
    const second = { referral: 'R26-0002' as ReferralNumber, statusReason: 'risk_too_low' };
    const found = followUps(reasons, [record(unwilling), record(second)], zone);
    expect(found.map(({ referral }) => referral)).toEqual(['R26-0002', 'R26-0001']);
  });
});

describe('data/reasons.json', () => {
  it('every reason has a class and an effect of the book', () => {
    for (const { class: kind, effect } of reasons.reasons) {
      expect(reasons.classes).toHaveProperty(kind);
      expect(reasons.effects).toHaveProperty(effect);
    }
  });

  it('to ask again has whole days, and nothing else has', () => {
    for (const reason of reasons.reasons) {
      const days = reason.afterDays ?? 0;
      expect(reason.effect === 'ask_again').toBe(Number.isInteger(days) && days > 0);
      expect(effectInWords(reasons, reason)).not.toContain('{');
    }
  });
});

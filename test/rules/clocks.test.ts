import { describe, expect, it } from 'vitest';
import { contactDueAt, daysOnList, reviewDueAt, tapaDeadlines } from '../../src/rules/clocks.ts';
import { at, chicago, clock, day, missouri, utc } from './chicago.ts';

describe('the clock of a referral', () => {
  it.each([
    ['2026-10-02 16:00', 48, '2026-10-06 16:00'],
    ['2026-10-03 08:00', 48, '2026-10-07 00:00'],
    ['2026-10-09 16:00', 48, '2026-10-14 16:00'],
    ['2026-10-05 16:00', 24, '2026-10-06 16:00'],
  ])('received %s, contact within %i business hours is due %s', (received, hours, due) => {
    expect(clock(contactDueAt(at(received), hours, chicago, missouri))).toBe(due);
  });
});

describe('the clock of a FINS review', () => {
  it.each([
    ['the next day', '2026-10-05 09:00', { businessDays: 1 }, '2026-10-07 00:00'],
    ['late in the evening', '2026-10-05 23:59', { businessDays: 1 }, '2026-10-07 00:00'],
    ['over a weekend', '2026-10-02 09:00', { businessDays: 1 }, '2026-10-06 00:00'],
    ['over a holiday', '2026-10-09 09:00', { businessDays: 1 }, '2026-10-14 00:00'],
    ['three days', '2026-10-05 09:00', { days: 3 }, '2026-10-09 00:00'],
    ['three days end on a weekend', '2026-10-01 09:00', { days: 3 }, '2026-10-05 00:00'],
    ['seven days over clocks going forward', '2026-03-05 09:00', { days: 7 }, '2026-03-13 00:00'],
    ['the day clocks go back', '2026-10-31 09:00', { days: 1 }, '2026-11-02 00:00'],
  ])('%s: reviewed %s', (_, reviewed, interval, due) => {
    expect(clock(reviewDueAt(at(reviewed), interval, chicago, missouri))).toBe(due);
  });

  it('goes by the local day, not by that of UTC', () => {
    const reviewed = utc('2026-10-06T03:00:00Z');
    expect(reviewDueAt(reviewed, { days: 1 }, chicago, missouri)).toBe('2026-10-07T05:00:00Z');
  });
});

describe('days on the FINS list', () => {
  it.each([
    ['2026-10-05 00:01', '2026-10-05', 0],
    ['2026-10-05 23:59', '2026-10-06', 1],
    ['2026-03-07 23:00', '2026-03-09', 2],
    ['2026-10-31 23:00', '2026-11-02', 2],
    ['2026-12-30 12:00', '2027-01-02', 3],
  ])('from %s to %s are %i', (added, today, days) => {
    expect(daysOnList(at(added), day(today), chicago)).toBe(days);
  });
});

describe('an agreement on alternative placement', () => {
  it.each([
    ['2026-10-05', '2026-10-08', '2027-01-03'],
    ['2026-10-08', '2026-10-14', '2027-01-06'],
    ['2026-10-10', '2026-10-15', '2027-01-08'],
  ])('made %s is written by %s and ends on %s', (date, writtenBy, endsOn) => {
    const policy = { writtenWithinBusinessDays: 3, lastsDays: 90 };
    expect(tapaDeadlines(day(date), policy, missouri)).toEqual({ writtenBy, endsOn });
  });

  it('goes by the numbers of the policy', () => {
    const policy = { writtenWithinBusinessDays: 1, lastsDays: 30 };
    expect(tapaDeadlines(day('2026-10-02'), policy, missouri)).toEqual({
      writtenBy: '2026-10-05',
      endsOn: '2026-11-01',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { daysOff, daysOffBetween } from '../../src/rules/days-off.ts';
import { addMs } from '../../src/rules/time.ts';
import { chicago, day, missouri, utc } from './chicago.ts';

describe('the days that do not count', () => {
  it.each([
    ['within a day', '2026-10-05', '2026-10-05', []],
    ['a weekend', '2026-10-02', '2026-10-05', ['2026-10-03 Saturday', '2026-10-04 Sunday']],
    [
      'a holiday behind a weekend',
      '2026-10-09',
      '2026-10-13',
      ['2026-10-10 Saturday', '2026-10-11 Sunday', '2026-10-12 Columbus Day'],
    ],
    [
      'a holiday on a Saturday is kept on Friday; the Saturday is a weekend',
      '2026-07-02',
      '2026-07-04',
      ['2026-07-03 Independence Day', '2026-07-04 Saturday'],
    ],
    ['a day that ends before it begins', '2026-10-05', '2026-10-04', []],
  ])('%s', (_, from, to, found) => {
    const days = daysOff(day(from), day(to), missouri);
    expect(days.map(({ day: date, because }) => `${date} ${because}`)).toEqual(found);
  });

  it.each([
    ['midnight ends the day before', '2026-10-03T05:00:00Z', []],
    ['a second later the Saturday has begun', '2026-10-03T05:00:01Z', ['2026-10-03']],
  ])('%s', (_, to, found) => {
    const from = addMs(utc(to), -12 * 3_600_000);
    expect(daysOffBetween(from, utc(to), chicago, missouri).map(({ day: date }) => date)).toEqual(found);
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { toInstant } from '../../src/rules/time.ts';
import {
  addDays,
  ageOn,
  calendarDate,
  dateIn,
  daysBetween,
  instantOf,
  monthsLater,
  partsIn,
  startOfDay,
  weekdayOf,
} from '../../src/rules/zone.ts';
import { chicago, day, onEachMachine, utc } from './chicago.ts';

const zones = [
  chicago,
  'UTC',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
// Clocks in these zones were changed at midnight, by half an hour, or twice within weeks in these years.
const anyMoment = fc
  .integer({ min: Date.UTC(2012, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 })
  .map((seconds) => toInstant(seconds * 1000));
const anyDay = fc.integer({ min: 0, max: 6500 }).map((n) => addDays(day('2012-01-01'), n));

describe('the clock of a zone', () => {
  it.each([
    ['2026-10-05T14:30:00Z', '2026-10-05', 9, 30, 1],
    ['2026-01-05T04:59:59Z', '2026-01-04', 22, 59, 0],
    ['2026-03-08T07:59:59Z', '2026-03-08', 1, 59, 0],
    ['2026-03-08T08:00:00Z', '2026-03-08', 3, 0, 0],
    ['2026-11-01T06:59:59Z', '2026-11-01', 1, 59, 0],
    ['2026-11-01T07:00:00Z', '2026-11-01', 1, 0, 0],
    ['2026-01-01T05:59:59Z', '2025-12-31', 23, 59, 3],
    ['2026-01-01T06:00:00Z', '2026-01-01', 0, 0, 4],
  ])('%s shows %s %i:%i', (moment, date, hour, minute, weekday) => {
    expect(partsIn(utc(moment), chicago)).toMatchObject({ date, hour, minute, weekday });
    expect(dateIn(utc(moment), chicago)).toBe(date);
  });

  it.each([
    ['an ordinary time', '2026-10-05', 9, 30, '2026-10-05T14:30:00Z'],
    ['a skipped time moves forward', '2026-03-08', 2, 30, '2026-03-08T08:30:00Z'],
    ['the first skipped minute', '2026-03-08', 2, 0, '2026-03-08T08:00:00Z'],
    ['the minute before the gap', '2026-03-08', 1, 59, '2026-03-08T07:59:00Z'],
    ['of a time that comes twice, the first', '2026-11-01', 1, 30, '2026-11-01T06:30:00Z'],
    ['after the overlap', '2026-11-01', 2, 0, '2026-11-01T08:00:00Z'],
    ['before the overlap', '2026-11-01', 0, 59, '2026-11-01T05:59:00Z'],
  ])('%s: %s %i:%i', (_, date, hour, minute, moment) => {
    expect(instantOf({ date: day(date), hour, minute }, chicago)).toBe(moment);
  });

  it.each([
    ['2026-03-08', chicago, '2026-03-08T06:00:00Z'],
    ['2026-03-09', chicago, '2026-03-09T05:00:00Z'],
    ['2026-11-01', chicago, '2026-11-01T05:00:00Z'],
    ['2026-11-02', chicago, '2026-11-02T06:00:00Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00Z'],
  ])('%s begins in %s at %s', (date, zone, moment) => {
    expect(startOfDay(day(date), zone)).toBe(moment);
  });

  it('shows the same again for the moment read off it', () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom(...zones), (moment, zone) => {
        const parts = partsIn(moment, zone);
        const again = instantOf(parts, zone);
        expect(again <= moment).toBe(true);
        expect(partsIn(again, zone)).toEqual(parts);
      }),
    );
  });

  it('begins each day with its first moment', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...zones), (date, zone) => {
        const start = startOfDay(date, zone);
        expect(dateIn(start, zone)).toBe(date);
        expect(dateIn(toInstant(Date.parse(start) - 1000), zone)).toBe(addDays(date, -1));
      }),
    );
  });

  it('does not depend on the zone of the machine', async () => {
    const moments = Array.from({ length: 400 }, (_, i) => toInstant(Date.UTC(2026, 0, 1) + i * 79_000_000));
    const { answers, hours } = await onEachMachine(() =>
      moments.map((moment) => [partsIn(moment, chicago), startOfDay(dateIn(moment, chicago), chicago)]),
    );
    expect(new Set(hours).size).toBeGreaterThanOrEqual(6);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('answers the same when the process says that it runs in the zone', async () => {
    const moments = Array.from({ length: 3000 }, (_, i) => toInstant(Date.UTC(2025, 0, 1) + i * 26_000_000));
    const expected = moments.map((moment) => partsIn(moment, chicago));
    for (const name of [chicago, 'america/chicago']) {
      vi.resetModules();
      const fresh = await import('../../src/rules/zone.ts');
      const own = process.env.TZ;
      process.env.TZ = name;
      fresh.processRunsIn(name);
      expect(moments.map((moment) => fresh.partsIn(moment, name))).toEqual(expected);
      if (own === undefined) delete process.env.TZ;
      else process.env.TZ = own;
    }
  });

  it('refuses to reckon in a zone that does not exist', () => {
    expect(() => dateIn(utc('2026-10-05T14:30:00Z'), 'Missouri')).toThrow('Missouri is not a time zone.');
  });
});

describe('days of the calendar', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-05', 0, '2026-10-05'],
  ])('%s and %i days is %s', (date, n, later) => {
    expect(addDays(day(date), n)).toBe(later);
    expect(daysBetween(day(date), day(later))).toBe(n);
  });

  it.each([
    ['2026-10-05', 3, '2027-01-05'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-05-31', -1, '2026-04-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s and %i months are %s', (date, months, later) => {
    expect(monthsLater(day(date), months)).toBe(later);
  });

  it('so many months later the day is the same, or the last of its month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const later = monthsLater(date, months);
        const whole = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
        expect(whole(later) - whole(date)).toBe(months);
        if (later.slice(8) !== date.slice(8)) {
          expect(Number(later.slice(8))).toBeLessThan(Number(date.slice(8)));
          expect(addDays(later, 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  it.each([
    ['2026-10-04', 0],
    ['2026-10-05', 1],
    ['2026-10-10', 6],
    ['2024-02-29', 4],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(day(date))).toBe(weekday);
  });

  it.each([
    [2026, 2, 29, null],
    [2024, 2, 29, '2024-02-29'],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [2026, 4, 31, null],
    [2026, 4, 0, null],
    [15, 3, 14, '0015-03-14'],
    [2026, 1, 1, '2026-01-01'],
  ])('%i-%i-%i is %s', (year, month, dayOfMonth, date) => {
    expect(calendarDate(year, month, dayOfMonth)).toBe(date);
  });

  it.each([
    ['2015-03-14', '2026-10-05', 11, 6],
    ['2015-03-14', '2026-03-14', 11, 0],
    ['2015-03-14', '2026-03-13', 10, 11],
    ['2026-09-06', '2026-10-05', 0, 0],
    ['2026-09-05', '2026-10-05', 0, 1],
    ['2024-02-29', '2025-02-28', 0, 11],
    ['2024-02-29', '2025-03-01', 1, 0],
    ['2024-02-29', '2028-02-29', 4, 0],
    ['2026-01-31', '2026-02-28', 0, 0],
    ['2026-01-31', '2026-03-01', 0, 1],
    ['2026-10-05', '2026-10-05', 0, 0],
    ['2026-12-01', '2026-10-05', -1, 10],
  ])('born %s is on %s %i years and %i months old', (born, on, years, months) => {
    expect(ageOn(day(born), day(on))).toEqual({ years, months });
  });
});

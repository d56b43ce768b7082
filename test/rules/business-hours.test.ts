import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addBusinessHours,
  businessHoursBetween,
  isBusinessDay,
} from '../../src/rules/business-hours.ts';
import { holidaysKeptIn } from '../../src/rules/holidays.ts';
import { toInstant } from '../../src/rules/time.ts';
import { weekdayOf } from '../../src/rules/zone.ts';
import { at, chicago, clock, day, holidayRules, missouri, onEachMachine } from './chicago.ts';

describe('the state holidays of Missouri', () => {
  const names = {
    newYear: "New Year's Day",
    king: 'Martin Luther King Jr. Day',
    lincoln: 'Lincoln Day',
    washington: "Washington's Birthday",
    truman: 'Truman Day',
    memorial: 'Memorial Day',
    juneteenth: 'Juneteenth',
    independence: 'Independence Day',
    labor: 'Labor Day',
    columbus: 'Columbus Day',
    veterans: 'Veterans Day',
    thanksgiving: 'Thanksgiving Day',
    christmas: 'Christmas Day',
  };
  // Years in which holidays fall on Saturdays and Sundays, New Year's Day of the next year among them.
  const kept: Record<number, [string, string][]> = {
    2021: [
      ['2021-01-01', names.newYear],
      ['2021-01-18', names.king],
      ['2021-02-12', names.lincoln],
      ['2021-02-15', names.washington],
      ['2021-05-07', names.truman],
      ['2021-05-31', names.memorial],
      ['2021-06-18', names.juneteenth],
      ['2021-07-05', names.independence],
      ['2021-09-06', names.labor],
      ['2021-10-11', names.columbus],
      ['2021-11-11', names.veterans],
      ['2021-11-25', names.thanksgiving],
      ['2021-12-24', names.christmas],
      ['2021-12-31', names.newYear],
    ],
    2022: [
      ['2022-01-17', names.king],
      ['2022-02-11', names.lincoln],
      ['2022-02-21', names.washington],
      ['2022-05-09', names.truman],
      ['2022-05-30', names.memorial],
      ['2022-06-20', names.juneteenth],
      ['2022-07-04', names.independence],
      ['2022-09-05', names.labor],
      ['2022-10-10', names.columbus],
      ['2022-11-11', names.veterans],
      ['2022-11-24', names.thanksgiving],
      ['2022-12-26', names.christmas],
    ],
    2026: [
      ['2026-01-01', names.newYear],
      ['2026-01-19', names.king],
      ['2026-02-12', names.lincoln],
      ['2026-02-16', names.washington],
      ['2026-05-08', names.truman],
      ['2026-05-25', names.memorial],
      ['2026-06-19', names.juneteenth],
      ['2026-07-03', names.independence],
      ['2026-09-07', names.labor],
      ['2026-10-12', names.columbus],
      ['2026-11-11', names.veterans],
      ['2026-11-26', names.thanksgiving],
      ['2026-12-25', names.christmas],
    ],
    2027: [
      ['2027-01-01', names.newYear],
      ['2027-01-18', names.king],
      ['2027-02-12', names.lincoln],
      ['2027-02-15', names.washington],
      ['2027-05-07', names.truman],
      ['2027-05-31', names.memorial],
      ['2027-06-18', names.juneteenth],
      ['2027-07-05', names.independence],
      ['2027-09-06', names.labor],
      ['2027-10-11', names.columbus],
      ['2027-11-11', names.veterans],
      ['2027-11-25', names.thanksgiving],
      ['2027-12-24', names.christmas],
      ['2027-12-31', names.newYear],
    ],
  };

  it.each(Object.entries(kept))('are kept in %s on these days', (year, expected) => {
    const found = holidaysKeptIn(Number(year), holidayRules);
    expect(found.map(({ date, name }) => [date, name])).toEqual(expected);
  });

  it.each(Object.values(kept).flat())('%s is %s', (date, name) => {
    expect(missouri(day(date))).toBe(name);
  });

  it.each([
    '2021-12-25', // a Saturday, kept the day before
    '2022-01-01',
    '2026-07-04',
    '2022-05-08',
    '2026-10-05',
    '2026-05-18', // the last but one Monday of May
  ])('%s is none', (date) => {
    expect(missouri(day(date))).toBeNull();
  });

  it('are thirteen, each with its source, and never fall on a weekend', () => {
    expect(holidayRules.holidays).toHaveLength(13);
    for (const holiday of holidayRules.holidays) expect(holiday.source).toBe('RSMo 9.010');
    const all = Array.from({ length: 60 }, (_, i) => holidaysKeptIn(2000 + i, holidayRules)).flat();
    expect(all.filter(({ date }) => weekdayOf(date) % 6 === 0)).toEqual([]);
    expect(new Set(all.map(({ date }) => date)).size).toBe(all.length);
    expect(isBusinessDay(day('2026-10-12'), missouri)).toBe(false);
    expect(isBusinessDay(day('2026-10-13'), missouri)).toBe(true);
  });
});

describe('business hours', () => {
  const cases: [why: string, from: string, hours: number, end: string][] = [
    ['from Friday to Tuesday', '2026-10-02 16:00', 48, '2026-10-06 16:00'],
    ['a minute before five', '2026-10-02 16:59', 48, '2026-10-06 16:59'],
    ['within the week', '2026-10-05 09:00', 48, '2026-10-07 09:00'],
    ['from Saturday: Tuesday at 24:00', '2026-10-03 10:00', 48, '2026-10-07 00:00'],
    ['from Sunday', '2026-10-04 23:59', 48, '2026-10-07 00:00'],
    ['from Friday at 24:00', '2026-10-03 00:00', 48, '2026-10-07 00:00'],
    ['from Monday at 0:00', '2026-10-05 00:00', 48, '2026-10-07 00:00'],
    ['ending Friday at 24:00', '2026-10-07 00:00', 72, '2026-10-10 00:00'],
    ['a minute beyond the week', '2026-10-02 23:59', 1, '2026-10-05 00:59'],
    ['the last minute of Friday', '2026-10-02 23:59', 1 / 60, '2026-10-03 00:00'],
    ['no hours', '2026-10-03 10:00', 0, '2026-10-03 10:00'],
    ['half an hour', '2026-10-05 09:00', 0.5, '2026-10-05 09:30'],
    ['half an hour from a Saturday', '2026-10-10 09:00', 0.5, '2026-10-13 00:30'],
    ['ten business days', '2026-09-21 09:00', 240, '2026-10-05 09:00'],
    ['ten business days over Columbus Day', '2026-10-05 09:00', 240, '2026-10-20 09:00'],
    ['Columbus Day within', '2026-10-08 16:00', 48, '2026-10-13 16:00'],
    ['from the Friday before Columbus Day', '2026-10-09 16:00', 48, '2026-10-14 16:00'],
    ['from a holiday', '2026-10-12 10:00', 48, '2026-10-15 00:00'],
    ['from the Saturday before a holiday', '2026-10-10 10:00', 48, '2026-10-15 00:00'],
    ['Thanksgiving', '2026-11-25 16:00', 48, '2026-11-30 16:00'],
    ['Veterans Day', '2026-11-10 16:00', 48, '2026-11-13 16:00'],
    ['Christmas', '2026-12-24 16:00', 48, '2026-12-29 16:00'],
    ['over the end of the year', '2026-12-31 16:00', 48, '2027-01-05 16:00'],
    ["New Year's Day kept in the old year", '2021-12-30 16:00', 48, '2022-01-04 16:00'],
    ["New Year's Day kept on a Monday", '2022-12-30 16:00', 48, '2023-01-04 16:00'],
    ['Christmas kept on a Friday', '2021-12-23 16:00', 48, '2021-12-28 16:00'],
    ['Christmas kept on a Monday', '2022-12-23 16:00', 48, '2022-12-28 16:00'],
    ['Independence Day kept on a Friday', '2026-07-02 16:00', 48, '2026-07-07 16:00'],
    ['Independence Day kept on a Monday', '2027-07-02 16:00', 48, '2027-07-07 16:00'],
    ['Juneteenth', '2026-06-18 23:59', 48, '2026-06-23 23:59'],
    ['Lincoln Day, then Washington', '2026-02-11 16:00', 48, '2026-02-17 16:00'],
    ['Truman Day', '2026-05-07 16:00', 48, '2026-05-12 16:00'],
    ['Truman Day kept on a Friday', '2027-05-06 16:00', 48, '2027-05-11 16:00'],
    ['Martin Luther King Jr. Day', '2026-01-16 16:00', 48, '2026-01-21 16:00'],
    ['Memorial Day', '2026-05-22 16:00', 48, '2026-05-27 16:00'],
    ['Labor Day', '2026-09-04 16:00', 48, '2026-09-09 16:00'],
    ['a leap day', '2028-02-28 16:00', 48, '2028-03-01 16:00'],
    ['clocks go forward in between', '2026-03-06 16:00', 48, '2026-03-10 16:00'],
    ['from the eve of clocks going forward', '2026-03-07 12:00', 48, '2026-03-11 00:00'],
    ['from the day they go forward', '2026-03-08 03:00', 48, '2026-03-11 00:00'],
    ['clocks go back in between', '2026-10-30 16:00', 48, '2026-11-03 16:00'],
    ['from the day they go back', '2026-11-01 01:30', 48, '2026-11-04 00:00'],
  ];

  it.each(cases)('%s: %s and %d hours', (_, from, hours, end) => {
    expect(clock(addBusinessHours(at(from), hours, chicago, missouri))).toBe(end);
    expect(businessHoursBetween(at(from), at(end), chicago, missouri)).toBeCloseTo(hours, 9);
    expect(businessHoursBetween(at(end), at(from), chicago, missouri)).toBeCloseTo(-hours, 9);
  });

  it('are an hour less by the sun when clocks go forward, and an hour more when they go back', () => {
    expect(addBusinessHours(at('2026-03-06 16:00'), 48, chicago, missouri)).toBe('2026-03-10T21:00:00Z');
    expect(addBusinessHours(at('2026-10-30 16:00'), 48, chicago, missouri)).toBe('2026-11-03T22:00:00Z');
  });

  it.each([
    ['a weekend', '2026-10-03 00:00', '2026-10-05 00:00', 0],
    ['within a Saturday', '2026-10-03 08:00', '2026-10-03 20:00', 0],
    ['within a business day', '2026-10-05 08:00', '2026-10-05 08:45', 0.75],
    ['a whole week', '2026-09-28 09:00', '2026-10-05 09:00', 120],
    ['the week of Columbus Day', '2026-10-12 09:00', '2026-10-19 09:00', 105],
    ['from a weekend into one', '2026-10-04 09:00', '2026-10-10 09:00', 120],
    ['no time', '2026-10-05 09:00', '2026-10-05 09:00', 0],
    ['the weekend of clocks going back', '2026-10-31 12:00', '2026-11-02 12:00', 12],
  ])('between: %s', (_, from, to, hours) => {
    expect(businessHoursBetween(at(from), at(to), chicago, missouri)).toBe(hours);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1])('cannot be added when they are %d', (hours) => {
    expect(() => addBusinessHours(at('2026-10-05 09:00'), hours, chicago, missouri)).toThrow(RangeError);
    expect(() => addBusinessDays(day('2026-10-05'), hours, missouri)).toThrow(RangeError);
  });

  const anyMoment = fc
    .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 })
    .map((seconds) => toInstant(seconds * 1000));
  const anySeconds = fc.integer({ min: 0, max: 400 * 3600 });

  it('between a moment and so many hours later are so many', () => {
    fc.assert(
      fc.property(anyMoment, anySeconds, (from, seconds) => {
        const end = addBusinessHours(from, seconds / 3600, chicago, missouri);
        expect(businessHoursBetween(from, end, chicago, missouri)).toBe(seconds / 3600);
      }),
    );
  });

  it('end no earlier for a later start or for more hours', () => {
    fc.assert(
      fc.property(anyMoment, anySeconds, anySeconds, (from, more, less) => {
        const [few, many] = [Math.min(more, less) / 3600, Math.max(more, less) / 3600];
        const end = addBusinessHours(from, few, chicago, missouri);
        expect(end >= from).toBe(true);
        expect(addBusinessHours(from, many, chicago, missouri) >= end).toBe(true);
        const later = toInstant(Date.parse(from) + less * 1000);
        expect(addBusinessHours(later, few, chicago, missouri) >= end).toBe(true);
      }),
    );
  });

  it('add up when they are counted in two parts', () => {
    fc.assert(
      fc.property(anyMoment, anySeconds, anySeconds, (from, first, second) => {
        const middle = addBusinessHours(from, first / 3600, chicago, missouri);
        const end = addBusinessHours(middle, second / 3600, chicago, missouri);
        const total = businessHoursBetween(from, end, chicago, missouri);
        expect(total).toBeCloseTo((first + second) / 3600, 9);
      }),
    );
  });

  it('do not depend on the zone of the machine', async () => {
    const { answers, hours } = await onEachMachine(() =>
      cases.map(([, from, count]) => addBusinessHours(at(from), count, chicago, missouri)),
    );
    expect(new Set(hours).size).toBeGreaterThanOrEqual(6);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('business days', () => {
  it.each([
    ['2026-10-05', 1, '2026-10-06'],
    ['2026-10-02', 1, '2026-10-05'],
    ['2026-10-03', 1, '2026-10-05'],
    ['2026-10-09', 1, '2026-10-13'],
    ['2026-10-12', 1, '2026-10-13'],
    ['2026-10-05', 5, '2026-10-13'],
    ['2026-12-30', 3, '2027-01-05'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('%s and %i is %s', (date, n, end) => {
    expect(addBusinessDays(day(date), n, missouri)).toBe(end);
  });
});

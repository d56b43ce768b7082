import { expect, it } from 'vitest';
import { holidaysKeptIn } from '../../src/rules/holidays.ts';
import { holidayRules } from './chicago.ts';

/**
 * The thirteen state holidays worked out again, by day numbers since 1970 and nothing of the program: fixed days by the
 * civil calendar, the others by the remainder of their day number by seven (day 0, 1 January 1970, was a Thursday).
 */
const dayNumber = (year: number, month: number, day: number): number => {
  // Days from civil, as Howard Hinnant writes it: the year begins in March.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
};

/** 0 for Sunday. */
const weekday = (number: number): number => (((number + 4) % 7) + 7) % 7;

const nth = (year: number, month: number, day: number, n: number): number => {
  const first = dayNumber(year, month, 1);
  return first + ((day - weekday(first) + 7) % 7) + 7 * (n - 1);
};

const last = (year: number, month: number, day: number): number => {
  const end = dayNumber(year, month + 1, 1) - 1;
  return end - ((weekday(end) - day + 7) % 7);
};

/** On Saturday it is kept on Friday, on Sunday on Monday. */
const kept = (number: number): number => number + ({ 6: -1, 0: 1 }[weekday(number)] ?? 0);

const inYear = (year: number): [number, string][] => [
  [kept(dayNumber(year, 1, 1)), "New Year's Day"],
  [nth(year, 1, 1, 3), 'Martin Luther King Jr. Day'],
  [kept(dayNumber(year, 2, 12)), 'Lincoln Day'],
  [nth(year, 2, 1, 3), "Washington's Birthday"],
  [kept(dayNumber(year, 5, 8)), 'Truman Day'],
  [last(year, 5, 1), 'Memorial Day'],
  [kept(dayNumber(year, 6, 19)), 'Juneteenth'],
  [kept(dayNumber(year, 7, 4)), 'Independence Day'],
  [nth(year, 9, 1, 1), 'Labor Day'],
  [nth(year, 10, 1, 2), 'Columbus Day'],
  [kept(dayNumber(year, 11, 11)), 'Veterans Day'],
  [nth(year, 11, 4, 4), 'Thanksgiving Day'],
  [kept(dayNumber(year, 12, 25)), 'Christmas Day'],
];

it.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])('the holidays kept in %i, worked out twice', (year) => {
  const all = [year - 1, year, year + 1].flatMap(inYear);
  const within = all.filter(([n]) => n >= dayNumber(year, 1, 1) && n < dayNumber(year + 1, 1, 1));
  const expected = within.sort(([a], [b]) => a - b).map(([n, name]) => `${n} ${name}`);
  const found = holidaysKeptIn(year, holidayRules).map(({ date, name }) => {
    const [y, m, d] = date.split('-').map(Number) as [number, number, number];
    return `${dayNumber(y, m, d)} ${name}`;
  });
  expect(found).toEqual(expected);
});

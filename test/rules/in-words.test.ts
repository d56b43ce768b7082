import { describe, expect, it } from 'vitest';
import {
  ageInWords,
  agoInWords,
  birthInWords,
  dayInWords,
  dueInWords,
  durationInWords,
  momentInWords,
  shortDay,
  weekdayInWords,
} from '../../src/rules/in-words.ts';
import { at, chicago, day, utc } from './chicago.ts';

describe('days in words', () => {
  it.each([
    ['2026-10-05', 'Oct 5, 2026', 'Mon Oct 5, 2026', 'Oct 5'],
    ['2027-01-01', 'Jan 1, 2027', 'Fri Jan 1, 2027', 'Jan 1, 2027'],
    ['2026-05-31', 'May 31, 2026', 'Sun May 31, 2026', 'May 31'],
    ['2025-12-27', 'Dec 27, 2025', 'Sat Dec 27, 2025', 'Dec 27, 2025'],
  ])('%s', (date, plain, withWeekday, short) => {
    expect(dayInWords(day(date))).toBe(plain);
    expect(weekdayInWords(day(date))).toBe(withWeekday);
    expect(shortDay(day(date), day('2026-10-07'))).toBe(short);
  });

  it.each([
    ['2026-10-05T14:12:00Z', 'Oct 5, 2026, 9:12 AM'],
    ['2026-10-05T17:00:00Z', 'Oct 5, 2026, 12:00 PM'],
    ['2026-10-05T05:00:00Z', 'Oct 5, 2026, 12:00 AM'],
    ['2026-10-06T04:59:59Z', 'Oct 5, 2026, 11:59 PM'],
    ['2027-01-01T05:59:00Z', 'Dec 31, 2026, 11:59 PM'],
    ['2026-10-05T18:05:00Z', 'Oct 5, 2026, 1:05 PM'],
  ])('%s is %s', (moment, words) => {
    expect(momentInWords(utc(moment), chicago)).toBe(words);
  });
});

describe('durations in words', () => {
  it.each([
    [0, 'under 1 minute'],
    [1 / 60, '1 minute'],
    [0.75, '45 minutes'],
    [1, '1 hour'],
    [26.9, '26 hours'],
    [47.99, '47 hours'],
    [48, '2 days'],
    [72, '3 days'],
    [1000, '41 days'],
  ])('%d hours are %s', (hours, words) => {
    expect(durationInWords(hours)).toBe(words);
  });

  it.each([
    ['2026-10-07 12:30', 'just now'],
    ['2026-10-07 12:29', '1 minute ago'],
    ['2026-10-07 11:45', '45 minutes ago'],
    ['2026-10-07 11:30', '1 hour ago'],
    ['2026-10-07 00:00', '12 hours ago'],
    ['2026-10-06 23:59', 'yesterday'],
    ['2026-10-06 00:00', 'yesterday'],
    ['2026-10-05 23:00', '2 days ago'],
    ['2026-08-28 12:30', '40 days ago'],
    ['2026-10-07 14:30', 'in 2 hours'],
  ])('%s was %s', (moment, words) => {
    expect(agoInWords(at(moment), at('2026-10-07 12:30'), chicago)).toBe(words);
  });

  it.each([
    ['2026-10-05 12:30', 'overdue 2 days'],
    ['2026-10-06 12:30', 'overdue 24 hours'],
    ['2026-10-07 12:00', 'overdue 30 minutes'],
    ['2026-10-07 12:30', 'due now'],
    ['2026-10-07 12:50', 'due in 20 minutes'],
    ['2026-10-07 17:30', 'due in 5 hours'],
    ['2026-10-07 23:59', 'due in 11 hours'],
    ['2026-10-08 00:00', 'due today'],
    ['2026-10-08 00:01', 'due tomorrow'],
    ['2026-10-09 00:00', 'due tomorrow'],
    ['2026-10-09 16:00', 'due Fri Oct 9'],
    ['2026-10-10 00:00', 'due Fri Oct 9'],
    ['2027-01-04 09:00', 'due Mon Jan 4, 2027'],
  ])('%s is %s', (due, words) => {
    expect(dueInWords(at(due), at('2026-10-07 12:30'), chicago)).toBe(words);
  });
});

describe('ages in words', () => {
  it.each([
    [11, 6, '11'],
    [1, 0, '1'],
    [0, 7, '7 months'],
    [0, 1, '1 month'],
    [0, 0, 'under 1 month'],
    [-1, 10, 'not born yet'],
  ])('%i years and %i months: %s', (years, months, words) => {
    expect(ageInWords({ years, months })).toBe(words);
  });

  it.each([
    ['2015-03-14', 'March 14, 2015 (age 11)'],
    ['2026-02-20', 'February 20, 2026 (age 7 months)'],
    ['2025-09-30', 'September 30, 2025 (age 1)'],
    ['2026-10-01', 'October 1, 2026 (age under 1 month)'],
    ['2026-12-01', 'December 1, 2026 (not born yet)'],
  ])('born %s', (born, words) => {
    expect(birthInWords(day(born), day('2026-10-07'))).toBe(words);
  });
});

import { type CalendarDate, monthNames, weekdayNames } from './time.ts';
import { calendarDate, daysBetween } from './zone.ts';

/** A day as it stands on paper, not yet known to exist: 2/30/15 is one. */
export interface WrittenDay {
  /** `null` where only month and day were written. */
  year: number | null;
  shortYear: boolean;
  month: number;
  day: number;
  /** The weekday written before it, 0 for Sunday. */
  weekday: number | null;
}

const forms = [
  /^(?<year>\d{4})([-/])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(?<month>\d{1,2}) ?([-/]) ?(?<day>\d{1,2})(?: ?\2 ?(?<year>\d{4}|\d{2}))?$/,
  /^(?<month>[a-z]{3,9})\.? ?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}|\d{2}))?$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?(?<month>[a-z]{3,9})\.?(?:(?:,? |-)(?<year>\d{4}|\d{2}))?$/,
];

const placeOf = (name: string, names: readonly string[]): number | null => {
  const place = name.length < 3 ? -1 : names.findIndex((full) => full.toLowerCase().startsWith(name));
  return place < 0 ? null : place;
};

/** `fri`, `Fri.` or `friday` → 5; `null` for anything else. */
export const weekdayNamed = (text: string): number | null =>
  placeOf(text.toLowerCase().replace(/\.$/, ''), weekdayNames);

const monthNumber = (text: string): number | null => {
  if (/^\d/.test(text)) return Number(text);
  const place = placeOf(text, monthNames);
  return place === null ? null : place + 1;
};

/** Reads month/day/year, year-month-day and forms with the month's name; `null` for every other form. */
export const writtenDay = (text: string): WrittenDay | null => {
  const [, first = '', rest = ''] = /^([A-Za-z]{3,9}\.?),? (.+)$/.exec(text) ?? [];
  const weekday = weekdayNamed(first);
  const day = (weekday === null ? text : rest).toLowerCase();
  const found = forms.map((form) => form.exec(day)?.groups).find((groups) => groups !== undefined);
  const month = monthNumber(found?.month ?? '');
  if (!found || month === null) return null;
  return {
    year: found.year === undefined ? null : Number(found.year),
    shortYear: found.year?.length === 2,
    month,
    day: Number(found.day),
    weekday,
  };
};

const yearsMeant = ({ year, shortYear }: WrittenDay, thisYear: number): number[] => {
  // Eight years either way hold a February 29, also around 2100, which has none.
  if (year === null) return Array.from({ length: 17 }, (_, i) => thisYear - 8 + i);
  if (!shortYear) return [year];
  const century = thisYear - (thisYear % 100);
  return [century - 100 + year, century + year, century + 100 + year];
};

/** The days of the calendar that it can mean, earliest first; none for 2/30/2015. */
export const daysMeant = (written: WrittenDay, today: CalendarDate): CalendarDate[] =>
  yearsMeant(written, Number(today.slice(0, 4)))
    .map((year) => calendarDate(year, written.month, written.day))
    .filter((date) => date !== null);

/** Picks one of the days meant, which come earliest first; none when there are none. */
export type Pick = (days: CalendarDate[], today: CalendarDate) => CalendarDate | undefined;

export const latestPast: Pick = (days, today) => days.findLast((day) => day <= today) ?? days[0];
export const earliestAhead: Pick = (days, today) => days.find((day) => day >= today) ?? days.at(-1);
export const nearest: Pick = (days, today) =>
  days.toSorted((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)))[0];

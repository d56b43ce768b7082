import { remembered } from './once.ts';
import type { CalendarDate } from './time.ts';
import { addDays, calendarDate, weekdayOf } from './zone.ts';

interface NamedHoliday {
  name: string;
  source: string;
  /** 1–12. */
  month: number;
}

/** A holiday on a day of the month, or on the nth weekday of it (0 for Sunday). */
export type HolidayRule = NamedHoliday & ({ day: number } | { weekday: number; nth: number | 'last' });

/** What data/holidays.json holds: the holidays, and where one on a weekend is kept instead. */
export interface HolidayRules {
  holidays: readonly HolidayRule[];
  keptOn: readonly { weekday: number; daysLater: number; source: string }[];
}

export interface KeptHoliday {
  name: string;
  /** The day on which offices are closed for it. */
  date: CalendarDate;
}

/** The name of the holiday kept on a day; `null` on every other day. */
export type Holidays = (date: CalendarDate) => string | null;

const dayIn = (rule: HolidayRule, year: number): CalendarDate => {
  if ('day' in rule) return calendarDate(year, rule.month, rule.day)!;
  const firstOfMonth = calendarDate(year, rule.month, 1)!;
  const first = addDays(firstOfMonth, (rule.weekday - weekdayOf(firstOfMonth) + 7) % 7);
  if (rule.nth !== 'last') return addDays(first, (rule.nth - 1) * 7);
  const fifth = addDays(first, 28);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(first, 21);
};

/** The holidays kept within a year, earliest first. New Year's Day of the next year can be one of them. */
export const holidaysKeptIn = (year: number, { holidays, keptOn }: HolidayRules): KeptHoliday[] =>
  [year - 1, year, year + 1]
    .flatMap((each) => holidays.map((rule) => ({ name: rule.name, date: dayIn(rule, each) })))
    .map(({ name, date }) => {
      const moved = keptOn.find(({ weekday }) => weekday === weekdayOf(date));
      return { name, date: addDays(date, moved?.daysLater ?? 0) };
    })
    .filter(({ date }) => date.startsWith(`${year}-`))
    .sort((a, b) => (a.date < b.date ? -1 : 1));

/** Makes the calendar of holidays out of the rules; each year is worked out once, when it is first asked for. */
export const holidayCalendar = (rules: HolidayRules): Holidays => {
  const keptIn = remembered(
    (year: number) => new Map(holidaysKeptIn(year, rules).map(({ date, name }) => [date, name])),
  );
  return remembered((date) => keptIn(Number(date.slice(0, 4))).get(date) ?? null);
};

// Months by name, so that no one takes the day for the month. Without Intl, which costs 13 ms at its first use.
import {
  addMs,
  type CalendarDate,
  hoursBetween,
  type Instant,
  monthNames,
  weekdayNames,
  type Zone,
} from './time.ts';
import { addDays, ageOn, dateIn, daysBetween, partsIn, weekdayOf } from './zone.ts';

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

const monthAndDay = (date: CalendarDate, letters = 3): string =>
  `${monthNames[Number(date.slice(5, 7)) - 1]!.slice(0, letters)} ${Number(date.slice(8))}`;

const withWeekday = (date: CalendarDate, rest: string): string =>
  `${weekdayNames[weekdayOf(date)]!.slice(0, 3)} ${rest}`;

/** `Oct 5, 2026`. */
export const dayInWords = (date: CalendarDate): string => `${monthAndDay(date)}, ${date.slice(0, 4)}`;

/** `Oct 2026`, of any of its days. */
export const monthInWords = (date: CalendarDate): string =>
  `${monthNames[Number(date.slice(5, 7)) - 1]!.slice(0, 3)} ${date.slice(0, 4)}`;

/** `Mon Oct 5, 2026`. */
export const weekdayInWords = (date: CalendarDate): string => withWeekday(date, dayInWords(date));

/** `Oct 5`, and the year where it is not this one. */
export const shortDay = (date: CalendarDate, today: CalendarDate): string =>
  date.slice(0, 4) === today.slice(0, 4) ? monthAndDay(date) : dayInWords(date);

/** `Oct 5, 2026, 9:12 AM`, by the clock of the zone. */
export const momentInWords = (instant: Instant, zone: Zone): string => {
  const { date, hour, minute } = partsIn(instant, zone);
  return `${dayInWords(date)}, ${clockInWords(hour, minute)}`;
};

const clockInWords = (hour: number, minute: number): string =>
  `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;

/** Whole units of hours (0 or more), rounded down: `40 minutes`, `26 hours`, from 48 hours on `2 days`. */
export const durationInWords = (hours: number): string => {
  if (hours >= 48) return counted(Math.floor(hours / 24), 'day');
  if (hours >= 1) return counted(Math.floor(hours), 'hour');
  const minutes = Math.floor(hours * 60);
  return minutes < 1 ? 'under 1 minute' : counted(minutes, 'minute');
};

/** How long ago: `just now`, `40 minutes ago`, `5 hours ago` on the same day, `yesterday`, `12 days ago`. */
export const agoInWords = (at: Instant, now: Instant, zone: Zone): string => {
  const hours = hoursBetween(at, now);
  if (hours < 0) return `in ${durationInWords(-hours)}`;
  if (hours < 1 / 60) return 'just now';
  const days = daysBetween(dateIn(at, zone), dateIn(now, zone));
  if (hours < 1 || days === 0) return `${durationInWords(hours)} ago`;
  return days === 1 ? 'yesterday' : `${days} days ago`;
};

/**
 * When something is due: `overdue 2 days`, `due in 5 hours`, `due today`, `due tomorrow`, `due Fri Oct 9`. What is due
 * at midnight is due with the day that ends then, and has that whole day: `due today`.
 */
export const dueInWords = (due: Instant, now: Instant, zone: Zone): string => {
  const hours = hoursBetween(now, due);
  if (hours <= 0) return hours === 0 ? 'due now' : `overdue ${durationInWords(-hours)}`;
  const today = dateIn(now, zone);
  const day = dateIn(addMs(due, -1000), zone);
  const endOfDay = day !== dateIn(due, zone);
  const days = daysBetween(today, day);
  if (days === 0) return endOfDay ? 'due today' : `due in ${durationInWords(hours)}`;
  if (days === 1) return 'due tomorrow';
  return `due ${withWeekday(day, shortDay(day, today))}`;
};

/** `11` in years, `7 months` in the first year, `under 1 month`; `not born yet` for an expected child. */
export const ageInWords = ({ years, months }: { years: number; months: number }): string => {
  if (years < 0) return 'not born yet';
  if (years > 0) return String(years);
  return months === 0 ? 'under 1 month' : counted(months, 'month');
};

/** `March 14, 2015 (age 11)`: said in full, for a last look before it is saved. A masked date is its year alone. */
export const birthInWords = (date: CalendarDate, today: CalendarDate): string => {
  if (date.length === 4) return date;
  const age = ageOn(date, today);
  const said = age.years < 0 ? ageInWords(age) : `age ${ageInWords(age)}`;
  return `${monthAndDay(date, 9)}, ${date.slice(0, 4)} (${said})`;
};

/** By when something is to be done: `Wed Oct 7, 9:00 AM`, and midnight as the end of the day before it. */
export const deadlineInWords = (instant: Instant, zone: Zone): string => {
  const { date, hour, minute } = partsIn(instant, zone);
  if (hour === 0 && minute === 0) return `the end of ${weekdayInWords(addDays(date, -1))}`;
  return `${weekdayInWords(date)}, ${clockInWords(hour, minute)}`;
};

/** When something came in; where only its day is known it was kept as the first moment of the day. */
export const receivedInWords = (instant: Instant, zone: Zone): string => {
  const { date, hour, minute } = partsIn(instant, zone);
  return hour === 0 && minute === 0 ? dayInWords(date) : momentInWords(instant, zone);
};

/** `referral edit`, and `undo of action 17`: what somebody did. */
export const commandInWords = ({ command, undoes }: { command: string; undoes: number | null }): string =>
  undoes === null ? command : `undo of action ${undoes}`;

/** `action 18 (referral edit by JD, Oct 6, 2026, 10:30 AM)`: one action of the journal. */
export const actionInWords = (
  action: { action: number; command: string; undoes: number | null; who: string; at: Instant },
  zone: Zone,
): string =>
  `action ${action.action} (${commandInWords(action)} by ${action.who}, ${momentInWords(action.at, zone)})`;

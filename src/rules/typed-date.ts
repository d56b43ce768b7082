import {
  daysMeant,
  earliestAhead,
  latestPast,
  nearest,
  type Pick,
  type WrittenDay,
  weekdayNamed,
  writtenDay,
} from './date-forms.ts';
import { addMs, type CalendarDate, HOUR, type Instant, toInstant, weekdayNames, type Zone } from './time.ts';
import { addDays, calendarDate, dateIn, instantOf, partsIn, startOfDay, weekdayOf } from './zone.ts';

/** `refused` is one sentence or two for whoever typed it: what is wrong, and how to type it. */
export type TypedDate = { date: CalendarDate } | { refused: string };
export type TypedWhen = { at: Instant; hasTime: boolean } | { refused: string };
/** Whether a day without a year, or a weekday, is one gone by (today counts) or one to come (today counts). */
export type Looking = 'back' | 'ahead';

const asDate = 'Type it as month/day/year, for example 3/14/2015.';
const asWhen = 'Type it like 10/3/2026 2:30pm, 10/3/2026, yesterday 4pm or fri.';
// A year beyond these is a slip of the finger, not a date anyone means.
const yearsBack = 120;
const yearsAhead = 20;

/** One line without control characters, short enough to be shown back. */
const shownAs = (text: string): string => {
  const line = text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

const yearsFrom = (date: CalendarDate, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;

const settle = (written: WrittenDay, shown: string, today: CalendarDate, pick: Pick): TypedDate => {
  const date = pick(daysMeant(written, today), today);
  const { month, day, weekday } = written;
  if (!date) {
    const swapped = month > 12 && month <= 31 && day >= 1 && day <= 12;
    const why = swapped ? 'is not a date: the month comes first.' : 'is not a date.';
    return { refused: `${shown} ${why} ${asDate}` };
  }
  if (weekday !== null && weekday !== weekdayOf(date))
    return { refused: `${shown} is not a date: that day is a ${weekdayNames[weekdayOf(date)]}. ${asDate}` };
  if (date < yearsFrom(today, -yearsBack))
    return { refused: `${shown} is more than ${yearsBack} years ago. ${asDate}` };
  if (date > yearsFrom(today, yearsAhead))
    return { refused: `${shown} is more than ${yearsAhead} years ahead. ${asDate}` };
  return { date };
};

const strictly = (text: string, today: CalendarDate, pick: Pick): TypedDate => {
  const shown = shownAs(text);
  if (shown === '') return { refused: `No date was typed. ${asDate}` };
  const written = writtenDay(shown);
  if (!written) return { refused: `${shown} is not a date. ${asDate}` };
  if (written.year === null) return { refused: `${shown} has no year. ${asDate}` };
  return settle(written, shown, today, pick);
};

/**
 * A date of birth: 3/14/2015, 03-14-2015, 3/14/15, 2015-03-14, 14 Mar 2015 or March 14, 2015. A year of two digits is
 * the latest that is not in the future. Refused: days that do not exist, the future, more than 120 years ago.
 */
export const parseBirthDate = (text: string, today: CalendarDate): TypedDate => {
  const typed = strictly(text, today, latestPast);
  if ('date' in typed && typed.date > today) {
    return { refused: `${shownAs(text)} is in the future. ${asDate}` };
  }
  return typed;
};

/**
 * Any other day on a form, in the same forms as a date of birth. A year of two digits is the nearest to today.
 * Refused: days that do not exist, more than 120 years ago or 20 ahead, and words such as `yesterday`.
 */
export const parsePlainDate = (text: string, today: CalendarDate): TypedDate =>
  strictly(text, today, nearest);

const exactMoment = (text: string): Instant | null => {
  const found =
    /^([12]\d{3})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
  const [, year, month, day] = found.exec(text) ?? [];
  if (!year || !calendarDate(Number(year), Number(month), Number(day))) return null;
  return toInstant(Date.parse(text.toUpperCase()));
};

const momentsAway = (text: string, now: Instant): Instant | null => {
  const [, into, count = '', unit, ago] =
    /^(in )?(an?|\d{1,3}) (minute|min|hour|hr)s?( ago)?$/.exec(text) ?? [];
  if (!unit || (into === undefined) === (ago === undefined)) return null;
  const ms = (count.startsWith('a') ? 1 : Number(count)) * (unit.startsWith('h') ? HOUR : HOUR / 60);
  return addMs(now, ago ? -ms : ms);
};

const time = String.raw`noon|\d{1,2}(?::\d\d)? ?[ap]\.?m?\.?|\d{1,2}:\d\d(?::\d\d)?`;
const dayThenTime = new RegExp(`^(?:(?<day>.+?)(?:,? (?:at |@ ?)?|(?<=\\d)t(?=\\d)))??(?<time>${time})$`);
const timeThenDay = new RegExp(`^(?<time>${time}),? (?:on )?(?<day>.+)$`);

interface TimeOfDay {
  hour: number;
  minute: number;
  second: number;
}

const timeOfDay = (text: string): TimeOfDay | null => {
  if (text === 'noon') return { hour: 12, minute: 0, second: 0 };
  const [, hours, minutes = '0', seconds = '0', half] =
    /^(\d+)(?::(\d+))?(?::(\d+))? ?([ap])?/.exec(text) ?? [];
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (minute > 59 || second > 59) return null;
  if (half === undefined) return hour <= 23 ? { hour, minute, second } : null;
  if (hour < 1 || hour > 12) return null;
  return { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute, second };
};

const dayWords = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

/** The day that own forms can tell; `null` where they cannot. */
const dayTold = (day: string, shown: string, today: CalendarDate, looking: Looking): TypedDate | null => {
  const away = dayWords.get(day);
  if (away !== undefined) return { date: addDays(today, away) };
  const written = writtenDay(day);
  if (written) {
    const pick = written.year === null ? (looking === 'back' ? latestPast : earliestAhead) : nearest;
    return settle(written, shown, today, pick);
  }
  const [, last, name = ''] = /^(last )?(\S+)$/.exec(day) ?? [];
  const weekday = weekdayNamed(name);
  if (weekday === null) return null;
  const ago = (weekdayOf(today) - weekday + 7) % 7;
  if (last) return { date: addDays(today, ago === 0 ? -7 : -ago) };
  return { date: addDays(today, looking === 'back' ? -ago : (7 - ago) % 7) };
};

/** What chrono makes of words such as `two days ago at noon`: only if it understands all of them, to the day. */
const readByChrono = async (text: string, today: CalendarDate) => {
  const { casual } = await import('chrono-node/en');
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  // It reckons in the machine's zone: from noon there, no change of clocks moves it to another day.
  const results = casual.parse(text, new Date(year, month - 1, day, 12));
  const [found] = results;
  if (results.length !== 1 || !found || found.text.length !== text.length || found.end) return null;
  const { start } = found;
  if (!start.isCertain('day') || !start.isCertain('month') || start.isCertain('timezoneOffset')) return null;
  const written: WrittenDay = {
    year: start.isCertain('year') ? start.get('year') : null,
    shortYear: false,
    month: start.get('month') ?? 0,
    day: start.get('day') ?? 0,
    weekday: null,
  };
  // It takes a bare `at 4` for the morning: hours count only with AM, PM or words to that effect.
  const hour = start.isCertain('hour') ? start.get('hour') : null;
  if (hour !== null && !start.isCertain('meridiem')) return null;
  const at: TimeOfDay | null = hour === null ? null : { hour, minute: start.get('minute') ?? 0, second: 0 };
  return { written, at };
};

const twoWays = /midnight|^(last|past|this|next) week$|\bnext (sun|mon|tue|wed|thu|fri|sat)/;
// Chrono reads 13/2/2015 as February 13 without a word: no date made of numbers ever reaches it.
const numbersOnly = /\d ?[/.-] ?\d|^\d+$/;

const moment = (date: CalendarDate, at: TimeOfDay | null, zone: Zone, shown: string): TypedWhen => {
  if (!at) return { at: startOfDay(date, zone), hasTime: false };
  const instant = instantOf({ date, ...at }, zone);
  // The change to daylight saving skips it: what was meant can be an hour before or after.
  if (partsIn(instant, zone).hour !== at.hour)
    return {
      refused: `${shown} is a time that there was not: the clocks were put forward then. Type the time that the clock showed.`,
    };
  return { at: instant, hasTime: true };
};

/**
 * A day or moment as it is typed: 10/3/2026, 2026-10-03, 10/3 2:30pm, yesterday 4pm, fri, 16:00, now, two days ago.
 * Days and hours are the zone's; an ISO moment with Z or an offset is taken exactly. Without a time of day `at` is
 * the first moment of the day. A time alone is today's. Refused: what can be read two ways or only in part, and a time that
 * the change to daylight saving skips.
 */
export const parseWhen = async (
  text: string,
  now: Instant,
  zone: Zone,
  { looking = 'back' }: { looking?: Looking } = {},
): Promise<TypedWhen> => {
  const shown = shownAs(text);
  const plain = shown.toLowerCase().replace(/^(on|at) /, '');
  const notRead = { refused: `${shown} could not be read as a day or time. ${asWhen}` };
  if (plain === '') return { refused: `No day or time was typed. ${asWhen}` };
  if (plain === 'now') return { at: now, hasTime: true };
  const exact = exactMoment(shown) ?? momentsAway(plain, now);
  if (exact) return { at: exact, hasTime: true };

  const today = dateIn(now, zone);
  const parts = (dayThenTime.exec(plain) ?? timeThenDay.exec(plain))?.groups;
  const at = parts?.time === undefined ? null : timeOfDay(parts.time);
  if (parts && !at) return { refused: `${parts.time} is not a time. ${asWhen}` };
  const words = parts ? (parts.day ?? 'today') : plain;
  const told = dayTold(words, shown, today, looking);
  if (told) return 'date' in told ? moment(told.date, at, zone, shown) : told;

  if (twoWays.test(plain)) return { refused: `${shown} can be read in two ways. ${asWhen}` };
  if (numbersOnly.test(plain)) return notRead;
  const read = await readByChrono(words, today);
  if (!read || (at && read.at)) return notRead;
  const day = settle(read.written, shown, today, looking === 'back' ? latestPast : earliestAhead);
  return 'date' in day ? moment(day.date, at ?? read.at, zone, shown) : day;
};

/** The day that `parseWhen` reads; a time of day typed with it is left out. */
export const parseDay = async (
  text: string,
  now: Instant,
  zone: Zone,
  options: { looking?: Looking } = {},
): Promise<TypedDate> => {
  const when = await parseWhen(text, now, zone, options);
  return 'at' in when ? { date: dateIn(when.at, zone) } : when;
};

import { tzOffset } from '@date-fns/tz/tzOffset';
import { remembered } from './once.ts';
import { type CalendarDate, DAY, type Instant, msOf, toInstant, type Zone } from './time.ts';

const MINUTE = 60_000;

/** Minutes that the zone of this process is ahead of UTC. */
const ofThisProcess = (ms: number): number => -new Date(ms).getTimezoneOffset();

const processZones = new Set<Zone>();

/**
 * Says that this process itself runs in `zone` (`process.env.TZ` was set to it), so that `Date` knows the offsets.
 * No answer changes by it; it only saves the 13 ms that the first use of `Intl` takes at start-up.
 */
export const processRunsIn = (zone: Zone): void => {
  const january = ofThisProcess(Date.UTC(2026, 0, 1));
  const july = ofThisProcess(Date.UTC(2026, 6, 1));
  // A name the system does not know (`america/chicago`) leaves it at UTC without a word: then Intl answers.
  if (january !== 0 || july !== 0) processZones.add(zone);
};

const offsetNow = (ms: number, zone: Zone): number => {
  if (processZones.has(zone)) return ofThisProcess(ms);
  const minutes = tzOffset(zone, new Date(ms));
  if (Number.isNaN(minutes)) throw new RangeError(`${zone} is not a time zone.`);
  return minutes;
};

/** The offset that holds through a day of UTC, by zone; `null` of a day on which clocks change. */
const throughDay = remembered((zone: Zone) =>
  remembered((day: number): number | null => {
    const offset = offsetNow(day * DAY, zone);
    // Clocks never change twice within a day: equal at both ends of it, the offset holds throughout.
    return offset === offsetNow((day + 1) * DAY, zone) ? offset : null;
  }),
);

const offsetAt = (ms: number, zone: Zone): number =>
  throughDay(zone)(Math.floor(ms / DAY)) ?? offsetNow(ms, zone);

/** What a clock on the wall shows, written as if it were UTC. */
const wallMs = (instant: Instant, zone: Zone): number => {
  const ms = msOf(instant);
  return ms + offsetAt(ms, zone) * MINUTE;
};

/** The moments at which the wall shows `wall`: none in a gap, two in an overlap; and the offset before the change. */
const momentsAt = (wall: number, zone: Zone) => {
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const moments = [before, after]
    .filter((offset) => offsetAt(wall - offset * MINUTE, zone) === offset)
    .map((offset) => wall - offset * MINUTE);
  return { before, after, moments };
};

// Days come again and again: a year of referrals has hundreds of thousands of them, of a thousand days.
const dayMs = remembered((date: CalendarDate): number => Date.parse(date));

// Kept once written: a list of hundreds of rows counts through the same few days again and again.
const dateOfDay = remembered(
  (day: number): CalendarDate => new Date(day * DAY).toISOString().slice(0, 10) as CalendarDate,
);

const dateOf = (ms: number): CalendarDate => dateOfDay(Math.floor(ms / DAY));

/** The day of the calendar with these numbers (month 1–12); `null` if there is none, such as February 30. */
export const calendarDate = (year: number, month: number, day: number): CalendarDate | null => {
  if (!(year >= 1 && year <= 9999)) return null;
  const ms = new Date(0).setUTCFullYear(year, month - 1, day);
  const real = new Date(ms);
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? dateOf(ms) : null;
};

/** `n` days later; earlier when `n` is negative. */
export const addDays = (date: CalendarDate, n: number): CalendarDate => dateOf(dayMs(date) + n * DAY);

/** The day so many months later, earlier when `months` is negative; of a month that is too short its last day. */
export const monthsLater = (date: CalendarDate, months: number): CalendarDate => {
  const { year, month, day } = numbersOf(date);
  const then = year * 12 + month - 1 + months;
  const inMonth = (day: number) => calendarDate(Math.floor(then / 12), (((then % 12) + 12) % 12) + 1, day);
  return inMonth(day) ?? inMonth(30) ?? inMonth(29) ?? inMonth(28)!;
};

/** Calendar days from `a` to `b`; negative when `b` comes first. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => (dayMs(b) - dayMs(a)) / DAY;

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = remembered((date: CalendarDate): number => new Date(dayMs(date)).getUTCDay());

/**
 * Full years, and full months beyond them (0–11), lived on `date`. Who was born on February 29 is a year older on
 * March 1. Before the birth the years are negative.
 */
export const ageOn = (birthDate: CalendarDate, date: CalendarDate): { years: number; months: number } => {
  const [born, then] = [numbersOf(birthDate), numbersOf(date)];
  const calendarMonths = (then.year - born.year) * 12 + then.month - born.month;
  const lived = then.day < born.day ? calendarMonths - 1 : calendarMonths;
  const years = Math.floor(lived / 12);
  return { years, months: lived - years * 12 };
};

const numbersOf = remembered((date: CalendarDate) => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
}));

/** The day it is in the zone at that moment. */
export const dateIn = (instant: Instant, zone: Zone): CalendarDate => dateOf(wallMs(instant, zone));

/** What calendar and clock show in the zone at that moment; weekday 0 for Sunday. */
export const partsIn = (instant: Instant, zone: Zone) => {
  const wall = new Date(wallMs(instant, zone));
  return {
    date: dateOf(wall.getTime()),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: wall.getUTCDay(),
  };
};

export interface WallTime {
  date: CalendarDate;
  hour: number;
  minute: number;
  second?: number;
}

/**
 * The moment at which calendar and clock show this. A time that the change to daylight saving skips is moved forward
 * as far as the clocks (2:30 becomes 3:30); of a time that comes twice it is the first.
 */
export const instantOf = ({ date, hour, minute, second = 0 }: WallTime, zone: Zone): Instant => {
  const wall = dayMs(date) + ((hour * 60 + minute) * 60 + second) * 1000;
  const { before, moments } = momentsAt(wall, zone);
  return toInstant(Math.min(...(moments.length > 0 ? moments : [wall - before * MINUTE])));
};

const starts = new Map<Zone, Map<CalendarDate, Instant>>();

/** The first moment of the day; where clocks skip midnight, the moment they are changed. */
export const startOfDay = (date: CalendarDate, zone: Zone): Instant => {
  const known = starts.get(zone) ?? new Map<CalendarDate, Instant>();
  starts.set(zone, known);
  const start = known.get(date) ?? firstMoment(date, zone);
  known.set(date, start);
  return start;
};

const firstMoment = (date: CalendarDate, zone: Zone): Instant => {
  const wall = dayMs(date);
  const { before, after, moments } = momentsAt(wall, zone);
  if (moments.length > 0) return toInstant(Math.min(...moments));
  let [old, changed] = [wall - after * MINUTE, wall - before * MINUTE];
  while (changed - old > 1000) {
    const middle = old + Math.floor((changed - old) / 2000) * 1000;
    if (offsetAt(middle, zone) === before) old = middle;
    else changed = middle;
  }
  return toInstant(changed);
};

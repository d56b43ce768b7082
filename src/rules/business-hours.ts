// All 24 hours of a business day count, and none of a weekend or holiday. Hours are read off the local clock, so that
// a business day is always 24 of them; clocks change on Sundays, which do not count anyway.
import type { Holidays } from './holidays.ts';
import type { CalendarDate, Instant, Zone } from './time.ts';
import { addDays, instantOf, partsIn, startOfDay, weekdayOf } from './zone.ts';

const DAY_SECONDS = 24 * 3600;

const checked = (count: number): number => {
  if (!Number.isFinite(count) || count < 0) throw new RangeError(`${count} hours or days cannot be counted.`);
  return count;
};

const localTime = (instant: Instant, zone: Zone): { date: CalendarDate; seconds: number } => {
  const { date, hour, minute, second } = partsIn(instant, zone);
  return { date, seconds: (hour * 60 + minute) * 60 + second };
};

const momentAt = (date: CalendarDate, seconds: number, zone: Zone): Instant => {
  if (seconds === DAY_SECONDS) return startOfDay(addDays(date, 1), zone);
  const minutes = Math.floor(seconds / 60);
  return instantOf(
    { date, hour: Math.floor(minutes / 60), minute: minutes % 60, second: seconds % 60 },
    zone,
  );
};

/** Neither a weekend nor a holiday. */
export const isBusinessDay = (date: CalendarDate, holidays: Holidays): boolean =>
  weekdayOf(date) % 6 !== 0 && holidays(date) === null;

/**
 * The moment at which so many business hours (0 or more, to the second) have passed. When they end with a day, that is
 * its 24:00: 48 hours from a Saturday end on Tuesday at 24:00.
 */
export const addBusinessHours = (from: Instant, hours: number, zone: Zone, holidays: Holidays): Instant => {
  let left = Math.round(checked(hours) * 3600);
  if (left === 0) return from;
  let { date, seconds } = localTime(from, zone);
  for (;;) {
    const counted = isBusinessDay(date, holidays) ? DAY_SECONDS - seconds : 0;
    if (left <= counted) return momentAt(date, seconds + left, zone);
    left -= counted;
    date = addDays(date, 1);
    seconds = 0;
  }
};

/** Business hours from one moment to another; negative when `to` comes first. */
export const businessHoursBetween = (from: Instant, to: Instant, zone: Zone, holidays: Holidays): number => {
  if (to < from) return -businessHoursBetween(to, from, zone, holidays);
  const [start, end] = [localTime(from, zone), localTime(to, zone)];
  let counted = 0;
  for (let date = start.date; date <= end.date; date = addDays(date, 1)) {
    if (!isBusinessDay(date, holidays)) continue;
    const begin = date === start.date ? start.seconds : 0;
    counted += (date === end.date ? end.seconds : DAY_SECONDS) - begin;
  }
  return counted / 3600;
};

/** The nth business day after a day (`n` 0 or more); for 0 the day itself, whatever it is. */
export const addBusinessDays = (date: CalendarDate, n: number, holidays: Holidays): CalendarDate => {
  let [day, left] = [date, checked(n)];
  while (left > 0) {
    day = addDays(day, 1);
    if (isBusinessDay(day, holidays)) left -= 1;
  }
  return day;
};

import type { Holidays } from './holidays.ts';
import { addMs, type CalendarDate, type Instant, weekdayNames, type Zone } from './time.ts';
import { addDays, dateIn, weekdayOf } from './zone.ts';

/** A day that business hours and days leave out, and why: its weekday, or the holiday kept on it. */
export interface DayOff {
  day: CalendarDate;
  because: string;
}

/** The days between two days, both included, that are no business days, first to last. */
export function daysOff(from: CalendarDate, to: CalendarDate, holidays: Holidays): DayOff[] {
  const found: DayOff[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = weekdayOf(day);
    const because = weekday % 6 === 0 ? weekdayNames[weekday]! : holidays(day);
    if (because !== null) found.push({ day, because });
  }
  return found;
}

/** The same between two moments. What ends at midnight ends with the day before. */
export const daysOffBetween = (from: Instant, to: Instant, zone: Zone, holidays: Holidays): DayOff[] =>
  daysOff(dateIn(from, zone), dateIn(addMs(to, -1000), zone), holidays);

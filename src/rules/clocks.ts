// [002] Community Referral form · RSMo 210.123 Temporary Alternative Placement Agreements. The numbers themselves are
// the programs' and come in as arguments.
import { addBusinessDays, addBusinessHours } from './business-hours.ts';
import type { Holidays } from './holidays.ts';
import type { CalendarDate, Instant, Zone } from './time.ts';
import { addDays, dateIn, daysBetween, startOfDay } from './zone.ts';

export type ReviewInterval = { businessDays: number } | { days: number };

/** The moment by which the gatekeeper has contacted the submitter: so many business hours from the receipt [002]. */
export const contactDueAt = (
  receivedAt: Instant,
  businessHours: number,
  zone: Zone,
  holidays: Holidays,
): Instant => addBusinessHours(receivedAt, businessHours, zone, holidays);

/**
 * The moment from which a family's next FINS review is overdue: the end of the local day on which it is due, as the
 * whole of that day is there to do it in. From a Friday, one business day ends on Monday at 24:00.
 */
export const reviewDueAt = (
  lastReviewedAt: Instant,
  interval: ReviewInterval,
  zone: Zone,
  holidays: Holidays,
): Instant => {
  const reviewed = dateIn(lastReviewedAt, zone);
  const due =
    'days' in interval
      ? addDays(reviewed, interval.days)
      : addBusinessDays(reviewed, interval.businessDays, holidays);
  return startOfDay(addDays(due, 1), zone);
};

/** Calendar days that a family has been on the FINS list: 0 on the day it was listed. */
export const daysOnList = (addedAt: Instant, today: CalendarDate, zone: Zone): number =>
  daysBetween(dateIn(addedAt, zone), today);

/**
 * The last day to write down an agreement made on `date`, in business days, and the last day it can run, in calendar
 * days (RSMo 210.123). A holiday or weekend does not move the end of it.
 */
export const tapaDeadlines = (
  date: CalendarDate,
  policy: { writtenWithinBusinessDays: number; lastsDays: number },
  holidays: Holidays,
): { writtenBy: CalendarDate; endsOn: CalendarDate } => ({
  writtenBy: addBusinessDays(date, policy.writtenWithinBusinessDays, holidays),
  endsOn: addDays(date, policy.lastsDays),
});

/** A moment: ISO 8601 in UTC to the second, `2026-10-05T14:30:00Z`. As text it sorts in order of time. */
export type Instant = string & { readonly __kind: 'Instant' };

/** A day of the calendar, `2026-10-05`, in no zone. */
export type CalendarDate = string & { readonly __kind: 'CalendarDate' };

/** An IANA time zone, such as `America/Chicago`. */
export type Zone = string;

export const toInstant = (ms: number): Instant =>
  `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z` as Instant;

export const msOf = (instant: Instant): number => Date.parse(instant);

/** A figure that grows with the time, by the digits of the text alone: quicker than `msOf`, and no measure of time. */
export const orderOf = (instant: Instant): number => {
  let digits = 0;
  for (let at = 0; at < instant.length; at += 1) {
    const code = instant.charCodeAt(at);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
  }
  return digits;
};

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const addMs = (instant: Instant, ms: number): Instant => toInstant(msOf(instant) + ms);

/** Whole and part hours from one moment to another; negative when `to` comes first. */
export const hoursBetween = (from: Instant, to: Instant): number => (msOf(to) - msOf(from)) / HOUR;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** From Sunday, as weekdays are numbered from 0. */
export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

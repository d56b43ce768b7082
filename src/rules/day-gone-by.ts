import { dayInWords } from './in-words.ts';
import { Refusal } from './refusal.ts';
import type { CalendarDate } from './time.ts';

/** Refuses a day that is still to come, or before what it follows on. */
export function requireDay(
  what: string,
  on: CalendarDate,
  { after, today }: { after?: { what: string; on: CalendarDate }; today: CalendarDate },
): void {
  const isBefore = after !== undefined && on < after.on;
  if (on <= today && !isBefore) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_date',
    message: isBefore
      ? `${what} can’t be before ${after.what} (${dayInWords(after.on)}).`
      : `${what} can’t be in the future.`,
    hint: dayGoneBy(after?.on ?? null, today),
  });
}

/** What day is asked for where another was given: `Give a day from Oct 5, 2026 to Oct 19, 2026.` */
export const dayBetween = (from: CalendarDate, until: CalendarDate): string =>
  from === until
    ? `It can only be ${dayInWords(from)}.`
    : `Give a day from ${dayInWords(from)} to ${dayInWords(until)}.`;

/** The same of a day that is not to come. */
export const dayGoneBy = (from: CalendarDate | null, today: CalendarDate): string =>
  from === null ? `Give a day up to today, ${dayInWords(today)}.` : dayBetween(from, today);

export const dayAfter = (day: CalendarDate): string => `Give a day after ${dayInWords(day)}.`;

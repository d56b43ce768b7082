import numbers from '../../data/reading.json';
import { dayInWords } from './in-words.ts';
import type { Referral } from './referral.ts';
import { Refusal } from './refusal.ts';
import type { CalendarDate, Zone } from './time.ts';
import { addDays, dateIn } from './zone.ts';

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

/**
 * Refuses what was done for a referral long before it was received. Some days before are taken: a form is often typed in
 * after the first call, and what is kept as its receipt is then when it was typed.
 */
export function requireNearReceipt(
  what: string,
  on: CalendarDate,
  { id, receivedAt }: Pick<Referral, 'id' | 'receivedAt'>,
  zone: Zone,
): void {
  const received = dateIn(receivedAt, zone);
  const first = addDays(received, -numbers.workedDaysBefore);
  if (on >= first) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_date',
    message: `${what} can’t be so long before ${id} was received (${dayInWords(received)}).`,
    hint: `Give a day from ${dayInWords(first)} on. If it was received before: iis referral edit ${id} --received WHEN`,
  });
}

import { dayInWords, momentInWords } from './in-words.ts';
import type { Referral } from './referral.ts';
import { Refusal } from './refusal.ts';
import type { CalendarDate, Instant, Zone } from './time.ts';
import { dateIn, startOfDay } from './zone.ts';

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
    hint: 'Give the day on which it was, such as --on 10/3/2026.',
  });
}

/** Refuses a contact before the referral was received; what is kept as a midnight is known by its day alone. */
export function requireSinceReceipt(at: Instant, { id, receivedAt }: Referral, zone: Zone): void {
  const isDay = at === startOfDay(dateIn(at, zone), zone);
  if (isDay ? dateIn(at, zone) >= dateIn(receivedAt, zone) : minuteOf(at) >= minuteOf(receivedAt)) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_date',
    message: `The contact can’t be before ${id} was received (${momentInWords(receivedAt, zone)}).`,
    hint: `If it was received before that: iis referral edit ${id} --received WHEN`,
  });
}

// A time is typed to the minute, and the receipt is kept to the second.
const minuteOf = (at: Instant): string => at.slice(0, 16);

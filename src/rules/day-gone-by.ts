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
    hint: 'Give the day on which it was, such as --on 10/3/2026.',
  });
}

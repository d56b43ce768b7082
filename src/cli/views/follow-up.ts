import { dayInWords } from '../../rules/in-words.ts';
import { askAgainOn, type FollowUp } from '../../rules/reason-effects.ts';
import { effectInWords, type ReasonBook } from '../../rules/reasons.ts';
import type { CalendarDate, Zone } from '../../rules/time.ts';
import { dateIn } from '../../rules/zone.ts';

/** What is to be done, and from when: `Ask again from Nov 4, 2026`. */
export const followUpInWords = ({ kind, dueAt, referral }: FollowUp, zone: Zone): string =>
  kind === 'ask_again'
    ? `Ask again from ${dayInWords(dateIn(dueAt, zone))}`
    : `Offer Family Centered Services: iis fcs offer ${referral}`;

/** What a reason will lead to when it is given today; a code that is not in the book leads to nothing. */
export function effectOfCode(book: ReasonBook, code: string, today: CalendarDate): string {
  const reason = book.reasons.find((one) => one.code === code);
  if (!reason) return '';
  const words = effectInWords(book, reason);
  return reason.afterDays === undefined
    ? words
    : `${words.replace(/\.$/, '')}, from ${dayInWords(askAgainOn(reason, today))}.`;
}

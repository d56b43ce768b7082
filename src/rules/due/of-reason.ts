import { dayInWords } from '../in-words.ts';
import { type FollowUp, followedUntil } from '../reason-effects.ts';
import { effectInWords, reasonInSentence } from '../reasons.ts';
import { statusInWords } from '../referral.ts';
import { dateIn } from '../zone.ts';
import type { DueOffice, Finding } from './due.ts';
import { endOfDay } from './of-tapa.ts';

/** What follows from a reason is on the sheet from its day on, until it is done, and not for ever. */
export function followUpDue(follow: FollowUp, { now, zone, reasons: book }: DueOffice): Finding[] {
  const { referral, kind, status, dueAt, since } = follow;
  const dueOn = dateIn(dueAt, zone);
  if (now < dueAt || followedUntil(book, dueOn) < dateIn(now, zone)) return [];
  const reason = book.reasons.find(({ code }) => code === follow.reason)!;
  const common = {
    detail: `${statusInWords[status]}, ${dayInWords(dateIn(since, zone))}: ${reasonInSentence(book, reason.code)}`,
    rule: ruleInWords(effectInWords(book, reason)),
    source: kind === 'ask_again' ? book.daysSource : reason.source,
  };
  return kind === 'ask_again'
    ? [
        {
          ...common,
          kind,
          what: 'Ask the family again',
          dueAt: endOfDay(dueOn, zone),
          command: `iis referral contact ${referral}`,
        },
      ]
    : [{ ...common, kind, what: 'Offer FCS', dueAt: null, command: `iis fcs offer ${referral}` }];
}

/** An effect as a rule: `ask the family again after 30 days`. */
export const ruleInWords = (effect: string): string =>
  effect.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');

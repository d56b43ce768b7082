// [001] Practice Alert PA22-CM-10 · [002] Community Referral form

import type { Due } from '../due/due.ts';
import { needsFcs } from '../due/of-list.ts';
import { ruleInWords } from '../due/of-reason.ts';
import type { FcsState } from '../fins.ts';
import { dayInWords, momentInWords, weekdayInWords } from '../in-words.ts';
import { numberOf, programOf, ruleOf } from '../policy.ts';
import { askAgainOn, type FollowUp, followedUntil } from '../reason-effects.ts';
import { effectInWords, type ReasonBook, reasonInSentence } from '../reasons.ts';
import { type Referral, statusInWords } from '../referral.ts';
import { addDays, dateIn } from '../zone.ts';
import type { Asked, Explanation } from './explanation.ts';

/** Whether Family Centered Services were offered, and what waits for it. */
export function whyFcs(
  referral: Referral,
  { offers, isListed }: { offers: readonly FcsState[]; isListed: boolean },
  { programs }: Asked,
): Explanation {
  const { state } = referral;
  const program = programOf(programs, referral.program);
  const last = offers.at(-1) ?? null;
  const answerBy = last && addDays(last.offeredOn, numberOf(program, 'fcsAnswerWithin'));
  const { rule, source } = ruleOf(program, 'fcsAnswerWithin');
  return {
    about: 'fcs',
    answer: fcsInWords(referral, last, answerBy, isListed),
    rule: `a family whose need does not rise to the program, or for whom there is no opening, is offered FCS; ${rule}; a referral that leads to no service leaves by a recorded reason`,
    facts: {
      status: state.status,
      offeredOn: last?.offeredOn ?? null,
      answerBy,
      answer: last?.state ?? null,
      onFinsList: isListed,
    },
    source: `[002]; ${source}`,
  };
}

function fcsInWords(
  { id, state }: Referral,
  last: FcsState | null,
  answerBy: FcsState['offeredOn'] | null,
  isListed: boolean,
): string {
  const stands = statusInWords[state.status];
  if (last === null) {
    const left = needsFcs(state.status) && !isListed;
    const next = left ? ': they are to be offered' : '';
    return `${id} is ${stands}, and Family Centered Services were not offered${next}.`;
  }
  const offered = `Family Centered Services were offered for ${id} on ${dayInWords(last.offeredOn)}`;
  if (last.state === 'offered')
    return `${offered}; the answer is to be asked for on ${weekdayInWords(answerBy!)}.`;
  const isLeft = !isListed && (state.status === 'eligible' || needsFcs(state.status));
  const next = isLeft
    ? ` It is ${stands} and not on the FINS list: close it, if nothing else is under way.`
    : '';
  return `${offered} and ${last.state}.${next}`;
}

/** What the reasons that were given ask for, and until when. */
export function whyFollowUp(
  { id, state }: Referral,
  { follows, book }: { follows: readonly FollowUp[]; book: ReasonBook },
  { zone }: Asked,
): Explanation {
  const [one] = follows;
  const rule = 'the last reason that was given counts, until what it asks for is done';
  if (!one) {
    const answer = `Nothing is to be followed up for ${id}: it is ${statusInWords[state.status]}.`;
    return { about: 'follow_up', answer, rule, facts: { status: state.status }, source: book.daysSource };
  }
  const reason = book.reasons.find(({ code }) => code === one.reason)!;
  const given = dateIn(one.since, zone);
  const dueOn = one.kind === 'ask_again' ? askAgainOn(reason, given) : given;
  const todo = one.kind === 'ask_again' ? 'The family is to be asked again' : 'FCS are to be offered';
  return {
    about: 'follow_up',
    answer: `${todo} from ${weekdayInWords(dueOn)}: ${id} is ${statusInWords[state.status]} since ${dayInWords(given)}, ${reasonInSentence(book, one.reason)}.`,
    rule: `${ruleInWords(effectInWords(book, reason))}; ${rule}, for ${book.followedForDays} days at most`,
    facts: {
      code: one.reason,
      givenAt: one.since,
      days: reason.afterDays ?? 0,
      dueOn,
      until: followedUntil(book, dueOn),
    },
    source: `${reason.source}; days: ${book.daysSource}`,
  };
}

/** Why the hotline was shown, or was not. */
export function whySafety({ id, safetyConcern, hotlineShownAt }: Referral, { zone }: Asked): Explanation {
  const shown = hotlineShownAt ? ` The hotline was shown on ${momentInWords(hotlineShownAt, zone)}.` : '';
  const said = {
    true: `A concern for a child’s immediate safety was said for ${id}.`,
    false: `No concern for a child’s immediate safety was said for ${id}.`,
    null: `Nobody has said whether there is a concern for a child’s immediate safety (${id}).`,
  }[String(safetyConcern)]!;
  return {
    about: 'safety',
    answer: `${said}${shown}`,
    rule: 'where a child’s immediate safety is a concern, the hotline is called, and the program shows its number',
    facts: { safetyConcern, hotlineShownAt },
    source: '[002]',
  };
}

/** What is due and is no referral’s, such as an interview that was left: as the sheet has it. */
export const whyDue = ({
  kind,
  id,
  what,
  detail,
  command,
  rule,
  source,
  dueAt,
  overdue,
}: Due): Explanation => ({
  about: kind,
  answer: `${what} (${id}): ${detail}. To do it: ${command}`,
  rule,
  facts: { dueAt, overdue },
  source,
});

// [003] results flyer
import { dayInWords } from '../in-words.ts';
import { Refusal } from '../refusal.ts';
import type { CaseFile, CaseFollowUp } from './case.ts';

/**
 * Refuses a follow-up that contradicts another: each asks about all the time since the closing, so that what had happened
 * by one day has happened by every later one [003].
 */
export function requireAgreeing(
  { id, followUps }: Pick<CaseFile, 'id' | 'followUps'>,
  given: CaseFollowUp,
): void {
  const others = followUps.filter(({ reached, months }) => reached && months !== given.months);
  for (const other of given.reached ? others : []) {
    const [earlier, later] = other.on <= given.on ? [other, given] : [given, other];
    for (const what of ['abuse', 'placed'] as const)
      if (earlier[what] === true && later[what] === false) throw noLongerSo(id, what, given, other);
  }
}

const inWords = {
  abuse: 'abuse or neglect was confirmed since the closing',
  placed: 'a child was placed out of the home since the closing',
};

const noLongerSo = (
  id: CaseFile['id'],
  what: 'abuse' | 'placed',
  given: CaseFollowUp,
  { months, on, [what]: said }: CaseFollowUp,
) =>
  new Refusal({
    kind: 'rule',
    code: 'no_longer_so',
    message: said
      ? `By the follow-up after ${months} months, on ${dayInWords(on)}, ${inWords[what]}: so it was by ${dayInWords(given.on)}, too.`
      : `By the follow-up after ${months} months, on ${dayInWords(on)}, it was not so that ${inWords[what]}: so it was not by ${dayInWords(given.on)} either.`,
    hint: `Give --${what} ${said ? 'yes' : 'no'}; or take back the other one, if that was a slip: iis history ${id}, then iis undo ACTION`,
  });

import { dayInWords, durationInWords, momentInWords } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { blockerInWords, whyInWords } from '../../rules/matching.ts';
import type { LeftOut, Planned } from '../../rules/placing.ts';
import { hoursBetween } from '../../rules/time.ts';
import type { Wording } from './wording.ts';

/** Why this family, and why this specialist, each a short phrase. */
export function planWhy({ priority, receivedAt, why }: Planned, { now }: Wording): string[] {
  const risk = priority === 'imminent' ? 'imminent risk' : `${priority} priority`;
  const waiting = durationInWords(Math.max(0, hoursBetween(receivedAt, now)));
  return [`${risk}, waiting ${waiting}`, ...why.map((one) => whyInWords(one, languageName))];
}

/** What stands in the way of a family, in a short phrase. */
export function blockerWords(blocker: LeftOut['blockers'][number], { zone }: Wording): string {
  switch (blocker.kind) {
    case 'facts_missing':
      return `${blocker.missing.join(' and ')} not known`;
    case 'stale_review':
      return `the FINS review was due ${momentInWords(blocker.dueAt, zone)}`;
    default:
      return blockerInWords(blocker, languageName, dayInWords);
  }
}

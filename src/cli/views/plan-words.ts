import { dayInWords, durationInWords } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { whyInWords } from '../../rules/matching.ts';
import type { Planned } from '../../rules/placing.ts';
import { hoursBetween } from '../../rules/time.ts';
import type { Wording } from './wording.ts';

/** Why this family, and why this specialist, each a short phrase. */
export function planWhy({ priority, receivedAt, why }: Planned, { now }: Wording): string[] {
  const risk = priority === 'imminent' ? 'imminent risk' : `${priority} priority`;
  const waiting = durationInWords(Math.max(0, hoursBetween(receivedAt, now)));
  return [`${risk}, waiting ${waiting}`, ...why.map((one) => whyInWords(one, languageName, dayInWords))];
}

import * as z from 'zod';
import type { GivenAnswer } from '../rules/eligibility.ts';
import { answers } from '../rules/words.ts';
import { parseGuarded, refuseFile } from './json-guard.ts';

const word = z
  .union([z.string(), z.boolean()])
  .transform((said) =>
    typeof said === 'boolean'
      ? said
        ? 'yes'
        : 'no'
      : said
          .trim()
          .toLowerCase()
          .replace(/[\s_-]+/g, ' '),
  )
  .transform((said) => (said === 'not known' || said === '?' ? 'unknown' : said))
  .pipe(z.enum(answers));

const given = z.union([
  word.transform((answer) => ({ answer, note: null })),
  z.object({
    answer: word,
    note: z
      .string()
      .nullish()
      .transform((note) => note?.trim() || null),
  }),
]);

/**
 * Reads a gatekeeper's answers to the criteria from JSON: each `"yes"`, `"no"`, `"unknown"`, or with a note
 * `{"answer", "note"}`. Refuses the whole when any of them is something else, naming all of those.
 */
export function readAnswers(text: string): Record<string, GivenAnswer> {
  const how = 'Give the answers as {"situation": "yes", …}.';
  const parsed = z
    .record(z.string(), z.unknown())
    .safeParse(parseGuarded(text, { noJson: how, tooDeep: how }));
  if (!parsed.success) return refuseFile('The answers are not an object.', how);
  const read = Object.entries(parsed.data).map(([id, value]) => [id, given.safeParse(value)] as const);
  const wrong = read.filter(([, result]) => !result.success).map(([id]) => id);
  if (wrong.length > 0) {
    return refuseFile(`These answers can’t be taken: ${wrong.join(', ')}.`, 'Each is yes, no or unknown.');
  }
  return Object.fromEntries(read.map(([id, result]) => [id, result.data as GivenAnswer]));
}

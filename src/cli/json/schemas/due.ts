import * as z from 'zod';
import { dueKinds } from '../../../rules/due.ts';
import { instant, orNull, priority, text } from './fields.ts';

const source = text.describe('where the rule comes from, or “local default”');

/** A line of `iis today`. */
export const dueLine = z.strictObject({
  kind: z.enum(dueKinds).describe('what kind of thing; the kinds stand in the order of urgency'),
  what: text.describe('what is to be done'),
  id: text.describe(
    'the number of the referral, the case, the TAPA or the request to the fund, or “draft” and its number',
  ),
  family: orNull(text, 'what the family is called; with --private initials', 'nobody is named'),
  priority: orNull(priority, 'the risk', 'it is not known, which counts as imminent'),
  dueAt: orNull(instant, 'by when', 'it waits without a deadline'),
  overdue: z.boolean().describe('whether that has passed'),
  detail: text.describe('how it stands; with questions that are still to ask'),
  command: text.describe('the line that settles it'),
  rule: text.describe('the rule in words'),
  source,
});

/** A part of the answer of `iis why`. */
export const explanation = z.strictObject({
  about: text.describe('what is explained: contact, eligible, match, …'),
  answer: text.describe('how it stands, in a sentence'),
  rule: text.describe('the rule in words'),
  facts: z.record(z.string(), z.unknown()).describe('what it rests on, by name'),
  source,
});

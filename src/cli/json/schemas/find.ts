import * as z from 'zod';
import { instant, orNull, referralNumber, status, text } from './fields.ts';

/** One that `iis find` found. */
export const found = z.strictObject({
  referral: referralNumber.describe('its number'),
  family: orNull(text, 'what the family is called; with --private initials', 'nobody in it is named'),
  familyId: text.describe('the family; its referrals share it'),
  status: status.describe('where it stands'),
  county: orNull(text, 'the county', 'it is not known'),
  receivedAt: instant.describe('when it was received'),
  score: z
    .number()
    .min(0)
    .describe('how well it fits; higher is better, and the list begins with the highest'),
  why: z
    .array(text)
    .describe(
      'why it was found, a phrase for each thing that fits; with --private without the name or number itself',
    ),
});

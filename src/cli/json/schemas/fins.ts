import * as z from 'zod';
import {
  circuitNumber,
  count,
  instant,
  language,
  orNull,
  priority,
  programCode,
  referralNumber,
  specialistCode,
  text,
} from './fields.ts';
import { fcsOffer } from './referral.ts';

/** A line of `iis list fins`. */
export const finsLine = z.strictObject({
  referral: referralNumber.describe('its number'),
  family: orNull(text, 'what the family is called; with --private initials', 'nobody in it is named'),
  circuit: orNull(circuitNumber, 'the judicial circuit', 'the county is not known'),
  county: orNull(text, 'the county', 'it is not known'),
  priority: orNull(
    priority,
    'the risk',
    'it is not known; the family is then reviewed like one at imminent risk',
  ),
  program: programCode.describe('the program'),
  status: text.describe('where the referral stands'),
  addedAt: instant.describe('when the family was put on the list'),
  daysOnList: count.describe('days of the calendar since then'),
  reviewedAt: orNull(instant, 'when it was last reviewed', 'it has not been since it was listed'),
  reviewDueAt: instant.describe('by when it must be reviewed'),
  overdue: z.boolean().describe('whether that has passed'),
  children: count.describe('how many children'),
  youngestAge: orNull(count, 'full years of the youngest child', 'no date of birth is known'),
  need: orNull(text, 'what the family needs', 'nobody has said'),
  language: orNull(language, 'the language of the service, ISO 639-1', 'nobody has said'),
  couldBeServedBy: z.array(specialistCode).describe('who could take the family now, in order of preference'),
  fcs: orNull(fcsOffer, 'the newest offer of FCS', 'none was made'),
});

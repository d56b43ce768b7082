import * as z from 'zod';
import {
  caseNumber,
  circuitNumber,
  count,
  day,
  instant,
  language,
  orNull,
  priority,
  programCode,
  referralNumber,
  specialistCode,
  status,
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
  couldBeServedBy: z
    .array(specialistCode)
    .describe(
      'who could take the family now, in order of preference; nobody where it can’t be matched: it is not eligible, or its county or risk is not known',
    ),
  fcs: orNull(fcsOffer, 'the newest offer of FCS', 'none was made'),
});

const rankedFamily = z.strictObject({
  referral: referralNumber.describe('its number'),
  program: programCode.describe('the program'),
  rank: orNull(
    z.int().min(1),
    'its place among the eligible families on the list for the same program: by risk, then by time received',
    'it is not eligible',
  ),
  priority: orNull(priority, 'the risk', 'it is not known; the family then ranks like one at imminent risk'),
});

const censusDay = z.strictObject({
  day: day.describe('the day'),
  openings: count.describe(
    'openings of the programs that a family now on the list is referred to, or of all where none is on it, with as many places each as the policy now gives',
  ),
  families: z
    .array(rankedFamily)
    .describe('who was on the list, in order of rank, then those who are not eligible'),
});

const came = z.strictObject({
  at: instant.describe('when'),
  by: text.describe('who did it'),
  how: z.enum(['listed', 'put_back']).describe('`put_back`: that it had left was taken back'),
  status: status.describe('where the referral stood then'),
  denial: orNull(text, 'the code of the denial that was kept with it', 'none was'),
});

const left = z.strictObject({
  at: instant.describe('when'),
  by: text.describe('who did it'),
  how: z.enum(['removed', 'taken_back']).describe('`taken_back`: that it was listed was taken back'),
  reasonCode: orNull(text, 'the code of the reason, or `placed`', 'the listing was taken back'),
  note: orNull(text, 'what was noted with it', 'nothing was'),
  case: orNull(
    z.strictObject({
      id: caseNumber.describe('the number of the case'),
      specialist: specialistCode.describe('with whom'),
    }),
    'with whom the family was placed',
    'it was not placed',
  ),
});

const stay = z.strictObject({
  referral: referralNumber.describe('its number'),
  family: orNull(text, 'what the family is called; with --private initials', 'nobody in it is named'),
  program: programCode.describe('the program'),
  addedAt: instant.describe('when the family was put on the list'),
  need: orNull(text, 'what the family needs', 'nobody has said'),
  came: orNull(came, 'how it came onto the list', 'it was on it already when the first day began'),
  left: orNull(left, 'how it left the list', 'it is on it now'),
  priority: orNull(priority, 'the risk now, or when it left', 'it is not known'),
  priorityChanges: z
    .array(
      z.strictObject({
        at: instant.describe('when'),
        before: orNull(priority, 'the risk until then', 'it was not known'),
        after: orNull(priority, 'the risk from then on', 'it is not known'),
      }),
    )
    .describe('since then and while it was on the list, first to last'),
  reviews: count.describe('how many reviews since then'),
  reviewedAt: orNull(instant, 'when it was last reviewed', 'it was not since it was listed'),
});

/** `iis list fins --since`. */
export const finsSince = z.strictObject({
  since: day.describe('the first day'),
  recordsBegin: orNull(
    day,
    'the day of the first record, from which on it is told',
    '`since` is not before it',
  ),
  counts: z
    .strictObject({
      atStart: count.describe('stays that were open when the first day began'),
      came: count.describe('stays that began since'),
      left: count.describe('stays that ended since'),
      now: count.describe('stays that are open now: `atStart` + `came` − `left`'),
    })
    .describe('they add up'),
  start: censusDay.describe('the list when the first day began, as the day before left it'),
  days: z.array(censusDay).describe('each day since at its end, and today as it is now'),
  stays: z.array(stay).describe('every stay on the list that was open at the start or since'),
});

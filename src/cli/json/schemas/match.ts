import * as z from 'zod';
import {
  caseNumber,
  circuitNumber,
  count,
  day,
  instant,
  language,
  localSituation,
  orNull,
  priority,
  programCode,
  referralNumber,
  specialistCode,
  text,
} from './fields.ts';

const detail = text.describe('the same in words');

const failed = {
  free: z.array(specialistCode).describe('who has an opening and does not fit'),
  failing: count.describe('how many do not fit'),
  of: count.describe('of how many who work for the program in the circuit'),
  detail,
};

const kind = <const Kind extends string>(name: Kind) => z.literal(name).describe('what stands in the way');

const blocker = z.union([
  z.strictObject({
    kind: kind('no_specialist'),
    program: programCode.describe('the program for which nobody works there'),
    circuit: circuitNumber.describe('the circuit'),
    detail,
  }),
  z.strictObject({
    kind: kind('no_opening'),
    fitting: count.describe('how many specialists fit'),
    places: count.describe('how many places they have, all of them taken, now or by this plan'),
    planned: count.describe('how many of these this plan gives to families before this one'),
    detail,
  }),
  z.strictObject({
    kind: kind('language'),
    language: language.describe('the language that is asked for, ISO 639-1'),
    ...failed,
  }),
  z.strictObject({ kind: kind('county'), county: text.describe('the county to be served'), ...failed }),
  z.strictObject({
    kind: kind('situation'),
    situation: localSituation.describe('the situation to be taken'),
    ...failed,
  }),
  z.strictObject({
    kind: kind('leave'),
    specialist: specialistCode.describe('who fits and is away'),
    until: day.describe('the last day of the leave'),
    detail,
  }),
  z.strictObject({
    kind: kind('facts_missing'),
    missing: z.array(text).describe('what matching needs and nobody has said'),
    detail,
  }),
  z.strictObject({
    kind: kind('stale_review'),
    dueAt: instant.describe('when the review on the FINS list was due'),
    detail,
  }),
  z.strictObject({
    kind: kind('off_list'),
    at: instant.describe('when the family was taken off the FINS list'),
    because: text.describe('why, a phrase'),
    detail,
  }),
]);

/** `iis match`. */
export const matched = z.strictObject({
  plan: z
    .array(
      z.strictObject({
        referral: referralNumber.describe('the family to be placed'),
        specialist: specialistCode.describe('with whom'),
        place: count.describe('the number of the place with the specialist'),
        priority: priority.describe('the risk'),
        waitingHours: count.describe('full hours since the referral was received'),
        why: z.array(text).describe('why this family and why this specialist, each a phrase'),
      }),
    )
    .describe('who goes to whom, in order of rank'),
  unserved: z
    .array(
      z.strictObject({
        referral: referralNumber.describe('a family that is left out'),
        priority: orNull(priority, 'the risk', 'it is not known, which is what stands in the way'),
        blockers: z.array(blocker).describe('all that stands in the way'),
        next: z
          .array(z.enum(['fins', 'fcs', 'review', 'edit', 'close']))
          .describe(
            'what can be done now: list it, offer FCS, review it, add what is missing, or close its referral; empty when it is listed and FCS is offered',
          ),
      }),
    )
    .describe('who can’t be placed now, in order of rank'),
  assigned: z
    .array(
      z.strictObject({
        case: caseNumber.describe('the new case'),
        referral: referralNumber.describe('the family'),
        specialist: specialistCode.describe('the specialist'),
      }),
    )
    .describe('what was saved; empty with --dry-run'),
  openingsBefore: count.describe('openings before the plan'),
  openingsAfter: count.describe('openings after it'),
});

import * as z from 'zod';
import { eventKinds, hoursKinds, staffingParts, whereaboutsKinds } from '../../../rules/case/case.ts';
import {
  caseNumber,
  count,
  day,
  instant,
  orNull,
  priority,
  programCode,
  referralNumber,
  specialistCode,
  text,
} from './fields.ts';

const note = orNull(text, 'more about it', 'nobody said more');
const hours = z.number().min(0);

/** A line of `iis case list`. */
export const caseLine = z.strictObject({
  id: caseNumber.describe('its number'),
  referral: referralNumber.describe('the referral of the family'),
  family: orNull(text, 'what the family is called; with --private initials', 'nobody is named'),
  specialist: specialistCode.describe('who has the case'),
  agency: orNull(text, 'the agency of the specialist', 'none is known'),
  program: programCode.describe('the program'),
  place: count.describe('which of the specialist’s places it fills, or filled'),
  status: z
    .enum(['assigned', 'accepted', 'not_accepted', 'closed', 'given_back'])
    .describe('where it stands'),
  assignedAt: instant.describe('when it was assigned'),
  seeBy: instant.describe('by when the family is to be seen'),
  seenAt: orNull(instant, 'when the family was seen', 'it was not seen yet'),
  seenLate: orNull(text, 'why it was seen late', 'it was seen in time, or not yet'),
  startedOn: orNull(day, 'the first day of the service', 'the family was not accepted, or not yet'),
  endsOn: day.describe('the last day of the service by the policy or an extension'),
  overdue: z.boolean().describe('whether it is open past that day'),
  closedOn: orNull(day, 'the last day of the service that there was', 'it is not closed'),
  endedAt: orNull(instant, 'when its place came free', 'it is open'),
  endReason: orNull(text, 'the code of the reason for which it ended', 'it is open'),
  endNote: orNull(text, 'more about that', 'nobody said more'),
  screeningHours: orNull(
    hours,
    'the hours of the screening, which are reimbursed',
    'the family was not declined',
  ),
  intact: orNull(z.boolean(), 'whether the family was intact at the end', 'it is not closed'),
  abuse: orNull(
    z.boolean(),
    'confirmed child abuse or neglect during the service',
    'nobody has said, which is no success',
  ),
  followUpServices: orNull(
    text,
    'the follow-up services that were arranged',
    'none were, or it is not closed',
  ),
});

const goal = z.strictObject({
  number: count.describe('its number in the case'),
  goal: text.describe('what is to be reached'),
  measure: text.describe('by what it is told'),
  setOn: day.describe('when it was set'),
  met: orNull(z.boolean(), 'whether it was met', 'nobody has said yet'),
  metOn: orNull(day, 'when that was said', 'nobody has said yet'),
});

const event = z.strictObject({
  kind: z.enum(eventKinds).describe('what happened'),
  on: day.describe('when'),
  note,
  settled: orNull(
    z.strictObject({ on: day.describe('when'), note: text.describe('how') }),
    'how it was dealt with',
    'it was not yet, or need not be',
  ),
});

const followUp = z.strictObject({
  months: count.describe('how many months after the closing'),
  on: day.describe('when somebody tried'),
  reached: z.boolean().describe('whether the family was reached'),
  abuse: orNull(z.boolean(), 'confirmed abuse or neglect since the closing', 'it was not reached'),
  placed: orNull(z.boolean(), 'a child placed out of the home since', 'it was not reached'),
  placedOn: orNull(day, 'when', 'none was placed, or the day is not known'),
  note,
  success: orNull(z.boolean(), 'neither of the two', 'it was not reached, which is no success'),
});

/** A case with everything in it. */
export const serviceCase = z
  .strictObject({
    ...caseLine.shape,
    override: orNull(
      z.strictObject({
        by: text.describe('who chose the specialist'),
        reason: text.describe('why'),
        past: z.array(text).describe('what the choice went past, each a phrase'),
      }),
      'that the family was placed past the plan',
      'it was placed by the plan',
    ),
    goals: z.array(goal).describe('the treatment goals'),
    hours: z
      .array(
        z.strictObject({
          on: day.describe('the day'),
          kind: z.enum(hoursKinds).describe('how they were spent'),
          hours: hours.describe('how many'),
          note,
        }),
      )
      .describe('the hours by day'),
    weeks: z
      .array(
        z.strictObject({
          week: count.describe('its number, from 1'),
          from: day.describe('its first day'),
          until: day.describe('its last day'),
          faceToFace: hours.describe('hours face to face'),
          other: hours.describe('other hours'),
          remarks: z.array(text).describe('how that stands against the policy; empty: within it'),
        }),
      )
      .describe('the weeks of the service so far'),
    staffings: z
      .array(
        z.strictObject({
          on: day.describe('when'),
          who: z.array(z.enum(staffingParts)).describe('who took part'),
          nextOn: orNull(day, 'when the next one is', 'none was agreed on'),
          note,
        }),
      )
      .describe('the staffings'),
    events: z.array(event).describe('placements, warnings, returns and visits'),
    extensions: z
      .array(
        z.strictObject({
          until: day.describe('until when'),
          approvedBy: text.describe('who approved it; with --private initials'),
          reason: text.describe('why'),
          at: instant.describe('when it was kept'),
        }),
      )
      .describe('how the service was extended'),
    transfers: z
      .array(
        z.strictObject({
          from: specialistCode.describe('who had the case'),
          to: specialistCode.describe('who has it from then on'),
          reason: text.describe('why'),
          at: instant.describe('when'),
        }),
      )
      .describe('how it went from one specialist to another'),
    children: z
      .array(
        z.strictObject({
          name: orNull(text, 'the child', 'the name is not known'),
          whereabouts: z
            .union([z.enum(whereaboutsKinds), z.literal('…')])
            .describe('where it lived; hidden with --private'),
        }),
      )
      .describe('the children at the closing'),
    followUps: z.array(followUp).describe('the follow-ups so far'),
    nextFollowUp: orNull(
      z.strictObject({
        months: count.describe('how many months after the closing'),
        from: day.describe('from which day on'),
      }),
      'the next follow-up',
      'it is not closed, or every one was made',
    ),
  })
  .meta({ title: 'case' });

/** The answer of a command that changed a case. */
export const changedCase = z.strictObject({ case: serviceCase.describe('the case as it now stands') });

/** The same where a place came free. */
export const freedCase = z.strictObject({
  ...changedCase.shape,
  couldUse: z
    .array(
      z.strictObject({
        referral: referralNumber.describe('the family that the plan would place now'),
        specialist: specialistCode.describe('with whom'),
        priority: priority.describe('the risk'),
      }),
    )
    .describe('who could use the openings there are: iis match'),
});

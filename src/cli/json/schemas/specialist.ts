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
  programCode,
  referralNumber,
  specialistCode,
  text,
} from './fields.ts';

const facts = {
  name: text.describe('full name'),
  agency: orNull(text, 'the contractor they work for', 'it is not known'),
  supervisor: orNull(text, 'who supervises them', 'it is not known'),
  program: programCode.describe('the program they work for'),
  circuits: z.array(circuitNumber).describe('the circuits they serve'),
  counties: z.array(text).describe('the only counties they serve; empty: all of the circuits'),
  languages: z.array(language).describe('the languages they speak, ISO 639-1'),
  takes: z.array(localSituation).describe('the local situations they take'),
};

/** One specialist. */
export const specialist = z
  .strictObject({
    code: specialistCode.describe('a short name of their own'),
    ...facts,
    phone: orNull(text, 'phone; with --private …', 'it is not known'),
    email: orNull(text, 'email; with --private …', 'it is not known'),
    works: z.boolean().describe('whether they still work here today'),
    ended: orNull(
      z.strictObject({
        on: day.describe('the first day without work here'),
        reason: orNull(text, 'why', 'nobody has said'),
      }),
      'the end of their work',
      'no end is known',
    ),
    onLeave: z.boolean().describe('whether they are on leave today'),
    leaves: z
      .array(
        z.strictObject({
          from: day.describe('the first day'),
          until: day.describe('the last day'),
          note: orNull(text, 'more about it', 'nothing was noted'),
        }),
      )
      .describe('leaves, also past and coming ones'),
    places: count.describe('places, by the program’s policy'),
    openCases: count.describe('open cases'),
    openings: count.describe('families they could take today; 0 on leave'),
    cases: z
      .array(
        z.strictObject({
          case: caseNumber.describe('the case'),
          referral: referralNumber.describe('its family’s referral'),
          place: count.describe('the place it fills'),
          assignedAt: instant.describe('since when'),
        }),
      )
      .describe('the open cases'),
  })
  .meta({ title: 'specialist' });

const specialistOnly = specialist.describe('the specialist as they stand now');

/** `iis specialist show` and `return`. */
export const shown = z.strictObject({ specialist: specialistOnly });

/** `iis specialist add`. */
export const added = z.strictObject({
  specialist: specialistOnly,
  assumed: z
    .array(text)
    .describe('the facts that nobody gave: program, circuits or languages, taken from the settings'),
});

const fact = z.union([text, z.array(text), z.array(z.number())]);

/** `iis specialist edit`. */
export const edited = z.strictObject({
  specialist: specialistOnly,
  changes: z
    .array(
      z.strictObject({
        field: z
          .enum([
            'name',
            'agency',
            'supervisor',
            'program',
            'circuits',
            'counties',
            'languages',
            'takes',
            'phone',
            'email',
          ])
          .describe('which fact'),
        before: orNull(fact, 'what it was', 'it was not known'),
        after: orNull(fact, 'what it is now', 'it is not known any more'),
      }),
    )
    .describe('what differs from before'),
});

/** `iis specialist leave` and `end`. */
export const gone = z.strictObject({
  specialist: specialistOnly,
  givenBack: z
    .array(
      z.strictObject({
        case: caseNumber.describe('the case that ended'),
        referral: referralNumber.describe('the family that can be matched again'),
      }),
    )
    .describe('with --cases give-back the cases that ended'),
});

/** A line of `iis list openings`. */
export const openingsLine = z.strictObject({
  specialist: specialistCode.describe('the specialist'),
  ...facts,
  places: count.describe('places, by the program’s policy'),
  openCases: count.describe('open cases'),
  openings: count.describe('families they could take today; 0 on leave'),
  onLeave: z.boolean().describe('whether they are on leave today'),
  onLeaveUntil: orNull(day, 'the last day of that leave', 'they are not on leave'),
});

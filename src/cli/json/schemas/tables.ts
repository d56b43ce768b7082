import * as z from 'zod';
import {
  caseNumber,
  count,
  instant,
  orNull,
  programCode,
  referralNumber,
  specialistCode,
  status,
  text,
} from './fields.ts';
import { finsLine } from './fins.ts';
import { exportedReferral } from './referral.ts';
import { specialist } from './specialist.ts';

/** `iis export … --out FILE`. */
const written = z
  .strictObject({
    what: z.enum(['referrals', 'fins', 'cases', 'specialists']).describe('what was exported'),
    format: z.enum(['csv', 'json']).describe('how it was written'),
    file: text.describe('the file'),
    count: count.describe('how many records it holds'),
  })
  .meta({ title: 'with --out' });

const placement = z
  .strictObject({
    id: caseNumber.describe('its number'),
    referral: referralNumber.describe('its referral'),
    family: orNull(text, 'what the family is called', 'nobody in it is named'),
    county: orNull(text, 'the county that the family lives in', 'it is not known'),
    program: programCode.describe('the program'),
    specialist: specialistCode.describe('who had or has it'),
    place: count.describe('the place it fills'),
    status: text.describe('assigned, or how it ended'),
    assignedAt: instant.describe('since when'),
    endedAt: orNull(instant, 'until when', 'it is open'),
    endReason: orNull(text, 'the code of the reason of its end', 'it is open'),
  })
  .meta({ title: 'placement' });

export const exportedReferrals = z.union([z.array(exportedReferral), written]);
export const exportedFins = z.union([z.array(finsLine.meta({ title: 'family on the list' })), written]);
export const exportedCases = z.union([z.array(placement), written]);
export const exportedSpecialists = z.union([z.array(specialist), written]);
export { placement, written };

const facts = {
  dryRun: z.boolean().describe('whether nothing was saved'),
  rows: count.describe('how many rows the table has'),
  columns: z
    .array(
      z.strictObject({
        heading: text.describe('its heading'),
        field: orNull(text, 'the field that it is', 'it is kept as a note, or left out'),
        kept: z.boolean().describe('whether what stands in it is kept'),
      }),
    )
    .describe('the columns in their order'),
};
const row = count.describe('the row, as a spreadsheet counts it');
const why = z
  .enum(['taken_already', 'looks_alike'])
  .describe('the same was there already, or a family that looks like it');

/** `iis import referrals`. */
export const importedReferrals = z.strictObject({
  ...facts,
  taken: z
    .array(
      z.strictObject({
        row,
        referral: orNull(referralNumber, 'its number', 'it is a dry run'),
        family: orNull(text, 'what the family is called', 'nobody in it is named'),
        status: status.describe('where it stands'),
        warnings: z.array(text).describe('a sentence for each thing to see to'),
        possibleDuplicates: z
          .array(
            z.strictObject({
              referral: referralNumber.describe('a referral of a family that looks like this one'),
              why: z.array(text).describe('what is alike'),
            }),
          )
          .describe('earlier families that look like this one, most alike first'),
      }),
    )
    .describe('what was taken in'),
  leftOut: z
    .array(z.strictObject({ row, why, referral: referralNumber.describe('what is there already') }))
    .describe('what was left out'),
});

/** `iis import specialists`. */
export const importedSpecialists = z.strictObject({
  ...facts,
  taken: z
    .array(
      z.strictObject({
        row,
        code: specialistCode.describe('their code'),
        name: text.describe('their name'),
      }),
    )
    .describe('who was taken on'),
  leftOut: z
    .array(z.strictObject({ row, why, code: specialistCode.describe('who is there already') }))
    .describe('who was left out'),
});

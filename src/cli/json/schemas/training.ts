import * as z from 'zod';
import { day, orNull, programCode, specialistCode, text } from './fields.ts';

const hours = z.number().min(0);

/** A line of `iis specialist training`. */
export const training = z.strictObject({
  role: z.enum(['specialist', 'supervisor']).describe('what they are'),
  specialist: orNull(specialistCode, 'the specialist', 'it is a supervisor'),
  name: text.describe('their name'),
  program: programCode.describe('the program'),
  requiredHours: orNull(hours, 'the hours that the policy asks for', 'it asks for none'),
  source: orNull(text, 'where that comes from', 'it asks for none'),
  doneHours: hours.describe('the hours that are kept'),
  complete: z.boolean().describe('whether that is as much as is asked for'),
  entries: z
    .array(
      z.strictObject({
        hours: hours.describe('how many'),
        on: day.describe('when'),
        note: orNull(text, 'what it was', 'nobody has said'),
      }),
    )
    .describe('the training, by day'),
});

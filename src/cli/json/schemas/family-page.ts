import * as z from 'zod';
import { pageKinds } from '../../../rules/family-page.ts';
import {
  birthDay,
  circuitNumber,
  day,
  instant,
  orNull,
  programCode,
  referralNumber,
  status,
  text,
} from './fields.ts';

const name = orNull(text, 'the name; with --private initials', 'it is not known');

/** `iis history --page`. */
export const familyPage = z.strictObject({
  family: z
    .strictObject({
      id: text.describe('its number, such as `F0042`'),
      familyName: orNull(text, 'what it is called; with --private initials', 'nobody is named'),
      caregivers: z.array(z.strictObject({ name })).describe('the caregivers'),
      children: z
        .array(
          z.strictObject({
            name,
            birthDate: orNull(birthDay, 'date of birth; with --private the year', 'it is not known'),
          }),
        )
        .describe('the children'),
      county: orNull(text, 'where it lives', 'it is not known'),
      circuit: orNull(circuitNumber, 'the circuit', 'the county is not known'),
    })
    .describe('the family, as its last referral has it'),
  referrals: z
    .array(
      z.strictObject({
        id: referralNumber.describe('the referral'),
        program: programCode.describe('the program'),
        status: status.describe('how it stands'),
      }),
    )
    .describe('its referrals, first to last'),
  lines: z
    .array(
      z.strictObject({
        on: day.describe('the day'),
        at: orNull(instant, 'the moment', 'only the day is known'),
        kind: z.enum(pageKinds).describe('what kind of thing'),
        referral: referralNumber.describe('the referral that it belongs to'),
        number: text.describe('the number of the case or of the request to the fund, else of the referral'),
        what: text.describe('what happened; it names nobody of the family'),
        note: orNull(text, 'what somebody wrote about it; with --private …', 'nobody wrote anything'),
      }),
    )
    .describe('everything that happened, first to last'),
});

import * as z from 'zod';
import { day, orNull, referralNumber, text } from './fields.ts';
import { referral } from './referral.ts';

/** A TAPA that was noted before its family was referred. */
export const tapa = z
  .strictObject({
    id: text.describe('its number, such as `T0003`'),
    family: text.describe('what the family is called; with --private initials'),
    county: orNull(text, 'the county', 'it is not known'),
    worker: orNull(text, 'who negotiated it', 'nobody has said'),
    agreedOn: day.describe('the day on which it was made'),
    writtenBy: day.describe('the last day to put it in writing'),
    writtenOn: orNull(day, 'the day on which it was put in writing', 'nobody has said'),
    endsOn: day.describe('the last day that it can run'),
    referral: orNull(referralNumber, 'the referral that was made for it', 'there is none yet'),
    closed: orNull(
      z.strictObject({
        on: day.describe('the day on which it ended'),
        code: text.describe('the code of the reason'),
        note: orNull(text, 'more about it', 'nobody said more'),
      }),
      'that no referral is to come, and why',
      'it waits for its referral, or has it',
    ),
  })
  .meta({ title: 'TAPA' });

/** The answer of a command that changed a TAPA. */
export const changedTapa = z.strictObject({
  tapa: orNull(tapa, 'the TAPA, where it was noted before its referral', 'it is that of a referral'),
  referral: orNull(referral, 'the referral, where it is that of one', 'it was noted before its referral'),
});

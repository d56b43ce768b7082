import * as z from 'zod';
import { count, orNull, referralNumber, text } from './fields.ts';
import { referral, taken } from './referral.ts';

const formFile = {
  file: text.describe('the file as it was named, or the folder with the name in it; - is standard input'),
  place: orNull(
    count,
    'which form of the file it is, from 1',
    'the file holds one form, or could not be read',
  ),
};
const formPlace = z.strictObject(formFile);

/** An entry of the list that several forms are answered with. */
export const mailed = z
  .strictObject({
    ...formFile,
    outcome: z
      .enum(['taken', 'already_taken', 'unreadable'])
      .describe('taken in now; there already, so that it was left out; or left out with --skip-unreadable'),
    ...taken.shape,
    referral: orNull(
      referral,
      'the referral as it was saved, or as it stands now where it was there already',
      'the form could not be read',
    ),
  })
  .meta({ title: 'referral of a list' });

/** An entry of the list that `--dry-run` answers. */
export const mailPreview = z
  .strictObject({
    ...formFile,
    outcome: z
      .enum(['new', 'already_taken', 'unreadable'])
      .describe('it would be taken in; it is there already; or it can’t be read'),
    referral: orNull(
      referralNumber,
      'what it was taken in as before',
      'it was not, or it is the same as another form of this mail',
    ),
    sameAs: orNull(formPlace, 'the form of this mail that it is the same as', 'there is none'),
    familyName: orNull(text, 'what the family is called', 'nobody in it is named, or it can’t be read'),
    children: count.describe('how many children it names'),
    county: orNull(text, 'the county', 'it is not given, or can’t be taken'),
    goesBack: z.boolean().describe('whether the family has not agreed, so that it would be returned'),
    missing: z.array(text).describe('the fields that are not given, such as caregivers[0].phone'),
    unreadable: z.array(text).describe('the fields that can’t be taken as they stand'),
    unsure: z.array(text).describe('the fields that were taken and should be checked'),
    looksLike: z.array(referralNumber).describe('referrals of families that look like this one'),
    looksLikeHere: z
      .array(formPlace)
      .describe('earlier forms of this mail with a family that looks like this one'),
    callsFor: z
      .array(text)
      .describe('a sentence for each thing that the facts call for, or that was not read'),
    cannot: orNull(
      z.strictObject({
        code: text.describe('the code of the error'),
        message: text.describe('what is wrong with it'),
        hint: orNull(text, 'what helps', 'nothing is suggested'),
      }),
      'why it can’t be read',
      'it can be read',
    ),
  })
  .meta({ title: 'form before it is taken in' });

import * as z from 'zod';
import { doubts } from '../../../rules/intake.ts';
import { orNull, text } from './fields.ts';

/** What is missing on a form or could not be read. */
export const problem = z
  .strictObject({
    field: text.describe('where it is, such as caregivers[0].birthDate'),
    kind: z.enum(['missing', 'unreadable']).describe('not there, or there and not to be taken'),
    text: orNull(text, 'what stood there', 'nothing stood there'),
  })
  .meta({ title: 'problem' });

/** What a value was read from. */
export const fieldSource = z
  .strictObject({
    field: text.describe('where it is, such as caregivers[0].birthDate'),
    label: orNull(text, 'the form’s own label', 'there was none'),
    text: text.describe('what stood there'),
    doubt: orNull(
      z.enum(doubts),
      'why it may not be what was meant: an unusual age, day and month either way round, no label, a yes or no in words, guessed letters, several children in the place of one, more than a name in its place, a field that is not on the form',
      'nothing speaks against it',
    ),
  })
  .meta({ title: 'field source' });

import type { FormReading } from '../../rules/intake.ts';
import type { FormFacts } from '../field-values.ts';
import { refuseFile } from '../json-guard.ts';

/**
 * Reads referrals from the text of a CSV file (decoded before), a row each, by the headings of its columns. A value that
 * can't be taken is `null` and a problem with the text as it stood; a column that is not known is a leftover
 * `heading: value`. The whole file is refused (a `Refusal` of kind `invalid`) when it is no table, or has none of the
 * columns of a referral.
 */
export const readReferralCsv = (_text: string, _facts: FormFacts): FormReading[] =>
  refuseFile('CSV files can’t be read yet.', 'Send the filled form as text.');

import type { FormReading } from '../rules/intake.ts';
import type { FormFacts } from './field-values.ts';
import { beginsAsJson } from './file-kinds.ts';
import { type FormInText, readFormTexts } from './form-text.ts';
import { refuseTooLarge } from './json-guard.ts';
import { readReferralJson } from './referral-json.ts';

/** The filled forms in a text, each with its own part of it. Refused: text above 1 MB. */
export const readTypedForms = (text: string, facts: FormFacts): FormInText[] => {
  refuseTooLarge(text, 1);
  return readFormTexts(text, facts);
};

/**
 * Reads whatever came in: JSON where the text begins as JSON does, else the text of filled forms, each its own
 * reading. Refused as a whole: text above 1 MB, and JSON as `readReferralJson` says. A reading that is not
 * `isReadable` is the caller's to refuse.
 */
export const readForm = (text: string, facts: FormFacts): FormReading[] =>
  beginsAsJson(text)
    ? readReferralJson(text.trim(), facts)
    : readTypedForms(text, facts).map(({ reading }) => reading);

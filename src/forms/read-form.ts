import type { FormReading } from '../rules/intake.ts';
import type { FormFacts } from './field-values.ts';
import { readFormTexts } from './form-text.ts';
import { refuseTooLarge } from './json-guard.ts';
import { readReferralJson } from './referral-json.ts';

// Mail programs write "[EXTERNAL]" above a message: a bracket alone does not make it JSON.
const isJson = (text: string): boolean => /^\s*(?:\{|\[\s*(?:[{[\]"\d-]|true|false|null))/.test(text);

/**
 * Reads whatever came in: JSON where the text begins as JSON does, else the text of filled forms, each its own
 * reading. Refused as a whole: text above 1 MB, and JSON as `readReferralJson` says. A reading that is not
 * `isReadable` is the caller's to refuse.
 */
export const readForm = (text: string, facts: FormFacts): FormReading[] => {
  if (isJson(text)) return readReferralJson(text.trim(), facts);
  refuseTooLarge(text, 1);
  return readFormTexts(text, facts);
};

import { refuse } from '../rules/refusal.ts';

const deepest = 20;
const megabyte = 1024 * 1024;

/** Refuses a whole file: what is wrong with it, and what to do. Exit code 2. */
export const refuseFile = (message: string, hint: string): never =>
  refuse({ kind: 'invalid', code: 'form_refused', message, hint });

/** Refuses what is larger than so many megabytes, which no form is. */
export const refuseTooLarge = (text: string, megabytes: number): void => {
  if (text.length > megabytes * megabyte || Buffer.byteLength(text) > megabytes * megabyte) {
    refuseFile(
      `The file is larger than ${megabytes} MB.`,
      'Split it into smaller files, each with some of the referrals.',
    );
  }
};

const hostile = new Set(['__proto__', 'constructor', 'prototype']);

const refuseHostile = (value: unknown, depth: number, hint: string): void => {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) {
    refuseFile(`The JSON is nested more than ${deepest} levels deep.`, hint);
  }
  for (const key of Object.keys(value)) {
    if (hostile.has(key)) refuseFile(`The JSON has a field named ${key}.`, 'Take the field out of the file.');
    refuseHostile((value as Record<string, unknown>)[key], depth + 1, hint);
  }
};

/**
 * Parses JSON from outside. Refused as a whole: what is no JSON, too large, too deep, or has hostile keys; the hints say
 * how that is given which is expected here.
 */
export const parseGuarded = (
  text: string,
  { noJson, tooDeep }: { noJson: string; tooDeep: string },
): unknown => {
  refuseTooLarge(text, 10);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    refuseFile('The text is not JSON.', noJson);
  }
  refuseHostile(value, 1, tooDeep);
  return value;
};

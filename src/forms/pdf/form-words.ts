import english from '../../../data/forms/community-referral.en.json';
import spanish from '../../../data/forms/community-referral.es.json';
import form from '../../../data/forms/community-referral.json';
import type { FormLanguage } from '../form-languages.ts';

/** What the Community Referral form says, in one language. */
export type FormWords = typeof english;

export const wordsIn: Readonly<Record<FormLanguage, FormWords>> = { en: english, es: spanish };

/** What is the same in every language: the version, and how many people there is room for. */
export const communityForm = form;

/** Puts values where a sentence has `{name}`. */
export const said = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));

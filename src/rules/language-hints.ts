import { findLanguage, languagesByName } from './languages.ts';
import type { Referral } from './referral.ts';
import type { Language } from './words.ts';

/** The language meant by an ISO 639-1 code or an English name, in any case; `null` for anything else. */
export const languageNamed = (text: string): Language | null => {
  const found = findLanguage(text);
  return 'language' in found ? found.language : null;
};

let pattern: RegExp | null = null;

/** Finds every name of a language; made at the first use, from the longest name to the shortest. */
const anyLanguage = (): RegExp => {
  if (pattern) return pattern;
  const names = [...languagesByName().keys()].sort((a, b) => b.length - a.length);
  pattern = new RegExp(String.raw`(?<!\p{L})(?:${names.join('|')})(?!\p{L})`, 'giu');
  return pattern;
};

// Names that are also words; they count only where they are written as names.
const alsoWords = /^(?:afar|ewe|ido|polish|finnish|guarani)$/;

/**
 * The languages a text names, in the order named, English left out. Hints to ask about, never an answer: a family
 * can be called Vietnamese and need no interpreter.
 */
export const languageHints = (text: string): Language[] => {
  const byName = languagesByName();
  const found = [...text.normalize('NFC').matchAll(anyLanguage())]
    .map(([name]) => name)
    .filter((name) => !alsoWords.test(name))
    .flatMap((name) => byName.get(name.toLowerCase()) ?? []);
  return [...new Set(found)].filter((code) => code !== 'en');
};

const notNeeded = /\b(?:no|without) (?:an? )?interpret\w+|interpret\w+:? (?:is |are )?(?:no\b|not needed)/i;

/** Whether a text asks for an interpreter or speaks of a language, so that the language is worth asking. */
export const asksForLanguage = (text: string): boolean =>
  !notNeeded.test(text) &&
  (/\b(?:interpret|translat|bilingual|multilingual|language|ASL\b|signs?\b)/i.test(text) ||
    languageHints(text).length > 0);

/** What speaks for another language than the English that a family is placed with while none is set; `null` for nothing. */
export const languageDoubt = ({
  language,
  interpreterArranged,
  accommodations,
}: Pick<Referral, 'language' | 'interpreterArranged' | 'accommodations'>): string | null =>
  language === null && !interpreterArranged && accommodations !== null && asksForLanguage(accommodations)
    ? `No language is set, so English is taken for it; the family needs: “${accommodations}”.`
    : null;

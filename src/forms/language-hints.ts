import type { Language } from '../rules/words.ts';

// Names that Intl does not give, or gives to a code of three letters.
const alsoCalled: readonly (readonly [string, Language])[] = [
  ['español', 'es'],
  ['tiếng việt', 'vi'],
  ['bosanski', 'bs'],
  ['hrvatski', 'hr'],
  ['srpski', 'sr'],
  ['français', 'fr'],
  ['kiswahili', 'sw'],
  ['soomaali', 'so'],
  ['русский', 'ru'],
  ['українська', 'uk'],
  ['العربية', 'ar'],
  ['中文', 'zh'],
  ['mandarin', 'zh'],
  ['cantonese', 'zh'],
  ['tagalog', 'tl'],
  ['filipino', 'tl'],
  ['farsi', 'fa'],
  ['dari', 'fa'],
  ['haitian', 'ht'],
];

const letters = 'abcdefghijklmnopqrstuvwxyz';

const tables: { byName: Map<string, Language>; pattern: RegExp }[] = [];

/** The languages of ISO 639-1 by their English names; made at the first use, since it takes Intl some milliseconds. */
const languages = () => {
  const [made] = tables;
  if (made) return made;
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const byName = new Map<string, Language>(alsoCalled);
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = Intl.getCanonicalLocales(code)[0] === code ? english.of(code) : undefined;
      if (name) byName.set(name.toLowerCase(), code);
    }
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(String.raw`(?<!\p{L})(?:${names.join('|')})(?!\p{L})`, 'giu');
  const table = { byName, pattern };
  tables.push(table);
  return table;
};

/** The language meant by an ISO 639-1 code or an English name, in any case; `null` for anything else. */
export const languageNamed = (text: string): Language | null => {
  const name = text.trim().toLowerCase();
  const { byName } = languages();
  if (name.length === 2) return [...byName.values()].includes(name) ? name : null;
  return byName.get(name) ?? null;
};

// Names that are also words; they count only where they are written as names.
const alsoWords = /^(?:afar|ewe|ido|polish|finnish|guarani)$/;

/**
 * The languages a text names, in the order named, English left out. Hints to ask about, never an answer: a family
 * can be called Vietnamese and need no interpreter.
 */
export const languageHints = (text: string): Language[] => {
  const { byName, pattern } = languages();
  const found = [...text.normalize('NFC').matchAll(pattern)]
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

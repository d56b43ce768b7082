import { nearest } from './nearest.ts';
import { once } from './once.ts';
import type { Language } from './words.ts';

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

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

// Made at the first use: Intl takes some milliseconds that most commands need not spend.
const english = once(() => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }));

/** The languages of ISO 639-1 by their English names, in small letters. */
export const languagesByName = once((): ReadonlyMap<string, Language> => {
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const named = codes
    .filter((code) => Intl.getCanonicalLocales(code)[0] === code)
    .flatMap((code) => {
      const name = english().of(code);
      return name ? [[name.toLowerCase(), code] as const] : [];
    });
  return new Map([...alsoCalled, ...named]);
});

/** A language in English, `es` as `Spanish`; a code that is none stands as it is. */
export const languageName = (code: Language): string =>
  /^[a-z]{2}$/.test(code) ? (english().of(code) ?? code) : code;

/** The language meant by an ISO 639-1 code or by its name, in any case; what is none comes with the nearest names. */
export function findLanguage(text: string): { language: Language } | { nearest: string[] } {
  const typed = text.normalize('NFC').trim().toLowerCase();
  const byName = languagesByName();
  const named = byName.get(typed);
  if (named) return { language: named };
  if (typed.length === 2 && [...byName.values()].includes(typed)) return { language: typed };
  const close = nearest(typed, [...byName.keys()], (name) => name).map((name) => byName.get(name)!);
  return { nearest: typed.length < 3 ? [] : [...new Set(close)].map(languageName) };
}

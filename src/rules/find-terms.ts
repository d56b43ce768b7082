import { nameWords, tellingWords } from './name-keys.ts';
import { phoneDigits } from './phone.ts';
import type { CalendarDate } from './time.ts';
import { parseBirthDate } from './typed-date.ts';
import { typedWord } from './word-fit.ts';
import { addDays } from './zone.ts';

/** What a part of a search may mean. */
export type Meaning =
  | { kind: 'word'; word: string }
  | { kind: 'referral'; sequence: number; year: number | null }
  | { kind: 'case'; number: string }
  | { kind: 'family'; id: string }
  | { kind: 'faces'; number: string }
  | { kind: 'phone'; digits: string }
  | { kind: 'email'; text: string }
  /** Born after the one day and not after the other. */
  | { kind: 'born'; said: 'date' | 'year' | 'age'; after: string; until: string };

/** A part of what was typed, with all that it may mean; where that is nothing, nothing fits it. */
export interface Term {
  typed: string;
  may: Meaning[];
}

/** A search of more parts than these is a text that was pasted. */
const MOST_TERMS = 8;

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const dated = new RegExp(
  String.raw`(?<!\S)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d\d)|(?:${months})[a-z]*\.? ${day},? \d{4}|${day} (?:${months})[a-z]*\.?,? \d{4})(?!\S)`,
  'gi',
);
const phone =
  /(?<!\S)(?:\+?1[\s.-]*)?(?:\(\d{3}\)|\d{3})[\s.-]*\d{3}[\s.-]*\d{4}(?!\S)|(?<!\S)\d{3}[.-]\d{4}(?!\S)/g;
const email = /\S+@\S*|\S*@\S+/g;
const numbered = /(?<!\S)([rc])(\d\d)-?0*(\d{1,9})(?!\S)/gi;
const familyNumber = /(?<!\S)f0*(\d{1,9})(?!\S)/gi;

/**
 * Takes what was typed apart: numbers, dates of birth, phones and emails in any shape, and each word of a name. `today`
 * gives ages and years their meaning.
 */
export function readTerms(text: string, today: CalendarDate): Term[] {
  const terms: Term[] = [];
  let rest = text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 400);
  const take = (pattern: RegExp, meant: (found: string[]) => Meaning[]): void => {
    rest = rest.replace(pattern, (...found: string[]) => {
      terms.push({ typed: found[0]!, may: meant(found) });
      return ' ';
    });
  };
  take(email, ([typed = '']) => [{ kind: 'email', text: typed.toLowerCase() }]);
  take(numbered, ([, kind = '', year = '', sequence = '']) => [numberMeant(kind, Number(year), sequence)]);
  take(familyNumber, ([, number = '']) => [{ kind: 'family', id: `F${number.padStart(4, '0')}` }]);
  take(dated, ([typed = '']) => bornOn(typed, today));
  take(phone, ([typed = '']) => [{ kind: 'phone', digits: phoneDigits(typed) ?? digitsOf(typed) }]);
  const words = rest.split(' ').filter(Boolean);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = nameTerms(words.filter((word) => !/^\d+$/.test(word)));
  const isAlone = terms.length + numbers.length + names.length === 1;
  const read = [
    ...names,
    ...terms,
    ...numbers.map((typed) => ({ typed, may: digitsMeant(typed, today, isAlone) })),
  ];
  return distinct(read).slice(0, MOST_TERMS);
}

const distinct = (terms: Term[]): Term[] => [
  ...new Map(terms.map((term) => [JSON.stringify(term.may), term])).values(),
];

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const numberMeant = (kind: string, year: number, sequence: string): Meaning =>
  kind.toLowerCase() === 'r'
    ? { kind: 'referral', sequence: Number(sequence), year: 2000 + year }
    : { kind: 'case', number: `C${String(year).padStart(2, '0')}-${sequence.padStart(4, '0')}` };

const bornOn = (typed: string, today: CalendarDate): Meaning[] => {
  const read = parseBirthDate(typed, today);
  if (!('date' in read)) return [];
  return [{ kind: 'born', said: 'date', after: addDays(read.date, -1), until: read.date }];
};

/** Particles tell nothing, as in Rosa de la Cruz, but for one that is typed alone or first. */
const nameTerms = (typed: string[]): Term[] => {
  const asTyped = new Map(typed.flatMap((token) => nameWords(token).map((word) => [word, token] as const)));
  return tellingWords(typed.join(' ')).map((word) => ({
    typed: nameWords(asTyped.get(word) ?? '').length === 1 ? asTyped.get(word)! : word,
    may: [{ kind: 'word', word: typedWord(word) }],
  }));
};

/** Plain digits: a number of a referral, a year of birth, an age beside something else, the end of a phone, FACES. */
function digitsMeant(typed: string, today: CalendarDate, isAlone: boolean): Meaning[] {
  const value = Number(typed);
  const thisYear = Number(today.slice(0, 4));
  const yearsAgo = (years: number) => `${String(thisYear - years).padStart(4, '0')}${today.slice(4)}`;
  return [
    ...(typed.length <= 9 ? [{ kind: 'referral', sequence: value, year: null } as const] : []),
    ...(typed.length === 4 && value >= 1900 && value <= thisYear
      ? [{ kind: 'born', said: 'year', after: `${value - 1}-12-31`, until: `${value}-12-31` } as const]
      : []),
    ...(!isAlone && typed.length <= 2
      ? [{ kind: 'born', said: 'age', after: yearsAgo(value + 1), until: yearsAgo(value) } as const]
      : []),
    ...(typed.length >= 4
      ? [{ kind: 'phone', digits: typed } as const, { kind: 'faces', number: typed } as const]
      : []),
  ];
}

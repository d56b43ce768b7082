import { doubleMetaphone } from 'double-metaphone';
import { phoneKey } from './phone.ts';
import type { CalendarDate } from './time.ts';

/** What is known of one person that an earlier referral can be found by. */
export interface SearchedPerson {
  name: string | null;
  birthDate: CalendarDate | null;
  phone: string | null;
  address: string | null;
  email?: string | null;
}

/** An address as far as two can be compared: house number and first street word, flat and ZIP code if given. */
export interface ReadAddress {
  street: string;
  unit: string | null;
  zip: string | null;
}

// Letters that Unicode does not take apart into a plain one and a mark.
const plainLetters: Record<string, string> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ı: 'i',
  þ: 'th',
};

const withoutMark = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

const plainText = (text: string): string => {
  const lower = text.toLowerCase();
  // Most text is plain already, and the rest of the way is long.
  if (/^[ -&(-_a-~]*$/.test(lower)) return lower;
  return lower
    .replace(/(?<=\p{L})['’‘ʼʻ`´](?=\p{L})/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(withoutMark, (letter) => plainLetters[letter] ?? letter);
};

/** The words of a name in lower case without marks, in the order written: `O’Neil-Muñoz` gives `oneil`, `munoz`. */
export const nameWords = (name: string): string[] => plainText(name).match(/\p{L}+/gu) ?? [];

// How staff in Missouri write what they hear, and one spelling for it. The order matters.
const respellings: readonly (readonly [RegExp, string])[] = [
  [/^n[guy]*y[guy]*/, 'n'], // Nguyen, Nuygen
  [/^ngh?/, 'n'], // Ngo, Nghiem
  [/d[jz]h?/g, 'd'], // Hadžić, Hadjic; Đorđević, Djordjevic
  [/i(?:t?ch|c)$/, 'ik'], // Hadzic, Hadzich, Hadzitch
  [/^ma?c(?=[^aeiouhy])/, 'mk'], // McKenzie, MacKenzie
  [/^x(?=[ae]|im)/, 'j'], // Xavier, Javier
  [/^g(?=[ei])/, 'j'], // Gimenez, Jimenez
  [/^y(?=[aeou])/, 'j'], // Yasmina, Jasmina
  [/^h(?=[aeiou]\p{L}{3})/u, ''], // Hernandez, Ernandez
  [/sc?h/g, 's'], // Shehic, Šehić; Schmidt
  [/ch(?=[rl])/g, 'k'],
  [/gh(?=t)/g, ''], // Wright, Right
  [/ph/g, 'f'],
  [/(?<=[bdgknt])h/g, ''], // Thuy, Khanh; Martha, Marta
  [/(?<=[aeiou])h(?![aeiou])/g, ''], // John, Sarah
  [/c(?=[eiy])|z/g, 's'], // Garcia, Garsia; Muñoz, Munos
  [/ck|c(?!h)|q/g, 'k'],
  [/ee|ie|y/g, 'i'],
  [/ou|oo/g, 'u'],
  [/(?<=\p{L}{3})e$/u, ''],
  [/(\p{L})\1+/gu, '$1'],
];

/** One spelling for the usual ways to write a word of a name. Not for showing. */
export const respelled = (word: string): string =>
  respellings.reduce((spelling, [written, heard]) => spelling.replace(written, heard), word);

/**
 * A key that words have in common when they sound alike as English, Spanish, Vietnamese or Bosnian names are
 * written here; a word in another script is its own key. Takes a word as `nameWords` gives it.
 */
export const soundOf = (word: string): string => doubleMetaphone(respelled(word))[0] || word;

// Alone they would bring up every Lee for a De La Cruz.
const particles = new Set('de del la las los da di van von der den mc mac o'.split(' '));

/** Whether the text is a particle or several run together, such as `dela`. */
export const isParticle = (text: string): boolean =>
  particles.has(text) ||
  [...particles].some((first) => text.startsWith(first) && particles.has(text.slice(first.length)));

/** The words of a name without particles; one at the very beginning is a first name, as in Văn Trần. */
export const tellingWords = (name: string): string[] =>
  nameWords(name).filter((word, i) => i === 0 || !particles.has(word));

/** The words that a name is looked for by, from two letters on: De la Cruz as Cruz and as Delacruz. */
export const searchedWords = (name: string): string[] => {
  const joined: string[] = [];
  for (const word of nameWords(name)) {
    const before = isParticle(joined.at(-1) ?? '') ? joined.pop() : '';
    joined.push(`${before}${word}`);
  }
  return [...tellingWords(name), ...joined].filter(({ length }) => length >= 2);
};

const unitPattern =
  /(?:\b(?:apartment|apt|unit|suite|ste|lot|trailer|trlr|room|rm)\b[.\s]*#?|#)\s*([\p{L}\d]+)/u;
// Written in many ways or left out: they tell no two streets apart.
const streetNoise = new Set(
  (
    'n s e w ne nw se sw north south east west st saint street ave av avenue rd road dr drive ln lane ct court ' +
    'blvd boulevard cir circle pl place ter terrace pkwy parkway way trl trail hwy highway rte route rr hc ' +
    'county co cr state us po box'
  ).split(' '),
);

/** Reads a street address as far as comparing needs; `null` without a number and one more word. */
export const readAddress = (text: string): ReadAddress | null => {
  const typed = plainText(text).replace(/\bp\.?\s*o\.?\s*(?=box)/, '');
  const unit = unitPattern.exec(typed)?.[1] ?? null;
  const zip = /\S\s(\d{5})(?:-\d{4})?\s*$/.exec(typed)?.[1] ?? null;
  const words = typed.replace(unitPattern, ' ').match(/[\p{L}\d]+/gu) ?? [];
  const [number, street] = words.slice(words.findIndex((word) => /^\d/.test(word))).filter(isTelling);
  if (number === undefined || street === undefined || !/^\d/.test(number)) return null;
  return { street: `${number} ${street}`, unit, zip };
};

const isTelling = (word: string): boolean => !streetNoise.has(word);

/** An e-mail address as two are compared; `null` when the text is none. */
export const emailKey = (text: string): string | null =>
  /\S@\S/.test(text) ? text.trim().toLowerCase() : null;

const keyed = (kind: string, values: readonly (string | null | undefined)[]): string[] =>
  values.flatMap((value) => (value ? [`${kind}:${value}`] : []));

/**
 * The keys a person is found by in an index, each with its kind: `s:` sound of a word of the name, `b:` birth
 * date, `p:` phone, `a:` house number and street, `e:` e-mail. No key twice; the same person always gives the same.
 */
export const searchKeysOf = ({ name, birthDate, phone, address, email }: SearchedPerson): string[] => [
  ...new Set([
    ...keyed('s', searchedWords(name ?? '').map(soundOf)),
    ...keyed('b', [birthDate]),
    ...keyed('p', [phoneKey(phone ?? '')]),
    ...keyed('a', [readAddress(address ?? '')?.street]),
    ...keyed('e', [emailKey(email ?? '')]),
  ]),
];

import { nameWords, respelled, searchedWords, soundOf } from './name-keys.ts';
import { isWithin, slipsAllowed } from './near-spelling.ts';

/**
 * How a typed word fits a word of a name: it is the same, another spelling of what is heard, its beginning, a slip of
 * the finger away, of a like sound, or inside it.
 */
export type WordFit = 'same' | 'heard' | 'start' | 'slip' | 'sound' | 'part';

/** From the fit that tells most to the one that tells least. */
export const wordPoints: Record<WordFit, number> = {
  same: 100,
  heard: 80,
  start: 70,
  slip: 65,
  sound: 55,
  part: 40,
};

// Longer words are texts that got into a name's place.
const LONGEST = 40;
const LONGEST_PART = 20;
const SHORTEST_ROUGH = 4;
const SHORTEST_INNER = 3;

const firstLetters = (word: string, most: number, from = 0): string =>
  [...word].slice(from, from + most).join('');

const cut = (word: string): string => firstLetters(word, LONGEST);

/** The words that somebody of this name can be found by, as keys have them. */
export const findableWords = (name: string): string[] => [
  ...new Set([...nameWords(name), ...searchedWords(name)].map(cut)),
];

/** A typed word as it is compared with those. */
export const typedWord = cut;

/** The word with each of its letters left out: two words with such a form in common are a slip apart. */
const slipForms = (word: string): string[] => {
  const letters = [...respelled(word)].slice(0, LONGEST_PART);
  return [...new Set([letters.join(''), ...letters.map((_, i) => letters.toSpliced(i, 1).join(''))])];
};

const roughParts = (word: string): string[] =>
  word.length < SHORTEST_ROUGH ? [] : [`s:${soundOf(word)}`, ...slipForms(word).map((form) => `d:${form}`)];

/** What a word is found by when only something like it is typed: its sound, its slips, and each of its ends. */
export const partsOf = (word: string): string[] => {
  const ends = [...word].slice(0, LONGEST_PART).map((_, i) => firstLetters(word, LONGEST_PART, i));
  const long = ends.filter((end, i) => i === 0 || end.length >= SHORTEST_INNER);
  return [...new Set([...long.map((end) => `i:${end}`), ...roughParts(word)])];
};

/** The parts to look for when this is typed; those that begin with `beginning` too, where it is not `null`. */
export const partsLookedFor = (typed: string): { exact: string[]; beginning: string | null } => ({
  exact: roughParts(typed),
  beginning: isTooShort(typed) ? null : `i:${firstLetters(typed, LONGEST_PART)}`,
});

// One letter of an alphabet begins too many names; one sign of Chinese is a name.
const isTooShort = (typed: string): boolean =>
  typed.length === 1 && /[\p{sc=Latin}\p{sc=Cyrillic}]/u.test(typed);

const roughFit = (typed: string): ((word: string) => WordFit | null) => {
  const spelling = respelled(typed);
  const forms = new Set(slipForms(typed));
  const sound = soundOf(typed);
  return (word) => {
    if (Math.min(typed.length, word.length) < SHORTEST_ROUGH) return null;
    const other = respelled(word);
    if (spelling === other) return 'heard';
    const allowed = slipsAllowed(Math.min(spelling.length, other.length));
    if (!isWithin(allowed + 1, spelling, other)) return null;
    if (isWithin(allowed, spelling, other) && slipForms(word).some((form) => forms.has(form))) return 'slip';
    return sound === soundOf(word) ? 'sound' : null;
  };
};

/**
 * Tells how a typed word fits the word of a name; `null` when it does not. Both as `findableWords` gives them. Words
 * that were asked about before are remembered, since families found together share them.
 */
export const wordFitter = (typed: string): ((word: string) => WordFit | null) => {
  const known = new Map<string, WordFit | null>();
  const rough = roughFit(typed);
  const told = (word: string): WordFit | null => {
    if (typed === word) return 'same';
    const alike = rough(word);
    if (alike === 'heard') return alike;
    if (!isTooShort(typed) && word.startsWith(typed)) return 'start';
    if (alike !== null) return alike;
    const isInside =
      typed.length >= SHORTEST_INNER && firstLetters(word, LONGEST_PART + typed.length - 1).includes(typed);
    return isInside ? 'part' : null;
  };
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = told(word);
    known.set(word, now);
    return now;
  };
};

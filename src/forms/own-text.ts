import { createHash } from 'node:crypto';

/** A sentence that is printed on the form, known by its first two words, its length and its digest. */
interface Statement {
  begins: string;
  words: number;
  digest: string;
}

interface Word {
  plain: string;
  start: number;
  end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map(({ 0: word, index }) => ({
    plain: word.toLowerCase().replace(/['’]/g, ''),
    start: index,
    end: index + word.length,
  }));

const digestOf = (words: readonly string[]): string =>
  createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 12);

/** How a sentence is entered in the list below. Wrapping, punctuation and capitals make no difference. */
export const statementOf = (sentence: string): Statement => {
  const words = wordsOf(sentence).map(({ plain }) => plain);
  return { begins: words.slice(0, 2).join(' '), words: words.length, digest: digestOf(words) };
};

// The sentences of the Community Referral form [002] are the state's: only their digests stand here.
const statements: readonly Statement[] = [
  { begins: 'prior to', words: 22, digest: '5dc01bc52cae' },
  { begins: 'if the', words: 14, digest: '37421cfcc20e' },
  { begins: 'the family', words: 24, digest: '6f50b2bc4bde' },
  { begins: 'if there', words: 36, digest: '58a83bec78d2' },
  { begins: 'what are', words: 4, digest: '70f601c79149' },
  { begins: 'intensive in', words: 34, digest: '25005ab9b4dd' },
  { begins: 'the intensive', words: 25, digest: 'ca73f62abc47' },
  { begins: 'among other', words: 32, digest: '54c3b04737e6' },
  { begins: 'services provided', words: 19, digest: '2aea03726558' },
  { begins: 'families engaged', words: 29, digest: '2a3a77ae5098' },
  { begins: 'the goals', words: 53, digest: '4d67dc6fc75c' },
  { begins: 'instructions for', words: 5, digest: '4ece1dc634f1' },
  { begins: 'submit the', words: 10, digest: '152758ff1998' },
  { begins: 'if you', words: 31, digest: '0de793f305aa' },
  { begins: 'by contacting', words: 19, digest: 'a4f76c354370' },
  { begins: 'do not', words: 21, digest: '25eb1269e8e4' },
  { begins: 'the circuit', words: 16, digest: '3468df09ca1b' },
  { begins: 'discuss with', words: 12, digest: 'ec75f54e6403' },
  { begins: 'what to', words: 9, digest: '894bfe1677af' },
  { begins: 'be prepared', words: 16, digest: '3a538b61b7aa' },
  { begins: 'the circuit', words: 23, digest: '7f3aad60ed86' },
  { begins: 'the circuit', words: 36, digest: '516e0b5cb2a5' },
  { begins: 'all referrals', words: 29, digest: '99dbf95c612a' },
  { begins: 'referrals are', words: 26, digest: '156b0b29d4d9' },
  { begins: 'if the', words: 31, digest: '61cbbd7f36f3' },
  { begins: 'if there', words: 40, digest: '53fb525bbfb0' },
  { begins: 'if you', words: 25, digest: '00da3e0cd9c4' },
];

// So short a heading could also be part of what someone wrote: it counts only as a line of its own.
const headingUpTo = 6;

const byBeginning = new Map<string, Statement[]>();
for (const statement of statements) {
  byBeginning.set(statement.begins, [...(byBeginning.get(statement.begins) ?? []), statement]);
}

const isAlone = (text: string, start: number, end: number): boolean =>
  /(?:^|\n)[^\p{L}\p{N}\n]{0,9}$/u.test(text.slice(Math.max(0, start - 10), start)) &&
  /^[^\p{L}\p{N}\n]{0,9}(?:\n|$)/u.test(text.slice(end, end + 10));

/** The last word of the form's sentence that starts at the word `at`; `null` where none does. */
const endOfStatement = (words: readonly Word[], at: number, text: string): number | null => {
  const here = byBeginning.get(`${words[at]?.plain} ${words[at + 1]?.plain}`);
  const found = here?.find((statement) => {
    const own = words.slice(at, at + statement.words);
    if (digestOf(own.map(({ plain }) => plain)) !== statement.digest) return false;
    return statement.words > headingUpTo || isAlone(text, own[0]!.start, own.at(-1)!.end);
  });
  return found ? at + found.words - 1 : null;
};

/** Without the number of a list and the marks that open a sentence. */
const withoutOpening = (text: string): string =>
  text.slice(0, -12) + text.slice(-12).replace(/(?:\d\. *)?[*"“]*$/, '');

/**
 * The text without the sentences printed on the form, however they are wrapped; a sentence that someone changed
 * stays, as does all that stands between two of them.
 */
export const withoutOwnText = (text: string): string => {
  const words = wordsOf(text);
  let kept = '';
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const last = endOfStatement(words, at, text);
    if (last === null) continue;
    kept += `${withoutOpening(text.slice(from, words[at]!.start))}\n\n`;
    const end = words[last]!.end;
    from = end + (/^[.:;!?*'"”’)}>]*/.exec(text.slice(end, end + 12))?.[0].length ?? 0);
    at = last;
  }
  return kept + text.slice(from);
};

const titleWords =
  /^(?:missouri department of social services ?|children ?s division ?|intensive in home services ?|community referral ?)+$/;

/** Whether a line is one of the titles above the form. */
export const isTitle = (line: string): boolean =>
  line.length < 200 &&
  titleWords.test(
    line
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

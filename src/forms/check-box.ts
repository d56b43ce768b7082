/** Whether the family agrees, as far as the form says; `unclear` where it says two things or neither plainly. */
export type Agreement = 'yes' | 'no' | 'unsaid' | 'unclear';

type Word = 'yes' | 'no';
type Mark = 'marked' | 'empty';
/** A box, a word (perhaps circled, which marks it), a letter o that may be a box, or another word. */
type Token = { box: Mark | 'o' } | { word: Word; circled?: true } | { other: true };

const marking = String.raw`(?<!\p{L})(?:circled|checked|ticked|marked)(?!\p{L})`;

// In the order of trial: `[x]` before a bare x, a circled YES before a plain one.
const tokens: readonly (readonly [string, Token])[] = [
  [String.raw`[([{<«]\s*yes\s*[)\]}>»]`, { word: 'yes', circled: true }],
  [String.raw`[([{<«]\s*no\s*[)\]}>»]`, { word: 'no', circled: true }],
  [String.raw`[([{]\s*[x✓✔√v*✗✘☒☑]\s*[)\]}]|[☑☒✓✔√✅🗹🗸⊠▣✗✘◉🔘\uF0FC-\uF0FE]`, { box: 'marked' }],
  [String.raw`[([{][\s_.]*[)\]}]|[☐□◻▢⬜❑❏○◯\uF06F\uF0A8]`, { box: 'empty' }],
  // What Word's round bullet is pasted as, and what some type for one box or the other.
  [String.raw`[([{]\s*[o0]\s*[)\]}]|(?<![\p{L}\p{N}])o(?![\p{L}\p{N}])`, { box: 'o' }],
  [String.raw`(?<!\p{L})(?:not |un)(?:circled|checked|ticked|marked)`, { box: 'empty' }],
  // In a sentence these are words like others.
  [
    String.raw`${marking}(?=[ (:]{0,4}(?:yes|no)(?!\p{L}))|(?<=(?<!\p{L})(?:yes|no)[ (:–—-]{0,4})${marking}`,
    { box: 'marked' },
  ],
  [String.raw`(?<!\p{L})x{1,3}(?!\p{L})`, { box: 'marked' }],
  ['_{2,}', { box: 'empty' }],
  [String.raw`(?<!\p{L})yes(?!\p{L})`, { word: 'yes' }],
  [String.raw`(?<!\p{L})no(?!\p{L})`, { word: 'no' }],
  [String.raw`[\p{L}\p{N}]+`, { other: true }],
];
const anyToken = new RegExp(tokens.map(([pattern]) => `(${pattern})`).join('|'), 'giu');

/** The lines to write on around a cross go with it. */
const withoutLines = (text: string): string => text.replace(/_+(x{1,3})_+/gi, ' $1 ');

/** The longest text, in characters, that can be an answer. */
export const longestAnswer = 500;

const tokensIn = (text: string): Token[] => {
  if (text.length > longestAnswer) return [{ other: true }];
  const found = [...withoutLines(text).matchAll(anyToken)].map(
    (match) => tokens[match.slice(1).findIndex((part) => part !== undefined)]![1],
  );
  const isMarked = found.some((token) => 'box' in token && token.box === 'marked');
  // Beside a box that is marked otherwise, an o is one that is not.
  return found.map((token) => ('box' in token && token.box === 'o' && isMarked ? { box: 'empty' } : token));
};

/** A letter for each token: a marked box, an empty one, an o; yes, no, and these circled; another word. */
const letterOf = (token: Token): string => {
  if ('box' in token) return { marked: 'm', empty: 'e', o: 'o' }[token.box];
  if ('word' in token) return token.circled ? token.word[0]!.toUpperCase() : token.word[0]!;
  return '-';
};

type Marks = Record<Word, string>;
const wordOf = (letter: string): Word => (letter.toLowerCase() === 'y' ? 'yes' : 'no');

/** What stands at each word; `null` where a box could belong to one word as well as to the other. */
const marksByWord = (letters: string): Marks | null => {
  const marks: Marks = { yes: '', no: '' };
  const give = (boxes: string, word: string): void => {
    marks[wordOf(word)] += boxes;
  };
  for (const circled of letters.match(/[YN]/g) ?? []) give('m', circled);
  const words = new Set(letters.match(/[yn]/gi)?.map(wordOf));
  if (words.size < 2) {
    // A box with no word of its own is the one before the form's own "Yes".
    const [only = 'yes'] = words;
    marks[only] += letters.replaceAll(/[^emo]/g, '');
    return marks;
  }
  const isBoxFirst = /^-*[emo]/.test(letters);
  const pairs = isBoxFirst ? /([emo]+)-{0,2}([yn])/gi : /([yn])-{0,2}([emo]+)/gi;
  for (const [, first = '', second = ''] of letters.matchAll(pairs))
    isBoxFirst ? give(first, second) : give(second, first);
  const rest = letters.replace(pairs, '');
  // Of boxes that follow their words each word has one; boxes before them can lack it, as in `[x] Yes / No`.
  const isWhole = !/[mo]/.test(rest) && (isBoxFirst || !/[yn]/i.test(rest) || !/[mo]/.test(letters));
  return isWhole ? marks : null;
};

/**
 * Reads what stands around "Yes" before the form's sentence "I have had a discussion with the family" [002]: a box,
 * marked or not, or a plain "No" in its place. A bare "Yes" is the form's own word and says nothing.
 */
export const readBox = (text: string): Agreement => {
  const letters = tokensIn(text).map(letterOf).join('');
  const marks = marksByWord(letters.replaceAll(/^-+|-+$/g, ''));
  if (marks === null) return 'unclear';
  const { yes, no } = marks;
  const [yesMarked, noMarked] = [yes.includes('m'), no.includes('m')];
  if (`${yes}${no}`.includes('o') || (yesMarked && noMarked)) return 'unclear';
  if (yesMarked) return 'yes';
  if (noMarked) return 'no';
  if (/❌|\?/u.test(text) || (/\bYES\b/.test(text) && !/[emn]/i.test(letters))) return 'unclear';
  return /n/i.test(letters) && !/y/i.test(letters) && no === '' ? 'no' : 'unsaid';
};

const withoutCrosses = (text: string): string => text.replace(/(?<!\p{L})x{1,3}(?!\p{L})/giu, '');

/** Whether anything is said besides crosses, ticks and boxes. */
export const hasMoreThanMarks = (text: string): boolean => /[\p{L}\p{N}]/u.test(withoutCrosses(text));

/** Whether there are words besides yes and no and what marks them. */
export const hasOtherWords = (text: string): boolean => tokensIn(text).some((token) => 'other' in token);

const fillers = /(?<!\p{L})(?:or|please|circle|check|mark|tick|one)(?!\p{L})/giu;

/** Whether yes or no has a box beside it, or both are there to choose from. */
export const isChoice = (text: string): boolean => {
  const found = tokensIn(text);
  const words = new Set(found.flatMap((token) => ('word' in token ? [token.word] : [])));
  const isMarkable = found.some((token) => 'box' in token || ('word' in token && token.circled));
  if (words.size > 0 && isMarkable) return true;
  return words.size === 2 && !hasOtherWords(text.replaceAll(fillers, ' '));
};

/** Whether a line has nothing but boxes, marks, and one yes or no, or one of each. */
export const isAnswerAlone = (text: string): boolean => {
  const said = tokensIn(text).flatMap((token) => ('word' in token ? [token.word] : []));
  return said.length > 0 && new Set(said).size === said.length && !hasOtherWords(text);
};

/** Whether a line is one yes or no, without a box. */
export const isPlainAnswer = (text: string): boolean => {
  const [only, another] = tokensIn(text);
  return only !== undefined && another === undefined && 'word' in only && !only.circled;
};

// As in `Yes (by phone) [ ] No` or `[x] Yes or [ ] No`.
const mostBetween = 3;

/**
 * Where, at the end of a line, the boxes and their words begin: they reach over the few words that stand between two of
 * them, but not over the end of a sentence.
 */
export const choiceStart = (line: string): number => {
  let start = line.length;
  let before = 0;
  let others = 0;
  for (const match of [...line.matchAll(anyToken)].reverse()) {
    const end = match.index + match[0].length;
    if (isOther(match)) {
      if (others === 0) before = end;
      others += 1;
    } else if (others === 0 || reachesBack(line.slice(end, start), others, match[0])) {
      start = match.index;
      others = 0;
      before = 0;
    }
    if (others > mostBetween) break;
  }
  return before;
};

const isOther = (match: RegExpExecArray): boolean =>
  match[tokens.length] !== undefined && !/^(?:not|yet)$/i.test(match[0]);

const reachesBack = (between: string, others: number, token: string): boolean =>
  others <= mostBetween && !/[.!?]/.test(between) && !/^(?:not|yet|no)$/i.test(token);

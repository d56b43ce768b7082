/** Whether the family agrees, as far as the form says; `unclear` where it says two things or neither plainly. */
export type Agreement = 'yes' | 'no' | 'unsaid' | 'unclear';

type Mark = 'marked' | 'empty';
type Token = { box: Mark } | { word: 'yes' | 'no' };

// In the order of trial: `[x]` before a bare x, a circled YES before a plain one.
const tokens: readonly (readonly [string, readonly Token[]])[] = [
  [String.raw`[([{<«]\s*yes\s*[)\]}>»]`, [{ box: 'marked' }, { word: 'yes' }]],
  [String.raw`[([{<«]\s*no\s*[)\]}>»]`, [{ box: 'marked' }, { word: 'no' }]],
  [String.raw`[([{]\s*[x✓✔√v*✗✘☒☑]\s*[)\]}]|[☑☒✓✔√✅🗹🗸⊠▣✗✘◉🔘\uF0FC-\uF0FE]`, [{ box: 'marked' }]],
  [String.raw`[([{][\s_.]*[)\]}]|[☐□◻▢⬜❑❏○◯\uF06F\uF0A8]`, [{ box: 'empty' }]],
  [String.raw`(?<!\p{L})(?:not |un)(?:circled|checked|ticked|marked)`, [{ box: 'empty' }]],
  [String.raw`(?<!\p{L})(?:circled|checked|ticked|marked|x{1,3})(?!\p{L})`, [{ box: 'marked' }]],
  ['_{2,}', [{ box: 'empty' }]],
  [String.raw`(?<!\p{L})yes(?!\p{L})`, [{ word: 'yes' }]],
  [String.raw`(?<!\p{L})no(?!\p{L})`, [{ word: 'no' }]],
];
const anyToken = new RegExp(tokens.map(([pattern]) => `(${pattern})`).join('|'), 'giu');

const tokensIn = (text: string): Token[] =>
  [...text.replace(/_+(x{1,3})_+/gi, ' $1 ').matchAll(anyToken)].flatMap((found) => {
    const kind = tokens[found.slice(1).findIndex((part) => part !== undefined)];
    return kind ? kind[1] : [];
  });

/** What stands at each word: boxes go before their words, or after them where a word comes first. */
const marksByWord = (found: readonly Token[]) => {
  const marks: Record<'yes' | 'no', Set<Mark>> = { yes: new Set(), no: new Set() };
  const ordered = found[0] && 'word' in found[0] ? found.toReversed() : found;
  let boxes: Mark[] = [];
  for (const token of ordered) {
    if ('box' in token) {
      boxes.push(token.box);
      continue;
    }
    for (const box of boxes) marks[token.word].add(box);
    boxes = [];
  }
  // A box with no word of its own is the one before the form's own "Yes".
  for (const box of boxes) marks.yes.add(box);
  return marks;
};

/**
 * Reads what stands around "Yes" before the form's sentence "I have had a discussion with the family" [002]: a box,
 * marked or not, or a plain "No" in its place. A bare "Yes" is the form's own word and says nothing.
 */
export const readBox = (text: string): Agreement => {
  const found = tokensIn(text);
  const { yes, no } = marksByWord(found);
  const [yesMarked, noMarked] = [yes.has('marked'), no.has('marked')];
  if (yesMarked && noMarked) return 'unclear';
  if (yesMarked) return 'yes';
  if (noMarked) return 'no';
  if (/❌|\?/u.test(text) || (/\bYES\b/.test(text) && yes.size === 0)) return 'unclear';
  const words = new Set(found.flatMap((token) => ('word' in token ? [token.word] : [])));
  return words.has('no') && !words.has('yes') ? 'no' : 'unsaid';
};

const who = '(?:family|parents?|mother|mom|father|dad|caregivers?|guardian|they|she|he)';
const not = String.raw`\b(?:has|have|had|does|do|did|is|are|was|were|will|would|could|can)? ?(?:not|n['’]t)`;
const agreeing = String.raw`(?:agree|agreed|consent|consented|accept|accepted|want|willing|in agreement|aware|told|asked|spoken to|had a discussion)\b`;
const refused = new RegExp(
  [
    String.raw`^\W*no\b(?! (?:concerns?|problems?|questions?|issues?)\b)`,
    String.raw`\bnot yet\b`,
    `${not} (?:yet |been |be |fully )*${agreeing}`,
    String.raw`\bwon['’]t (?:agree|accept|consent)\b`,
    String.raw`\b(?:declin|refus)(?:es?|ed|ing)\b|\bunwilling\b`,
  ].join('|'),
  'i',
);
const agreed = new RegExp(
  String.raw`^\W*(?:yes|yep|agreed|agrees)\b|\b${who} (?:has |have |both |all )?(?:agrees?|agreed)\b`,
  'i',
);
const doubtful = /\b(?:if|unless|maybe|perhaps|partly|unsure|only one)\b|\?/i;

/** Whether anything is said besides crosses, ticks and boxes. */
export const hasMoreThanMarks = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text.replace(/(?<!\p{L})x{1,3}(?!\p{L})/giu, ''));

/** Whether a line has nothing but boxes, marks, and one yes or no, or one of each. */
export const isAnswerAlone = (text: string): boolean => {
  const said = tokensIn(text).flatMap((token) => ('word' in token ? [token.word] : []));
  const isOnce = said.length > 0 && new Set(said).size === said.length;
  return isOnce && !/[\p{L}\p{N}]/u.test(text.replace(anyToken, ''));
};

/** Whether a line is one yes or no, without a box. */
export const isPlainAnswer = (text: string): boolean => {
  const found = tokensIn(text);
  return found.length === 1 && 'word' in found[0]!;
};

const isMarked = (token: Token): boolean => 'box' in token && token.box === 'marked';

/** Reads an answer in words, such as `not yet` or `Yes, on the phone`, or a mark alone. */
export const readAnswer = (text: string): Agreement => {
  const [no, yes] = [refused.test(text), agreed.test(text)];
  if (no) return yes ? 'unclear' : 'no';
  if (yes) return doubtful.test(text) ? 'unclear' : 'yes';
  return !hasMoreThanMarks(text) && tokensIn(text).some(isMarked) ? 'yes' : 'unsaid';
};

/** What the box and the lines around it say together; two that speak against each other are unclear. */
export const together = (said: readonly Agreement[]): Agreement => {
  const spoken = new Set(said.filter((one) => one !== 'unsaid'));
  return spoken.size > 1 ? 'unclear' : ([...spoken][0] ?? 'unsaid');
};

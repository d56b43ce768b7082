/** Text as people see it: composed letters (NFC), plain line ends and spaces, no invisible characters. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g, '')
    // Joiners belong to the spelling of names in other scripts, never to Latin ones.
    .replace(/(?<=^|[\p{Script=Latin}\p{N}\p{P}\s])[\u200C\u200D]+/gu, '')
    // Columns stay apart.
    .replace(/\t/g, '    ')
    .replace(/[^\S\n]/g, ' ');

/** The plain text of a mail, without the `>` of quoting and the `**` of bold. */
export const mailText = (text: string): string =>
  plainText(text)
    .replace(/^ *>(?:[> ]*>)? ?/gm, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/\*([^*\n]+:)\*/g, '$1');

/** Whether something was filled in, rather than left as line, dots or dashes. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The words that mean "nothing" where a name or number should stand. */
export const saysNothing = (text: string): boolean =>
  /^[^\p{L}\p{N}]*(?:n\/?a|none|no|not applicable|unknown|nothing)[^\p{L}\p{N}]*$/iu.test(text);

const nobodyFirst =
  /^[^\p{L}\p{N}]*(?:n\/a|same as|see (?:above|below)|not (?:in|applicable|involved|known|present|available)|no (?:one|other|others|second))(?![\p{L}\p{N}])/iu;
// Before a capital they may be part of a name: of `Unknown Sample` the family name is known.
const nothingFirst =
  /^[^\p{L}\p{N}]*(?:[Nn]one|[Nn]obody|[Uu]nknown|[Ss]ame|[Dd]itto)(?! ?\p{Lu})(?![\p{L}\p{N}])/u;
const kin =
  'the|a|is|was|are|both|other|second|his|her|their|bio|biological|birth|child|children|mother|father|mom|dad|stepfather|stepmother|parents?|caregiver|name|identity|of|currently';
const nobodyLast = new RegExp(
  String.raw`^(?:(?:${kin})(?:['’´]s)?[^\p{L}\p{N}]+)+(?:unknown|deceased|absent|incarcerated|dead|not (?:known|involved|present|in the (?:home|picture)))[^\p{L}\p{N}]*$`,
  'iu',
);

/** Whether what stands in the place of a name says that there is nobody: `N/A (single mother)`, `Father unknown`. */
export const namesNobody = (text: string): boolean =>
  saysNothing(text) || nobodyFirst.test(text) || nothingFirst.test(text) || nobodyLast.test(text);

const withoutTail = (text: string): string => {
  let end = text.length;
  while (end > 0 && '_*|,;( '.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
};

// Three and more are the form's own line; two may be part of an address, but not beside a blank or a comma.
const ruled = /_{3,}|(?<![\p{L}\p{N}])_{2,}|_{2,}(?![\p{L}\p{N}])/gu;

/** Text without the lines to write on that stand around and within it. */
const withoutRules = (text: string): string => text.replace(ruled, ' ').replace(/ +(?=[,;])/g, '');

/**
 * One value on one line: white space collapsed, and the form's lines and separators around it dropped. Letters,
 * capitals and marks are kept as typed.
 */
export const oneLine = (text: string): string => {
  const value = withoutTail(
    withoutRules(text)
      .replace(/\s+/g, ' ')
      .replace(/^(?:[.…]{2,}|[_ *|,;])+/, ''),
  );
  const unopened = value.endsWith(')') && !value.includes('(');
  return unopened ? value.slice(0, -1).trim() : value;
};

const isListed = (line: string): boolean => /^(?:[-*•·–]|\d{1,2}[.)]) ?\S/.test(line);

// Mail programs wrap at 60 characters and more; a shorter line was ended by its writer.
const wrapsFrom = 50;

/** Paragraphs as they were written, with the line ends put in by a mail program taken out again. */
export const paragraphs = (lines: readonly string[]): string =>
  lines
    .map((line) =>
      withoutRules(line)
        .replace(/\s+/g, ' ')
        .replace(/^[_ ]+|[_ ]+$/g, ''),
    )
    .map((line) => (/^[-–—*•·. ]*$/.test(line) ? '' : line))
    .reduce((text, line, i, all) => {
      const before = all[i - 1] ?? '';
      const wrapped = before.length >= wrapsFrom && line !== '' && !isListed(line);
      return `${text}${wrapped ? ' ' : '\n'}${line}`;
    }, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

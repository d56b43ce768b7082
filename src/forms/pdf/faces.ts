import * as fontkit from '@cantoo/fontkit';
import { type PDFDocument, type PDFFont, PDFHexString } from '@cantoo/pdf-lib';
import bidiFactory from 'bidi-js';
import { once } from '../../rules/once.ts';

/** The font files: TrueType, whole. */
export interface FontFiles {
  plain: Uint8Array;
  bold: Uint8Array;
}

/** A font of one document, with what it can show. */
export interface Face {
  readonly font: PDFFont;
  /** The text as it can be shown: one line, or several. What the font lacks is told in brackets, never left out. */
  shown(text: string): string;
  /** The width in points that a piece of a line takes once it is `shown`. */
  width(text: string, size: number): number;
  /** The glyphs of one line that was made `shown`, from left to right. */
  encoded(line: string): PDFHexString;
}

export interface Faces {
  plain: Face;
  bold: Face;
  /** The scripts that were met and that the fonts lack, by their names. */
  lacking: ReadonlySet<string>;
}

/** How the document's language names a script, and how it says in the text that one cannot be shown. */
export interface Lacking {
  language: string;
  /** What the letters of Chinese are called; the script's own name, Han, is known to few. */
  chinese: string;
  bracketed(script: string): string;
}

/**
 * Embeds the fonts. One that form fields are typed in must be whole, or viewers lack the letters that are typed
 * later; for a page to read, only the letters used are taken along.
 */
export async function embedFaces(
  document: PDFDocument,
  files: FontFiles,
  lacking: Lacking,
  { typedIn }: { typedIn: boolean },
): Promise<Faces> {
  document.registerFontkit(fontkit);
  // Ligatures would be found by nobody who searches for their letters.
  const features = { liga: false, clig: false, dlig: false };
  const scripts = new Set<string>();
  const face = async (bytes: Uint8Array, subset: boolean) =>
    faceOf(await document.embedFont(bytes, { subset, features }), scripts, lacking);
  return {
    plain: await face(files.plain, !typedIn),
    bold: await face(files.bold, true),
    lacking: scripts,
  };
}

function faceOf(font: PDFFont, scripts: Set<string>, { language, chinese, bracketed }: Lacking): Face {
  const known = new Set(font.getCharacterSet());
  const has = (letter: string): boolean => known.has(letter.codePointAt(0)!);
  const bracket = (letters: string): string => {
    const script = /\p{Script=Han}/u.test(letters) ? chinese : scriptOf(letters, language);
    scripts.add(script);
    return bracketed(script);
  };
  const shown = (text: string): string =>
    runsOf([...printable(text)], (letter) => /[\n\u200c\u200d]/.test(letter) || has(letter))
      .map(({ letters, is }) => (is ? letters : bracket(letters)))
      .join('');
  const unitWidth = remembered((text) =>
    runsOfDirection(shown(text)).reduce((sum, run) => sum + font.widthOfTextAtSize(run, 1), 0),
  );
  return {
    font,
    shown,
    width: (text, size) => unitWidth(text) * size,
    encoded: (line) =>
      PDFHexString.of(
        runsOfDirection(line)
          .map((run) => font.encodeText(run).asString())
          .join(''),
      ),
  };
}

const longestRemembered = 40;

/** Words come again and again, and to shape one takes long. */
const remembered = (measure: (text: string) => number): ((text: string) => number) => {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? measure(text);
    if (text.length <= longestRemembered) known.set(text, width);
    return width;
  };
};

/** Without signs that show nothing or steer the reading direction; only joiners belong to spelling. */
const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(/(?!\u200c|\u200d|\n)[\p{Cf}\p{Cc}\p{Cs}\p{Variation_Selector}]/gu, '');

function runsOf(letters: readonly string[], test: (letter: string) => boolean) {
  const runs: { letters: string; is: boolean }[] = [];
  for (const letter of letters) {
    const is = test(letter);
    const last = runs.at(-1);
    if (last?.is === is) last.letters += letter;
    else runs.push({ letters: letter, is });
  }
  return runs;
}

// Scripts that families here are likely to write in; any other is only "another".
const scripts = [
  ...['Hira', 'Kana', 'Hang', 'Mymr', 'Khmr', 'Thai', 'Laoo', 'Deva', 'Beng', 'Taml', 'Gujr'],
  ...['Guru', 'Ethi', 'Syrc', 'Arab', 'Hebr', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Tibt', 'Sinh', 'Telu', 'Mlym'],
  ...['Knda', 'Mong', 'Cher', 'Thaa', 'Nkoo', 'Adlm', 'Latn'],
];

function scriptOf(letters: string, language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'script' });
  const code = scripts.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(letters));
  return names.of(code ?? 'Zsym') ?? letters;
}

const bidi = once(() => bidiFactory());
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A line in pieces of one direction, as they stand from left to right. The library shapes each piece but knows
 * nothing of lines with both: it would turn round the Latin half of a line that begins in Arabic.
 */
function runsOfDirection(line: string): string[] {
  if (!rightToLeft.test(line)) return [line];
  const embedding = bidi().getEmbeddingLevels(line);
  const pieces: { text: string; level: number; last: number }[] = [];
  for (const at of bidi().getReorderedIndices(line, embedding)) {
    const level = embedding.levels[at]!;
    const piece = pieces.at(-1);
    const isNext = piece?.level === level && Math.abs(piece.last - at) === 1;
    if (isNext)
      Object.assign(piece, { text: level % 2 ? line[at]! + piece.text : piece.text + line[at]!, last: at });
    else pieces.push({ text: line[at]!, level, last: at });
  }
  return pieces.map(({ text, level }) => (level % 2 ? turned(text) : text));
}

/** Letters are turned round by the library's shaping; a piece of spaces and brackets alone is not. */
const turned = (text: string): string => {
  const mirrored = [...text].map((sign) => bidi().getMirroredCharacter(sign) ?? sign);
  return rightToLeft.test(text) ? mirrored.join('') : mirrored.reverse().join('');
};

/** How much room text takes before anything draws it: never less than in the fonts that a page asks for. */

export const fontFamily = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif";
export const fontSize = 13;
export const lineHeight = 17;

const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'’|!]/, 0.36],
  [/[\sftr()[\]/-]/, 0.42],
  [/[mMW@]/, 0.99],
  [/[%w&]/, 0.96],
  [/[A-Z]/, 0.75],
  [/[0-9]/, 0.64],
  [/[–a-z]/, 0.63],
  [/[\u0300-\u036f]/, 0],
  [/[\u00a0-\u024f]/, 0.75],
];

const widthOf = (sign: string): number => widths.find(([signs]) => signs.test(sign))?.[1] ?? 1.05;

/** Pixels. */
export const textWidth = (text: string, size = fontSize): number =>
  Math.max(...text.split('\n').map((line) => size * [...line].reduce((sum, sign) => sum + widthOf(sign), 0)));

/** Broken between words, so that no line is wider than so many pixels, but for a word that alone is: that is broken. */
export function wrapped(text: string, width: number, size = fontSize): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const parts = [''];
  for (const sign of word) {
    if (textWidth(parts.at(-1)! + sign, size) > width) parts.push('');
    parts[parts.length - 1] += sign;
  }
  return parts;
}

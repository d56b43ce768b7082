/** What is broken only where it is wider than a line. */
export const words = /[^ \n]+/g;

/** One line of a broken text; `start` is where it begins in the whole, and `end` where what is shown of it ends. */
export interface Line {
  start: number;
  end: number;
}

/**
 * Breaks text into lines no wider than `width`: at its own line ends, else between words, and inside a word only
 * where it is wider than a whole line. The blank between two words belongs to the line before it, so that the lines
 * cut out at their starts are the whole text.
 */
export function brokenLines(text: string, width: number, measure: (part: string) => number): Line[] {
  const lines: Line[] = [];
  const blank = measure(' ');
  let start = 0;
  for (const paragraph of text.split('\n')) {
    lines.push(...brokenParagraph(paragraph, width, measure, blank).map((line) => moved(line, start)));
    start += paragraph.length + 1;
  }
  return lines;
}

const moved = ({ start, end }: Line, by: number): Line => ({ start: start + by, end: end + by });

function brokenParagraph(
  text: string,
  width: number,
  measure: (part: string) => number,
  blank: number,
): Line[] {
  const lines: Line[] = [{ start: 0, end: 0 }];
  let used = 0;
  for (const word of text.matchAll(words)) {
    for (const part of fittingParts(word[0], width, measure)) {
      const at = word.index + part.start;
      const line = lines.at(-1)!;
      const gap = (at - line.end) * blank;
      if (used > 0 && used + gap + part.width > width) {
        lines.push({ start: at, end: at + part.text.length });
        used = part.width;
      } else {
        line.end = at + part.text.length;
        used += gap + part.width;
      }
    }
  }
  return lines;
}

interface Part {
  text: string;
  start: number;
  width: number;
}

/** A word whole, or where it is wider than a line in pieces that are not. */
function fittingParts(word: string, width: number, measure: (part: string) => number): Part[] {
  const whole = measure(word);
  if (whole <= width) return [{ text: word, start: 0, width: whole }];
  const parts: Part[] = [];
  for (const { segment, index } of new Intl.Segmenter().segment(word)) {
    const last = parts.at(-1);
    const more = measure(segment);
    if (last && last.width + more <= width) {
      last.text += segment;
      last.width += more;
    } else parts.push({ text: segment, start: index, width: more });
  }
  return parts;
}

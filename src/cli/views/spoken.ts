import type { Look } from './look.ts';
import { readable } from './readable.ts';
import { displayWidth } from './width.ts';

/**
 * What is said beside the answer, broken between words where the terminal ends. A word that is wider stays whole, so that
 * what is to be copied can be; where no terminal breaks them, lines stay as they are.
 */
export function spoken(text: string, look: Look, isTerminal: boolean): string {
  const lines = readable(text, look).split('\n');
  return (isTerminal ? lines.flatMap((line) => brokenAt(look.width, line)) : lines).join('\n');
}

/** Later lines stand under the text of the first, behind its dash. */
function brokenAt(width: number, line: string): string[] {
  if (displayWidth(line) <= width) return [line];
  const indent = /^ *(- )?/.exec(line)![0];
  const room = width - indent.length;
  const lines: string[] = [];
  let current: string | null = null;
  for (const word of line.slice(indent.length).split(' ')) {
    const longer: string = current === null ? word : `${current} ${word}`;
    if (current !== null && displayWidth(longer) > room) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current ?? ''].map((one, i) => (i === 0 ? indent : ' '.repeat(indent.length)) + one);
}

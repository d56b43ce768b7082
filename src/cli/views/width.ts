/** How many columns text takes on a terminal, and breaking it by that measure. */

// Characters of one column each, whatever stands beside them: Latin with Vietnamese and Bosnian, Greek, Cyrillic.
const oneEach = /^[ -~\xa1-\xa8\xaa-\xac\xaf-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027]*$/;
/** Finds a sign that may take another room than one column: a mark, a line break, a colour. */
export const beyondAscii = /[^ -~]/;
const styles = /\x1b\[[\d;]*m/g;
// In functions, as a pattern of Unicode properties takes long to make and hardly any text needs one.
const clusters = () =>
  /\x1b\[[\d;]*m|(?:\p{RI}\p{RI}|.)(?:\p{M}|\p{Emoji_Modifier}|[\u200c\u{e0020}-\u{e007f}]|\u200d\p{ExtPict}?)*/gsu;
// The second half of Hangul syllables written apart is drawn inside the first.
const invisible = () => /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u1160-\u11ff]/u;
const spacingMarks = () => /(?!^)\p{Mc}/gu;
const drawnAsEmoji = () => /^(?:\p{RI}\p{RI}|\p{Emoji}\ufe0f|[\d#*]\u20e3|\p{ExtPict}.*\u200d\p{ExtPict})/u;
const wide = () =>
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/**
 * The columns that one line of safe text takes; colours take none. Counts as the package string-width does (the
 * tests hold it to that) without its 45 ms of a cold start: that one builds a segmenter and a table of all emoji.
 */
export function displayWidth(text: string): number {
  if (!beyondAscii.test(text) || oneEach.test(text)) return text.length;
  let width = 0;
  for (const cluster of clustersOf(text)) width += clusterWidth(cluster);
  return width;
}

/** The columns of its widest line. */
export function widestLine(text: string): number {
  return text.includes('\n') ? Math.max(...text.split('\n').map(displayWidth)) : displayWidth(text);
}

/** Fills up with spaces to `width` columns; what is wider stays as it is. */
export const pad = (text: string, width: number, align: 'left' | 'right' = 'left'): string =>
  padFrom(displayWidth(text), text, width, align);

/** The same for text of which it is known how many columns it takes. */
export function padFrom(
  taken: number,
  text: string,
  width: number,
  align: 'left' | 'right' = 'left',
): string {
  const length = text.length + width - taken;
  return align === 'right' ? text.padStart(length) : text.padEnd(length);
}

/** Breaks free text between words into lines of at most `width` columns; only a word wider than a whole line is split. */
export function wrapWords(text: string, width: number): string[] {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, width));
  return text.includes('\x1b') ? withStyleOnEachLine(lines) : lines;
}

/** The text when it fits into `width` columns, else its beginning with `mark` at the end. */
export function cut(text: string, width: number, mark: string): string {
  if (displayWidth(text) <= width) return text;
  const room = width - displayWidth(mark);
  let used = 0;
  const kept = clustersOf(text).filter((cluster) => {
    used += clusterWidth(cluster);
    return used <= room || cluster.startsWith('\x1b');
  });
  const styleAtEnd = /(?:\x1b\[[\d;]*m)*$/;
  return kept.join('').replace(styleAtEnd, (closing) => mark + closing);
}

function clustersOf(text: string): readonly string[] {
  return text.match(clusters()) ?? [];
}

function clusterWidth(cluster: string): number {
  if (drawnAsEmoji().test(cluster)) return 2;
  const marks = cluster.match(spacingMarks())?.length ?? 0;
  if (invisible().test(cluster)) return marks;
  return (wide().test(cluster) ? 2 : 1) + marks;
}

function wrapLine(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const part of line.split(/ +/).flatMap((word) => partsOf(word, width))) {
    const longer = current === '' ? part : `${current} ${part}`;
    if (current === '' || displayWidth(longer) <= width) current = longer;
    else {
      lines.push(current);
      current = part;
    }
  }
  return [...lines, current];
}

function partsOf(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let current = '';
  for (const cluster of clustersOf(word)) {
    if (current !== '' && displayWidth(current + cluster) > width) {
      parts.push(current);
      current = '';
    }
    current += cluster;
  }
  return [...parts, current];
}

/** A colour that spans lines is closed at the end of each, so that it never runs into what is drawn beside it. */
function withStyleOnEachLine(lines: readonly string[]): string[] {
  let open: string[] = [];
  return lines.map((line) => {
    const begin = open.join('');
    for (const [code] of line.matchAll(styles)) {
      const still = open.filter((opened) => endOf(opened) !== code);
      open = still.length < open.length ? still : [...open, code];
    }
    return begin + line + open.map(endOf).join('');
  });
}

function endOf(style: string): string {
  return /\[[12]m/.test(style) ? '\x1b[22m' : '\x1b[39m';
}

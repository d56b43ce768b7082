/** Lists on the screen: no bars, a bold line of titles, a thin rule. */

import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { beyondAscii, cut, displayWidth, pad, padFrom, widestLine, wrapWords } from './width.ts';

export interface Column {
  readonly title: string;
  /** Where the table is too wide, columns with the lowest figure go first; those with the highest never do. */
  readonly needed: number;
  readonly align?: 'left' | 'right';
  /** Free text, which may be broken between words and cut; anything else, such as a name, keeps its whole width. */
  readonly wrap?: boolean;
  /** Free text that is never cut, however many lines it takes. */
  readonly whole?: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  /** One text a column, in their order, already safe for the screen. */
  readonly rows: readonly (readonly string[])[];
}

/** A column with the text that it shows of an item, already safe for the screen. */
export interface ColumnOf<T> extends Column {
  readonly of: (item: T) => string;
}

/**
 * A column as it is drawn: where it stands, the texts that it shows, how wide each of them is (`null` where each is as wide
 * as it is long), and all of it.
 */
interface Shown {
  readonly column: Column;
  readonly at: number;
  readonly texts: readonly string[];
  readonly widths: readonly number[] | null;
  readonly width: number;
}

const gap = '  ';
const narrowestFreeText = 20;
const narrowestWhole = 16;
const linesOfFreeText = 3;

/** Draws rows of texts, one a column in their order, as `drawTableOf` does. */
export const drawTable = ({ columns, rows }: Table, look: Look): string =>
  drawTableOf(
    columns.map((column, at) => ({ ...column, of: (row: readonly string[]) => row[at] ?? '' })),
    rows,
    look,
  );

// Drawn by hand: 500 rows of 12 columns take 8 to 12 ms; cli-table3 takes 110 to 240, chunked and padded for it or not.
/**
 * Draws a row for each item under the titles within `look.width`. What does not fit loses its least needed columns,
 * and a line under the table names them; where even the most needed do not fit, and on an accessible screen, each
 * row becomes a few lines of its own. No items, no text: what to say then is the caller's.
 */
export function drawTableOf<T>(columns: readonly ColumnOf<T>[], items: readonly T[], look: Look): string {
  if (items.length === 0) return '';
  if (look.plain) return itemsAsLines(columns, items, look);
  const kept = keepFitting(columns, items, look.width);
  if (kept === null) return itemsAsLines(columns, items, look);
  const shown = shareRoom(kept, look.width);
  const rule = (look.unicode ? '─' : '-').repeat(totalWidth(shown.map(({ width }) => width)));
  const titles = shown.map(({ column, width }) => pad(column.title, width, column.align));
  return [
    look.bold(lineOf(titles)),
    look.dim(rule),
    ...drawRows(shown, items.length, look),
    ...droppedNote(columns, kept, look),
  ].join('\n');
}

const itemsAsLines = <T>(columns: readonly ColumnOf<T>[], items: readonly T[], look: Look): string =>
  items.map((item) => drawAsLines(columns, item, look)).join('\n\n');

/** From the most needed on, the last first to go where they are needed alike: what is not shown is not made. */
function keepFitting<T>(
  columns: readonly ColumnOf<T>[],
  items: readonly T[],
  screen: number,
): readonly Shown[] | null {
  const byNeed = columns
    .map((column, at) => ({ column, at }))
    .sort((a, b) => b.column.needed - a.column.needed);
  const kept: Shown[] = [];
  for (const { column, at } of byNeed) {
    const shown = measured(column, at, items);
    if (totalWidth([...kept, shown].map(leastWidth)) > screen) {
      if (column.needed === byNeed[0]!.column.needed) return null;
      break;
    }
    kept.push(shown);
  }
  return kept.sort((a, b) => a.at - b.at);
}

function measured<T>(column: ColumnOf<T>, at: number, items: readonly T[]): Shown {
  const texts = items.map(column.of);
  // Of nearly every column one look at all of it tells that each text is as wide as it is long.
  const simple = !beyondAscii.test(texts.join(''));
  const shown = simple || column.wrap ? texts : texts.map(oneLine);
  const widths = simple ? null : shown.map(column.wrap ? widestLine : displayWidth);
  return { column, at, texts: shown, widths, width: widest(column.title, { texts: shown, widths }) };
}

type Texts = Pick<Shown, 'texts' | 'widths'>;

const widthAt = ({ texts, widths }: Texts, row: number): number =>
  widths === null ? texts[row]!.length : widths[row]!;

function widest(title: string, texts: Texts): number {
  let width = displayWidth(title);
  for (let row = 0; row < texts.texts.length; row += 1) {
    const taken = widthAt(texts, row);
    if (taken > width) width = taken;
  }
  return width;
}

function leastWidth({ column, width }: Shown): number {
  const narrowest = column.whole ? narrowestWhole : narrowestFreeText;
  return column.wrap ? Math.max(displayWidth(column.title), Math.min(width, narrowest)) : width;
}

/** Free text takes what the other columns leave, in equal parts. */
function shareRoom(kept: readonly Shown[], screen: number): readonly Shown[] {
  let room = screen - totalWidth(kept.map(leastWidth));
  let sharing = kept.filter(({ column }) => column.wrap).length;
  return kept.map((shown) => {
    if (!shown.column.wrap) return shown;
    const least = leastWidth(shown);
    const more = Math.min(shown.width - least, Math.floor(room / sharing));
    room -= more;
    sharing -= 1;
    return { ...shown, width: least + more };
  });
}

/** The rows of what is shown, most of them one line each: whole columns are filled up at a time, free text row by row. */
function drawRows(shown: readonly Shown[], count: number, look: Look): string[] {
  const filled = shown.map(filledUp);
  const free = shown.filter(({ column }) => column.wrap);
  return Array.from({ length: count }, (_, row) =>
    free.some((one) => isBroken(one, row))
      ? drawInLines(shown, row, look)
      : lineOf(filled.map((texts) => texts[row]!)),
  );
}

function filledUp({ column, texts, widths, width }: Shown): string[] {
  if (widths !== null) return texts.map((text, row) => padFrom(widths[row]!, text, width, column.align));
  return column.align === 'right'
    ? texts.map((text) => text.padStart(width))
    : texts.map((text) => text.padEnd(width));
}

const lineOf = (texts: readonly string[]): string => texts.join(gap).trimEnd();

function drawInLines(shown: readonly Shown[], row: number, look: Look): string {
  const lines = shown.map((one) =>
    isBroken(one, row) ? freeText(one.texts[row]!, one, look) : [one.texts[row]!],
  );
  const height = lines.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: height }, (_, line) =>
    lineOf(shown.map(({ column, width }, at) => pad(lines[at]![line] ?? '', width, column.align))),
  ).join('\n');
}

const isBroken = (shown: Shown, row: number): boolean =>
  widthAt(shown, row) > shown.width || shown.texts[row]!.includes('\n');

function freeText(text: string, { column, width }: Shown, look: Look): string[] {
  const lines = wrapWords(text, width);
  if (column.whole || lines.length <= linesOfFreeText) return lines;
  const rest = lines.slice(linesOfFreeText - 1).join(' ');
  return [...lines.slice(0, linesOfFreeText - 1), cut(rest, width, look.unicode ? '…' : '...')];
}

function droppedNote(columns: readonly Column[], kept: readonly Shown[], look: Look): string[] {
  const dropped = columns.filter(
    (column) => column.title !== '' && !kept.some((shown) => shown.column === column),
  );
  if (dropped.length === 0) return [];
  const titles = dropped.map(({ title }) => title).join(', ');
  return [look.dim(paragraph(`Not shown at this width: ${titles}. Use a wider window or --json.`, look))];
}

function drawAsLines<T>(columns: readonly ColumnOf<T>[], item: T, look: Look): string {
  const lines = columns.flatMap((column) => {
    const text = column.wrap && !look.plain ? column.of(item) : oneLine(column.of(item));
    if (text === '') return [];
    if (column.title === '') return wrapWords(text, look.width);
    const label = `${column.title}:`;
    if (!text.includes('\n') && displayWidth(`${label} ${text}`) <= look.width) return [`${label} ${text}`];
    const under = column.wrap ? wrapWords(text, look.width - gap.length) : [text];
    return [
      label,
      ...under.map((line) => (displayWidth(line) + gap.length > look.width ? line : gap + line)),
    ];
  });
  return lines.join('\n');
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));
}

function oneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

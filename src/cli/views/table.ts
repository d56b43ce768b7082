/** Lists on the screen: no bars, a bold line of titles, a thin rule. */

import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { cut, displayWidth, pad, widestLine, wrapWords } from './width.ts';

export interface Column {
  readonly title: string;
  /** Where the table is too wide, columns with the lowest figure go first; those with the highest never do. */
  readonly needed: number;
  readonly align?: 'left' | 'right';
  /** Free text, which may be broken between words and cut; anything else, such as a name, keeps its whole width. */
  readonly wrap?: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  /** One text a column, in their order, already safe for the screen. */
  readonly rows: readonly (readonly string[])[];
}

/** A column as it is drawn: which one it is, and how wide. */
interface Shown {
  readonly column: Column;
  readonly at: number;
  readonly width: number;
}

const gap = '  ';
const narrowestFreeText = 20;
const linesOfFreeText = 3;

// Drawn by hand: 500 rows of 12 columns take 8 to 12 ms; cli-table3 takes 110 to 240, chunked and padded for it or not.
/**
 * Draws rows under their titles within `look.width`. What does not fit loses its least needed columns, and a line
 * under the table names them; where even the most needed do not fit, and on an accessible screen, each row becomes a
 * few lines of its own.
 * No rows, no text: what to say then is the caller's.
 */
export function drawTable(table: Table, look: Look): string {
  if (table.rows.length === 0) return '';
  if (look.plain) return rowsAsLines(table, look);
  const all = table.columns.map((column, at) => ({ column, at, width: naturalWidth(table, at) }));
  const kept = dropUntilFitting(all, look.width);
  if (kept === null) return rowsAsLines(table, look);
  const shown = shareRoom(kept, look.width);
  const rule = (look.unicode ? '─' : '-').repeat(totalWidth(shown.map(({ width }) => width)));
  const titles = shown.map(({ column, width }) => pad(column.title, width, column.align));
  return [
    look.bold(titles.join(gap).trimEnd()),
    look.dim(rule),
    ...table.rows.map((row) => drawRow(shown, row, look)),
    ...droppedNote(table.columns, kept, look),
  ].join('\n');
}

const rowsAsLines = ({ columns, rows }: Table, look: Look): string =>
  rows.map((row) => drawAsLines(columns, row, look)).join('\n\n');

function naturalWidth({ columns, rows }: Table, at: number): number {
  const column = columns[at]!;
  let widest = displayWidth(column.title);
  for (const row of rows) {
    const text = row[at] ?? '';
    const width = column.wrap ? widestLine(text) : displayWidth(oneLine(text));
    if (width > widest) widest = width;
  }
  return widest;
}

function dropUntilFitting(all: readonly Shown[], screen: number): readonly Shown[] | null {
  const most = Math.max(...all.map(({ column }) => column.needed));
  let kept = all;
  while (totalWidth(kept.map(leastWidth)) > screen) {
    const least = Math.min(...kept.map(({ column }) => column.needed));
    if (least === most) return null;
    const last = kept.findLastIndex(({ column }) => column.needed === least);
    kept = kept.filter((_, index) => index !== last);
  }
  return kept;
}

function leastWidth({ column, width }: Shown): number {
  return column.wrap ? Math.max(displayWidth(column.title), Math.min(width, narrowestFreeText)) : width;
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

function drawRow(shown: readonly Shown[], row: readonly string[], look: Look): string {
  const cells = shown.map(({ column, at, width }) => {
    const text = row[at] ?? '';
    return column.wrap ? freeText(text, width, look) : [oneLine(text)];
  });
  const height = Math.max(...cells.map((lines) => lines.length));
  let drawn = drawLine(shown, cells, 0);
  for (let line = 1; line < height; line++) drawn += `\n${drawLine(shown, cells, line)}`;
  return drawn;
}

function drawLine(shown: readonly Shown[], cells: readonly (readonly string[])[], line: number): string {
  let drawn = '';
  shown.forEach(({ column, width }, index) => {
    if (index > 0) drawn += gap;
    drawn += pad(cells[index]?.[line] ?? '', width, column.align);
  });
  return drawn.trimEnd();
}

function freeText(text: string, width: number, look: Look): string[] {
  const lines = wrapWords(text, width);
  if (lines.length <= linesOfFreeText) return lines;
  const rest = lines.slice(linesOfFreeText - 1).join(' ');
  return [...lines.slice(0, linesOfFreeText - 1), cut(rest, width, look.unicode ? '…' : '...')];
}

function droppedNote(columns: readonly Column[], kept: readonly Shown[], look: Look): string[] {
  const dropped = columns.filter((column) => !kept.some((shown) => shown.column === column));
  if (dropped.length === 0) return [];
  const titles = dropped.map(({ title }) => title).join(', ');
  return [look.dim(paragraph(`Not shown at this width: ${titles}. Use a wider window or --json.`, look))];
}

function drawAsLines(columns: readonly Column[], row: readonly string[], look: Look): string {
  const lines = columns.flatMap((column, at) => {
    const text = column.wrap && !look.plain ? (row[at] ?? '') : oneLine(row[at] ?? '');
    if (text === '') return [];
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

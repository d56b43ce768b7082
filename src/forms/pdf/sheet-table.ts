import { columnWidths, type Wished } from './column-widths.ts';
import { words } from './line-breaks.ts';
import {
  drawLines,
  faceFor,
  freeRoom,
  lineHeight,
  linesOf,
  marked,
  type Paper,
  roomOf,
  rule,
  type Style,
  turnPage,
  unread,
} from './paper.ts';
import { type Tag, tag } from './tags.ts';

export interface SheetColumn {
  title: string;
  align?: 'left' | 'right';
  /** Free text, which takes the room that the other columns leave. */
  wrap?: boolean;
}

export interface SheetTable {
  columns: readonly SheetColumn[];
  rows: readonly (readonly string[])[];
}

const style = { size: 8.5 };
const headStyle = { size: 8.5, bold: true };
const gap = 8;
const leastFree = 110;
const mostPlain = 120;

/** Draws a table, its head again on every page; a row that a page cannot hold goes on on the next. */
export function drawTable(paper: Paper, table: SheetTable): void {
  const widths = widthsOf(paper, table);
  const owner = tag(paper.tags, 'Table');
  const head = headOf(paper, table, widths);
  drawHead(paper, head, widths, tag(owner, 'TR'));
  for (const row of table.rows) {
    const cells = row.map((cell, i) => linesOf(paper, cell, widths[i]!, style));
    drawRow(paper, { cells, widths, table, head }, tag(owner, 'TR'));
  }
  paper.y -= 8;
}

/** Free text and long plain text take less than they need where that is much, so that all columns have room. */
function widthsOf(paper: Paper, { columns, rows }: SheetTable): number[] {
  const head = widestIn(paper, headStyle);
  const body = widestIn(paper, style);
  const wished = columns.map(({ title, wrap }, i): Wished => {
    const cells = rows.map((row) => row[i] ?? '');
    const most = wrap ? leastFree : mostPlain;
    const whole = Math.max(head([title]), body(cells)) + 1;
    const word = Math.max(head(wordsOf([title])), body(wordsOf(cells))) + 1;
    const usual = Math.min(whole, most);
    return { word: Math.min(word, usual), usual, whole };
  });
  return columnWidths(wished, roomOf(paper) - gap * (columns.length - 1));
}

/** A sheet can have more words than one call takes arguments. */
const widestIn =
  (paper: Paper, style: Style) =>
  (texts: readonly string[]): number =>
    texts.reduce((most, text) => Math.max(most, faceFor(paper, style).width(text, style.size)), 0);

const wordsOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => text.match(words) ?? [])),
];

const headOf = (paper: Paper, { columns }: SheetTable, widths: readonly number[]): string[][] =>
  columns.map(({ title }, i) => linesOf(paper, title, widths[i]!, headStyle));

function drawHead(
  paper: Paper,
  head: readonly string[][],
  widths: readonly number[],
  owner: Tag | null,
): void {
  const { y: top } = paper;
  let x = paper.margin;
  head.forEach((lines, i) => {
    const at = { ...headStyle, x, top };
    if (owner) marked(paper, tagHead(owner), () => drawLines(paper, lines, at));
    else unread(paper, () => drawLines(paper, lines, at));
    x += widths[i]! + gap;
  });
  paper.y -= lineHeight(style.size) * Math.max(...head.map((lines) => lines.length)) + 2;
  unread(paper, () => rule(paper.page, paper.margin, paper.width - paper.margin, paper.y, 0));
  paper.y -= 3;
}

const tagHead = (row: Tag): Tag => Object.assign(tag(row, 'TH'), { scope: 'Column' as const });

interface Row {
  cells: readonly string[][];
  widths: readonly number[];
  table: SheetTable;
  head: readonly string[][];
}

function drawRow(paper: Paper, row: Row, owner: Tag): void {
  const { cells, widths, table, head } = row;
  const height = lineHeight(style.size);
  const lines = Math.max(1, ...cells.map((cell) => cell.length));
  const tags = cells.map(() => tag(owner, 'TD'));
  for (let at = 0; at < lines; ) {
    if (freeRoom(paper) < height * Math.min(lines - at, 4) + 4) {
      turnPage(paper);
      drawHead(paper, head, widths, null);
    }
    const fitting = Math.max(1, Math.floor((freeRoom(paper) - 4) / height));
    let x = paper.margin;
    cells.forEach((cell, i) => {
      const part = cell.slice(at, at + fitting);
      const width = widths[i]!;
      if (part.length > 0)
        drawCell(paper, tags[i]!, part, { x, width, right: table.columns[i]?.align === 'right' });
      x += width + gap;
    });
    paper.y -= height * Math.min(fitting, lines - at);
    at += fitting;
  }
  paper.y -= 2;
  unread(paper, () => rule(paper.page, paper.margin, paper.width - paper.margin, paper.y, 0.8));
  paper.y -= 3;
}

function drawCell(
  paper: Paper,
  owner: Tag,
  lines: readonly string[],
  { x, width, right }: { x: number; width: number; right: boolean },
): void {
  const { y: top } = paper;
  const face = faceFor(paper, style);
  marked(paper, owner, () => {
    if (!right) drawLines(paper, lines, { ...style, x, top });
    else {
      lines.forEach((line, i) => {
        const start = x + width - face.width(line, style.size);
        drawLines(paper, [line], { ...style, x: start, top: top - i * lineHeight(style.size) });
      });
    }
  });
}

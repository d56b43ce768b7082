import { Parser } from 'htmlparser2';
import { refuseFile } from '../json-guard.ts';
import { readingLimits } from '../limits.ts';
import { type Cell, tableLines } from '../table-rows.ts';

const unseen = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
const blocks = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 hr section article header footer blockquote center pre'.split(
    ' ',
  ),
);

interface Table {
  above: string;
  rows: Cell[][];
}

interface Open {
  /** The lines of the page, then of each cell that is open. */
  lines: string[][];
  tables: Table[];
  line: string;
  unseen: number;
  depth: number;
}

const endLine = (open: Open): void => {
  const line = open.line.replace(/\s+/g, ' ').trim();
  if (line !== '') open.lines.at(-1)!.push(line);
  open.line = '';
};

const isCell = (name: string): boolean => name === 'td' || name === 'th';

const onOpen = (open: Open, name: string, attributes: Record<string, string>): void => {
  open.depth += 1;
  if (open.depth > readingLimits.htmlDepth) {
    refuseFile(
      'The message is nested far deeper than a mail is.',
      'Ask who sent it for the form as PDF or text.',
    );
  }
  if (unseen.has(name)) open.unseen += 1;
  if (blocks.has(name) || name === 'br' || name === 'tr' || name === 'table') endLine(open);
  if (name === 'table') open.tables.push({ above: open.lines.at(-1)!.at(-1) ?? '', rows: [] });
  if (name === 'tr') open.tables.at(-1)?.rows.push([]);
  if (isCell(name) && open.tables.at(-1)?.rows.length) open.lines.push([]);
  if (name === 'input' && attributes.type === 'checkbox') open.line += 'checked' in attributes ? '☒' : '☐';
};

const onClose = (open: Open, name: string): void => {
  open.depth -= 1;
  if (unseen.has(name)) open.unseen -= 1;
  if (blocks.has(name) || isCell(name) || name === 'table') endLine(open);
  const table = open.tables.at(-1);
  if (isCell(name) && table?.rows.length && open.lines.length > 1) table.rows.at(-1)!.push(open.lines.pop()!);
  if (name === 'table' && table) {
    open.tables.pop();
    open.lines.at(-1)!.push(...tableLines(table.rows, table.above));
  }
};

/**
 * The text of a message in HTML, a line a block; rows of tables stand as the lines of a form do. Nothing that it links
 * to is fetched, nothing in it is run. Refused: what is nested too deep.
 */
export function htmlText(html: string): string {
  const open: Open = { lines: [[]], tables: [], line: '', unseen: 0, depth: 0 };
  const parser = new Parser({
    onopentag: (name, attributes) => onOpen(open, name, attributes),
    onclosetag: (name) => onClose(open, name),
    ontext: (text) => {
      if (open.unseen === 0) open.line += text;
    },
  });
  parser.end(html);
  endLine(open);
  return open.lines.flat().join('\n');
}

import { SaxesParser, type SaxesTagNS } from 'saxes';
import { refuseFile } from '../json-guard.ts';
import { readingLimits } from '../limits.ts';
import { type Cell, tableLines } from '../table-rows.ts';
import { boxMark, isOn, symbolMark } from './word-boxes.ts';

// The two names of the same vocabulary, of the usual and of the strict kind of file.
const word = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const word14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The element as this reader knows it: `p` and the like of Word itself, others with their own prefix. */
const nameOf = ({ uri, local }: SaxesTagNS): string => {
  if (word.has(uri)) return local;
  if (uri === word14) return `w14:${local}`;
  return uri === compatibility ? `mc:${local}` : '';
};

const attribute = (tag: SaxesTagNS, local: string): string | undefined =>
  Object.values(tag.attributes).find((one) => one.local === local)?.value;

// Deleted and moved text, the codes of fields, and the second copy that old programs read.
const passedOver = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'mc:Fallback',
  'rPr',
  'pPr',
  'sectPr',
]);

/** A content control: its check box, or whether it still shows what to type there. */
interface Control {
  box: boolean | null;
  isPrompt: boolean;
}

interface Table {
  above: string;
  rows: Cell[][];
}

/** What is open while a document is read. */
interface Open {
  /** The lines of the body, then of each cell that is open. */
  lines: string[][];
  tables: Table[];
  paragraphs: string[];
  controls: Control[];
  /** A check box of the old kind: its default, then whether it is ticked. */
  oldBox: boolean | null;
  isText: boolean;
  depth: number;
  /** Everything below this depth is passed over. */
  passing: number | null;
}

const write = (open: Open, text: string): void => {
  const last = open.paragraphs.length - 1;
  if (last >= 0) open.paragraphs[last] += text;
  else if (text.trim() !== '') open.lines.at(-1)!.push(text);
};

const characters: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

type Handler = (open: Open, tag: SaxesTagNS) => void;

const onControlContent: Handler = (open) => {
  const control = open.controls.at(-1);
  if (!control) return;
  if (control.box !== null) write(open, boxMark(control.box));
  if (control.box !== null || control.isPrompt) open.passing = open.depth;
};

const opens: Record<string, Handler> = {
  p: (open) => void open.paragraphs.push(''),
  t: (open) => {
    open.isText = true;
  },
  tbl: (open) => {
    const above = open.lines.at(-1)!.findLast((line) => line.trim() !== '') ?? '';
    open.tables.push({ above, rows: [] });
  },
  tr: (open) => void open.tables.at(-1)?.rows.push([]),
  tc: (open) => void open.lines.push([]),
  sym: (open, tag) => write(open, symbolMark(attribute(tag, 'font'), attribute(tag, 'char'))),
  sdt: (open) => void open.controls.push({ box: null, isPrompt: false }),
  sdtContent: onControlContent,
  showingPlcHdr: (open, tag) => {
    const control = open.controls.at(-1);
    if (control) control.isPrompt = isOn(attribute(tag, 'val'));
  },
  'w14:checkbox': (open) => {
    const control = open.controls.at(-1);
    if (control) control.box = false;
  },
  'w14:checked': (open, tag) => {
    const control = open.controls.at(-1);
    if (control) control.box = isOn(attribute(tag, 'val'));
  },
  checkBox: (open) => {
    open.oldBox = false;
  },
  default: (open, tag) => {
    if (open.oldBox !== null) open.oldBox = isOn(attribute(tag, 'val'));
  },
  checked: (open, tag) => {
    if (open.oldBox !== null) open.oldBox = isOn(attribute(tag, 'val'));
  },
};

const closes: Record<string, (open: Open) => void> = {
  p: (open) => open.lines.at(-1)!.push(...(open.paragraphs.pop() ?? '').split('\n')),
  t: (open) => {
    open.isText = false;
  },
  tc: (open) => {
    const cell = open.lines.length > 1 ? open.lines.pop()! : [];
    open.tables.at(-1)?.rows.at(-1)?.push(cell);
  },
  tbl: (open) => {
    const table = open.tables.pop();
    if (table) open.lines.at(-1)!.push(...tableLines(table.rows, table.above));
  },
  sdt: (open) => void open.controls.pop(),
  checkBox: (open) => {
    write(open, boxMark(open.oldBox === true));
    open.oldBox = null;
  },
};

const onOpen = (open: Open, tag: SaxesTagNS): void => {
  open.depth += 1;
  if (open.depth > readingLimits.xmlDepth) {
    refuseFile(
      'The document is nested far deeper than a form is.',
      'Ask who sent it for the form as PDF or text.',
    );
  }
  if (open.passing !== null) return;
  const name = nameOf(tag);
  if (passedOver.has(name)) open.passing = open.depth;
  else if (Object.hasOwn(characters, name)) write(open, characters[name]!);
  else if (Object.hasOwn(opens, name)) opens[name]!(open, tag);
};

const onClose = (open: Open, tag: SaxesTagNS): void => {
  const isPassed = open.passing !== null;
  if (open.passing === open.depth) open.passing = null;
  open.depth -= 1;
  const name = nameOf(tag);
  if (!isPassed && Object.hasOwn(closes, name)) closes[name]!(open);
};

/**
 * The text of a Word document's main part, a line a paragraph; rows of tables stand as the lines of a form do, check
 * boxes of every kind as ☒ and ☐, and what only prompts for an answer is left out. Deleted text is, too. Refused: a
 * part that declares entities of its own, or is nested too deep. Throws on what is no XML.
 */
export function docxText(xml: string): string {
  const open: Open = {
    lines: [[]],
    tables: [],
    paragraphs: [],
    controls: [],
    oldBox: null,
    isText: false,
    depth: 0,
    passing: null,
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    refuseFile(
      'The document has parts that no Word program writes.',
      'Ask who sent it for the form as PDF or text.',
    );
  });
  parser.on('opentag', (tag) => onOpen(open, tag));
  parser.on('closetag', (tag) => onClose(open, tag));
  const onText = (text: string) => {
    if (open.isText && open.passing === null) write(open, text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.write(xml).close();
  return open.lines[0]!.join('\n');
}

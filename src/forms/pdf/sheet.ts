import { PDFDocument } from '@cantoo/pdf-lib';
import type { Instant } from '../../rules/time.ts';
import { embedFaces, type FontFiles } from './faces.ts';
import {
  drawFeet,
  drawLines,
  freeRoom,
  letter,
  lineHeight,
  linesOf,
  type MadePdf,
  makePaper,
  marked,
  needRoom,
  type Paper,
  paragraph,
  roomOf,
} from './paper.ts';
import { drawTable, type SheetTable } from './sheet-table.ts';
import { describe, tag, writeTags } from './tags.ts';

/** A label and what stands beside it; `null` is told in the words for what is not known. */
export type SheetLine = readonly [label: string, value: string | null];

export interface SheetSection {
  title: string | null;
  lines: readonly SheetLine[];
}

/** A page to take along: what it says, from top to bottom. */
export interface Sheet {
  title: string;
  /** Whom it is for, above everything and at the foot of every page. */
  notice: string;
  /** When it was made and by whom. */
  made: string;
  /** Sentences under the title. */
  lead: readonly string[];
  sections: readonly SheetSection[];
  table: SheetTable | null;
}

export interface SheetOrder {
  sheet: Sheet;
  fonts: FontFiles;
  now: Instant;
}

const text = { size: 10 };
const bracketsMean = (scripts: string): string =>
  `Square brackets stand for writing that this file’s font does not have: ${scripts}.`;

/** Makes a sheet for paper: US Letter, upright for a record, across for a table. */
export async function sheetPdf({ sheet, fonts, now }: SheetOrder): Promise<MadePdf> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const lacking = { language: 'en', chinese: 'Chinese', bracketed: (script: string) => `[${script} script]` };
  const faces = await embedFaces(document, fonts, lacking, { typedIn: false });
  const size = sheet.table ? { width: letter.height, height: letter.width } : letter;
  const paper = makePaper(document, faces, size);
  paragraph(paper, 'P', sheet.notice, { size: 9, bold: true, after: 6 });
  paragraph(paper, 'H1', sheet.title, { size: 15, bold: true, after: 3 });
  paragraph(paper, 'P', sheet.made, { size: 9, grey: 0.25, after: 4 });
  for (const sentence of sheet.lead) paragraph(paper, 'P', sentence, { ...text, after: 4 });
  for (const section of sheet.sections) drawSection(paper, section);
  if (sheet.table) drawTable(paper, sheet.table);
  if (faces.lacking.size > 0) {
    needRoom(paper, 30);
    paragraph(paper, 'P', bracketsMean([...faces.lacking].join(', ')), { size: 9 });
  }
  drawFeet(paper, [sheet.made, sheet.notice], 'page {page} of {pages}');
  describe(document, { title: sheet.title, language: 'en-US', subject: sheet.notice, at: now });
  writeTags(document, paper.tags);
  const bytes = await document.save();
  return { bytes, pages: document.getPageCount(), lacking: [...faces.lacking] };
}

const labelWidth = 135;

function drawSection(paper: Paper, { title, lines }: SheetSection): void {
  needRoom(paper, 50);
  paper.y -= 6;
  if (title) paragraph(paper, 'H2', title, { size: 11.5, bold: true, after: 2 });
  for (const line of lines) drawLabelled(paper, line);
}

/** A label with its value beside it, over as many pages as it takes. */
function drawLabelled(paper: Paper, [label, value]: SheetLine): void {
  const width = roomOf(paper) - labelWidth;
  const face = { ...text, grey: value === null ? 0.35 : 0 };
  const names = linesOf(paper, label.trim(), labelWidth - 8, { ...text, grey: 0.25 });
  const values = linesOf(paper, value ?? 'not known', width, face);
  const height = lineHeight(text.size);
  const indent = label.startsWith(' ') ? 10 : 0;
  const owner = tag(paper.tags, 'P');
  for (let at = 0; at < Math.max(names.length, values.length); ) {
    needRoom(paper, height * Math.min(3, values.length - at));
    const fitting = Math.max(1, Math.floor(freeRoom(paper) / height));
    const [left, right] = [names, values].map((lines) => lines.slice(at, at + fitting)) as [
      string[],
      string[],
    ];
    const { margin, y: top } = paper;
    marked(paper, owner, () => {
      drawLines(paper, left, { ...text, grey: 0.25, x: margin + indent, top });
      drawLines(paper, right, { ...face, x: margin + labelWidth, top });
    });
    paper.y -= height * Math.max(left.length, right.length);
    at += fitting;
  }
  paper.y -= 1.5;
}

import {
  beginMarkedContent,
  beginText,
  endMarkedContent,
  endText,
  lineTo,
  moveTo,
  type PDFDocument,
  type PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingGrayscaleColor,
  setFontAndSize,
  setLineWidth,
  setStrokingGrayscaleColor,
  setTextMatrix,
  showText,
  stroke,
} from '@cantoo/pdf-lib';
import type { Face, Faces } from './faces.ts';
import { brokenLines } from './line-breaks.ts';
import { type Tag, tag } from './tags.ts';

/** A document while it is drawn, from its top to its end. All measures are in points, 72 to an inch. */
export interface Paper {
  readonly document: PDFDocument;
  readonly faces: Faces;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** What a screen reader gets. */
  readonly tags: Tag;
  page: PDFPage;
  /** Where the next line goes: the height that is still free, from the foot of the page. */
  y: number;
  /** How many marks each page has. */
  readonly marks: Map<PDFPage, number>;
}

/** US Letter. */
export const letter = { width: 612, height: 792 } as const;

export const makePaper = (
  document: PDFDocument,
  faces: Faces,
  { width, height }: { width: number; height: number },
  margin = 45,
): Paper => ({
  ...{ document, faces, width, height, margin },
  tags: { kind: 'Document', kids: [] },
  page: document.addPage([width, height]),
  y: height - margin,
  marks: new Map(),
});

/** Goes on at the top of a new page. */
export const turnPage = (paper: Paper): void => {
  paper.page = paper.document.addPage([paper.width, paper.height]);
  paper.y = paper.height - paper.margin;
};

/** The width between the margins. */
export const roomOf = ({ width, margin }: Paper): number => width - 2 * margin;

/** The foot of every page stays free for what is printed there. */
const footRoom = 14;

/** What is still free on the page above its foot. */
export const freeRoom = ({ y, margin }: Paper): number => y - margin - footRoom;

/** Turns to a new page where so much does not fit any more. */
export const needRoom = (paper: Paper, height: number): void => {
  if (freeRoom(paper) < height) turnPage(paper);
};

export interface Style {
  size: number;
  bold?: boolean;
  /** From 0, black, to 1, white. */
  grey?: number;
}

export const faceFor = ({ faces }: Paper, { bold = false }: Style): Face => (bold ? faces.bold : faces.plain);

/** The height of one line of text of this size. */
export const lineHeight = (size: number): number => size * 1.22;

/** Draws something that belongs to a tag. */
export function marked(paper: Paper, owner: Tag, draw: () => void): void {
  const { page, marks } = paper;
  const id = marks.get(page) ?? 0;
  marks.set(page, id + 1);
  owner.kids.push({ page, id });
  page.pushOperators(
    PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [`/${owner.kind}`, `<</MCID ${id}>>`]),
  );
  draw();
  page.pushOperators(endMarkedContent());
}

/** Draws something that is not read aloud: a line, a frame, the foot of a page. */
export function unread({ page }: Pick<Paper, 'page'>, draw: () => void): void {
  page.pushOperators(beginMarkedContent('Artifact'));
  draw();
  page.pushOperators(endMarkedContent());
}

const keys = new WeakMap<PDFPage, Map<Face, PDFName>>();

const keyOf = (page: PDFPage, face: Face): PDFName => {
  const known = keys.get(page) ?? new Map<Face, PDFName>();
  keys.set(page, known);
  const key = known.get(face) ?? page.node.newFontDictionary(face.font.name, face.font.ref);
  known.set(face, key);
  return key;
};

/** Draws one line of text, made `shown` before, with its feet at `y`. */
export function drawLine(
  page: PDFPage,
  face: Face,
  line: string,
  at: { x: number; y: number } & Style,
): void {
  page.pushOperators(
    beginText(),
    setFillingGrayscaleColor(at.grey ?? 0),
    setFontAndSize(keyOf(page, face), at.size),
    setTextMatrix(1, 0, 0, 1, at.x, at.y),
    showText(face.encoded(line)),
    endText(),
  );
}

/** The lines that a text is broken into, as they are drawn. */
export function linesOf(paper: Paper, text: string, width: number, style: Style): string[] {
  const face = faceFor(paper, style);
  const shown = face.shown(text);
  const measure = (part: string): number => face.width(part, style.size);
  return brokenLines(shown, width, measure).map(({ start, end }) => shown.slice(start, end));
}

/** Draws lines under each other, the first one's top at `top`, and returns how high they are together. */
export function drawLines(
  paper: Paper,
  lines: readonly string[],
  { x, top, ...style }: { x: number; top: number } & Style,
): number {
  const height = lineHeight(style.size);
  lines.forEach((line, i) => {
    const y = top - height * i - style.size;
    if (line !== '') drawLine(paper.page, faceFor(paper, style), line, { ...style, x, y });
  });
  return height * lines.length;
}

/** Writes a paragraph between the margins at the paper's place and goes below it; it must fit the page. */
export function paragraph(paper: Paper, kind: string, text: string, style: Style & { after?: number }): void {
  const lines = linesOf(paper, text, roomOf(paper), style);
  marked(paper, tag(paper.tags, kind), () => {
    drawLines(paper, lines, { ...style, x: paper.margin, top: paper.y });
  });
  paper.y -= lineHeight(style.size) * lines.length + (style.after ?? 0);
}

/** Draws a thin line across. */
export const rule = (page: PDFPage, from: number, to: number, y: number, grey = 0.6): void =>
  page.pushOperators(
    pushGraphicsState(),
    setLineWidth(0.6),
    setStrokingGrayscaleColor(grey),
    moveTo(from, y),
    lineTo(to, y),
    stroke(),
    popGraphicsState(),
  );

/** Where a box stands on the page; `y` is its foot. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws a frame. */
export const frame = (page: PDFPage, { x, y, width, height }: Box, { line = 1, grey = 0 } = {}): void =>
  page.pushOperators(
    pushGraphicsState(),
    setLineWidth(line),
    setStrokingGrayscaleColor(grey),
    rectangle(x, y, width, height),
    stroke(),
    popGraphicsState(),
  );

/** A PDF that was made: its bytes, its pages, and the scripts that its font lacks, by their names. */
export interface MadePdf {
  bytes: Uint8Array;
  pages: number;
  lacking: string[];
}

/** Prints lines and the number of the page at the foot of every page; `pageWords` has `{page}` and `{pages}`. */
export function drawFeet(paper: Paper, lines: readonly string[], pageWords: string): void {
  const style = { size: 8, grey: 0.25 };
  const face = faceFor(paper, style);
  const pages = paper.document.getPages();
  pages.forEach((page, i) => {
    const number = pageWords.replace('{page}', `${i + 1}`).replace('{pages}', `${pages.length}`);
    const right = paper.width - paper.margin - face.width(number, style.size);
    unread({ page }, () => {
      drawLine(page, face, number, { ...style, x: right, y: feet });
      lines.forEach((line, n) => {
        const y = feet + (lines.length - 1 - n) * lineHeight(style.size);
        drawLine(page, face, face.shown(line), { ...style, x: paper.margin, y });
      });
    });
  });
}

const feet = 26;

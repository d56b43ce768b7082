import { addTextBox, heightFor } from './form-boxes.ts';
import { type FormWords, said } from './form-words.ts';
import {
  drawLines,
  freeRoom,
  lineHeight,
  linesOf,
  marked,
  needRoom,
  type Paper,
  paragraph,
  roomOf,
} from './paper.ts';
import { tag } from './tags.ts';

/** A field of the form, and what it is called. */
export interface FormField {
  name: string;
  label: string;
  /** What a screen reader says: the label with whom it is about. */
  tip: string;
  /** Its part of the row that it stands in. */
  share: number;
}

/** What of a field's text did not fit its box. */
export interface Overflow extends FormField {
  rest: string;
}

/** The form while it is drawn. */
export interface FormDrawing {
  paper: Paper;
  words: FormWords;
  /** What is filled in, by the names of fields. */
  values: ReadonlyMap<string, string>;
  agrees: boolean | null;
  overflow: Overflow[];
}

type PersonLabels = Readonly<Record<string, string>>;

const fieldOf = (name: string, label: string, tip: string, share: number): FormField => ({
  ...{ name, label, tip, share },
});

/** A field of the submitter, or one of the plain ones. */
export const plainField = ({ labels, tips }: FormWords, name: string, share = 1): FormField => {
  const [, ofSubmitter] = /^submitter\.(\w+)$/.exec(name) ?? [];
  const label = (ofSubmitter ? labels.submitter : (labels as unknown as PersonLabels))[
    (ofSubmitter ?? name) as never
  ] as string;
  return fieldOf(name, label, ofSubmitter ? said(tips.submitter, { label }) : label, share);
};

/** A field of the caregiver or child of this number, counted from 1. */
export const personField = (
  { labels, tips }: FormWords,
  kind: 'caregiver' | 'child',
  n: number,
  field: string,
  share: number,
): FormField => {
  const label = said((labels[kind] as PersonLabels)[field]!, { n });
  const tip = field === 'name' ? label : said(tips[kind], { n, label });
  return fieldOf(`${kind}${n}.${field}`, label, tip, share);
};

const labelSize = 9;
const gap = 8;
const boxHeight = 22;

/** The height of a row of boxes with their labels. */
export const rowHeight = lineHeight(labelSize) + boxHeight + 4;

export const heading = ({ paper }: FormDrawing, text: string): void => {
  needRoom(paper, 20 + rowHeight);
  paper.y -= 6;
  paragraph(paper, 'H2', text, { size: 11.5, bold: true, after: 2 });
};

/** Draws a row of fields, each with its label above it; `width` is the part of the page that the row takes. */
export function drawRow(
  form: FormDrawing,
  fields: readonly FormField[],
  { height = boxHeight, width: part = 1 } = {},
): void {
  const { paper } = form;
  const isProse = height > boxHeight;
  const shares = fields.reduce((sum, { share }) => sum + share, 0);
  const room = roomOf(paper) * part - gap * (fields.length - 1);
  const widths = fields.map(({ share }) => (room * share) / shares);
  const labels = fields.map(({ label }, i) => linesOf(paper, label, widths[i]!, { size: labelSize }));
  const labelHeight = Math.max(...labels.map((lines) => lines.length)) * lineHeight(labelSize);
  needRoom(paper, labelHeight + height);
  const top = paper.y;
  let x = paper.margin;
  fields.forEach((field, i) => {
    const row = tag(paper.tags, 'P');
    const width = widths[i]!;
    const place = { x, top };
    marked(paper, row, () => drawLines(paper, labels[i]!, { ...place, size: labelSize }));
    const box = { x, y: top - labelHeight - height - 1, width, height };
    const value = form.values.get(field.name) ?? '';
    const rest = addTextBox(paper, row, { ...field, value, isProse }, box);
    if (rest !== '') form.overflow.push({ ...field, rest });
    x += width + gap;
  });
  paper.y = top - labelHeight - height - 6;
}

/** Draws a field for prose that takes the whole width. */
export const drawProse = (form: FormDrawing, name: string, height: number): void =>
  drawRow(form, [plainField(form.words, name)], { height });

/** The height of a box that holds a text, or as much of it as the page has room for. */
export const proseHeight = (paper: Paper, text: string): number =>
  Math.min(heightFor(paper, text, roomOf(paper)), freeRoom(paper) - lineHeight(labelSize) - 6);

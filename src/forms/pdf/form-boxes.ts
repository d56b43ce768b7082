import {
  beginMarkedContent,
  beginText,
  endMarkedContent,
  endText,
  moveText,
  PDFBool,
  type PDFField,
  PDFHexString,
  PDFName,
  type PDFOperator,
  PDFTextField,
  popGraphicsState,
  pushGraphicsState,
  setFillingGrayscaleColor,
  setFontAndSize,
  showText,
} from '@cantoo/pdf-lib';
import { brokenLines, type Line } from './line-breaks.ts';
import { type Box, frame, lineHeight, type Paper, unread } from './paper.ts';
import { type Tag, tag } from './tags.ts';

const inset = 4;
const usualSize = 10;

/** How a text fits a box: at which size, in which lines, and what of it does not fit. */
interface Fit {
  size: number;
  lines: string[];
  kept: string;
  rest: string;
}

// Smaller than this nobody reads it; what still does not fit goes on elsewhere.
const sizes = { line: [10, 9, 8, 7.2], prose: [10, 9] } as const;

function fitIn(paper: Paper, text: string, { width, height }: Box, isProse: boolean): Fit {
  const face = paper.faces.plain;
  const tried = sizes[isProse ? 'prose' : 'line'];
  let broken: Line[] = [];
  for (const size of tried) {
    const most = Math.max(1, Math.floor((height - 2) / lineHeight(size)));
    broken = brokenLines(text, width - 2 * inset, (part) => face.width(part, size));
    if (broken.length > most && size !== tried.at(-1)) continue;
    const cut = broken[most]?.start ?? text.length;
    const lines = broken.slice(0, most).map(({ start, end }) => face.shown(text.slice(start, end)));
    return { size, lines, kept: text.slice(0, cut), rest: text.slice(cut) };
  }
  return { size: usualSize, lines: [], kept: text, rest: '' };
}

/** How high a box must be to hold a whole text as prose. */
export function heightFor(paper: Paper, text: string, width: number): number {
  const face = paper.faces.plain;
  const size = sizes.prose.at(-1)!;
  const lines = brokenLines(text, width - 2 * inset, (part) => face.width(part, size));
  return lines.length * lineHeight(size) + 4;
}

/** The text as it is drawn where no viewer draws it anew, in the font that was embedded. */
const drawing =
  (paper: Paper, { lines, size }: Fit, box: Box, isProse: boolean) =>
  (): PDFOperator[] => {
    const { plain } = paper.faces;
    const step = lineHeight(size);
    const free = box.height - lines.length * step;
    const top = isProse ? box.height - 2 : box.height - Math.max(0, free / 2);
    return [
      beginMarkedContent('Tx'),
      pushGraphicsState(),
      beginText(),
      setFillingGrayscaleColor(0),
      setFontAndSize(plain.font.name, size),
      moveText(inset, top - size),
      ...lines.flatMap((line, i) => [
        ...(i > 0 ? [moveText(0, -step)] : []),
        ...(line === '' ? [] : [showText(plain.encoded(line))]),
      ]),
      endText(),
      popGraphicsState(),
      endMarkedContent(),
    ];
  };

/** A field to type text in. */
export interface TextBox {
  name: string;
  /** What a screen reader says. */
  tip: string;
  value: string;
  isProse: boolean;
}

/** Adds a text field and returns what of its value does not fit, to be gone on with elsewhere. */
export function addTextBox(
  paper: Paper,
  owner: Tag,
  { name, tip, value, isProse }: TextBox,
  box: Box,
): string {
  const { document, page, faces } = paper;
  const { font } = faces.plain;
  const field = document.getForm().createTextField(name);
  field.addToPage(page, { ...box, font, borderWidth: 0 });
  // On the page itself: a program that fills the field in draws what is inside it anew, and often no frame.
  unread(paper, () => frame(page, box, { line: 0.7, grey: 0.35 }));
  const fit = fitIn(paper, value, box, isProse);
  if (isProse || fit.lines.length > 1) field.enableMultiline();
  field.disableSpellChecking();
  field.acroField.setDefaultAppearance(`/${font.name} ${isProse ? usualSize : fit.size} Tf 0 g`);
  if (fit.kept !== '') field.acroField.setValue(PDFHexString.fromText(fit.kept));
  field.updateAppearances(font, drawing(paper, fit, box, isProse));
  nameField(paper, owner, field, tip);
  return fit.rest;
}

/** Adds a box to tick. */
export function addCheckBox(
  paper: Paper,
  owner: Tag,
  { name, tip, isOn }: { name: string; tip: string; isOn: boolean },
  box: Box,
): void {
  const field = paper.document.getForm().createCheckBox(name);
  field.addToPage(paper.page, box);
  if (isOn) field.check();
  nameField(paper, owner, field, tip);
}

/** Adds a field that nobody sees, for what the file tells of itself. */
export function addHiddenField({ document, page, faces }: Paper, name: string, value: string): void {
  const { font } = faces.plain;
  const field = document.getForm().createTextField(name);
  field.addToPage(page, { x: 0, y: 0, width: 1, height: 1, hidden: true, borderWidth: 0, font });
  field.acroField.setDefaultAppearance(`/${font.name} ${usualSize} Tf 0 g`);
  field.acroField.setValue(PDFHexString.fromText(value));
  field.enableReadOnly();
}

function nameField({ document, page }: Paper, owner: Tag, field: PDFField, tip: string): void {
  const { dict } = field.acroField;
  dict.set(PDFName.of('TU'), PDFHexString.fromText(tip));
  const [widget] = field.acroField.getWidgets();
  if (field instanceof PDFTextField) {
    // The library’s white ground would lie over the frame.
    widget!.dict.delete(PDFName.of('MK'));
  }
  const ref = document.context.getObjectRef(widget!.dict)!;
  tag(owner, 'Form').kids.push({ page, widget: ref });
}

/**
 * Lets whoever types in the form type in its font, which has the letters that names here are written with. `redraw`
 * has every viewer draw the fields anew: programs that fill in a form without showing it draw them wrong.
 */
export function setTypingFont({ document, faces }: Paper, { redraw }: { redraw: boolean }): void {
  const { font } = faces.plain;
  const form = document.getForm().acroForm.dict;
  form.set(PDFName.of('DR'), document.context.obj({ Font: { [font.name]: font.ref } }));
  if (redraw) form.set(PDFName.of('NeedAppearances'), PDFBool.True);
  form.set(PDFName.of('DA'), PDFHexString.fromText(`/${font.name} ${usualSize} Tf 0 g`));
}

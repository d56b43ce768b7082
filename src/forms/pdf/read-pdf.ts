import {
  decodePDFRawStream,
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { refuseFile } from '../json-guard.ts';

/** One field of a filled PDF form, as it stands in the file. */
export interface PdfField {
  /** The whole name, such as `caregiver1.name`. */
  name: string;
  /** What a screen reader says of it (the tooltip); `null` where the maker gave none. */
  label: string | null;
  kind: 'text' | 'check' | 'choice';
  /** The text; of a check box or a choice what is chosen. Empty where nothing is. */
  value: string;
}

/** The fields of a PDF form in the order that people read them: by page, from the top, from the left. */
export interface PdfForm {
  fields: PdfField[];
}

/** A field with where its first box stands. */
interface Placed extends PdfField {
  page: number;
  top: number;
  left: number;
}

/** What a field takes over from the field that it is part of. */
interface Above {
  name: string;
  type: string | null;
  flags: number;
  value: PDFObject | undefined;
  label: string | null;
  options: PDFObject | undefined;
}

const mostFields = 5000;
const deepest = 32;
const pushButton = 1 << 16;

/**
 * Reads the fields of a filled PDF form (AcroForm), ours or anyone's, without drawing it or running anything in it.
 * Refused with what to do instead: what is no whole PDF, one behind a password, and one without fields, as a scan or
 * a print to PDF is.
 */
export async function readPdfForm(bytes: Uint8Array): Promise<PdfForm> {
  const document = await loaded(bytes);
  const { context } = document;
  const catalog = dictOf(context, context.trailerInfo.Root);
  if (!catalog) return refuseDamaged();
  const form = dictOf(context, catalog.get(PDFName.of('AcroForm')));
  const pages = pageOfEachWidget(context, catalog.get(PDFName.of('Pages')));
  const fields = form ? fieldsOf(context, form, pages) : [];
  if (fields.length === 0) return refuseWithoutFields(form?.has(PDFName.of('XFA')) ?? false);
  return {
    fields: inReadingOrder(fields).map(({ name, label, kind, value }) => ({ name, label, kind, value })),
  };
}

async function loaded(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    // Without a password: what is only kept from being changed or printed opens like any other.
    return await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      password: '',
    });
  } catch (error) {
    if (error instanceof EncryptedPDFError || /encrypt|password/i.test(String(error))) {
      return refuseFile(
        'The PDF is locked with a password, so its fields can’t be read.',
        'Ask for a copy without a password, or type the referral in: iis referral add',
      );
    }
    return refuseDamaged();
  }
}

const refuseDamaged = (): never =>
  refuseFile(
    'The PDF can’t be read: it is damaged, or not all of it has arrived.',
    'Ask for it once more, or type the referral in: iis referral add',
  );

const refuseWithoutFields = (isXfa: boolean): never =>
  refuseFile(
    isXfa
      ? 'The PDF is a form that only Adobe’s own programs can read (XFA).'
      : 'The PDF has no form fields: it was scanned, or printed to a new PDF.',
    'Ask for the form as it was filled in, before it was printed or scanned; or copy its text into a file and give that; or type it in: iis referral add',
  );

const dictOf = (context: PDFContext, object: PDFObject | undefined): PDFDict | null => {
  const found = context.lookup(object);
  return found instanceof PDFDict ? found : null;
};

const itemsOf = (context: PDFContext, object: PDFObject | undefined): PDFObject[] => {
  const found = context.lookup(object);
  return found instanceof PDFArray ? found.asArray() : [];
};

/** The page that each box is on. A tree of pages that leads back into itself is walked once. */
function pageOfEachWidget(context: PDFContext, root: PDFObject | undefined): Map<PDFObject, number> {
  const pages = new Map<PDFObject, number>();
  const seen = new Set<PDFObject>();
  let page = 0;
  const open = [root];
  while (open.length > 0) {
    const node = dictOf(context, open.pop());
    if (!node || seen.has(node)) continue;
    seen.add(node);
    open.push(...itemsOf(context, node.get(PDFName.of('Kids'))).toReversed());
    if (node.has(PDFName.of('Kids'))) continue;
    for (const box of itemsOf(context, node.get(PDFName.of('Annots')))) {
      const widget = dictOf(context, box);
      if (widget && !pages.has(widget)) pages.set(widget, page);
    }
    page += 1;
  }
  return pages;
}

function fieldsOf(context: PDFContext, form: PDFDict, pages: ReadonlyMap<PDFObject, number>): Placed[] {
  const found: Placed[] = [];
  const seen = new Set<PDFObject>();
  const visit = (object: PDFObject, above: Above, depth: number): void => {
    const field = dictOf(context, object);
    if (!field || seen.has(field) || depth > deepest || found.length >= mostFields) return;
    seen.add(field);
    const own = inherited(context, field, above);
    const kids = itemsOf(context, field.get(PDFName.of('Kids')));
    const parts = kids.filter((kid) => dictOf(context, kid)?.has(PDFName.of('T')));
    for (const part of parts) visit(part, own, depth + 1);
    if (parts.length > 0) return;
    const boxes = kids.length > 0 ? kids.flatMap((kid) => dictOf(context, kid) ?? []) : [field];
    const read = readField(context, own, boxes);
    if (read) found.push({ ...read, ...placeOf(context, boxes, pages) });
  };
  const nothing = {
    name: '',
    type: null,
    flags: 0,
    value: undefined,
    label: null,
    options: undefined,
  };
  for (const field of itemsOf(context, form.get(PDFName.of('Fields')))) visit(field, nothing, 0);
  return found;
}

function inherited(context: PDFContext, field: PDFDict, above: Above): Above {
  const at = (key: string) => context.lookup(field.get(PDFName.of(key)));
  const [type, flags, label] = [at('FT'), at('Ff'), at('TU')];
  const part = textOf(at('T'));
  return {
    name: part === null ? above.name : above.name === '' ? part : `${above.name}.${part}`,
    type: type instanceof PDFName ? type.decodeText() : above.type,
    flags: flags instanceof PDFNumber ? flags.asNumber() : above.flags,
    value: at('V') ?? above.value,
    label: textOf(label)?.trim() || above.label,
    options: at('Opt') ?? above.options,
  };
}

function readField(context: PDFContext, own: Above, boxes: readonly PDFDict[]): PdfField | null {
  const { name, label, type } = own;
  if (type === 'Tx') return { name, label, kind: 'text', value: textOf(own.value) ?? '' };
  if (type === 'Ch') return { name, label, kind: 'choice', value: chosen(context, own) };
  if (type !== 'Btn' || (own.flags & pushButton) !== 0) return null;
  return { name, label, kind: boxes.length > 1 ? 'choice' : 'check', value: marked(context, own, boxes) };
}

/** What is chosen of a list, in the words that were shown. */
function chosen(context: PDFContext, { value, options }: Above): string {
  const shown = new Map(
    itemsOf(context, options).flatMap((option) => {
      const [sent, said] = itemsOf(context, option).map((part) => textOf(context.lookup(part)));
      return sent && said ? [[sent, said] as const] : [];
    }),
  );
  const values = value instanceof PDFArray ? value.asArray().map((one) => context.lookup(one)) : [value];
  return values
    .flatMap((one) => textOf(one) ?? [])
    .map((one) => shown.get(one) ?? one)
    .join(', ');
}

/** The name of the state that a check box or one of several is in; empty where it is off. */
function marked(context: PDFContext, { value, options }: Above, boxes: readonly PDFDict[]): string {
  const states = [value, ...boxes.map((box) => context.lookup(box.get(PDFName.of('AS'))))];
  const state = states.find((one): one is PDFName => one instanceof PDFName);
  const text = state?.decodeText() ?? '';
  if (text === '' || text === 'Off') {
    const on = states.slice(1).find((one) => one instanceof PDFName && one.decodeText() !== 'Off');
    return value === undefined && on instanceof PDFName ? on.decodeText() : '';
  }
  const said = itemsOf(context, options)[Number(text)];
  return textOf(context.lookup(said)) ?? text;
}

function textOf(object: PDFObject | undefined): string | null {
  if (object instanceof PDFString || object instanceof PDFHexString) return stringOf(object);
  if (object instanceof PDFName) return object.decodeText();
  if (object instanceof PDFNumber) return String(object.asNumber());
  if (object instanceof PDFBool) return String(object.asBoolean());
  if (!(object instanceof PDFRawStream)) return null;
  const bytes = decodePDFRawStream(object).decode();
  return stringOf(PDFHexString.of(Buffer.from(bytes).toString('hex')));
}

/** UTF-16 and the PDF's own encoding are the library's; UTF-8 came with PDF 2.0. */
function stringOf(text: PDFString | PDFHexString): string {
  const bytes = text.asBytes();
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isUtf8 ? new TextDecoder().decode(bytes) : text.decodeText();
}

function placeOf(
  context: PDFContext,
  boxes: readonly PDFDict[],
  pages: ReadonlyMap<PDFObject, number>,
): Pick<Placed, 'page' | 'top' | 'left'> {
  const box = boxes.find((one) => pages.has(one)) ?? boxes[0];
  const sides = itemsOf(context, box?.get(PDFName.of('Rect'))).map((side) => {
    const number = context.lookup(side);
    return number instanceof PDFNumber ? number.asNumber() : 0;
  });
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = sides;
  const page = (box && pages.get(box)) ?? Number.MAX_SAFE_INTEGER;
  return { page, top: Math.max(y1, y2), left: Math.min(x1, x2) };
}

// Boxes of one line on paper are seldom drawn at quite the same height.
const sameLine = 6;

function inReadingOrder(fields: readonly Placed[]): Placed[] {
  const sorted = fields.toSorted((a, b) => a.page - b.page || b.top - a.top);
  const lines: Placed[][] = [];
  for (const field of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (first && first.page === field.page && first.top - field.top < sameLine) line.push(field);
    else lines.push([field]);
  }
  return lines.flatMap((line) => line.toSorted((a, b) => a.left - b.left));
}

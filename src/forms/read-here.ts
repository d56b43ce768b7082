import { Refusal } from '../rules/refusal.ts';
import { recognisedReferral } from './csv/headings.ts';
import { parseCsv } from './csv/parse-csv.ts';
import { readReferralRows } from './csv/read-referral-csv.ts';
import { decodeFormBytes } from './decode.ts';
import { readDocx } from './docx/read-docx.ts';
import type { FormFacts } from './field-values.ts';
import { isUnread, kindOf, unreadKinds } from './file-kinds.ts';
import type { FormFile } from './form-file.ts';
import { refuseFile } from './json-guard.ts';
import { readingLimits } from './limits.ts';
import { type Opened, readMail } from './mail/read-mail.ts';
import { readingOfPdf, textOfPdf } from './pdf/pdf-reading.ts';
import { readPdfForm } from './pdf/read-pdf.ts';
import { doubted, fromText, fromTextBytes, refuseUnread } from './read-text.ts';

/** What the kinds that are read are called. */
const called = {
  text: 'a text file',
  json: 'JSON',
  csv: 'a table (CSV)',
  mail: 'a message',
  pdf: 'a PDF',
  zip: 'a Word document',
} as const;

const fromDocx = (bytes: Uint8Array, facts: FormFacts): FormFile => {
  const read = readDocx(bytes);
  return 'unread' in read ? refuseUnread(read.unread) : fromText(read.text, facts);
};

const fromPdf = async (bytes: Uint8Array, facts: FormFacts): Promise<FormFile> => {
  const form = await readPdfForm(bytes);
  const reading = readingOfPdf(form, facts, facts.fieldMap);
  return { readings: [reading], texts: [textOfPdf(form)], channel: 'form', isList: false };
};

/** A file without a field of a referral in its headings would not have been taken for a table. */
const fromCsv = (text: string, facts: FormFacts): FormFile => {
  const table = parseCsv(text);
  const rows = readReferralRows(table, recognisedReferral(table.headings), facts);
  return {
    readings: rows.map(({ reading }) => reading),
    texts: rows.map((row) => row.text),
    channel: 'form',
    isList: true,
  };
};

const fromMail = async (bytes: Uint8Array, facts: FormFacts, depth: number): Promise<FormFile> => {
  if (depth >= readingLimits.mailDepth) {
    refuseFile(
      'The mail holds messages in messages, too many to open.',
      'Save the attachment by itself, and give that.',
    );
  }
  return readMail(bytes, facts, (attachment) => opened(attachment, facts, depth + 1));
};

/** An attachment that is damaged or of another kind leaves the others to be read. */
async function opened(bytes: Uint8Array, facts: FormFacts, depth: number): Promise<Opened> {
  const kind = kindOf(bytes);
  try {
    const file = await read(bytes, facts, depth);
    return { file, kind: isUnread(kind) ? unreadKinds[kind].name : called[kind] };
  } catch (error) {
    const { message, hint = '' } = error instanceof Refusal ? error.facts : damaged;
    const why = kind === 'mail' ? 'It is a message without a form that can be read.' : message;
    return { why: why.replace(/^The file\b/, 'It'), hint };
  }
}

async function read(bytes: Uint8Array, facts: FormFacts, depth: number): Promise<FormFile> {
  const kind = kindOf(bytes);
  if (isUnread(kind)) return refuseUnread(kind);
  if (kind === 'zip') return fromDocx(bytes, facts);
  if (kind === 'pdf') return fromPdf(bytes, facts);
  if (kind === 'csv') return fromCsv(decodeFormBytes(bytes), facts);
  if (kind === 'mail') return fromMail(bytes, facts, depth);
  return fromTextBytes(bytes, facts);
}

const damaged = {
  message: 'The file is damaged, or not what it seems to be.',
  hint: 'Open it in the program it was made with, save it anew, and give that; or ask for it as text.',
};

/**
 * Reads a file where it is called: every kind, told by its content. Refused: a kind that is not read, by its name
 * and with what to do instead, and whatever a reader can make nothing of.
 */
export async function readHere(bytes: Uint8Array, facts: FormFacts): Promise<FormFile> {
  try {
    return doubted(await read(bytes, facts, 0), facts);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const refused = new Refusal({ kind: 'invalid', code: 'form_refused', ...damaged });
    throw Object.assign(refused, { cause: error });
  }
}

import { isCsv } from './csv/is-csv.ts';
import { decodeFormBytes } from './decode.ts';

/** What a file is by its content, whatever it is called. Those that can be read come first. */
export type FileKind = 'text' | 'json' | 'csv' | 'mail' | 'pdf' | 'zip' | UnreadKind;

/** Kinds that are told apart only to say what to do instead. */
export type UnreadKind = keyof typeof unreadKinds;

const asForm = 'Open it and save it as a Word document (.docx), PDF or plain text.';

/** What the kinds that are not read are called, and what to do instead. */
export const unreadKinds = {
  picture: {
    name: 'a picture',
    hint: 'Ask for the form as PDF, Word or text, or type it in: iis referral add',
  },
  word97: { name: 'a Word document in the format of before 2007 (.doc)', hint: asForm },
  outlook: {
    name: 'a message in Outlook’s own format (.msg)',
    hint: 'In Outlook save its attachment, or save the message as text, and give that.',
  },
  winmail: {
    name: 'an attachment in Outlook’s own format (winmail.dat)',
    hint: 'Ask who sent it for the form in a plain message, or as PDF.',
  },
  locked: {
    name: 'a document with a password',
    hint: 'Open it with the password and save it without one.',
  },
  excel97: { name: 'a spreadsheet', hint: 'Save the sheet as CSV, or ask for the form itself.' },
  spreadsheet: { name: 'a spreadsheet', hint: 'Save the sheet as CSV, or ask for the form itself.' },
  slides: { name: 'a presentation', hint: 'Ask for the form as PDF, Word or text.' },
  openDocument: { name: 'an OpenDocument file', hint: asForm },
  rtf: { name: 'a document in Rich Text Format (.rtf)', hint: asForm },
  webPage: { name: 'a web page or XML', hint: 'Copy its text into a plain text file, and give that.' },
  archive: { name: 'an archive', hint: 'Unpack it, and give the forms that are in it.' },
  office: { name: 'an old Office document', hint: asForm },
  unknown: {
    name: 'of no kind that is known',
    hint: 'Forms are read from PDF, Word (.docx), mail (.eml), text, CSV and JSON.',
  },
} as const satisfies Record<string, { name: string; hint: string }>;

export const isUnread = (kind: FileKind): kind is UnreadKind => kind in unreadKinds;

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);

/** Beginnings that tell a kind, as Latin-1. */
const beginnings: readonly (readonly [RegExp, FileKind])[] = [
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, 'zip'],
  [/^\{\\rtf/, 'rtf'],
  [
    /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei|hev|mif|msf|avif))/s,
    'picture',
  ],
  [/^BM.{4}\0\0\0\0/s, 'picture'],
  [/^\x78\x9f\x3e\x22/, 'winmail'],
  [/^(?:\x1f\x8b|7z\xbc\xaf|Rar!\x1a|BZh\d|\xfd7zXZ)/, 'archive'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|office:document)/i, 'webPage'],
];

// The folders in an OLE file carry these names, in UTF-16.
const oleNames: readonly (readonly [string, FileKind])[] = [
  ['EncryptedPackage', 'locked'],
  ['WordDocument', 'word97'],
  ['__substg1.0_', 'outlook'],
  ['Workbook', 'excel97'],
];

const oleKind = (bytes: Uint8Array): FileKind => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return oleNames.find(([name]) => all.includes(Buffer.from(name, 'utf16le')))?.[1] ?? 'office';
};

/** How many bytes are looked at where a line or a head must be found. */
const lookedAt = 64 * 1024;

const ofTransport =
  /^(?:mime-version|content-type|content-transfer-encoding|received|return-path|message-id|dkim-signature|delivered-to|x-[a-z-]+):/i;

/** Whether it begins as a mail does on its way: only heads, and one among them that nobody types. */
const isMail = (bytes: Uint8Array): boolean => {
  const top = latin(bytes, 0, lookedAt).replace(/^(?:\xef\xbb\xbf)?\s*(?:>?From [^\n]*\n)?/, '');
  const lines = top.split(/\r?\n/);
  const end = lines.indexOf('');
  // A head may be cut off where the look ends.
  const heads = end < 0 ? lines.slice(0, -1) : lines.slice(0, end);
  return (
    heads.length > 1 &&
    heads.every((line) => /^(?:[!-9;-~]+[ \t]*:|[ \t])/.test(line)) &&
    heads.some((line) => ofTransport.test(line))
  );
};

// Mail programs write "[EXTERNAL]" above a message, and a box is typed as "[ ]": a bracket alone does not make it JSON.
const json = /^(?:\xef\xbb\xbf)?\s*(?:\{|\[\s*(?:[{["\d-]|true|false|null|\]\s*$))/;

export const beginsAsJson = (text: string): boolean => json.test(text);

const isUtf16 = (top: string): boolean => /^(?:\xff\xfe|\xfe\xff)/.test(top);

/** Tells what a file is from its first bytes; its name says nothing. */
export function kindOf(bytes: Uint8Array): FileKind {
  const top = latin(bytes, 0, 1024);
  const told = beginnings.find(([beginning]) => beginning.test(top))?.[1];
  if (told) return told;
  if (top.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleKind(bytes);
  if (top.includes('%PDF-')) return 'pdf';
  if (beginsAsJson(top)) return 'json';
  if (isMail(bytes)) return 'mail';
  if (top.includes('\0') && !isUtf16(top)) return 'unknown';
  return isCsv(decodeFormBytes(bytes.subarray(0, lookedAt))) ? 'csv' : 'text';
}

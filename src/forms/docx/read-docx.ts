import { decodeFormBytes } from '../decode.ts';
import type { UnreadKind } from '../file-kinds.ts';
import { unzip } from '../unzip.ts';
import { docxText } from './docx-text.ts';

const contents = '[Content_Types].xml';
// A list of contents is a few kilobytes long.
const mostContents = 256 * 1024;
const mainPart =
  /<Override\b[^>]*\bContentType="application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml"[^>]*>/i;

/** The kinds of other archives, by a file that they hold. */
const others: readonly (readonly [RegExp, UnreadKind])[] = [
  [/^xl\//, 'spreadsheet'],
  [/^ppt\//, 'slides'],
  [/^mimetype$/, 'openDocument'],
];

/** The name of the part that holds the text; the one that Word gives it where the list of contents does not say. */
const mainPartIn = (list: string): string => {
  const override = mainPart.exec(list)?.[0] ?? '';
  return /\bPartName="\/?([^"]{1,200})"/i.exec(override)?.[1] ?? 'word/document.xml';
};

/**
 * The text of a Word document in its bytes, or what kind of archive it is instead. Macros, pictures and links are
 * never opened.
 */
export function readDocx(bytes: Uint8Array): { text: string } | { unread: UnreadKind } {
  const { names, files } = unzip(bytes, (name) => name === contents);
  const list = files.get(contents);
  const main = mainPartIn(list ? decodeFormBytes(list.subarray(0, mostContents)) : '');
  if (!names.includes(main)) {
    return { unread: others.find(([file]) => names.some((name) => file.test(name)))?.[1] ?? 'archive' };
  }
  const part = unzip(bytes, (name) => name === main).files.get(main);
  return { text: docxText(part ? decodeFormBytes(part) : '') };
}

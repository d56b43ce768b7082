import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** Files that were made to harm whoever opens them, made anew for each test: none of them is kept. */

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
export const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document whose main part is this. */
export const docxOf = (main: string | Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes),
      'word/document.xml': typeof main === 'string' ? strToU8(main) : main,
      ...more,
    },
    { level: 9 },
  );

/** A Word document with these paragraphs. */
export const docxSaying = (lines: readonly string[]): Uint8Array =>
  docxOf(
    `<w:document ${wordNamespace}><w:body>${lines
      .map(
        (line) => `<w:p><w:r><w:t>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`,
      )
      .join('')}</w:body></w:document>`,
  );

const spaces = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024).fill(0x20);

/** The sizes that an archive claims for its files, changed without changing the files: offsets in both its lists. */
const claiming = (zip: Uint8Array, size: number): Uint8Array => {
  const copy = Buffer.from(zip);
  for (let at = 0; at < copy.length - 46; at += 1) {
    const mark = copy.readUInt32LE(at);
    if (mark === 0x02014b50) copy.writeUInt32LE(size, at + 24);
    if (mark === 0x04034b50) copy.writeUInt32LE(size, at + 22);
  }
  return copy;
};

const mailHead = 'From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n';

/** A mail with these attachments. */
export const mailWith = (
  attachments: readonly (Uint8Array | string)[],
  body = 'See the form.',
): Uint8Array => {
  const parts = attachments.map(
    (content) =>
      `--b0\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=form\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
  );
  return strToU8(
    `${mailHead}Content-Type: multipart/mixed; boundary=b0\r\n\r\n--b0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n${parts.join('')}--b0--\r\n`,
  );
};

const nestedMultiparts = (depth: number): string => {
  let mail = mailHead;
  for (let at = 0; at < depth; at += 1) {
    mail += `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`;
  }
  return `${mail}Content-Type: text/plain\r\n\r\nName: Ann Example\r\n`;
};

const nestedMessages = (depth: number): string =>
  [
    ...Array<string>(depth).fill(`${mailHead}Content-Type: message/rfc822\r\n\r\n`),
    `${mailHead}\r\nName: Ann`,
  ].join('');

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

/** A PDF with these objects, numbered from 1; the first is its catalog. */
const pdfOf = (...objects: (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((object, i) => [
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);

const stream = (head: string, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<< ${head} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

const packedSpaces = (megabytes: number): Uint8Array => deflateSync(spaces(megabytes), { level: 9 });
const filled = '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R] >> >>';
const noPages = '<< /Type /Pages /Kids [] /Count 0 >>';

const files: Record<string, () => Uint8Array> = {
  'a PDF bomb in a value': () =>
    pdfOf(
      filled,
      noPages,
      '<< /FT /Tx /T (Caregiver) /V 4 0 R >>',
      stream('/Filter /FlateDecode', packedSpaces(300)),
    ),
  'a PDF bomb packed twice': () =>
    pdfOf(
      filled,
      noPages,
      '<< /FT /Tx /T (Caregiver) /V 4 0 R >>',
      stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(packedSpaces(300), { level: 9 })),
    ),
  'a PDF bomb where its objects are': () =>
    pdfOf(filled, noPages, stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packedSpaces(300))),
  'a PDF whose pages and fields go round in a circle': () =>
    pdfOf(
      filled,
      '<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count 9 >>',
      '<< /T (a) /Kids [3 0 R 4 0 R] /Parent 4 0 R >>',
      '<< /T (b) /Kids [3 0 R 4 0 R] /Parent 3 0 R >>',
    ),
  'a PDF that refers to itself': () => pdfOf('1 0 R', '2 0 R'),
  'a PDF of arrays in arrays': () => pdfOf(`<< /Type /Catalog /X ${'['.repeat(200_000)} >>`),
  'a flat zip bomb': () => docxOf(spaces(100)),
  'a zip bomb that claims to be small': () => claiming(docxOf(spaces(100)), 1000),
  'a nested zip bomb': () => {
    let zip = zipSync({ 'a.xml': spaces(50) }, { level: 9 });
    for (let at = 0; at < 10; at += 1) zip = zipSync({ 'a.zip': zip, 'b.zip': zip }, { level: 9 });
    return zip;
  },
  'a zip of 60,000 files': () => {
    const none = new Uint8Array(0);
    return zipSync(Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`word/${i}`, none])), {
      level: 0,
    });
  },
  'deep XML': () => docxOf(`<w:document ${wordNamespace}>${'<w:p>'.repeat(1_000_000)}`),
  'XML with one endless paragraph': () =>
    docxOf(`<w:document ${wordNamespace}><w:body><w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(800_000)}`),
  'billion laughs': () =>
    docxOf(
      `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">${laughs}]><w:document ${wordNamespace}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>`,
    ),
  'a table in a table, 1,000 deep': () =>
    docxOf(`<w:document ${wordNamespace}><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(1000)}`),
  'a mail nested 1,000 deep': () => strToU8(nestedMultiparts(1000)),
  'a message in a message, 1,000 deep': () => strToU8(nestedMessages(1000)),
  'a mail of a million parts': () =>
    strToU8(`${mailHead}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(1_000_000)}`),
  'a mail of 900 attachments': () => mailWith(Array.from({ length: 900 }, () => 'Name: Ann Example')),
  'a mail with a head of 10 MB': () =>
    strToU8(`${mailHead}X-Long: ${'a '.repeat(5 * 1024 * 1024)}\r\n\r\nName: Ann Example\r\n`),
  'a zip bomb in a mail': () => mailWith([docxOf(spaces(100))]),
  'JSON with __proto__': () => strToU8('{"__proto__": {"status": "closed"}, "submitter": {"name": "Ann"}}'),
  'JSON nested 100,000 deep': () => strToU8('['.repeat(100_000)),
  '200 MB': () => new Uint8Array(200 * 1024 * 1024).fill(0x2c),
};

const made = new Map<string, Uint8Array>();

/** Every one with a word for it, made when it is first asked for; each must end in one sentence. */
export const hostileFiles: readonly (readonly [string, () => Uint8Array])[] = Object.entries(files).map(
  ([name, make]) => [
    name,
    () => {
      const bytes = made.get(name) ?? make();
      made.set(name, bytes);
      return bytes;
    },
  ],
);

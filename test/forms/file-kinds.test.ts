import { describe, expect, it } from 'vitest';
import { type FileKind, kindOf } from '../../src/forms/file-kinds.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { facts, filledForm } from './filled-form.ts';
import { docxSaying } from './hostile-files.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const ole = (name: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(name, 'utf16le')]);

const kinds: [string, Uint8Array, FileKind][] = [
  ['a filled form in text', latin(filledForm()), 'text'],
  ['nothing', latin(''), 'text'],
  ['text in UTF-16', Buffer.from('\ufeffName: Ann', 'utf16le'), 'text'],
  ['text that begins with a bracket', latin('[EXTERNAL] Name: Ann'), 'text'],
  ['text that begins with a box', latin('[ ] Yes [x] No\nName: Ann'), 'text'],
  ['an empty list', latin(' [ ]\n'), 'json'],
  ['a mail pasted as text', latin('From: Ann\nSent: Monday\nTo: Kim\nSubject: x\n\nName: Ann'), 'text'],
  ['a form whose first lines look like heads', latin('Date: 10/5/2026\nName: Ann\n\nPhone: 1'), 'text'],
  ['an object', latin(' {"a": 1}'), 'json'],
  ['a list, with a byte order mark', latin('\xef\xbb\xbf[{}]'), 'json'],
  ['a table', latin('\xef\xbb\xbfCaregiver name,Child name,County\nDana,Tom,Boone'), 'csv'],
  ['a table by tabs', latin('"Caregiver name"\tChild DOB\tCounty\tx\nDana\t\tBoone'), 'csv'],
  ['a line with commas', latin('Hello Kim, Name: Ann, Phone: 1\nCounty'), 'text'],
  ['a mail', latin('From: a@b.org\r\nMIME-Version: 1.0\r\n\r\nHello'), 'mail'],
  [
    'a mail with its envelope',
    latin('From a@b.org Mon Oct  5\nReturn-Path: <a@b.org>\nTo: c\n d\n\nHello'),
    'mail',
  ],
  ['a PDF', latin('%PDF-1.7\n'), 'pdf'],
  ['a PDF after a line of its sender', latin('\n\nx\n%PDF-1.4\n'), 'pdf'],
  ['a Word document', docxSaying(['Name: Ann']), 'zip'],
  ['a Word document of before 2007', ole('WordDocument'), 'word97'],
  ['an Outlook message', ole('__substg1.0_001A001F'), 'outlook'],
  ['an Excel sheet of before 2007', ole('Workbook'), 'excel97'],
  ['a document with a password', ole('EncryptedPackage'), 'locked'],
  ['an old Office file', ole('PowerPoint Document'), 'office'],
  ['winmail.dat', latin('\x78\x9f\x3e\x22'), 'winmail'],
  ['Rich Text', latin('{\\rtf1\\ansi Name: Ann}'), 'rtf'],
  ['a web page', latin('\n<!DOCTYPE html><html>'), 'webPage'],
  ['a flat OpenDocument', latin('<?xml version="1.0"?><office:document>'), 'webPage'],
  ['a PNG', latin('\x89PNG\r\n\x1a\n'), 'picture'],
  ['a JPEG', latin('\xff\xd8\xff\xe0'), 'picture'],
  ['a photo of a phone', latin('\0\0\0\x18ftypheic'), 'picture'],
  ['a scan in TIFF', latin('II*\0'), 'picture'],
  ['a gzip archive', latin('\x1f\x8b\x08'), 'archive'],
  ['a program', latin('MZ\x90\0\x03\0\0'), 'unknown'],
];

describe('what a file is', () => {
  it.each(kinds)('%s', (_, bytes, kind) => expect(kindOf(bytes)).toBe(kind));

  it.each(kinds.filter(([, , kind]) => !['text', 'json', 'csv', 'mail', 'pdf', 'zip'].includes(kind)))(
    '%s is refused by its name, with what to do instead',
    async (_, bytes) => {
      await expect(readFormFile(bytes, facts)).rejects.toMatchObject({
        facts: {
          code: 'form_refused',
          message: expect.stringMatching(/^The file is [^.]+(?:\(\.\w+\)|\.dat\))?\.$/),
          hint: expect.stringMatching(/^[A-Z].{20,}/),
        },
      });
    },
  );

  it('one form under the bracket that mail programs write above a message is one form, not a list', async () => {
    const file = await readFormFile(latin(`[EXTERNAL] Be careful.\n\n${filledForm()}`), facts);
    expect(file).toMatchObject({ channel: 'form', isList: false, readings: [{}] });
  });
});

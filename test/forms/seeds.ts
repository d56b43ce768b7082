import { readdirSync, readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { filledForm } from './filled-form.ts';
import { docxSaying, mailWith } from './hostile-files.ts';

const folder = (path: string) => new URL(`../../${path}/`, import.meta.url);
const filesIn = (path: string, ending: string): Buffer[] =>
  readdirSync(folder(path))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(name, folder(path))));

/** A PDF form that another program might have made, with some of its fields filled in. */
async function pdf(useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const form = document.getForm();
  const fields = {
    'Caregiver 1': 'Dana Sample',
    'Caregiver 1 DOB': '6/21/1991',
    'submitter.name': 'Ann Example',
  };
  Object.entries(fields).forEach(([name, value], i) => {
    const field = form.createTextField(name.replaceAll('.', '_'));
    field.setText(value);
    field.addToPage(page, { x: 50, y: 700 - 40 * i, width: 200, height: 20 });
  });
  const box = form.createCheckBox('Family agrees');
  box.addToPage(page, { x: 50, y: 500, width: 20, height: 20 });
  box.check();
  return document.save({ useObjectStreams });
}

const csv = [
  'Received,Caregiver name,Child name,Child DOB,County,Priority',
  '10/3/2026,Dana Sample,Tom Sample,3/14/2015,Boone,high',
  '10/4/2026,"Sample, Vic","Bo ""Bobby"" Sample",7/7/2019,Callaway,moderate',
].join('\r\n');

const html = `From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><table><tr><td>Caregiver 1</td><td>Dana &amp; Sample</td></tr></table><p>Child’s Name: Tom<br>DOB: 3/14/2015</p></body></html>`;

/** Whole files of every kind that is read, by kind, and pieces that its readers look for. */
export async function seedsOfAll() {
  const docx = filesIn('test/fixtures/forms', '.docx');
  const small = docxSaying(filledForm().split('\n'));
  return {
    text: {
      seeds: filesIn('data/samples', '.txt'),
      pieces: ['Name:', '[x]', '____', '\r\n\r\n', '\t', 'DOB: 1/2/15'],
    },
    json: {
      seeds: filesIn('data/samples', '.json'),
      pieces: ['{', '[', '"__proto__":', 'null', '1e999', '\\ud800'],
    },
    csv: { seeds: [Buffer.from(csv)], pieces: ['"', ',', '\n', ';', '=1+1', 'Child name'] },
    docx: { seeds: [...docx, small], pieces: ['PK\x03\x04', 'PK\x01\x02', '\xff\xff\xff\xff', '\0\0\0\0'] },
    mail: {
      seeds: [mailWith([small]), mailWith([filledForm(), '{"submitter":{"name":"Ann"}}']), Buffer.from(html)],
      pieces: [
        '--b0\r\n',
        '--b0--',
        '\r\n\r\n',
        'Content-Type: message/rfc822\r\n\r\n',
        '=?utf-8?Q?=',
        '<td>',
        '<table>',
        '&#x110000;',
      ],
    },
    pdf: {
      seeds: [await pdf(true), await pdf(false)],
      pieces: [
        'obj',
        'endobj',
        'stream\n',
        '/Kids [1 0 R]',
        '/Parent 3 0 R',
        '<<',
        '>>',
        '(',
        '999999999',
        'xref\n',
      ],
    },
  };
}

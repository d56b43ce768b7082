import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readHere } from '../../src/forms/read-here.ts';
import { facts, filledForm } from './filled-form.ts';
import { mailWith } from './hostile-files.ts';

const docx = readFileSync(new URL('../fixtures/forms/libreoffice-table.docx', import.meta.url));
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const head =
  'From: Ann Example <ann@example.org>\r\nTo: gate@example.org\r\nSubject: Referral\r\nMIME-Version: 1.0\r\n';
const mail = (type: string, body: string, more = ''): Uint8Array =>
  Buffer.from(`${head}Content-Type: ${type}\r\n${more}\r\n${body}`, 'latin1');

describe('a mail', () => {
  it('gives the form that is attached; what it says besides is kept', async () => {
    const { readings, texts } = await readHere(mailWith([docx], 'I have called the hotline as well.'), facts);
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({
      intake: { caregivers: [{ name: 'Linh Nguyễn' }] },
      leftovers: ['From: a@example.org', 'To: b@example.org', 'I have called the hotline as well.'],
      origin: 'the attachment of the mail, a Word document',
      notes: [],
    });
    expect(texts).toEqual([expect.stringMatching(/hotline[\s\S]*Nguyễn/)]);
  });

  it('says which attachment was taken, and which could not be read', async () => {
    const sheet = zipSync({ 'xl/workbook.xml': strToU8('') });
    const { readings } = await readHere(mailWith([png, docx, sheet, 'Thank you.']), facts);
    expect(readings[0]).toMatchObject({
      origin: 'attachment 2 of 4 of the mail, a Word document',
      notes: [
        'Attachment 1 of 4 of the mail was not read. It is a picture. Ask for the form as PDF, Word or text, or type it in: iis referral add',
        'Attachment 3 of 4 of the mail was not read. It is a spreadsheet. Save the sheet as CSV, or ask for the form itself.',
        'Attachment 4 of 4 of the mail, a text file, holds no filled form.',
      ],
    });
  });

  it('gives every form that is attached, each once', async () => {
    const other = filledForm({ caregiver: 'Vic Sample' });
    const { readings, isList } = await readHere(mailWith([filledForm(), other, filledForm(), png]), facts);
    expect(readings.map(({ intake }) => intake.caregivers[0]?.name)).toEqual(['Dana Sample', 'Vic Sample']);
    expect(isList).toBe(true);
    // What was not read is told once, not with each form.
    expect(readings.map(({ notes }) => notes?.length)).toEqual([1, 0]);
  });

  it('gives the form in its own text when none is attached', async () => {
    const body = filledForm().replaceAll('\n', '\r\n');
    const { readings } = await readHere(mail('text/plain; charset=utf-8', body), facts);
    expect(readings[0]).toMatchObject({
      intake: { caregivers: [{ name: 'Dana Sample' }] },
      leftovers: ['From: Ann Example <ann@example.org>', 'To: gate@example.org', 'Subject: Referral'],
      origin: 'the text of the mail',
    });
  });

  it('gives the form of a message that is attached to it', async () => {
    const inner = mailWith([docx]);
    const whole = `${head}Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n\r\nFor you.\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n${Buffer.from(inner).toString('latin1')}\r\n--o--\r\n`;
    const { readings } = await readHere(Buffer.from(whole, 'latin1'), facts);
    expect(readings[0]).toMatchObject({
      intake: { caregivers: [{ name: 'Linh Nguyễn' }] },
      origin: 'the attachment of the mail, a Word document, in the attachment of the mail, a message',
    });
  });

  it.each([
    [
      'quoted-printable in UTF-8',
      'utf-8',
      'quoted-printable',
      'Jos=C3=A9 Mu=C3=B1oz =\r\nO=E2=80=99Sample',
      'José Muñoz O’Sample',
    ],
    [
      'quoted-printable in Windows-1252',
      'windows-1252',
      'quoted-printable',
      'Jos=E9 Mu=F1oz O=92Sample',
      'José Muñoz O’Sample',
    ],
    ['Latin-1 as it is', 'iso-8859-1', '8bit', 'Jos\xe9 Mu\xf1oz', 'José Muñoz'],
    ['base64 in Windows-1250', 'windows-1250', 'base64', null, 'Emina Hadžić'],
  ])('in %s', async (_, charset, encoding, name, expected) => {
    const body =
      name === null
        ? Buffer.from('Caregiver 1: Emina Had\x9ei\xe6', 'latin1').toString('base64')
        : `Caregiver 1: ${name}`;
    const bytes = mail(`text/plain; charset=${charset}`, body, `Content-Transfer-Encoding: ${encoding}\r\n`);
    const { readings } = await readHere(bytes, facts);
    expect(readings[0]?.intake.caregivers[0]?.name).toBe(expected);
  });

  it('in HTML alone, with the form in a table', async () => {
    const rows = [
      ['Caregiver 1', 'Dana Sample'],
      ['DOB', '6/21/1991'],
      ['Child’s Name', 'Tom &amp; Sample'],
    ];
    const html = `<html><body><table>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('\r\n')}</table></body></html>`;
    const { readings } = await readHere(
      Buffer.from(`${head}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`),
      facts,
    );
    expect(readings[0]?.intake).toMatchObject({
      caregivers: [{ name: 'Dana Sample', birthDate: '1991-06-21' }],
      children: [{ name: 'Tom & Sample' }],
    });
  });

  it('takes no notice of the picture under a signature', async () => {
    const logo = `--o\r\nContent-Type: image/png\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n${png.toString('base64')}\r\n`;
    const body = `--o\r\nContent-Type: text/plain\r\n\r\n${filledForm()}\r\n${logo}--o--\r\n`;
    const { readings } = await readHere(mail('multipart/related; boundary=o', body), facts);
    expect(readings[0]).toMatchObject({ notes: [], intake: { children: [{ name: 'Tom Sample' }] } });
  });

  it('without a form anywhere is refused, with what each attachment is', async () => {
    await expect(readHere(mailWith([png, docx.subarray(0, 900)]), facts)).rejects.toMatchObject({
      facts: {
        message: 'The mail holds no form that can be read.',
        reasons: [
          'Attachment 1 of 2 of the mail was not read. It is a picture. Ask for the form as PDF, Word or text, or type it in: iis referral add',
          'Attachment 2 of 2 of the mail was not read. It is damaged, or not what it seems to be. Open it in the program it was made with, save it anew, and give that; or ask for it as text.',
        ],
        hint: expect.stringContaining('iis referral add'),
      },
    });
  });

  it('of ever new unclosed tags comes to an end', async () => {
    const { readings } = await readHere(mail('text/html', '<a <!-- <b '.repeat(90_000)), facts);
    expect(readings[0]?.intake.caregivers).toEqual([]);
  });
});

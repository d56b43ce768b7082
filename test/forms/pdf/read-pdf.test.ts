import { readFileSync } from 'node:fs';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readFieldMap } from '../../../src/forms/pdf/field-map.ts';
import { readingOfPdf } from '../../../src/forms/pdf/pdf-reading.ts';
import { readPdfForm } from '../../../src/forms/pdf/read-pdf.ts';
import { Refusal } from '../../../src/rules/refusal.ts';
import { blankForm, facts, filledForm, formHalf, sampleForm } from './made.ts';

const fixture = (name: string) => readFileSync(`test/fixtures/pdf/${name}`);
const sentence = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (reason) => reason,
  );
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${error}`);
  return error.facts.message;
};

describe('our form, filled with another program', () => {
  it('is read', async () => {
    const { intake, leftovers } = readingOfPdf(await readPdfForm(fixture('filled-by-pdftk.pdf')), facts);
    expect(formHalf(intake)).toMatchObject({
      submitter: { name: 'Ann Example', organization: 'Riverside School', phone: '573-555-0101' },
      caregivers: [{ name: 'Amra Hadžić', birthDate: '1991-06-21', address: '12 Example Street' }],
      children: [{ name: 'Nguyễn Thị Mẫu', birthDate: '2015-03-14' }, { name: 'José Muñoz' }],
      reason: 'Hungry at school.\nName: this is no label. And more.',
      discussedOn: '2026-10-01',
      familyAgrees: true,
    });
    expect(leftovers).toEqual([]);
  });
});

describe('a form that is not ours', () => {
  it('is read by what its fields are called; the rest is kept', async () => {
    const { intake, leftovers } = readingOfPdf(await readPdfForm(fixture('agency-form.pdf')), facts);
    expect(intake).toMatchObject({
      receivedAt: '2026-10-02T05:00:00Z',
      submitter: { name: null, organization: 'Riverside School', phone: '573-555-0101' },
      caregivers: [
        {
          name: 'Amra Hadžić',
          birthDate: '1991-06-21',
          phone: '573-555-0111',
          address: '12 Example Street, Columbia',
        },
      ],
      children: [
        { name: 'Nguyễn Thị Mẫu', birthDate: '2015-03-14' },
        { name: 'José Muñoz', birthDate: '2018-07-01' },
      ],
      reason: null,
      servicesProvided: 'Food pantry',
      familyAgrees: true,
    });
    expect(leftovers).toEqual([
      'txtReferrer: Ann Example',
      'Text27: Hungry at school.\nName: this is no label.',
      'Language: Vietnamese',
      'Text31: 10/1/2026',
      'Text40: Box 7',
    ]);
  });

  it('is read by a map, where there is one', async () => {
    const map = readFieldMap(fixture('agency-form.map.json').toString());
    const { intake, leftovers } = readingOfPdf(await readPdfForm(fixture('agency-form.pdf')), facts, map);
    expect(intake).toMatchObject({
      submitter: { name: 'Ann Example' },
      reason: 'Hungry at school.\nName: this is no label.',
      discussedOn: '2026-10-01',
    });
    expect(leftovers).toEqual(['Language: Vietnamese', 'Text40: Box 7']);
  });

  it.each([
    ['[]', 'The map of fields is not an object.'],
    [
      '{"Text1": "nobody.name", "a": "reason", "b": 3}',
      'The map sends these fields to none of ours: Text1, b.',
    ],
    ['{"__proto__": "reason"}', 'The JSON has a field named __proto__.'],
  ])('a map that leads nowhere is refused: %s', (text, message) =>
    expect(() => readFieldMap(text)).toThrow(message),
  );
});

describe('a PDF that cannot be read', () => {
  const flattened = async () => {
    const document = await PDFDocument.load((await filledForm(sampleForm())).bytes);
    document.getForm().flatten({ updateFieldAppearances: false });
    return document.save();
  };
  const locked = async (passwords: { userPassword?: string; ownerPassword: string }) => {
    const document = await PDFDocument.load((await filledForm(sampleForm())).bytes);
    document.encrypt(passwords);
    return document.save({ updateFieldAppearances: false });
  };

  it('says what to do when it has no fields', async () =>
    expect(await sentence(readPdfForm(await flattened()))).toBe(
      'The PDF has no form fields: it was scanned, or printed to a new PDF.',
    ));

  it('says so when it is locked', async () =>
    expect(await sentence(readPdfForm(await locked({ userPassword: 'secret', ownerPassword: 'boss' })))).toBe(
      'The PDF is locked with a password, so its fields can’t be read.',
    ));

  it('is read all the same where only changing it needs the password', async () => {
    const { intake } = readingOfPdf(await readPdfForm(await locked({ ownerPassword: 'boss' })), facts);
    expect(formHalf(intake)).toEqual(sampleForm());
  });

  it('says so when it is damaged', async () => {
    const { bytes } = await blankForm();
    expect(await sentence(readPdfForm(bytes.slice(0, 20_000)))).toMatch(
      /^The PDF (can’t be read|has no form)/,
    );
    expect(await sentence(readPdfForm(Buffer.from('%PDF-1.7\nnothing')))).toMatch(/^The PDF can’t be read/);
  });
});

describe('fields that lead back into themselves', () => {
  it('are read once', async () => {
    const { bytes } = await blankForm();
    const document = await PDFDocument.load(bytes);
    const { acroForm } = document.getForm();
    const fields = acroForm.dict.lookup(PDFName.of('Fields'), PDFArray);
    const group = fields
      .asArray()
      .find((field) => document.context.lookup(field, PDFDict).has(PDFName.of('Kids')))!;
    document.context.lookup(group, PDFDict).lookup(PDFName.of('Kids'), PDFArray).push(group);
    const turned = await document.save({ updateFieldAppearances: false });
    expect((await readPdfForm(turned)).fields).toEqual((await readPdfForm(bytes)).fields);
  });
});

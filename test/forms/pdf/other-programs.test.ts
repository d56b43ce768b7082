import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdfForm } from '../../../src/forms/pdf/read-pdf.ts';
import { type Sheet, sheetPdf } from '../../../src/forms/pdf/sheet.ts';
import { folder } from '../../office.ts';
import { blankForm, filledForm, fonts, now, sampleForm } from './made.ts';

/** What programs of other people make of our PDFs, where they are installed. */

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const [qpdf, poppler] = [has('qpdf'), has('pdftotext') && has('pdfinfo')];

const written = (bytes: Uint8Array): string => {
  const file = join(folder(), 'made.pdf');
  writeFileSync(file, bytes);
  return file;
};
const saidBy = (program: string, ...args: string[]): string => execFileSync(program, args).toString();
const textOf = (bytes: Uint8Array): string => saidBy('pdftotext', '-layout', written(bytes), '-');

const sentences = Array.from({ length: 300 }, (_, i) => `Number${i} of what happened.`);
const families = Array.from({ length: 120 }, (_, i) => [
  `R26-${1000 + i}`,
  `Amra Hadžić ${i}`,
  sentences[i]!,
]);

const sheet: Sheet = {
  title: 'Families for a staffing',
  notice: 'Confidential, fictional',
  made: 'Made Oct 5, 2026, 9:12 AM, by KS',
  lead: ['A line under the title.'],
  sections: [{ title: 'Referral', lines: [['Reasons', sentences.join('\n')]] }],
  table: {
    columns: [{ title: 'Referral' }, { title: 'Family' }, { title: 'Need', wrap: true }],
    rows: [...families, ['R26-2000', 'Nguyễn Thị Mẫu', sentences.join(' ')]],
  },
};
const long = { ...sampleForm(), reason: sentences.join(' '), servicesProvided: sentences.join('\n') };

const made = {
  'the blank form': blankForm,
  'the Spanish one': () => blankForm('es'),
  'a filled one with much in it': () => filledForm(long),
  'a sheet': () => sheetPdf({ sheet, fonts, now }),
};

describe.skipIf(!qpdf)('qpdf, where it is installed', () => {
  it.each(Object.entries(made))('finds nothing wrong with %s', async (_, make) => {
    const { status, stdout } = spawnSync('qpdf', ['--check', written((await make()).bytes)]);
    expect([status, stdout.toString()]).toEqual([
      0,
      expect.stringContaining('No syntax or stream encoding errors'),
    ]);
  });

  it('locks a form, which is told', async () => {
    const [from, to] = [written((await blankForm()).bytes), join(folder(), 'locked.pdf')];
    saidBy('qpdf', '--encrypt', 'secret', 'boss', '256', '--', from, to);
    await expect(readPdfForm(readFileSync(to))).rejects.toThrow('locked with a password');
    saidBy('qpdf', '--encrypt', '', 'boss', '256', '--', from, to);
    expect((await readPdfForm(readFileSync(to))).fields.length).toBeGreaterThan(30);
  });

  it('packs a form into streams of objects, which is read the same', async () => {
    const { bytes } = await filledForm(sampleForm());
    const packed = join(folder(), 'packed.pdf');
    saidBy('qpdf', '--object-streams=generate', '--linearize', written(bytes), packed);
    expect(await readPdfForm(readFileSync(packed))).toEqual(await readPdfForm(bytes));
  });
});

describe.skipIf(!poppler)('poppler, where it is installed', () => {
  it.each(Object.entries(made))('takes %s for tagged, titled, and of US Letter', async (_, make) => {
    const said = saidBy('pdfinfo', written((await make()).bytes));
    expect(said).toMatch(/^Title: +\S/m);
    expect(said).toMatch(/^Tagged: +yes/m);
    expect(said).toMatch(/^Page size: +(612 x 792|792 x 612) pts \(letter\)/m);
  });

  it('reads names as they were written, and no box in place of a letter', async () => {
    const text = textOf((await filledForm(sampleForm())).bytes);
    for (const name of ['Đặng Văn Mẫu', 'Muñoz-García', 'Nguyễn Thị Mẫu', 'Amra Hadžić', 'Амир Хаџић'])
      expect(text).toContain(name);
    expect(text).toContain('[Chinese script] (Chen Wei)');
    // A line in both directions keeps each of its halves the right way round.
    expect(text).toMatch(/\(Sara\)/);
    expect(text).not.toMatch(/[\ufffd\u25a1]/);
  });

  it.each(['a filled one with much in it', 'a sheet'] as const)(
    'finds every sentence in %s',
    async (which) => {
      const text = textOf((await made[which]()).bytes);
      expect(sentences.filter((sentence) => !text.includes(sentence.split(' ')[0]!))).toEqual([]);
    },
  );

  it('finds the head of a table, the notice and the number on every page of it', async () => {
    const pages = textOf((await made['a sheet']()).bytes)
      .split('\f')
      .slice(0, -1);
    const withTable = pages.filter((page) => /R26-\d{4}/.test(page));
    expect(withTable.length).toBeGreaterThan(2);
    expect(withTable.filter((page) => !/Referral +Family +Need/.test(page))).toEqual([]);
    pages.forEach((page, i) => {
      expect(page).toContain(`page ${i + 1} of ${pages.length}`);
      expect(page).toContain('Confidential, fictional');
      expect(page).toContain('by KS');
    });
  });
});

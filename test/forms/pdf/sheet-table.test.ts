import { expect, it } from 'vitest';
import { sheetPdf } from '../../../src/forms/pdf/sheet.ts';
import { fonts, now } from './made.ts';

it('holds more different words than one call takes arguments', async () => {
  const wordsOf = (row: number) =>
    Array.from({ length: 50 }, (_, at) => (row * 50 + at).toString(36)).join(' ');
  const rows = Array.from({ length: 3000 }, (_, row) => [wordsOf(row)]);
  const { bytes } = await sheetPdf({
    sheet: {
      ...{ title: 'Many words', notice: 'Fictional', made: 'Made by KS', lead: [], sections: [] },
      table: { columns: [{ title: 'Need', wrap: true }], rows },
    },
    ...{ fonts, now },
  });
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
});

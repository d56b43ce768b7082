import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths, type Wished } from '../../../src/forms/pdf/column-widths.ts';

const column = (word: number, usual = word, whole = usual): Wished => ({ word, usual, whole });
const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

const length = fc.double({ min: 0, max: 300, noNaN: true });
const columns = fc.array(
  fc.tuple(length, length, length).map((lengths) => {
    const [word, usual, whole] = lengths.sort((a, b) => a - b) as [number, number, number];
    return { word, usual, whole };
  }),
  { minLength: 1, maxLength: 12 },
);

describe('columns that share a page', () => {
  it('are as wide as they need where that fits', () => {
    expect(columnWidths([column(20, 40, 90), column(10)], 200)).toEqual([90, 10]);
  });

  it('give way by what is more than their widest word, not by the word', () => {
    expect(columnWidths([column(40), column(20, 120), column(30, 130)], 190)).toEqual([40, 70, 80]);
  });

  it('get less in proportion where not even the words fit', () => {
    expect(columnWidths([column(100), column(300)], 200)).toEqual([50, 150]);
  });

  it('never take more than the room, and break no word where all words fit', () => {
    fc.assert(
      fc.property(columns, fc.double({ min: 1, max: 2000, noNaN: true }), (wished, room) => {
        const widths = columnWidths(wished, room);
        expect(sum(widths)).toBeLessThanOrEqual(room + 1e-6);
        const words = wished.map(({ word }) => word);
        if (sum(words) > room) return;
        expect(widths.filter((width, at) => width < words[at]! - 1e-6)).toEqual([]);
      }),
      { seed: 1 },
    );
  });
});

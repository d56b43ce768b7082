import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, rounded, sharesOf } from '../../src/reports/figures.ts';
import { figureInWords, headlineOf } from '../../src/reports/in-words.ts';
import { cell, type Figure, sentence } from '../../src/reports/report.ts';

describe('shares', () => {
  it('are those of SFY2021 [001], though each rounded alone would give 100.1', () => {
    expect(sharesOf([1601, 693, 34])).toEqual([68.8, 29.8, 1.4]);
    expect([1601, 693, 34].map((part) => rounded((100 * part) / 2328))).toEqual([68.8, 29.8, 1.5]);
  });

  it('always add up, and are never off by a whole last digit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }), (parts) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        fc.pre(sum > 0);
        const shares = sharesOf(parts);
        expect(shares.reduce((all, share) => all + Math.round(share * 10), 0)).toBe(1000);
        for (const [i, share] of shares.entries())
          expect(Math.abs(share - (100 * parts[i]!) / sum)).toBeLessThan(0.1);
      }),
    );
  });

  it('of nothing are nothing', () => expect(sharesOf([0, 0])).toEqual([0, 0]));
});

describe('what a report says first', () => {
  const at = (row: string) => cell('outcome', row, 'families');
  const report = (accepted: Figure | null) => ({
    headline: [
      sentence`${{ at: at('accepted'), one: 'family', many: 'families' }} of ${at('all')} accepted.`,
    ],
    sections: [
      {
        id: 'outcome',
        title: 'Outcome',
        counts: 'Each once.',
        columns: [{ id: 'families', title: 'Families' }],
        rows: [
          { id: 'all', title: 'All', figures: [count(2328)] },
          { id: 'accepted', title: 'Accepted', figures: [accepted] },
        ],
      },
    ],
  });

  it.each([
    [count(1601), ['1,601 families of 2,328 accepted.']],
    [count(1), ['1 family of 2,328 accepted.']],
    [null, []],
    [{ kind: 'hidden' } as const, []],
  ])('has the figures of the tables, and is silent where they are', (accepted, expected) =>
    expect(headlineOf(report(accepted))).toEqual(expected),
  );
});

it.each([
  [1, 'days', '1 day'],
  [1.5, 'days', '1.5 days'],
  [1, 'weeks', '1 week'],
  [1, 'hours', '1 h'],
  [1, 'families a year', '1 family a year'],
] as const)('%d %s reads %s', (value, unit, expected) =>
  expect(figureInWords({ kind: 'number', value, unit })).toBe(expected),
);

import { describe, expect, it } from 'vitest';
import { count, share } from '../../src/reports/figures.ts';
import { figureInWords, headlineOf } from '../../src/reports/in-words.ts';
import { cell, type Figure, sentence } from '../../src/reports/report.ts';

describe('shares', () => {
  const where = { part: cell('a', 'b', 'c'), of: cell('a', 'all', 'c') };

  it('are those of SFY2021 [001], each rounded for itself', () => {
    const shares = [1601, 693, 34].map((part) => share(part, 2328, where));
    expect(shares).toMatchObject([{ value: 68.8 }, { value: 29.8 }, { value: 1.5 }]);
  });

  it('of nothing are nothing', () => expect(share(0, 0, where)).toBeNull());
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

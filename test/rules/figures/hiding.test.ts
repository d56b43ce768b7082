import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { hide } from '../../../src/rules/figures/hiding/hide.ts';
import type { Count, Equation, Guarded, Puzzle } from '../../../src/rules/figures/hiding/puzzle.ts';
import { relevant } from '../../../src/rules/figures/hiding/relevant.ts';
import { couldBe, worldsOf } from '../../../src/rules/figures/hiding/world.ts';

const highs = await loadHighs();
const limits = { small: 10, possible: 5 };

const open = (...values: number[]): Count[] =>
  values.map((value) => ({ kind: 'open', value, weight: 1 + Math.log2(1 + value) }));
/** The count at `whole` is the sum of those at `parts`. */
const sum = (whole: number, ...parts: number[]): Equation => ({
  terms: [[whole, 1], ...parts.map((part) => [part, -1] as const)],
  equals: 0,
});
const puzzle = (counts: Count[], equations: Equation[], guarded: Guarded[] = []): Puzzle => ({
  counts,
  equations,
  guarded,
});
const hiddenIn = (one: Puzzle): number[] => [...hide(highs, one, limits)!.hidden].sort((a, b) => a - b);

describe('what is hidden', () => {
  it.each([
    ['nothing where nothing is small', [60, 20, 40], []],
    ['a small part, and the lightest that hides it', [103, 3, 40, 60], [1, 2]],
    ['two small parts hide each other', [108, 3, 5, 100], [1, 2]],
    ['but not where they can be told from their sum: 1 and 2', [103, 1, 2, 100], [1, 2, 3]],
    ['no 0', [43, 3, 0, 40], [1, 3]],
    ['all but the 0 where there is nothing else', [7, 7, 0], [0, 1]],
    ['a total with its only part', [43, 43], []],
    // With 11 shown it could only be 10 and 10: were one of them more than 10, 11 would have been hidden in its place.
    ['more where else both small ones were as large as can be', [31, 10, 11, 10], [1, 2, 3]],
  ] as const)('%s', (_, [whole, ...parts], expected) =>
    expect(hiddenIn(puzzle(open(whole, ...parts), [sum(0, ...parts.map((_, i) => i + 1))]))).toEqual(
      expected,
    ),
  );

  it('reaches into another table that has the same total', () => {
    // 43 = 3 + 40, and 43 = 20 + 23: the total is one count, shown in both.
    const two = puzzle(open(43, 3, 40, 20, 23, 43), [sum(0, 1, 2), sum(5, 3, 4), sum(0, 5)]);
    expect(hiddenIn(two)).toEqual([1, 2]);
  });

  it('is one part more where the other is known from before', () => {
    const counts: Count[] = [...open(103, 3), { kind: 'known', value: 40 }, ...open(60)];
    expect(hiddenIn(puzzle(counts, [sum(0, 1, 2, 3)]))).toEqual([1, 3]);
  });

  it('is what would tell a small difference to a count that was given out', () => {
    const counts: Count[] = [...open(57, 20, 37), { kind: 'known', value: 50 }];
    const guarded: Guarded[] = [
      {
        terms: [
          [0, 1],
          [3, -1],
        ],
      },
    ];
    // The total would also follow from both of its parts.
    expect(hiddenIn(puzzle(counts, [sum(0, 1, 2)], guarded))).toEqual([0, 1]);
  });

  it('is a 0 only where nothing else would do', () => {
    // 8 of g were hidden beside a g0 of 3: 29 and 21 are known. That g0 is 0 now would tell the 8.
    const counts: Count[] = [
      { kind: 'known', value: 29 },
      { kind: 'open', value: 0, weight: 10_000 },
      ...open(8),
      { kind: 'known', value: 21 },
    ];
    expect(hiddenIn(puzzle(counts, [sum(0, 1, 2, 3)]))).toEqual([1, 2]);
  });

  it('says so where all that can be hidden does not help, unless it was known before', () => {
    const known: Count[] = [
      { kind: 'known', value: 8 },
      { kind: 'hidden', value: 8, least: 1 },
    ];
    const before = puzzle([...known, ...open(30)], [sum(0, 1)], [{ terms: [[1, 1]] }]);
    expect(hide(highs, before, limits)!.told).toBe(0);
    // 2 is known to be the sum: that the other is not 0 tells each of them.
    const counts: Count[] = [
      { kind: 'known', value: 2 },
      { kind: 'hidden', value: 1, least: 1 },
      { kind: 'open', value: 1, weight: 1 },
    ];
    expect(hide(highs, puzzle(counts, [sum(0, 1, 2)], [{ terms: [[1, 1]] }]), limits)!.told).toBe(2);
  });

  it('is nothing at all where the counts contradict each other', () => {
    const counts: Count[] = [
      { kind: 'hidden', value: null, least: 0 },
      ...open(3),
      { kind: 'hidden', value: null, least: 2 },
    ];
    const wrong = [
      sum(1, 0),
      {
        terms: [
          [0, 1],
          [2, 1],
        ] as const,
        equals: 1,
      },
    ];
    expect(hide(highs, puzzle(counts, wrong), limits)).toBeNull();
  });
});

describe('a world', () => {
  const one = puzzle(open(43, 3, 40, 0), [sum(0, 1, 2, 3)]);
  it.each([
    ['as it is', [43, 3, 40, 0], true],
    ['with hidden counts that add up', [43, 9, 34, 0], true],
    ['but not with what is shown another', [44, 4, 40, 0], false],
    ['nor with a 0 that would be shown', [43, 0, 43, 0], false],
    ['nor with halves', [43, 3.5, 39.5, 0], false],
    ['nor with a sum that is wrong', [43, 3, 41, 0], false],
  ])('can be %s', (_, values, expected) =>
    expect(couldBe(Float64Array.from(values), one, new Set([1, 2]))).toBe(expected),
  );

  it('adds to the range of what was asked before', () => {
    const worlds = worldsOf();
    const terms = [
      [0, 1],
      [1, -1],
    ] as const;
    worlds.add(Float64Array.of(5, 3));
    expect(worlds.range(terms)).toMatchObject({ low: 2, high: 2 });
    worlds.add(Float64Array.of(9, 1));
    expect(worlds.range(terms)).toMatchObject({ low: 2, high: 8 });
    expect(worlds.where(([first]) => first === 5).range(terms)).toMatchObject({ low: 2, high: 2 });
  });
});

describe('what matters of a puzzle', () => {
  it('is neither what is known, nor what follows, nor what is tied to nothing that can be hidden', () => {
    const counts: Count[] = [
      { kind: 'known', value: 50 },
      { kind: 'known', value: 30 },
      { kind: 'hidden', value: null, least: 0 }, // 20 follows
      ...open(30, 10, 20),
      { kind: 'hidden', value: 4, least: 1 },
      { kind: 'hidden', value: 6, least: 1 }, // with the one before it 10: nothing here ties them
    ];
    const equations = [
      sum(0, 1, 2),
      sum(3, 4, 5),
      {
        terms: [
          [6, 1],
          [7, 1],
        ] as const,
        equals: 10,
      },
    ];
    const { places, puzzle: left } = relevant(
      puzzle(counts, equations, [
        { terms: [[6, 1]] },
        {
          terms: [
            [4, 1],
            [0, -1],
          ],
        },
      ]),
    );
    expect(places).toEqual([3, 4, 5]);
    expect(left.equations).toEqual([sum(0, 1, 2)]);
    expect(left.guarded).toEqual([{ terms: [[1, 1]] }]);
  });
});

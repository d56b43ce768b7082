import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seenOnce, spread } from '../../../src/rules/figures/spread.ts';

const of = (values: readonly number[]) => {
  const all = spread();
  for (const value of values) all.add(value);
  return all;
};

describe('a spread', () => {
  it.each([
    [[], null, null, null],
    [[3], 3, 3, 3],
    [[4, 1], 2.5, 2.5, 4],
    [[9, 1, 2], 2, 4, 9],
    [[10, 2, 3, 1], 2.5, 4, 10],
  ])('of %j', (values, median, mean, longest) => {
    const all = of(values);
    expect([all.n, all.median(), all.mean(), all.longest()]).toEqual([values.length, median, mean, longest]);
  });

  it('has as many below its median as above, also when asked on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 300 }), (values) => {
        const all = spread();
        for (const value of values) {
          all.add(value);
          all.median();
        }
        const median = all.median()!;
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2);
        expect(all.longest()).toBe(Math.max(...values));
      }),
    );
  });
});

describe('what was seen', () => {
  it('is told from what was not, however large the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000)), (ids) => {
        const [seen, known] = [seenOnce(), new Set<number>()];
        for (const id of ids) {
          expect(seen.first(id)).toBe(!known.has(id));
          known.add(id);
        }
      }),
    );
  });
});

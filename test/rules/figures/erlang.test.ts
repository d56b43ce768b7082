import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clumpedLossShare, leastFor, lossShare } from '../../../src/rules/figures/erlang.ts';
import { seeded, simulatedLoss } from './simulated-loss.ts';

const load = fc.double({ min: 0.01, max: 150, noNaN: true });
const places = fc.double({ min: 0, max: 120, noNaN: true });
const whole = fc.integer({ min: 0, max: 120 });

/** The formula as A. K. Erlang wrote it, in fractions of whole numbers: nothing is rounded before the end. */
function exactLoss(numerator: bigint, denominator: bigint, n: number): number {
  let term = 1n;
  let sum = 1n;
  for (let k = 1n; k <= BigInt(n); k += 1n) {
    // Term k over term 0, everything times denominator^k · k! of the step.
    term *= numerator;
    sum = sum * denominator * k + term;
  }
  return Number((term * 10n ** 18n) / sum) / 1e18;
}

describe('the share that finds no place', () => {
  // Loads in tables of Erlang’s formula for so many places at 1, 2 and 5 %, as printed in textbooks of teletraffic.
  it.each([
    [1, 0.0101, 0.0204, 0.0526],
    [2, 0.1526, 0.2235, 0.3813],
    [3, 0.4555, 0.6022, 0.8994],
    [4, 0.8694, 1.092, 1.525],
    [5, 1.361, 1.657, 2.219],
    [6, 1.909, 2.276, 2.96],
    [8, 3.128, 3.627, 4.543],
    [10, 4.461, 5.084, 6.216],
    [15, 8.108, 9.01, 10.63],
    [20, 12.03, 13.18, 15.25],
    [30, 20.34, 21.93, 24.8],
    [50, 37.9, 40.26, 44.53],
    [100, 84.06, 87.97, 95.24],
  ])('is that of the tables, for %i places', (n, one, two, five) => {
    expect(lossShare(one, n)).toBeCloseTo(0.01, 3);
    expect(lossShare(two, n)).toBeCloseTo(0.02, 3);
    expect(lossShare(five, n)).toBeCloseTo(0.05, 3);
  });

  it('is that of two calculators: 15 lines with 8.108 erlangs (Westbay), 30 with 25 (Wolfram)', () => {
    expect(lossShare(8.108, 15)).toBeCloseTo(0.01, 4);
    expect(lossShare(25, 30)).toBeCloseTo(0.0526, 3);
  });

  it('is that of the formula in whole numbers', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 60 }), (hundredths, n) => {
        expect(lossShare(hundredths / 100, n)).toBeCloseTo(exactLoss(BigInt(hundredths), 100n, n), 12);
      }),
      { numRuns: 200 },
    ));

  it('goes on between whole places without a step, and is the integral there', () => {
    // 1 / share = load · ∫ e^(−load·t) · (1 + t)^places dt, by the trapezoid rule on a fine grid.
    const integral = (a: number, s: number) => {
      const step = 1e-4;
      let sum = 0.5;
      for (let t = step; a * t < 60; t += step) sum += Math.exp(-a * t) * (1 + t) ** s;
      return 1 / (a * step * sum);
    };
    for (const [a, s] of [
      [0.5, 0.3],
      [2.4, 1.5],
      [6, 4.25],
      [12, 9.9],
    ] as const)
      expect(lossShare(a, s)).toBeCloseTo(integral(a, s), 5);
    expect(lossShare(3, 4 - 1e-9)).toBeCloseTo(lossShare(3, 4), 8);
    expect(lossShare(0.001, 0.5)).toBeCloseTo(lossShare(0.001, 0.5000001), 5);
  });

  it('is a share; falls with places, and less with each; grows with the load', () =>
    fc.assert(
      fc.property(load, places, (a, s) => {
        const [here, next, after] = [lossShare(a, s), lossShare(a, s + 1), lossShare(a, s + 2)];
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1);
        expect(next).toBeLessThanOrEqual(here);
        // Below that it is nothing, to a computer as to a family.
        if (here > 1e-290) expect(next).toBeLessThan(here);
        expect(here - next).toBeGreaterThanOrEqual(next - after - 1e-12);
        expect(lossShare(a * 1.1, s)).toBeGreaterThanOrEqual(here - 1e-12);
      }),
    ));

  it('leaves no more in use than there are places', () =>
    fc.assert(
      fc.property(load, places, (a, s) => {
        expect(a * (1 - lossShare(a, s))).toBeLessThanOrEqual(Math.min(a, s) + 1e-9);
      }),
    ));

  it('with no places is everybody, with nobody nobody', () => {
    expect(lossShare(3, 0)).toBe(1);
    expect(lossShare(0, 2)).toBe(0);
    expect(() => lossShare(-1, 2)).toThrow(RangeError);
    expect(() => lossShare(1, Number.NaN)).toThrow(RangeError);
  });

  it('holds where nothing fits into a number any more', () => {
    expect(lossShare(2000, 100)).toBeCloseTo(0.95, 2);
    expect(lossShare(900.5, 0.5)).toBeCloseTo(1, 2);
    expect(lossShare(0.01, 400)).toBe(0);
  });
});

describe('the least number of specialists', () => {
  it('keeps it under the target, and one fewer does not', () =>
    fc.assert(
      fc.property(
        load,
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 3 }),
        (a, t, per) => {
          const n = leastFor(a, t, per);
          expect(lossShare(a, n * per)).toBeLessThanOrEqual(t);
          if (n > 0) expect(lossShare(a, (n - 1) * per)).toBeGreaterThan(t);
        },
      ),
    ));

  it('is what the tables say', () => {
    expect(leastFor(6.216, 0.0501)).toBe(10);
    expect(leastFor(6.23, 0.05)).toBe(11);
    expect(leastFor(6.216, 0.0501, 2)).toBe(5);
    expect(leastFor(0, 0.05, 2)).toBe(1);
    expect(() => leastFor(3, 0)).toThrow(RangeError);
  });
});

describe('simulated families', () => {
  // The mean length is 1 whatever the distribution.
  const lengths = {
    'all equal': () => 1,
    exponential: (random: () => number) => -Math.log(1 - random()),
    'most short, a few very long': (random: () => number) => (random() < 0.9 ? 0.25 : 7.75),
    even: (random: () => number) => 2 * random(),
  };
  it.each(Object.entries(lengths))('find no place as the formula says, lengths %s', (_, length) => {
    for (const [a, s] of [
      [1.5, 2],
      [5.2, 4],
      [9, 12],
    ] as const) {
      const found = simulatedLoss({
        load: a,
        places: s,
        families: 100_000,
        length,
        clump: () => 1,
        random: seeded(7),
      });
      expect(Math.abs(found - lossShare(a, s))).toBeLessThan(0.012);
    }
  });

  // Two or four at once, or one to many: with the variance over mean of their counts.
  const clumps = {
    'two or four': { clump: (random: () => number) => (random() < 0.5 ? 2 : 4), index: 10 / 3 },
    'one to many': {
      clump: (random: () => number) => 1 + Math.floor(Math.log(1 - random()) / Math.log(0.5)),
      index: 3,
    },
  };
  it.each(Object.entries(clumps))(
    'in clumps of %s find no place more often, about as often as is said',
    (_, one) => {
      const { clump, index } = one;
      for (const [length, overlap] of [
        [lengths['all equal'], 1],
        [lengths.exponential, 0.5],
      ] as const)
        for (const [a, s] of [
          [4, 6],
          [9, 8],
          [9, 12],
        ] as const) {
          const world = { load: a, places: s, families: 100_000, length, clump, random: seeded(11) };
          const found = simulatedLoss(world);
          const said = clumpedLossShare(a, s, 1 + (index - 1) * overlap);
          const byChance = lossShare(a, s);
          expect(found).toBeGreaterThan(byChance * 1.2);
          expect(Math.abs(found - said)).toBeLessThan((found - byChance) / 2);
          expect(said).toBeLessThan(found + 0.015);
        }
    },
  );

  it('without clumps it is the formula itself', () =>
    fc.assert(
      fc.property(load, whole, (a, s) => {
        expect(clumpedLossShare(a, s, 1)).toBe(lossShare(a, s));
      }),
    ));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareAbove, logGamma, upperGamma } from '../../../src/rules/figures/gamma.ts';
import { countInterval, evennessOf } from '../../../src/rules/figures/poisson.ts';
import { seeded } from './simulated-loss.ts';

describe('the chi-square distribution', () => {
  // Critical values at 5 and 1 %, as in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4.
  it.each([
    [1, 3.841, 6.635],
    [2, 5.991, 9.21],
    [5, 11.07, 15.086],
    [10, 18.307, 23.209],
    [11, 19.675, 24.725],
    [30, 43.773, 50.892],
    [51, 68.669, 77.386],
    [100, 124.342, 135.807],
  ])('is that of the tables, %i degrees of freedom', (degrees, five, one) => {
    expect(chiSquareAbove(five, degrees)).toBeCloseTo(0.05, 4);
    expect(chiSquareAbove(one, degrees)).toBeCloseTo(0.01, 4);
  });

  it('with 2 degrees is e^(−x/2), and with 4 that times (1 + x/2)', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 80, noNaN: true }), (x) => {
        expect(chiSquareAbove(x, 2)).toBeCloseTo(Math.exp(-x / 2), 12);
        expect(chiSquareAbove(x, 4)).toBeCloseTo(Math.exp(-x / 2) * (1 + x / 2), 12);
      }),
    ));

  it('rests on Γ: factorials, and √π at one half', () => {
    expect(Math.exp(logGamma(11))).toBeCloseTo(3_628_800, 3);
    expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 12);
  });

  it('falls from 1', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 400, noNaN: true }),
        (a, x) => {
          const above = upperGamma(a, x);
          expect(above).toBeGreaterThanOrEqual(0);
          expect(above).toBeLessThanOrEqual(1 + 1e-12);
          expect(upperGamma(a, x + 0.5)).toBeLessThanOrEqual(above + 1e-12);
        },
      ),
    ));
});

describe('the interval of a count', () => {
  // GraphPad’s calculator for 25, and R’s poisson.test for 0 and 10.
  it.each([
    [0, 0, 3.689],
    [10, 4.795, 18.39],
    [25, 16.18, 36.9],
  ])('of %i is that of others', (n, low, high) => {
    const found = countInterval(n, 0.95);
    expect(found.low).toBeCloseTo(low, 2);
    expect(found.high).toBeCloseTo(high, 2);
  });

  it('at 90 and 99 % too', () => {
    expect(countInterval(25, 0.9).low).toBeCloseTo(17.38, 2);
    expect(countInterval(25, 0.9).high).toBeCloseTo(34.92, 2);
    expect(countInterval(25, 0.99).low).toBeCloseTo(14, 1);
    expect(countInterval(25, 0.99).high).toBeCloseTo(41, 1);
  });

  it('holds what was counted', () =>
    fc.assert(
      fc.property(fc.nat(3000), (n) => {
        const { low, high } = countInterval(n, 0.95);
        expect(low).toBeLessThanOrEqual(n);
        expect(high).toBeGreaterThan(n);
      }),
    ));
});

describe('evenness', () => {
  it('is counted by hand', () => {
    // Mean 4; squares 4 + 0 + 4 + 0 = 8; 8 / 4 = 2 over 3 degrees of freedom.
    const found = evennessOf([2, 4, 6, 4])!;
    expect(found.index).toBeCloseTo(2 / 3, 12);
    expect(found.chance).toBeCloseTo(0.5724, 4);
    // Twice as long, twice as many: as even as can be.
    expect(evennessOf([5, 10, 5], [1, 2, 1])).toEqual({ index: 0, chance: 1 });
  });

  it('says nothing of nothing', () => {
    expect(evennessOf([0, 0, 0])).toBeNull();
    expect(evennessOf([7])).toBeNull();
  });

  it('calls about one in twenty uneven at 5 % where all is chance', () => {
    const random = seeded(3);
    const chanceWeek = () => {
      let n = 0;
      for (let product = random(); product > Math.exp(-1.4); product *= random()) n += 1;
      return n;
    };
    const years = Array.from({ length: 2000 }, () => Array.from({ length: 52 }, chanceWeek));
    const uneven = years.filter((weeks) => evennessOf(weeks)!.chance < 0.05).length / years.length;
    expect(uneven).toBeGreaterThan(0.03);
    expect(uneven).toBeLessThan(0.07);
  });
});

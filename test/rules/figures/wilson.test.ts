import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import figureBook from '../../../data/figures.json';
import { deviationsHolding, normalBelow } from '../../../src/rules/figures/normal.ts';
import { type Verdict, verdictOn } from '../../../src/rules/figures/verdict.ts';
import { wilson } from '../../../src/rules/figures/wilson.ts';

describe('the normal distribution', () => {
  // Published quantiles: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1.
  it.each([
    [50, 0.67449],
    [80, 1.281552],
    [90, 1.644854],
    [95, 1.959964],
    [98, 2.326348],
    [99, 2.575829],
  ])('holds %s % within so many standard deviations', (percent, deviations) => {
    expect(deviationsHolding(percent)).toBeCloseTo(deviations, 5);
    expect(normalBelow(deviationsHolding(percent))).toBeCloseTo(0.5 + percent / 200, 12);
  });

  it.each([0, -5, 100, Number.NaN])('has no level %s', (percent) =>
    expect(() => deviationsHolding(percent)).toThrow(RangeError),
  );
});

describe('Wilson’s interval', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %s in %s is as published', (part, of, low, high) => {
    const interval = wilson(part, of, 95)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  const counts = fc.nat(5000).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
  const levels = fc.constantFrom(50, 80, 90, 95, 99);

  it('holds the share, lies within 0 and 1, and mirrors itself', () => {
    fc.assert(
      fc.property(counts, levels, ([part, of], level) => {
        fc.pre(of > 0);
        const { low, high } = wilson(part, of, level)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(part / of);
        expect(high).toBeGreaterThanOrEqual(part / of);
        const other = wilson(of - part, of, level)!;
        expect(other.low).toBeCloseTo(1 - high, 10);
        expect(other.high).toBeCloseTo(1 - low, 10);
      }),
    );
  });

  it('ends where the share would be so many deviations off: what the formula solves', () => {
    fc.assert(
      fc.property(counts, levels, ([part, of], level) => {
        fc.pre(of > 0 && part > 0 && part < of);
        const z = deviationsHolding(level);
        for (const end of Object.values(wilson(part, of, level)!))
          expect(Math.abs(part / of - end) / Math.sqrt((end * (1 - end)) / of)).toBeCloseTo(z, 5);
      }),
    );
  });

  it('is narrower of more, and wider at a higher level', () => {
    const width = (part: number, of: number, level: number) => {
      const { low, high } = wilson(part, of, level)!;
      return high - low;
    };
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ([part, of], times) => {
        fc.pre(of > 0);
        expect(width(part * times, of * times, 95)).toBeLessThan(width(part, of, 95));
        expect(width(part, of, 99)).toBeGreaterThan(width(part, of, 90));
      }),
    );
  });

  it('is none of nothing, and refuses what is no part', () => {
    expect(wilson(0, 0, 95)).toBeNull();
    expect(() => wilson(3, 2, 95)).toThrow(RangeError);
    expect(() => wilson(-1, 2, 95)).toThrow(RangeError);
  });
});

describe('a result against its target', () => {
  // From 30 on; all of 34 have 89.8 % or more, all of 35 have 90.1 %.
  it.each<[number, number, number, Verdict]>([
    [29, 29, 80, 'too_few'],
    [0, 29, 80, 'too_few'],
    [34, 34, 90, 'too_few'],
    [35, 35, 90, 'met'],
    [30, 30, 80, 'met'],
    [20, 30, 90, 'not_met'],
    [27, 30, 80, 'too_close'],
    [90, 100, 90, 'too_close'],
    [960, 1000, 90, 'met'],
    [870, 1000, 90, 'not_met'],
    [905, 1000, 90, 'too_close'],
  ])('%s of %s against %s %', (part, of, target, verdict) =>
    expect(verdictOn({ part, of }, target, figureBook)).toBe(verdict),
  );

  it.each<[number, Verdict]>([
    [0, 'met'],
    [10, 'met'],
    [60, 'too_close'],
    [500, 'too_close'],
  ])('is met only where it is with %s more who do not meet it', (besides, verdict) =>
    expect(verdictOn({ part: 960, of: 1000, besides }, 90, figureBook)).toBe(verdict),
  );

  it('is never worse of more', () => {
    const order: Verdict[] = ['not_met', 'too_few', 'too_close', 'met'];
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 400 }), fc.constantFrom(80, 85, 90), (of, target) => {
        const all = Array.from({ length: of + 1 }, (_, part) =>
          order.indexOf(verdictOn({ part, of }, target, figureBook)),
        );
        expect(all).toEqual([...all].sort((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Held, lengthOf } from '../../../src/rules/figures/length.ts';
import { seeded } from './simulated-loss.ts';

const ended = (until: number, from = 0): Held => ({ from, until, ended: true });
const open = (until: number, from = 0): Held => ({ from, until, ended: false });

describe('the length of a case', () => {
  it('is the mean, where all have ended', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 }), (days) => {
        const found = lengthOf(days.map((n) => ended(n)))!;
        expect(found.mean).toBeCloseTo(days.reduce((sum, n) => sum + n, 0) / days.length, 9);
        expect(found.ended).toBe(days.length);
        expect(found.beyond).toBeCloseTo(0, 9);
      }),
    ));

  it('is longer than that of the ended ones where some are open: counted by hand', () => {
    // 10 of three: ⅔ are left; 20 of one (the open one was last seen at 15): none. 10 · 1 + 10 · ⅔.
    expect(lengthOf([ended(10), open(15), ended(20)])!.mean).toBeCloseTo(10 + 20 / 3, 9);
    // What is open at the end counts as ending there: half of two are left at 10, until 30.
    expect(lengthOf([ended(10), open(30)])).toEqual({ mean: 20, ended: 1, beyond: 0.5, overlap: 0.75 });
  });

  it('takes who came in late only from when they were seen', () => {
    // At 10 only one of the two was watched: it ends all. The other is seen from 12 on, when nobody is left.
    expect(lengthOf([ended(10), ended(20)])!.mean).toBe(15);
    expect(lengthOf([ended(10), ended(10), open(10), ended(20, 5)])!.mean).toBeCloseTo(10 + 10 * 0.5, 9);
  });

  it('says how much cases overlap: all equal 1, exponential about ½', () => {
    const random = seeded(5);
    expect(lengthOf([ended(30), ended(30)])!.overlap).toBe(1);
    const many = Array.from({ length: 20_000 }, () => ended(-30 * Math.log(1 - random())));
    expect(lengthOf(many)!.overlap).toBeCloseTo(0.5, 1);
  });

  it('finds the true mean though a third are still open, and though many were begun before', () => {
    const random = seeded(9);
    const cases = Array.from({ length: 40_000 }, () => {
      const begun = -200 + 400 * random();
      const length = 5 + 60 * random();
      // Watched from day 0 to day 90.
      return {
        from: Math.max(0, -begun),
        until: Math.min(length, 90 - begun),
        ended: begun + length <= 90,
        begun,
      };
    }).filter(({ from, until, begun }) => begun < 90 && until > from);
    const found = lengthOf(cases)!;
    expect(found.mean).toBeCloseTo(35, 0);
    const only = cases.filter((one) => one.ended && one.begun >= 0);
    expect(only.reduce((sum, { until }) => sum + until, 0) / only.length).toBeLessThan(32);
  });

  it('says nothing where none has ended', () => {
    expect(lengthOf([])).toBeNull();
    expect(lengthOf([open(5), open(9)])).toBeNull();
  });
});

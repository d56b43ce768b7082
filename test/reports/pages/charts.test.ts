import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/reports/in-words.ts';
import { barRows } from '../../../src/reports/pages/charts/bar-rows.ts';
import { apart } from '../../../src/reports/pages/charts/end-names.ts';
import { barInk, lineInk } from '../../../src/reports/pages/charts/ink.ts';
import { textWidth, wrapped } from '../../../src/reports/pages/charts/measure.ts';
import { type Plot, plotOf } from '../../../src/reports/pages/charts/plot.ts';
import { everyKind } from './every-kind.ts';

describe('the names of lines', () => {
  const ground = 300;

  it('keep their order, apart and above the ground, as near to their lines as that allows', () => {
    const name = fc.record({
      middle: fc.integer({ min: 0, max: ground }),
      lines: fc.array(fc.constant('name'), { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 5 }), (names) => {
        const placed = apart(
          names.map((one) => ({ ...one, height: one.lines.length * 17 })),
          ground,
        );
        const ends = placed.map(({ middle, height }) => [middle - height / 2, middle + height / 2] as const);
        for (const [i, [, bottom]] of ends.entries()) {
          expect(bottom).toBeLessThanOrEqual(ground + 1e-9);
          if (i > 0) expect(ends[i]![0]).toBeGreaterThanOrEqual(ends[i - 1]![1] - 1e-9);
        }
      }),
    );
  });

  it('stand at their lines where there is room', () => {
    const names = [50, 120, 200].map((middle) => ({ middle, lines: ['name'], height: 17 }));
    expect(apart(names, ground)).toEqual(names);
  });
});

describe('text', () => {
  it('is broken within its room, without a sign more or less', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 20, max: 300 }), (text, room) => {
        const lines = wrapped(text, room);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) if ([...line].length > 1) expect(textWidth(line)).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('without colour', () => {
  const shape = ({ decal }: ReturnType<typeof barInk>) => JSON.stringify(decal);
  const lightness = (colour: string) => Number.parseInt(colour.slice(1, 3), 16) / 255;

  it('bars differ by pattern or by more than half of the way from black to white', () => {
    const inks = [0, 1, 2, 3].map(barInk);
    for (const [i, one] of inks.entries())
      for (const other of inks.slice(i + 1))
        expect(
          shape(one) !== shape(other) || Math.abs(lightness(one.color) - lightness(other.color)) > 0.5,
        ).toBe(true);
  });

  it('lines differ by dash and by marker', () => {
    const inks = [0, 1, 2, 3].map(lineInk);
    expect(new Set(inks.map(({ symbol }) => symbol)).size).toBe(4);
    expect(new Set(inks.map(({ lineStyle }) => JSON.stringify(lineStyle.type))).size).toBe(4);
  });
});

describe('what is drawn', () => {
  const plots = everyKind.sections.map((section) => plotOf(section, figuresOf(everyKind)));
  const [outcome, received, , targets, curve, , , , nothing] = plots as Plot[];

  it('is the figures as they are given out, none of the hidden', () => {
    expect(outcome!.series[0]!.points.map((point) => point?.value)).toEqual([2328, 1601, 693, 34]);
    expect(received!.series[0]!.points[3]).toEqual({ value: null, words: '*', interval: null });
    expect(received!.series[0]!.points[11]).toBeNull();
    expect(targets!.series[0]!.points[3]).toEqual({ value: null, words: '*', interval: null });
    expect(nothing).toBeNull();
  });

  it('has the target where it stands: one for all, or each its own', () => {
    expect(curve!.target).toMatchObject({ across: { value: 5, words: '5 %' } });
    expect(targets!.target).toMatchObject({ levels: [90, 85, 80, null], across: null });
    expect(curve!.rows.map(({ mark }) => mark)[3]).toBe('today');
  });

  it('has each bar and its title beside or under it, and no row in another', () => {
    for (const width of [328, 672]) {
      const { rows, height } = barRows(targets!, width);
      for (const [i, row] of rows.entries()) {
        expect(row.to).toBeLessThanOrEqual(height);
        if (i > 0) expect(row.from).toBeGreaterThan(rows[i - 1]!.to);
        expect(row.bars).toHaveLength(1);
      }
    }
  });
});

import { wilson } from '../rules/figures/wilson.ts';
import type { Cell, Figure, ReportRow, Unit } from './report.ts';

/** Figures, rounded in one place as they are shown. */

export const count = (value: number): Figure => ({ kind: 'count', value });

/** `value` rounded to so many decimals, halves away from zero. */
export const rounded = (value: number, decimals = 1): number => {
  const size = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * size * (1 + Number.EPSILON))) / size;
};

/** What percent `part` is of `of`, where these stand; `null` of nothing. Each is rounded for itself, so that equal counts have equal shares. */
export const share = (part: number, of: number, at: { part: Cell; of: Cell }): Figure | null =>
  of === 0 ? null : { kind: 'share', value: rounded((100 * part) / of), ...at };

/** Wilson’s interval of such a share, at so many percent of confidence; `null` of nothing. */
export function interval(
  part: number,
  of: number,
  at: { part: Cell; of: Cell },
  confidence: number,
): Figure | null {
  const ends = wilson(part, of, confidence);
  return ends && { kind: 'interval', low: rounded(100 * ends.low), high: rounded(100 * ends.high), ...at };
}

/** Makes rows of a count and its share of all: the row `whole`, with `all` in it. */
export const rowsWithShare =
  (at: (row: string) => Cell, whole: string, all: number) =>
  (id: string, title: string, n: number, level: 0 | 1 = 0): ReportRow => ({
    id,
    title,
    level,
    figures: [count(n), share(n, all, { part: at(id), of: at(whole) })],
  });

/** A figure in `unit` taken from the records that the count at `from` counts; `null` of none. */
export const measure = (value: number | null, unit: Unit, from: Cell, decimals = 1): Figure | null =>
  value === null ? null : { kind: 'measure', value: rounded(value, decimals), unit, from };

/** The same where it is that of one record, such as the longest. */
export const extreme = (value: number | null, unit: Unit, from: Cell, decimals = 1): Figure | null =>
  value === null ? null : { kind: 'measure', value: rounded(value, decimals), unit, from, extreme: true };

/** Whole cents of so many records as the count at `from` says; of none it is nothing. */
export const money = (cents: number, from: Cell): Figure => ({ kind: 'money', cents, from });

/** What a calculation with the counts at `from` comes to. */
export const calculated = (
  value: number,
  from: readonly Cell[],
  { unit = null, decimals = 1 }: { unit?: Unit | null; decimals?: number } = {},
): Figure => ({ kind: 'number', value: rounded(value, decimals), unit, from, decimals });

/** What follows from counts, in words. */
export const inWords = (words: string, from: readonly Cell[]): Figure => ({ kind: 'words', words, from });

/** The figure as scripts get it: an interval as its two ends; `null` where it is hidden or there is nothing to say. */
export function plainValue(figure: Figure | null): number | string | [number, number] | null {
  if (figure === null) return null;
  switch (figure.kind) {
    case 'hidden':
      return null;
    case 'money':
      return figure.cents / 100;
    case 'interval':
      return [figure.low, figure.high];
    case 'words':
      return figure.words;
    default:
      return figure.value;
  }
}

/** What the value is counted in; `null` for words and where there is none. */
export function unitOf(figure: Figure | null): Unit | 'count' | null {
  if (figure === null) return null;
  switch (figure.kind) {
    case 'count':
      return 'count';
    case 'share':
    case 'interval':
      return 'percent';
    case 'money':
      return 'dollars';
    case 'measure':
    case 'number':
      return figure.unit;
    default:
      return null;
  }
}

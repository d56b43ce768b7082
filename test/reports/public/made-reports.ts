import { count, measure, share } from '../../../src/reports/figures.ts';
import {
  cell,
  type Figure,
  type Report,
  type ReportId,
  type ReportRow,
  type Scope,
  type Section,
  type Sum,
} from '../../../src/reports/report.ts';
import type { CalendarDate, Instant } from '../../../src/rules/time.ts';

/** Chance that is the same each time. */
export const dice = (seed: number) => {
  let state = (seed * 2654435761) % 2147483647 || 1;
  for (let i = 0; i < 5; i++) state = (state * 48271) % 2147483647;
  return (sides: number): number => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
};
type Dice = ReturnType<typeof dice>;

/** One who is counted: by so many features. */
export type Counted = readonly number[];

/** How a report counts people: each axis is a feature, its values in groups (of one or more). */
export interface Shape {
  /** For each feature its groups, each with the values in it; a group of one has no line of its own. */
  axes: readonly (readonly (readonly number[])[])[];
  /** The tables, each by the features that it crosses. */
  tables: readonly (readonly number[])[];
}

export function madeShape(roll: Dice): Shape {
  const axes = Array.from({ length: [1, 1, 2, 2, 2, 2, 3][roll(7)]! }, () => {
    const groups: number[][] = [];
    let next = 0;
    for (let g = 0; g < 2 + roll(2); g++) {
      const size = roll(4) === 0 ? 2 : 1;
      groups.push(Array.from({ length: size }, () => next++));
    }
    return groups;
  });
  const all = axes.map((_, i) => i);
  const pairs = all.flatMap((a) => all.filter((b) => b > a).map((b) => [a, b]));
  const three = all.length === 3 && roll(2) === 0 ? [all] : [];
  const tables = [...all.map((a) => [a]), ...(three.length > 0 ? three : pairs.filter(() => roll(3) > 0))];
  return { axes, tables };
}

export const valuesOf = (axis: Shape['axes'][number]): number[] => axis.flat();

export function madePeople({ axes }: Shape, roll: Dice, size: number): Counted[] {
  const weights = axes.map((axis) => valuesOf(axis).map(() => 1 + roll(roll(2) === 0 ? 2 : 12)));
  return Array.from({ length: size }, () =>
    weights.map((of) => {
      const sums = of.map((_, i) => of.slice(0, i + 1).reduce((sum, weight) => sum + weight, 0));
      const at = roll(sums.at(-1)!);
      return sums.findIndex((sum) => at < sum);
    }),
  );
}

/** What a line of a table counts: of each feature that it looks at, the values that it takes. */
interface Line {
  id: string;
  of: (readonly number[] | null)[];
}

const linesOf = (
  axis: Shape['axes'][number],
): { id: string; values: readonly number[] | null; parts: string[] }[] => [
  { id: 'all', values: null, parts: axis.map((_, g) => `g${g}`) },
  ...axis.flatMap((group, g) => [
    { id: `g${g}`, values: group, parts: group.length > 1 ? group.map((value) => `v${value}`) : [] },
    ...(group.length > 1 ? group.map((value) => ({ id: `v${value}`, values: [value], parts: [] })) : []),
  ]),
];

/** A report of these people: a table for each crossing, with all totals, a share of each count, and a mean. */
export function madeReport(
  { axes, tables }: Shape,
  people: readonly Counted[],
  about: { id?: ReportId; scope?: Partial<Scope> } = {},
): Report {
  const sums: Sum[] = [];
  const sections = tables.map((features, t): Section => {
    const [rowsOf = 0, ...rest] = features;
    const columns = rest.reduce<Line[]>(
      (lines, feature) =>
        lines.flatMap((line) =>
          linesOf(axes[feature]!).map(({ id, values }) => ({
            id: line.id === '' ? id : `${line.id}.${id}`,
            of: [...line.of, values],
          })),
        ),
      [{ id: '', of: [] }],
    );
    const named = columns.map(({ id, of }) => ({ id: id || 'people', of }));
    const at = (row: string, column: string) => cell(`t${t}`, row, column);
    const rows = linesOf(axes[rowsOf]!);
    const size = (values: readonly number[] | null, of: Line['of']) =>
      people.filter(
        (one) =>
          (values === null || values.includes(one[rowsOf]!)) &&
          of.every((each, i) => each === null || each.includes(one[rest[i]!]!)),
      ).length;
    for (const row of rows) {
      for (const { id } of named)
        if (row.parts.length > 0)
          sums.push({ whole: at(row.id, id), parts: row.parts.map((part) => at(part, id)) });
      for (const [i, feature] of rest.entries())
        for (const { id } of named) {
          const steps = id.split('.');
          const parts = linesOf(axes[feature]!).find((line) => line.id === steps[i])!.parts;
          if (parts.length > 0)
            sums.push({
              whole: at(row.id, id),
              parts: parts.map((part) => at(row.id, replaced(steps, i, part))),
            });
        }
    }
    for (const [other, earlier] of tables.slice(0, t).entries())
      for (const [, feature] of earlier.entries())
        if (earlier.length === 1 && feature === rowsOf && rest.length > 0)
          for (const row of rows)
            sums.push({
              whole: at(row.id, rest.map(() => 'all').join('.')),
              parts: [cell(`t${other}`, row.id, 'people')],
            });
    const counts = rows.map((row): ReportRow => {
      const values = named.map(({ of }) => size(row.values, of));
      const shares = named.map(({ id }, i): Figure | null =>
        share(values[i]!, size(null, named[i]!.of), { part: at(row.id, id), of: at('all', id) }),
      );
      const mean = measure(values[0] === 0 ? null : values[0]! * 1.7, 'days', at(row.id, named[0]!.id));
      return { id: row.id, title: row.id, figures: [...values.map(count), ...shares, mean] };
    });
    return {
      id: `t${t}`,
      title: `Table ${t}`,
      counts: 'Each once.',
      columns: [
        ...named.map(({ id }) => ({ id, title: id })),
        ...named.map(({ id }) => ({ id: `share.${id}`, title: id })),
        { id: 'mean', title: 'Mean' },
      ],
      rows: counts,
    };
  });
  // Tables of one feature have the same total.
  const totals = tables.flatMap((features, t) =>
    features.length === 1 ? [cell(`t${t}`, 'all', 'people')] : [],
  );
  for (const other of totals.slice(1)) sums.push({ whole: totals[0]!, parts: [other] });
  const scope = {
    sfy: 2027,
    from: '2026-07-01' as CalendarDate,
    before: '2027-07-01' as CalendarDate,
    circuits: null,
    program: null,
  };
  return {
    id: about.id ?? 'year',
    title: 'Made',
    scope: { ...scope, ...about.scope },
    madeAt: '2026-11-28T12:00:00Z' as Instant,
    headline: [],
    sections,
    sums,
    notes: [],
  };
}

const replaced = (steps: string[], i: number, part: string): string =>
  steps.map((step, j) => (i === j ? part : step)).join('.');

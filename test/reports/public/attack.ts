import type { Highs } from 'highs';
import { figuresOf } from '../../../src/reports/in-words.ts';
import type { Cell, Figure, Report, Sum } from '../../../src/reports/report.ts';

/** A page that somebody holds: the figures on it, and what they know of how its counts add up. */
export interface Page {
  /** Before the names of its cells: pages of the same scope and report at another time have another one. */
  name: string;
  figures: ReadonlyMap<Cell, Figure>;
  sums: readonly Sum[];
  /** Where a 0 had to be hidden: that a hidden count is at least 1 is wrong there. */
  hiddenZeros: ReadonlySet<Cell>;
}

/** `from` is the report that the page was made from. */
export const pageOf = (name: string, shown: Report, from: Report): Page => {
  const counts = figuresOf(from);
  const isNone = (at: Cell) => {
    const figure = counts.get(at);
    return figure?.kind === 'count' && figure.value === 0;
  };
  const figures = figuresOf(shown);
  const zeros = [...figures].flatMap(([at, { kind }]) => (kind === 'hidden' && isNone(at) ? [at] : []));
  return { name, figures, sums: shown.sums, hiddenZeros: new Set(zeros) };
};

/** A linear statement: so many times each cell, at least and at most. */
export interface Statement {
  terms: readonly (readonly [name: string, times: number])[];
  from: number;
  to: number;
}

/**
 * What somebody knows who has the pages: written down anew from the figures, as a program in the language of solvers, and
 * not from anything that the hiding made.
 */
export function attacker(highs: Highs, pages: readonly Page[], more: readonly Statement[] = []) {
  const statements: Statement[] = [...more];
  const bounds = new Map<string, [number, number]>();
  for (const { name, figures, sums, hiddenZeros } of pages) {
    const at = (cell: Cell) => `${name} ${cell}`;
    const isCount = (cell: Cell) => {
      const figure = figures.get(cell);
      return figure?.kind === 'count' || figure?.kind === 'hidden';
    };
    const counted = new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]));
    for (const [cell, figure] of figures) {
      if (figure.kind === 'count') bounds.set(at(cell), [figure.value, figure.value]);
      if (figure.kind === 'hidden' && counted.has(cell))
        bounds.set(at(cell), [hiddenZeros.has(cell) ? 0 : 1, Number.POSITIVE_INFINITY]);
      if (figure.kind === 'share')
        statements.push(
          {
            terms: [
              [at(figure.part), 100],
              [at(figure.of), -(figure.value - 0.1)],
            ],
            from: 0,
            to: Number.POSITIVE_INFINITY,
          },
          {
            terms: [
              [at(figure.part), 100],
              [at(figure.of), -(figure.value + 0.1)],
            ],
            from: Number.NEGATIVE_INFINITY,
            to: 0,
          },
        );
    }
    for (const { whole, parts } of sums)
      if (isCount(whole))
        statements.push({
          terms: [[at(whole), 1], ...parts.map((part) => [at(part), -1] as const)],
          from: 0,
          to: 0,
        });
  }
  return solving(highs, bounds, statements);
}

export type Attacker = ReturnType<typeof attacker>;

function solving(
  highs: Highs,
  bounds: ReadonlyMap<string, [number, number]>,
  statements: readonly Statement[],
) {
  const names = [
    ...new Set([...bounds.keys(), ...statements.flatMap(({ terms }) => terms.map(([name]) => name))]),
  ];
  const columns = new Map(names.map((name, i) => [name, i]));
  const rows = statements.map(({ terms }) => {
    const times = new Map<number, number>();
    for (const [name, by] of terms) times.set(columns.get(name)!, (times.get(columns.get(name)!) ?? 0) + by);
    return [...times].sort(([a], [b]) => a - b);
  });
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.length);
  const end = (n: number) => (Number.isFinite(n) ? n : n > 0 ? highs.infinity : -highs.infinity);
  const model = highs.createModel({
    numCols: names.length,
    numRows: rows.length,
    colCost: new Float64Array(names.length),
    colLower: names.map((name) => end(bounds.get(name)?.[0] ?? 0)),
    colUpper: names.map((name) => end(bounds.get(name)?.[1] ?? Number.POSITIVE_INFINITY)),
    rowLower: statements.map(({ from }) => end(from)),
    rowUpper: statements.map(({ to }) => end(to)),
    matrix: {
      format: 'csr',
      numCols: names.length,
      numRows: rows.length,
      starts,
      indices: rows.flatMap((row) => row.map(([column]) => column)),
      values: rows.flatMap((row) => row.map(([, by]) => by)),
    },
  });
  model.options.set({ output_flag: false });
  const every = { kind: 'range' as const, from: 0, to: names.length - 1 };
  model.changeColsIntegrality(every, new Int32Array(names.length).fill(highs.constants.variableType.integer));
  /** Whole numbers that fit everything; a wide range is seen soon, so nothing is asked twice. */
  const seen: number[][] = [];
  const solve = (): number[] | null => {
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    const world = Array.from(model.getSolution().colValue, Math.round);
    seen.push(world);
    return world;
  };
  const comesTo = (terms: readonly (readonly [string, number])[], world: readonly number[]) =>
    terms.reduce((sum, [name, by]) => sum + by * world[columns.get(name)!]!, 0);
  return {
    /** How many whole numbers the terms could come to, counted up to `enough`. */
    possible(terms: readonly (readonly [string, number])[], enough: number): number {
      const width = () => {
        const values = seen.map((world) => comesTo(terms, world));
        return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values) + 1;
      };
      if (width() >= enough) return enough;
      const entries = terms.map(([name, by]) => [columns.get(name)!, by] as const);
      // Somewhere a little further is enough: the end of what is possible may be far.
      for (const way of [1, -1]) {
        const now = seen.length > 0 ? seen.map((world) => comesTo(terms, world)) : [0];
        const cap = way === 1 ? Math.max(...now) + enough : Math.min(...now) - enough;
        const sorted = [...entries].sort(([a], [b]) => a - b);
        model.addRow(way === 1 ? -highs.infinity : cap, way === 1 ? cap : highs.infinity, {
          indices: sorted.map(([column]) => column),
          values: sorted.map(([, by]) => by),
        });
        for (const [column, by] of entries) model.changeColCost(column, -way * by);
        solve();
        for (const [column] of entries) model.changeColCost(column, 0);
        model.deleteRows({ kind: 'set', indices: [rows.length] });
        if (width() >= enough) return enough;
      }
      return width();
    },
    isPossible: () => solve() !== null,
    /** Looks at what fits when everything is pulled this way and that. */
    pull(ways: readonly (readonly [string, number])[]): void {
      for (const [name, way] of ways) {
        const column = columns.get(name)!;
        model.changeColCost(column, way);
        // An end, so that the search has one.
        model.changeColBounds(
          column,
          bounds.get(name)?.[0] ?? 0,
          Math.min(end(bounds.get(name)?.[1] ?? 1e4), 1e4),
        );
      }
      solve();
      for (const [name] of ways) {
        const column = columns.get(name)!;
        model.changeColCost(column, 0);
        model.changeColBounds(
          column,
          bounds.get(name)?.[0] ?? 0,
          end(bounds.get(name)?.[1] ?? Number.POSITIVE_INFINITY),
        );
      }
    },
    dispose: () => model.dispose(),
  };
}

import type { Highs } from 'highs';

/** A linear program that stays with the solver, which begins each search where the last one ended. */
export interface Program {
  readonly costs: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Values of least cost, whole ones where they must be; `null` where there are none. The costs are 0 again then. */
  cheapest(whole: boolean): Float64Array | null;
  /** The same with one row more. */
  cheapestWith(row: ProgramRow, whole: boolean): Float64Array | null;
  dispose(): void;
}

/** The columns at `indices`, so many times each, come to between `from` and `to`. */
export interface ProgramRow {
  indices: readonly number[];
  values: readonly number[];
  from: number;
  to: number;
}

/** A search that goes on from the last one needs no simplifying; one for whole numbers does, and no clever guesses. */
const ANY = { presolve: 'off' };
const WHOLE = { presolve: 'choose', mip_heuristic_effort: 0 };

export function programOf(highs: Highs, columns: number, rows: readonly ProgramRow[]): Program {
  const costs = new Float64Array(columns);
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns);
  const starts = [0];
  for (const { indices } of rows) starts.push(starts.at(-1)! + indices.length);
  const end = (value: number) =>
    Number.isFinite(value) ? value : value > 0 ? highs.infinity : -highs.infinity;
  const model = highs.createModel({
    numCols: columns,
    numRows: rows.length,
    colCost: costs,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map(({ from }) => end(from)),
    rowUpper: rows.map(({ to }) => end(to)),
    matrix: {
      format: 'csr',
      numCols: columns,
      numRows: rows.length,
      starts,
      indices: rows.flatMap(({ indices }) => indices),
      values: rows.flatMap(({ values }) => values),
    },
  });
  model.options.set({ output_flag: false, ...ANY });
  const every = { kind: 'range' as const, from: 0, to: columns - 1 };
  const integer = new Int32Array(columns).fill(highs.constants.variableType.integer);

  function cheapest(whole: boolean): Float64Array | null {
    model.changeColsCost(every, costs);
    model.changeColsBounds(every, lower, upper);
    costs.fill(0);
    if (!whole) return run();
    model.options.set(WHOLE);
    model.changeColsIntegrality(every, integer);
    const found = run();
    model.clearIntegrality();
    model.options.set(ANY);
    return found;
  }

  function run(): Float64Array | null {
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal
      ? Float64Array.from(model.getSolution().colValue)
      : null;
  }

  return {
    costs,
    lower,
    upper,
    cheapest,
    cheapestWith({ indices, values, from, to }, whole) {
      model.addRow(end(from), end(to), { indices, values });
      const found = cheapest(whole);
      model.deleteRows({ kind: 'set', indices: [rows.length] });
      return found;
    },
    dispose: () => model.dispose(),
  };
}

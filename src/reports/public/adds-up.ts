import type { Highs } from 'highs';

/** Whether counts of pieces can be found, none below 0, that add up to every one of these values; `isOf[i][j]`: piece j is of value i. */
export function addsUp(
  highs: Highs,
  isOf: readonly (readonly boolean[])[],
  values: readonly number[],
): boolean {
  const pieces = isOf[0]!.length;
  const rows = isOf.map((of) => of.flatMap((is, piece) => (is ? [piece] : [])));
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.length);
  const indices = rows.flat();
  return highs.withModel(
    {
      numCols: pieces,
      numRows: rows.length,
      colCost: new Float64Array(pieces),
      colLower: new Float64Array(pieces),
      colUpper: new Float64Array(pieces).fill(highs.infinity),
      rowLower: values,
      rowUpper: values,
      matrix: {
        format: 'csr',
        numCols: pieces,
        numRows: rows.length,
        starts,
        indices,
        values: new Float64Array(indices.length).fill(1),
      },
    },
    (model) => {
      model.options.set({ output_flag: false });
      model.run();
      return model.getModelStatus() === highs.constants.modelStatus.optimal;
    },
  );
}

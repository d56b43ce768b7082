import type { Cell, Sum } from '../report.ts';
import type { CountTable } from './tables.ts';

/** A sum of every row, for each of the rows that its whole has. */
export function inEachRow(sum: Sum, ...tables: readonly CountTable[]): Sum[] {
  const [report, section, row, column] = sum.whole.split('/');
  if (row !== '*') return [sum];
  const cells = tables.filter((table) => table.report === report).flatMap(({ counts }) => [...counts.keys()]);
  const rows = cells.flatMap((cell) => {
    const [ofSection, id, ofColumn] = cell.split('/') as [string, string, string];
    return ofSection === section && ofColumn === column ? [id] : [];
  });
  const inRow = (cell: Cell, id: string) => cell.replace('*', id);
  return [...new Set(rows)].map((id) => ({
    whole: inRow(sum.whole, id),
    parts: sum.parts.map((part) => inRow(part, id)),
  }));
}

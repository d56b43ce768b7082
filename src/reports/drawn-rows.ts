import type { ReportRow, Section } from './report.ts';

/** More bars than these, and what they add up to would leave no room to tell them apart. */
export const mostBars = 16;

/**
 * The rows that a chart draws: those it names; else of months only the months, and of many bars only the parts, since
 * beside their sum they would be slivers.
 */
export function drawnRows({ chart, rows }: Pick<Section, 'chart' | 'rows'>): readonly ReportRow[] {
  if (!chart) return [];
  if (chart.rows) return rows.filter(({ id }) => chart.rows!.includes(id));
  const parts = rows.filter((row) =>
    chart.kind === 'months' ? /^\d{4}-\d\d$/.test(row.id) : row.level === 1,
  );
  const few = chart.kind !== 'months' && (chart.kind === 'lines' || rows.length <= mostBars);
  return parts.length === 0 || few ? rows : parts;
}

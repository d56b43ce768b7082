import { plainValue, unitOf } from './figures.ts';
import type { Figure, Report } from './report.ts';

/** A figure of a report as a line of a table. */
export interface FigureLine {
  report: string;
  sfy: number;
  circuits: readonly number[] | 'all';
  program: string;
  section: string;
  row: string;
  column: string;
  /** An interval as `61.2–80.3`. */
  value: number | string | null;
  unit: string | null;
  hidden: boolean;
}

/** Every figure of the report on a line of its own, in the order of the screen, with the ids that the JSON has. */
export function figureLines({ id, scope, sections }: Report): FigureLine[] {
  const about = {
    report: id,
    sfy: scope.sfy,
    circuits: scope.circuits ?? ('all' as const),
    program: scope.program ?? 'all',
  };
  return sections.flatMap(({ id: section, columns, rows }) =>
    rows.flatMap(({ id: row, figures }) =>
      figures.flatMap((figure, i) =>
        figure === null ? [] : [{ ...about, section, row, column: columns[i]!.id, ...lineOf(figure) }],
      ),
    ),
  );
}

const lineOf = (figure: Figure) => {
  const value = plainValue(figure);
  return {
    value: Array.isArray(value) ? value.map((end) => end.toFixed(1)).join('–') : value,
    unit: unitOf(figure),
    hidden: figure.kind === 'hidden',
  };
};

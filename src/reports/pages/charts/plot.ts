import { drawnRows } from '../../drawn-rows.ts';
import { plainValue, unitOf } from '../../figures.ts';
import { figureInWords } from '../../in-words.ts';
import type { Cell, Chart, Figure, Section, Unit } from '../../report.ts';

/** What is drawn of a section, taken from its figures as they are given out. */
export interface Plot {
  kind: Chart['kind'];
  axes: { x?: string; y?: string };
  rows: readonly PlotRow[];
  series: readonly Series[];
  target: Target | null;
  unit: Unit | 'count' | null;
}

export interface PlotRow {
  id: string;
  title: string;
  level: 0 | 1;
  /** What is written where it is pointed at. */
  mark: string | null;
}

export interface Series {
  title: string;
  /** One a row; `null` where there is nothing to draw. */
  points: readonly (Point | null)[];
}

export interface Point {
  /** `null`: hidden. */
  value: number | null;
  words: string;
  interval: { low: number; high: number; words: string } | null;
}

/** One a row; where it is the same level for all, that is drawn across. */
export interface Target {
  title: string;
  levels: readonly (number | null)[];
  across: { value: number; words: string } | null;
}

/** What there is to draw; `null` without a chart, and where there is nothing in it or it is all hidden. */
export function plotOf(section: Section, figures: ReadonlyMap<Cell, Figure>): Plot | null {
  const { chart, columns } = section;
  if (!chart) return null;
  const drawn = drawnRows(section);
  const figureAt = (row: string, column: string | undefined): Figure | null =>
    (column !== undefined && figures.get(`${section.id}/${row}/${column}`)) || null;
  const series = columns
    .filter(({ id }) => chart.of.includes(id))
    .map(({ id, title }) => ({
      title,
      points: drawn.map((row) => pointOf(figureAt(row.id, id), figureAt(row.id, chart.intervals?.[id]))),
    }));
  if (!series.some(({ points }) => points.some((point) => point?.value))) return null;
  const first = drawn.flatMap(({ id }) => figureAt(id, chart.of[0]) ?? []).find((f) => f.kind !== 'hidden');
  return {
    kind: chart.kind,
    axes: chart.axes ?? {},
    rows: drawn.map(({ id, title, level = 0 }) => ({
      id,
      title,
      level,
      mark: chart.mark?.row === id ? chart.mark.says : null,
    })),
    series,
    target: targetOf(chart, drawn, figureAt, figures),
    unit: unitOf(first ?? null),
  };
}

function pointOf(figure: Figure | null, around: Figure | null): Point | null {
  if (figure === null) return null;
  const value = numberIn(figure);
  if (value === null && figure.kind !== 'hidden') return null;
  const interval =
    value !== null && around && 'low' in around
      ? { low: around.low, high: around.high, words: figureInWords(around) }
      : null;
  return { value, words: figureInWords(figure), interval };
}

const numberIn = (figure: Figure | null): number | null => {
  const value = plainValue(figure);
  return typeof value === 'number' ? value : null;
};

function targetOf(
  { target }: Chart,
  rows: readonly { id: string }[],
  figureAt: (row: string, column: string) => Figure | null,
  figures: ReadonlyMap<Cell, Figure>,
): Target | null {
  if (!target) return null;
  const of = rows.map(({ id }) =>
    'at' in target ? (figures.get(target.at) ?? null) : figureAt(id, target.column),
  );
  const levels = of.map(numberIn);
  const first = levels.find((level) => level !== null);
  if (first === undefined) return null;
  const isOne = levels.every((level) => level === first);
  const words = figureInWords(of[0] ?? null);
  return { title: target.title, levels, across: isOne && first !== null ? { value: first, words } : null };
}

import { lineHeight, textWidth, wrapped } from './measure.ts';
import type { Plot, PlotRow } from './plot.ts';

/** Where the rows of a chart of bars stand, in pixels from its top. */
export interface BarRows {
  /** Where the bars begin, from the left edge. */
  left: number;
  height: number;
  rows: readonly BarRow[];
}

export interface BarRow {
  title: readonly string[];
  indent: number;
  /** The middle of its first line. */
  titleAt: number;
  /** The middle of each of its bars, in the order of the drawn columns. */
  bars: readonly number[];
  /** From here to there it stands beside no other row’s bars. */
  from: number;
  to: number;
}

const pitch = 16;
const between = 10;
const indentOfPart = 14;
const gap = 8;

/** Titles stand beside their bars while two lines are enough for the longest, else above them. */
export function barRows({ rows, series }: Plot, width: number): BarRows {
  const most = width > 500 ? width * 0.42 : width * 0.36;
  const room = Math.min(most, Math.max(...rows.map((row) => indentOf(row) + textWidth(titleOf(row)))));
  const beside = rows.map((row) => wrapped(titleOf(row), room - indentOf(row)));
  if (beside.every((lines) => lines.length <= (width > 500 ? 2 : 1)))
    return stacked(
      rows,
      beside,
      room + gap,
      (lines) => {
        const height = Math.max(lines * lineHeight, series.length * pitch);
        return {
          height,
          title: (height - lines * lineHeight) / 2,
          bars: (height - series.length * pitch) / 2,
        };
      },
      series.length,
    );
  const above = rows.map((row) => wrapped(titleOf(row), width - indentOf(row)));
  return stacked(
    rows,
    above,
    1,
    (lines) => ({
      height: lines * lineHeight + series.length * pitch,
      title: 0,
      bars: lines * lineHeight,
    }),
    series.length,
  );
}

/** Rows under each other; `layout` tells of one with so many lines how high it is, and where in it things begin. */
function stacked(
  rows: readonly PlotRow[],
  titles: readonly (readonly string[])[],
  left: number,
  layout: (lines: number) => { height: number; title: number; bars: number },
  bars: number,
): BarRows {
  let y = 0;
  const placed = rows.map((row, i) => {
    const { height, title, bars: barsAt } = layout(titles[i]!.length);
    const at = y + between / 2;
    y += height + between;
    return {
      title: titles[i]!,
      indent: indentOf(row),
      titleAt: at + title + lineHeight / 2,
      bars: Array.from({ length: bars }, (_, n) => at + barsAt + (n + 0.5) * pitch),
      from: at + barsAt - 2,
      to: at + barsAt + bars * pitch + 2,
    };
  });
  return { left, height: y, rows: placed };
}

const indentOf = ({ level }: PlotRow): number => (level === 1 ? indentOfPart : 0);

const titleOf = ({ title, mark }: PlotRow): string => (mark === null ? title : `${title} (${mark})`);

import { largestOf } from './axis.ts';
import { type BarRows, barRows } from './bar-rows.ts';
import type { Sketch } from './draw.ts';
import { barInk, black, grey, textStyle } from './ink.ts';
import { type Api, intervalLines } from './intervals.ts';
import { legendOf } from './legend.ts';
import { lineHeight, textWidth } from './measure.ts';
import type { Plot, Point } from './plot.ts';

const thickness = 12;

/** A bar a row and column, each with its figure at its end, under each other; there is no scale to read off. */
export function barsSketch(plot: Plot, width: number): Sketch {
  const { series, target } = plot;
  const placed = barRows(plot, width);
  const { height: top, legend } = legendOf(
    [
      ...series.map(({ title }) => ({ name: title, icon: 'rect' })),
      ...(target ? [{ name: target.title, icon: 'path://M0,0L3,0L3,14L0,14Z' }] : []),
    ],
    width,
  );
  const words = series.flatMap(({ points }) => points.map((point) => labelOf(point, width)));
  const right = Math.max(...words.map((word) => textWidth(word))) + 10;
  return {
    height: top + placed.height,
    option: {
      legend,
      grid: { left: placed.left, right, top, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { type: 'value', min: 0, max: largestOf(plot), show: false },
      yAxis: { type: 'value', min: 0, max: placed.height, inverse: true, show: false },
      series: [
        titles(placed, top),
        ...series.map(({ title, points }, n) => bars(title, points, n, placed)),
        ...(target ? [ticks(target, placed)] : []),
        ...series.map(({ points }, n) => ends(points, n, placed, { width, target })),
      ],
    },
  };
}

/** With its interval where there is room for it. */
function labelOf(point: Point | null, width: number): string {
  if (point === null) return '';
  return point.interval && width > 500 ? `${point.words} (${point.interval.words})` : point.words;
}

type Shape = Record<string, unknown>;

/** Something drawn for each row, by where a value stands along the bars. */
const drawn = (
  placed: BarRows,
  of: (row: number, at: (value: number) => number, top: number) => readonly Shape[],
  more: Shape,
) => ({
  type: 'custom',
  silent: true,
  data: placed.rows.map((_, row) => [0, row]),
  renderItem: ({ dataIndex }: { dataIndex: number }, api: Api) => ({
    type: 'group',
    children: of(dataIndex, (value) => api.coord([value, 0])[0], api.coord([0, 0])[1]),
  }),
  ...more,
});

const text = (words: string, x: number, y: number, more: Shape = {}): Shape => ({
  type: 'text',
  style: { text: words, x, y, fill: black, verticalAlign: 'middle', ...textStyle, ...more },
});

/** What each row is, and the line that the bars stand on. */
function titles(placed: BarRows, top: number) {
  const line = { x1: placed.left, x2: placed.left, y1: top, y2: top + placed.height };
  const ground = { type: 'line', z2: 9, shape: line, style: { stroke: grey, lineWidth: 1 } };
  return drawn(
    placed,
    (row) => {
      const { title, indent, titleAt } = placed.rows[row]!;
      return [
        ...(row === 0 && placed.left > 1 ? [ground] : []),
        ...title.map((words, n) => text(words, indent, top + titleAt + n * lineHeight)),
      ];
    },
    { z: 5 },
  );
}

function bars(name: string, points: readonly (Point | null)[], n: number, { rows, ...placed }: BarRows) {
  const { decal, color, borderColor, borderWidth } = barInk(n);
  return drawn(
    { rows, ...placed },
    (row, at, top) => {
      const value = points[row]?.value;
      if (!value) return [];
      const shape = {
        x: at(0),
        y: top + rows[row]!.bars[n]! - thickness / 2,
        width: at(value) - at(0),
        height: thickness,
      };
      return [
        { type: 'rect', shape, style: { fill: color, stroke: borderColor, lineWidth: borderWidth, decal } },
      ];
    },
    { name, z: 2, itemStyle: barInk(n) },
  );
}

/** The level that each row is to reach, across its bars. */
const ticks = ({ title, levels }: NonNullable<Plot['target']>, placed: BarRows) =>
  drawn(
    placed,
    (row, at, top) => {
      const level = levels[row] ?? null;
      if (level === null) return [];
      const { from, to } = placed.rows[row]!;
      const bar = (width: number, fill: string) => ({
        type: 'rect',
        shape: { x: at(level) - width / 2, y: top + from, width, height: to - from },
        style: { fill },
      });
      return [bar(6, '#ffffff'), bar(2.5, black)];
    },
    { name: title, z: 3, itemStyle: { color: black } },
  );

/** The interval of a bar, and its figure after whatever reaches farthest. */
const ends = (
  points: readonly (Point | null)[],
  n: number,
  placed: BarRows,
  { width, target }: { width: number; target: Plot['target'] },
) =>
  drawn(
    placed,
    (row, at, top) => {
      const point = points[row] ?? null;
      if (point === null) return [];
      const { value, interval } = point;
      const y = top + placed.rows[row]!.bars[n]!;
      const farthest = Math.max(
        value ?? 0,
        interval?.high ?? 0,
        (value !== null && target?.levels[row]) || 0,
      );
      return [
        ...(interval ? intervalLines([at(interval.low), y], [at(interval.high), y]) : []),
        text(labelOf(point, width), at(farthest) + 6, y),
      ];
    },
    { z: 4 },
  );

import { scaleOf, stepsOf, yName } from './axis.ts';
import type { Sketch } from './draw.ts';
import { endNames } from './end-names.ts';
import { black, grey, lineInk, targetInk } from './ink.ts';
import { uprightIntervals } from './intervals.ts';
import { legendOf } from './legend.ts';
import { fontSize, lineHeight, textWidth } from './measure.ts';
import type { Plot } from './plot.ts';

const plotHeight = 230;
const endMargin = 18;
/** The level to reach has no marker that would stand for it. */
const dashes = 'path://M0,6L12,6L12,8L0,8ZM16,6L28,6L28,8L16,8Z';

interface Line {
  name: string;
  values: readonly (number | null)[];
  ink: ReturnType<typeof lineInk>;
}

/** A line a column over the rows, named at its end, or where there is no room for that above. */
export function linesSketch(plot: Plot, width: number, words: readonly string[]): Sketch {
  const { series, axes, rows } = plot;
  const lines = linesOf(plot);
  const names = lines.map(({ name }) => name);
  const { room: left, axis } = scaleOf(plot);
  const ends = endRoom(names, width);
  const right = ends ?? endMargin;
  const { height: above, legend } = legendOf(
    ends === null
      ? lines.map(({ name, ink }) => ({ name, ...(ink === targetInk ? { icon: dashes } : {}) }))
      : [],
    width,
  );
  const over = yName(axes.y, left, width);
  const top = above + over.height + 12 + (rows.some(({ mark }) => mark !== null) ? lineHeight : 0);
  const { bottom, xAxis } = stepsOf(words, axes.x, { left, width: width - left - right, right: endMargin });
  return {
    height: top + plotHeight + bottom,
    option: {
      legend,
      grid: { left, right, top, bottom, outerBoundsMode: 'none' },
      xAxis,
      yAxis: { ...axis, ...over.named(top - above) },
      series: [
        ...lines.map((line, n) => ({
          z: 3 + n,
          ...lineOf(line, rows),
          ...(n === 0 ? pointer(rows) : {}),
        })),
        ...series.map(({ points }) => uprightIntervals(points)),
        ...(right > endMargin ? [endNames(lines, right - endMargin)] : []),
      ],
    },
  };
}

/** The drawn columns, and the level to reach as one more. */
function linesOf({ series, target }: Plot): Line[] {
  return [
    ...series.map(({ title, points }, n) => ({
      name: title,
      values: points.map((point) => point?.value ?? null),
      ink: lineInk(n),
    })),
    ...(target
      ? [
          {
            name: `${target.title} ${target.across?.words ?? ''}`.trim(),
            values: target.levels,
            ink: targetInk,
          },
        ]
      : []),
  ];
}

/** The room that the names of the lines take at their ends; `null` where they stand above. */
function endRoom(names: readonly string[], width: number): number | null {
  if (names.length < 2) return endMargin;
  if (width < 500) return null;
  return Math.min(150, Math.max(...names.map((name) => textWidth(name))) + 4) + endMargin;
}

function lineOf(line: Line, rows: Plot['rows']) {
  return {
    type: 'line',
    name: line.name,
    ...line.ink,
    data: line.values.map((value, row) => ({
      value,
      ...(rows[row]!.mark !== null && line.ink.symbol !== 'none' ? { symbolSize: 12 } : {}),
    })),
  };
}

/** The row that is pointed at. */
function pointer(rows: Plot['rows']) {
  const marked = rows.findIndex(({ mark }) => mark !== null);
  if (marked < 0) return {};
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      data: [
        {
          xAxis: marked,
          lineStyle: { color: grey, width: 1.25, type: [2, 3] },
          label: {
            formatter: () => rows[marked]!.mark!,
            position: 'end',
            distance: 4,
            color: black,
            fontSize,
          },
        },
      ],
    },
  };
}

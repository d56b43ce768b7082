import { monthNames } from '../../../rules/time.ts';
import { scaleOf, stepsOf, yName } from './axis.ts';
import type { Sketch } from './draw.ts';
import { barInk, black } from './ink.ts';
import { linesSketch } from './lines.ts';
import { fontSize, textWidth } from './measure.ts';
import type { Plot, PlotRow } from './plot.ts';

const plotHeight = 180;

/** One column as bars that stand side by side, several as lines. */
export function monthsSketch(plot: Plot, width: number): Sketch {
  const words = plot.rows.map(monthWords);
  if (plot.series.length > 1 || plot.target) return linesSketch(plot, width, words);
  const { room: left, axis } = scaleOf(plot);
  const right = 8;
  const { bottom, xAxis } = stepsOf(words, plot.axes.x, { left, width: width - left - right, right });
  const over = yName(plot.axes.y, left, width);
  const top = over.height + 24;
  const [{ points }] = plot.series as [Plot['series'][number]];
  const band = (width - left - right) / words.length;
  const fits = points.every((point) => textWidth(point?.words ?? '') <= band - 2);
  return {
    height: top + plotHeight + bottom,
    option: {
      grid: { left, right, top, bottom, outerBoundsMode: 'none' },
      xAxis,
      // Where each bar carries its figure, nothing has to be read off.
      yAxis: { ...axis, ...over.named(top), ...(fits ? { splitLine: { show: false } } : {}) },
      series: [
        {
          type: 'bar',
          barWidth: '64%',
          itemStyle: barInk(0),
          // Where one is hidden its asterisk stands on the ground.
          data: points.map(
            (point) =>
              point &&
              (point.value === null ? { value: 0, itemStyle: { opacity: 0 } } : { value: point.value }),
          ),
          label: {
            show: fits || points.some((point) => point?.value === null),
            position: 'top',
            color: black,
            fontSize,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const point = points[dataIndex]!;
              return fits || point?.value === null ? (point?.words ?? '') : '';
            },
          },
        },
      ],
    },
  };
}

/** `2026-07` is `Jul`, the first and each January with the year under it. */
function monthWords({ id, title }: PlotRow, i: number): string {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(id) ?? [];
  if (month === undefined) return title;
  const name = monthNames[Number(month) - 1]!.slice(0, 3);
  return i === 0 || month === '01' ? `${name}\n${year}` : name;
}

import { black, grey, pale } from './ink.ts';
import { fontSize, lineHeight, textWidth, wrapped } from './measure.ts';
import type { Plot } from './plot.ts';

/** What stands beside a line of the scale. */
export function tick(value: number, unit: Plot['unit']): string {
  const number = value.toLocaleString('en-US');
  return unit === 'percent' ? `${number} %` : unit === 'dollars' ? `$${number}` : number;
}

/** The largest that is drawn, ends of intervals and targets too. */
export const largestOf = ({ series, target }: Plot): number =>
  Math.max(
    0,
    ...series.flatMap(({ points }) =>
      points.flatMap((point) => [point?.value ?? 0, point?.interval?.high ?? 0]),
    ),
    ...(target?.levels ?? []).map((level) => level ?? 0),
  );

/** A scale from 0 with a few thin lines, and the room that its words take at the left. */
export function scaleOf(plot: Plot) {
  const largest = largestOf(plot);
  const room = Math.ceil(textWidth(tick(largest * 1.2, plot.unit).replace(/\.\d+/, '.0'))) + 10;
  const axis = {
    type: 'value',
    min: 0,
    ...(plot.unit === 'percent' && largest > 80 && largest <= 100 ? { max: 100, interval: 25 } : {}),
    ...(plot.unit === 'count' ? { minInterval: 1 } : {}),
    splitNumber: 4,
    axisLabel: { color: black, fontSize, formatter: (value: number) => tick(value, plot.unit) },
    splitLine: { lineStyle: { color: pale } },
  };
  return { room, axis };
}

/** What the scale counts stands above it, from the left edge on: how high that is, and how an axis that ends so far below is named. */
export function yName(name: string | undefined, left: number, width: number) {
  if (!name) return { height: 0, named: () => ({}) };
  const lines = wrapped(name, width - 4);
  return {
    height: lines.length * lineHeight,
    named: (room: number) => ({
      name: lines.join('\n'),
      nameLocation: 'end',
      nameGap: room - lines.length * lineHeight + 2,
      nameTextStyle: {
        color: black,
        fontSize,
        align: 'left',
        verticalAlign: 'bottom',
        lineHeight,
        padding: [0, 0, 0, -left],
      },
    }),
  };
}

const widestStep = 110;

/** The rows side by side, as many of them named as there is room for; and the height that this takes under the drawing. */
export function stepsOf(
  steps: readonly string[],
  name: string | undefined,
  { left, width, right }: { left: number; width: number; right: number },
) {
  // The first and the last may reach over the ends, but not out of the picture.
  const room = Math.min(widestStep, 2 * Math.min(left, right) + width / steps.length - 4);
  const words = steps.map((step) =>
    step
      .split('\n')
      .flatMap((line) => wrapped(line, room))
      .join('\n'),
  );
  const widest = Math.max(...words.map((word) => textWidth(word))) + 6;
  const under = Math.max(...words.map((word) => word.split('\n').length)) * lineHeight + 10;
  const lines = name ? wrapped(name, width) : [];
  return {
    bottom: under + (name ? lines.length * lineHeight + 9 : 0),
    xAxis: {
      type: 'category',
      data: words,
      axisLine: { lineStyle: { color: grey } },
      axisTick: { alignWithLabel: true, lineStyle: { color: grey } },
      axisLabel: {
        color: black,
        fontSize,
        interval: Math.max(1, Math.ceil((widest * words.length) / width)) - 1,
        lineHeight,
      },
      ...(name
        ? {
            name: lines.join('\n'),
            nameLocation: 'middle',
            nameGap: under,
            nameTextStyle: { color: black, fontSize, lineHeight, verticalAlign: 'top' },
          }
        : {}),
    },
  };
}

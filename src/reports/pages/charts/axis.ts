import { black, grey, pale } from './ink.ts';
import { lineHeight, textWidth } from './measure.ts';
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
    ...(plot.unit === 'percent' && largest > 80 && largest <= 100 ? { max: 100 } : {}),
    ...(plot.unit === 'count' ? { minInterval: 1 } : {}),
    splitNumber: 4,
    axisLabel: { color: black, formatter: (value: number) => tick(value, plot.unit) },
    splitLine: { lineStyle: { color: pale } },
  };
  return { room, axis };
}

/** What the scale counts stands above it, from the left edge on. */
export const yName = (name: string | undefined, left: number, room: number) =>
  name
    ? {
        name,
        nameLocation: 'end',
        nameGap: room - 12,
        nameTextStyle: { color: black, align: 'left', padding: [0, 0, 0, -left] },
      }
    : {};

/** The rows side by side, as many of them named as there is room for; and the height that this takes under the drawing. */
export function stepsOf(words: readonly string[], name: string | undefined, width: number) {
  const widest = Math.max(...words.map((word) => textWidth(word))) + 6;
  const under = (words.some((word) => word.includes('\n')) ? 2 : 1) * lineHeight + 10;
  return {
    bottom: under + (name ? 26 : 0),
    xAxis: {
      type: 'category',
      data: words,
      axisLine: { lineStyle: { color: grey } },
      axisTick: { alignWithLabel: true, lineStyle: { color: grey } },
      axisLabel: {
        color: black,
        interval: Math.max(1, Math.ceil((widest * words.length) / width)) - 1,
        lineHeight,
      },
      ...(name ? { name, nameLocation: 'middle', nameGap: under + 10, nameTextStyle: { color: black } } : {}),
    },
  };
}

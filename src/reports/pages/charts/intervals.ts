import { black } from './ink.ts';
import type { Point } from './plot.ts';

/** The part of ECharts’ custom drawing that is used here. */
export interface Api {
  value(dimension: number): number;
  coord(at: [number, number]): [number, number];
}

type At = readonly [x: number, y: number];

/** From end to end, level or upright: black within white, so that it is seen on a dark bar and beside it. */
export function intervalLines(from: At, to: At) {
  const line = ([x1, y1]: At, [x2, y2]: At, stroke: string, lineWidth: number) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth },
  });
  const [dx, dy] = from[1] === to[1] ? [0, 4] : [4, 0];
  const cap = ([x, y]: At) => line([x - dx, y - dy], [x + dx, y + dy], black, 1.5);
  return [line(from, to, '#ffffff', 5), line(from, to, black, 1.5), cap(from), cap(to)];
}

/** The interval of each point of a line. */
export const uprightIntervals = (points: readonly (Point | null)[]) => ({
  type: 'custom',
  silent: true,
  z: 2,
  data: points.map((point, row) => [row, point?.value ?? 0]),
  renderItem: ({ dataIndex }: { dataIndex: number }, api: Api) => {
    const interval = points[dataIndex]?.interval;
    if (!interval) return null;
    const at = (value: number) => api.coord([dataIndex, value]);
    return { type: 'group', children: intervalLines(at(interval.low), at(interval.high)) };
  },
});

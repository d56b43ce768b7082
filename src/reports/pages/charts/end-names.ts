import { black, grey, textStyle } from './ink.ts';
import type { Api } from './intervals.ts';
import { lineHeight, wrapped } from './measure.ts';

/** A line to be named where it ends. */
export interface Named {
  name: string;
  values: readonly (number | null)[];
}

interface Placed {
  lines: readonly string[];
  height: number;
  middle: number;
  /** Where its line ends. */
  from: readonly [x: number, y: number];
}

/** The names of the lines at their right ends, moved apart where they would stand on each other, and never below the ground. */
export const endNames = (lines: readonly Named[], room: number) => ({
  type: 'custom',
  silent: true,
  z: 8,
  data: [[0, 0]],
  renderItem: (
    { coordSys }: { coordSys: { x: number; y: number; width: number; height: number } },
    api: Api,
  ) => {
    const named = lines.flatMap(({ name, values }): Placed[] => {
      const last = values.findLastIndex((value) => value !== null);
      if (last < 0) return [];
      const words = wrapped(name, room);
      const from = api.coord([last, values[last]!]);
      return [{ lines: words, height: words.length * lineHeight, middle: from[1], from }];
    });
    const x = coordSys.x + coordSys.width + 6;
    return {
      type: 'group',
      children: apart(named, coordSys.y + coordSys.height).flatMap((one) => [
        leader(one, x),
        ...texts(one, x),
      ]),
    };
  },
});

/** From the end of the line to its name. */
const leader = ({ from: [x1, y1], middle }: Placed, x: number) => ({
  type: 'line',
  shape: { x1: x1 + 6, y1, x2: x - 2, y2: middle },
  style: { stroke: grey, lineWidth: 0.75 },
});

const texts = ({ lines, height, middle }: Placed, x: number) =>
  lines.map((text, n) => ({
    type: 'text',
    style: {
      ...textStyle,
      text,
      x,
      y: middle - height / 2 + (n + 0.5) * lineHeight,
      fill: black,
      verticalAlign: 'middle',
    },
  }));

/** From above each is moved down as far as it must be, then from the ground up. */
export function apart<Name extends Pick<Placed, 'middle' | 'height'>>(
  names: readonly Name[],
  ground: number,
): Name[] {
  const placed = [...names].sort((a, b) => a.middle - b.middle).map((one) => ({ ...one }));
  let free = Number.NEGATIVE_INFINITY;
  for (const one of placed) {
    one.middle = Math.max(one.middle, free + one.height / 2);
    free = one.middle + one.height / 2;
  }
  let limit = ground;
  for (const one of placed.toReversed()) {
    one.middle = Math.min(one.middle, limit - one.height / 2);
    limit = one.middle - one.height / 2;
  }
  return placed;
}

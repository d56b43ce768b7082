import { black, textStyle } from './ink.ts';
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
      const last = values.findLast((value) => value !== null);
      if (last === undefined || last === null) return [];
      const words = wrapped(name, room);
      return [{ lines: words, height: words.length * lineHeight, middle: api.coord([0, last])[1] }];
    });
    const ground = coordSys.y + coordSys.height;
    return {
      type: 'group',
      children: apart(named, ground).flatMap(({ lines: words, height, middle }) =>
        words.map((text, n) => ({
          type: 'text',
          style: {
            ...textStyle,
            text,
            x: coordSys.x + coordSys.width + 6,
            y: middle - height / 2 + (n + 0.5) * lineHeight,
            fill: black,
            verticalAlign: 'middle',
          },
        })),
      ),
    };
  },
});

/** From above each is moved down as far as it must be, then from the ground up. */
export function apart(names: readonly Placed[], ground: number): Placed[] {
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

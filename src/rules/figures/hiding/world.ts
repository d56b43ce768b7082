import { boundsOf, type Equation, type Puzzle, sumOf, type Term } from './puzzle.ts';

/** One way the counts could be, as far as anybody knows: a value for each. */
export type World = Float64Array;

/**
 * Whether the counts could be so: whole, as known where they are shown, at least what they are known to be, and adding up.
 * Checked in whole numbers, so that nothing rests on how exact a solver is.
 */
export function couldBe(world: World, { counts, equations }: Puzzle, hidden: ReadonlySet<number>): boolean {
  return (
    counts.every((count, i) => {
      const value = world[i]!;
      if (!Number.isSafeInteger(value)) return false;
      if (count.kind === 'known' || (count.kind === 'open' && !hidden.has(i))) return value === count.value;
      const { least, most } = boundsOf(count);
      return value >= least && value <= most;
    }) && equations.every((equation) => holds(equation, world))
  );
}

function holds({ terms, equals, orLess }: Equation, world: World): boolean {
  const sum = sumOf(terms, world);
  return orLess ? sum <= equals : sum === equals;
}

/** Worlds that were found, and between which numbers they have what was asked about. */
export interface Worlds {
  readonly all: readonly World[];
  add(world: World): void;
  /** The least and the most that the terms come to; none where there is no world. */
  range(terms: readonly Term[]): Range;
  /** Only those in which it is so. */
  where(is: (world: World) => boolean): Worlds;
}

export interface Range {
  low: number;
  high: number;
}

export function worldsOf(found: readonly World[] = []): Worlds {
  const all = [...found];
  // The same is asked again and again, of more and more worlds.
  const known = new Map<readonly Term[], Range & { of: number }>();
  return {
    all,
    add: (world) => void all.push(world),
    range(terms) {
      const range = known.get(terms) ?? {
        low: Number.POSITIVE_INFINITY,
        high: Number.NEGATIVE_INFINITY,
        of: 0,
      };
      for (; range.of < all.length; range.of++) {
        const value = sumOf(terms, all[range.of]!);
        range.low = Math.min(range.low, value);
        range.high = Math.max(range.high, value);
      }
      known.set(terms, range);
      return range;
    },
    where: (is) => worldsOf(all.filter(is)),
  };
}

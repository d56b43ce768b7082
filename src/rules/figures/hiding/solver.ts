import type { Highs } from 'highs';
import { type ProgramRow, programOf } from './program.ts';
import { boundsOf, type Puzzle, sumOf, type Term } from './puzzle.ts';
import type { World } from './world.ts';

/** No count is tried further than this from its value: far enough, and a search needs an end. */
const FAR = 200;
/** A count whose value is not known is tried up to this. */
const FURTHEST = 1_000_000;
/** Less than this is a solver’s rounding. */
const MOVED = 1e-6;

/** Finds worlds: what the counts could be. Nothing is believed of it that `couldBe` does not check. */
export interface Solver {
  /** The count is shown from now on, or hidden; at first every open count is shown. */
  show(count: number): void;
  hide(count: number): void;
  /** The most (1) or the least (-1) that the terms can come to if counts need not be whole, and where; `null` if nowhere. */
  furthest(terms: readonly Term[], way: Way): Furthest | null;
  /** A world in which the terms come to `at` or further that way; `null` where none is found. */
  beyond(terms: readonly Term[], at: number, way: Way, whole: boolean): World | null;
  /**
   * Which shown counts would have to move, of least weight together, for the terms to come to `at` or further that way; those
   * that are 0 only where `how` says so. `null` where nothing would do.
   */
  toReach(terms: readonly Term[], at: number, way: Way, how: How): Reach | null;
  dispose(): void;
}

export type Way = 1 | -1;

export interface Furthest {
  end: number;
  /** The counts there, and the nearest that are whole. */
  values: Float64Array;
  world: World;
}

export interface How {
  /** Only whole numbers will do. */
  whole: boolean;
  zeros: boolean;
}

export interface Reach {
  move: number[];
  weight: number;
}

/** HiGHS with the puzzle in it. */
export function solverOf(highs: Highs, puzzle: Puzzle): Solver {
  const { counts } = puzzle;
  const begins = counts.map(({ value }) => value ?? 0);
  const toGo = (terms: readonly Term[], at: number, way: Way) => {
    const end = at - sumOf(terms, begins);
    return way === 1
      ? { from: end, to: Number.POSITIVE_INFINITY }
      : { from: Number.NEGATIVE_INFINITY, to: end };
  };
  // How far each count is from where it begins: one column a count.
  const once = (terms: readonly Term[]) => ({
    indices: terms.map(([count]) => count),
    values: terms.map(([, times]) => times),
  });
  const worlds = programOf(highs, counts.length, rowsOf(puzzle, begins, once));
  // The same with more and less apart, so that either can have a price: columns 2i and 2i + 1.
  const twice = (terms: readonly Term[]) => ({
    indices: terms.flatMap(([count]) => [2 * count, 2 * count + 1]),
    values: terms.flatMap(([, times]) => [times, -times]),
  });
  const moves = programOf(highs, 2 * counts.length, rowsOf(puzzle, begins, twice));

  const shown = new Set<number>();
  /** Somewhere between what it is known to be, and not too far from where it begins. */
  const open = (i: number): void => {
    const count = counts[i]!;
    if (count.kind === 'known') return;
    const { least, most } = boundsOf(count);
    const far = count.value === null ? FURTHEST : FAR;
    const below = Math.max(0, Math.min(FAR, begins[i]! - least));
    worlds.lower[i] = Math.max(-below, least - begins[i]!);
    worlds.upper[i] = Math.min(far, most - begins[i]!);
    moves.lower[2 * i] = Math.max(0, worlds.lower[i]!);
    moves.upper[2 * i] = worlds.upper[i]!;
    moves.upper[2 * i + 1] = below;
  };
  const close = (count: number): void => {
    for (const ends of [worlds.lower, worlds.upper]) ends[count] = 0;
    for (const ends of [moves.lower, moves.upper]) ends[2 * count] = ends[2 * count + 1] = 0;
  };
  for (const [i, count] of counts.entries()) {
    if (count.kind === 'open') shown.add(i);
    if (count.kind === 'hidden') open(i);
  }
  const weightOf = (i: number): number => {
    const count = counts[i]!;
    return count.kind === 'open' ? count.weight : 0;
  };
  const worldOf = (found: Float64Array): World =>
    Float64Array.from(begins, (begin, i) => begin + Math.round(found[i]!));

  return {
    show(count) {
      shown.add(count);
      close(count);
    },
    hide(count) {
      shown.delete(count);
      open(count);
    },
    furthest(terms, way) {
      for (const [count, times] of terms) worlds.costs[count] = -way * times;
      const found = worlds.cheapest(false);
      if (!found) return null;
      const values = Float64Array.from(begins, (begin, i) => begin + found[i]!);
      return { end: sumOf(terms, values), values, world: worldOf(found) };
    },
    beyond(terms, at, way, whole) {
      const found = worlds.cheapestWith({ ...once(terms), ...toGo(terms, at, way) }, whole);
      return found && worldOf(found);
    },
    toReach(terms, at, way, { whole, zeros }) {
      const could = [...shown].filter((i) => zeros || begins[i]! > 0);
      for (const i of could) {
        moves.costs[2 * i] = moves.costs[2 * i + 1] = weightOf(i);
        open(i);
      }
      const found = moves.cheapestWith({ ...twice(terms), ...toGo(terms, at, way) }, whole);
      for (const i of could) close(i);
      if (!found) return null;
      const move = could.filter((i) => found[2 * i]! > MOVED || found[2 * i + 1]! > MOVED);
      return { move, weight: move.reduce((sum, i) => sum + weightOf(i), 0) };
    },
    dispose() {
      worlds.dispose();
      moves.dispose();
    },
  };
}

const rowsOf = (
  { equations }: Puzzle,
  begins: readonly number[],
  columns: (terms: readonly Term[]) => Pick<ProgramRow, 'indices' | 'values'>,
): ProgramRow[] =>
  equations.map(({ terms, equals, orLess }) => {
    const to = equals - sumOf(terms, begins);
    return { ...columns(terms), from: orLess ? Number.NEGATIVE_INFINITY : to, to };
  });

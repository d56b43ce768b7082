import { type Guarded, type Limits, type Puzzle, sumOf, type Term } from './puzzle.ts';
import type { Solver, Way } from './solver.ts';
import { couldBe, type World, type Worlds } from './world.ts';

/** A search for worlds in which what is guarded is something else. */
export interface Search {
  puzzle: Puzzle;
  limits: Limits;
  solver: Solver;
  hidden: Set<number>;
  /** Each was checked: the counts could be so. */
  worlds: Worlds;
}

/** Less than this is a solver’s rounding. */
const HAIR = 1e-6;

/** The first world is the true one, or any where not all of it is known; `false` where there is none. */
export function begin(search: Search): boolean {
  const { puzzle, solver } = search;
  const truth = Float64Array.from(puzzle.counts, ({ value }) => value ?? Number.NaN);
  if (keep(search, truth)) return true;
  return [false, true].some((whole) => {
    const found = solver.beyond([], 0, 1, whole);
    return found !== null && keep(search, found);
  });
}

/** Whether the worlds that were found show that enough numbers remain possible for it. */
export function isSeenOpen({ worlds, limits }: Search, { terms, possible }: Guarded): boolean {
  const { low, high } = worlds.range(terms);
  return high - low + 1 >= (possible ?? limits.possible);
}

/** Whether enough numbers remain possible for it, or none of them is small where it is not known to be. */
export function isOpen(search: Search, one: Guarded): boolean {
  const { limits, solver } = search;
  const { terms, perhaps, possible = limits.possible } = one;
  const isWide = () => isSeenOpen(search, one);
  if (isWide()) return true;
  const ends: number[] = [];
  for (const way of [1, -1] as const) {
    const found = solver.furthest(terms, way);
    if (!found) return false;
    ends.push(found.end);
    keep(search, found.world);
    if (isWide()) return true;
  }
  const [most, least] = ends as [number, number];
  if (perhaps && (least > limits.small || most < 1)) return true;
  // Where counts need not be whole there is room: whether there is where they must be takes longer to find.
  if (most - least < possible - 1 - HAIR) return false;
  for (const way of [1, -1] as const) while (!isWide() && goFurther(search, terms, way));
  return isWide();
}

/** Finds a world in which the terms come to more (1) or less (-1) than in any that was found. */
function goFurther({ worlds, solver, ...search }: Search, terms: readonly Term[], way: Way): boolean {
  const { low, high } = worlds.range(terms);
  if (worlds.all.length === 0) return false;
  return [false, true].some((whole) => {
    const world = solver.beyond(terms, way === 1 ? high + 1 : low - 1, way, whole);
    return world !== null && keep({ worlds, solver, ...search }, world);
  });
}

/** Keeps what was found if the counts could really be so. */
export function keep({ puzzle, hidden, worlds }: Search, world: World): boolean {
  const isOne = couldBe(world, puzzle, hidden);
  if (isOne) worlds.add(world);
  return isOne;
}

/** Adds worlds in which all that is guarded moves at once, this way and that: most are then seen to be open. */
export function lookAround(search: Search, guarded: readonly Guarded[], times: number): void {
  const roll = rolls();
  for (let i = 0; i < times; i++) {
    const terms = together(guarded, () => (roll() < 0.5 ? -1 : 1));
    for (const way of [1, -1] as const) {
      const found = search.solver.furthest(terms, way);
      if (found) keep(search, found.world);
    }
  }
}

/**
 * Those of what is perhaps small that are known, and not small: 0, or more. That they can be nothing else is seen of all of
 * them at once: where their sum, each by a weight of its own, is the same at its most and at its least, no one of them moves.
 */
export function knownNotSmall(search: Search, guarded: readonly Guarded[]): Set<Guarded> {
  const { worlds, limits, solver } = search;
  const knownAs = ({ terms }: Guarded) => worlds.range(terms).low;
  const known = new Set(
    guarded.filter((one) => {
      const { low, high } = worlds.range(one.terms);
      return one.perhaps && low === high && (low < 1 || low > limits.small);
    }),
  );
  const roll = rolls();
  while (known.size > 0) {
    const before = new Map([...known].map((one) => [one, knownAs(one)]));
    const sum = together([...known], () => 1 + roll());
    const ends = [solver.furthest(sum, 1), solver.furthest(sum, -1)];
    if (!ends[0] || !ends[1]) return new Set();
    if (ends[0].end - ends[1].end < HAIR) return known;
    for (const { values, world } of ends.flatMap((end) => end ?? [])) {
      keep(search, world);
      for (const one of known)
        if (Math.abs(sumOf(one.terms, values) - before.get(one)!) > HAIR) known.delete(one);
    }
    if (known.size === before.size) return new Set();
  }
  return known;
}

/** The sum of all that is guarded, each this way or that. */
function together(guarded: readonly Guarded[], way: () => number): Term[] {
  const sums = new Map<number, number>();
  for (const { terms } of guarded) {
    const by = way();
    for (const [count, times] of terms) sums.set(count, (sums.get(count) ?? 0) + by * times);
  }
  return [...sums];
}

/** Numbers from 0 to 1, the same ones each time: what is hidden must not depend on chance. */
function rolls(): () => number {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

import type { Highs } from 'highs';
import { type Guarded, type Hiding, isSmall, type Limits, type Puzzle, sumOf, type Term } from './puzzle.ts';
import { type Solver, solverOf, type Way } from './solver.ts';
import { couldBe, type World } from './world.ts';

/**
 * Hides every small count, and of the others as few and as light ones as will do, so that for each small count at least
 * `possible` whole numbers remain possible to whoever has all that is shown. That they remain is proved by worlds: other
 * values of all the counts, which would look the same when given out.
 */
export function hide(highs: Highs, puzzle: Puzzle, limits: Limits): Hiding {
  const must = mustHide(puzzle, limits);
  const solver = solverOf(highs, puzzle);
  const search: Search = {
    puzzle,
    limits,
    solver,
    hidden: new Set(must),
    because: new Map(),
    worlds: [],
    roll: rolls(),
  };
  try {
    for (const count of must) solver.hide(count);
    const guarded = guardedIn(puzzle, limits);
    begin(search);
    lookAround(search, guarded, 2);
    const open = guarded.filter((one) => keepOpen(search, one));
    showAgain(search, must, open);
    const narrow = guarded.filter((one) => !open.includes(one));
    return { hidden: search.hidden, told: narrow.filter((one) => !wasToldBefore(highs, search, one)) };
  } finally {
    solver.dispose();
  }
}

interface Search {
  puzzle: Puzzle;
  limits: Limits;
  solver: Solver;
  hidden: Set<number>;
  /** For what each count was hidden that is not small itself. */
  because: Map<number, Guarded>;
  /** Each was checked: the counts could be so. */
  worlds: World[];
  roll: () => number;
}

const mustHide = ({ counts }: Puzzle, limits: Limits): Set<number> =>
  new Set(
    [...counts.keys()].filter((i) => {
      const count = counts[i]!;
      return count.kind === 'open' && isSmall(count.value, limits);
    }),
  );

const guardedIn = ({ counts, guarded }: Puzzle, limits: Limits): Guarded[] => [
  ...[...counts.entries()].flatMap(([i, count]) =>
    count.kind === 'open' && isSmall(count.value, limits) ? [{ terms: [[i, 1] as const] }] : [],
  ),
  ...guarded,
];

/** The first world is the true one, or any where not all of it is known. */
function begin(search: Search): void {
  const { puzzle, solver } = search;
  const isTrue = keep(
    search,
    Float64Array.from(puzzle.counts, ({ value }) => value ?? Number.NaN),
  );
  const found = isTrue ? null : solver.beyond([], 0, 1, true);
  if (found) keep(search, found);
}

/** Hides more until what is guarded is open; `false` where nothing more would do. */
function keepOpen(search: Search, one: Guarded): boolean {
  for (;;) {
    if (isOpen(search, one)) return true;
    const more = toOpen(search, one.terms, false) ?? toOpen(search, one.terms, true);
    if (!more) return false;
    for (const count of more) {
      search.because.set(count, one);
      search.hidden.add(count);
      search.solver.hide(count);
    }
  }
}

/** The lightest counts that, hidden, leave as many numbers possible as must be. */
function toOpen({ worlds, solver, limits }: Search, terms: readonly Term[], whole: boolean): number[] | null {
  if (worlds.length === 0) return null;
  const [low, high] = rangeOf(worlds, terms);
  const ways = [
    solver.toReach(terms, low + limits.possible - 1, 1, whole),
    solver.toReach(terms, high - limits.possible + 1, -1, whole),
  ];
  const [best] = ways
    .flatMap((way) => (way && way.move.length > 0 ? [way] : []))
    .sort((a, b) => a.weight - b.weight);
  return best?.move ?? null;
}

/** Whether enough numbers remain possible for it, or none of them is small where it is not known to be. */
function isOpen(search: Search, { terms, perhaps }: Guarded): boolean {
  const { worlds, limits, solver } = search;
  const isWide = () => {
    const [low, high] = rangeOf(worlds, terms);
    return high - low + 1 >= limits.possible;
  };
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
  if (most - least < limits.possible - 1 - HAIR) return false;
  for (const way of [1, -1] as const) while (!isWide() && goFurther(search, terms, way));
  return isWide();
}

/** Finds a world in which the terms come to more (1) or less (-1) than in any that was found. */
function goFurther(search: Search, terms: readonly Term[], way: Way): boolean {
  const [low, high] = rangeOf(search.worlds, terms);
  if (search.worlds.length === 0) return false;
  const at = way === 1 ? high + 1 : low - 1;
  return [false, true].some((whole) => {
    const world = search.solver.beyond(terms, at, way, whole);
    return world !== null && keep(search, world);
  });
}

/** Less than this is a solver’s rounding. */
const HAIR = 1e-6;

/** Keeps what was found if the counts could really be so. */
function keep({ puzzle, hidden, worlds }: Search, world: World): boolean {
  const isOne = couldBe(world, puzzle, hidden);
  if (isOne) worlds.push(world);
  return isOne;
}

const rangeOf = (worlds: readonly World[], terms: readonly Term[]): [low: number, high: number] =>
  worlds.reduce<[number, number]>(
    ([low, high], world) => {
      const value = sumOf(terms, world);
      return [Math.min(low, value), Math.max(high, value)];
    },
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );

/** Adds worlds in which all that is guarded moves at once, this way and that: most are then seen to be open. */
function lookAround(search: Search, guarded: readonly Guarded[], times: number): void {
  for (let i = 0; i < times; i++) {
    const sums = new Map<number, number>();
    for (const { terms } of guarded) {
      const way = search.roll() < 0.5 ? -1 : 1;
      for (const [count, by] of terms) sums.set(count, (sums.get(count) ?? 0) + way * by);
    }
    const terms = [...sums].sort(([a], [b]) => a - b);
    for (const way of [1, -1] as const) {
      const found = search.solver.furthest(terms, way);
      if (found) keep(search, found.world);
    }
  }
}

/** Shows again, the heaviest first, what need not be hidden after all. */
function showAgain(search: Search, must: ReadonlySet<number>, guarded: readonly Guarded[]): void {
  const { hidden, solver, puzzle, because } = search;
  const weight = (i: number) => (puzzle.counts[i] as { weight: number }).weight;
  const extra = [...hidden].filter((i) => !must.has(i)).sort((a, b) => weight(b) - weight(a) || a - b);
  for (const count of extra) {
    const { value } = puzzle.counts[count] as { value: number };
    const before = search.worlds;
    hidden.delete(count);
    solver.show(count);
    search.worlds = before.filter((world) => world[count] === value);
    // Mostly it is needed for what it was hidden for.
    const first = because.get(count)!;
    if (!guarded.includes(first) || isOpen(search, first))
      if (guarded.every((one) => isOpen(search, one))) continue;
    hidden.add(count);
    solver.hide(count);
    search.worlds = before;
  }
}

/** Whether it could be found out without anything that may be shown now. */
function wasToldBefore(highs: Highs, { puzzle, limits, roll }: Search, one: Guarded): boolean {
  const counts = puzzle.counts.map((count) =>
    count.kind === 'open' ? { kind: 'hidden' as const, value: count.value, least: 0 } : count,
  );
  const before = { ...puzzle, counts };
  const solver = solverOf(highs, before);
  try {
    return !isOpen(
      { puzzle: before, limits, solver, hidden: new Set(), because: new Map(), worlds: [], roll },
      one,
    );
  } finally {
    solver.dispose();
  }
}

/** Numbers from 0 to 1, the same ones each time: what is hidden must not depend on chance. */
function rolls(): () => number {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

import type { Highs } from 'highs';
import { type Guarded, type Hiding, isSmall, type Limits, type Puzzle } from './puzzle.ts';
import { relevant } from './relevant.ts';
import { begin, isOpen, isSeenOpen, knownNotSmall, lookAround, type Search } from './search.ts';
import { type How, solverOf } from './solver.ts';
import { worldsOf } from './world.ts';

/**
 * Hides every small count, and of the others as few and as light ones as will do, so that for each small count at least
 * `possible` whole numbers remain possible to whoever has all that is shown. That they remain is proved by worlds: other
 * values of all the counts, which would look the same when given out. `null` where no world fits the equations.
 *
 * Who knows how this is done could look through it: were this count not small, another would have been hidden. So there is
 * another world in which just the same counts are small, too, wherever hiding can bring that about.
 */
export function hide(highs: Highs, whole: Puzzle, limits: Limits): Hiding | null {
  const { puzzle, places } = relevant(whole);
  const first = decide(highs, puzzle, limits, { must: smallIn(puzzle, limits), zeros: true });
  if (first === null) return null;
  const toWhoKnows = withSameSmall(puzzle, limits);
  const going = { must: first.hidden, zeros: false };
  const { hidden } = decide(highs, toWhoKnows, { ...limits, possible: 2 }, going) ?? first;
  return { hidden: new Set([...hidden].map((i) => places[i]!)), told: first.told };
}

/** Hides what must be, and more until everything that is guarded is open; a 0 only if `zeros` says so. */
function decide(
  highs: Highs,
  puzzle: Puzzle,
  limits: Limits,
  { must, zeros }: { must: ReadonlySet<number>; zeros: boolean },
): Hiding | null {
  const solver = solverOf(highs, puzzle);
  const search: Deciding = {
    ...{ puzzle, limits, solver, worlds: worldsOf() },
    hidden: new Set(must),
    because: new Map(),
    ways: ways.filter((way) => zeros || !way.zeros),
  };
  try {
    for (const count of must) solver.hide(count);
    const all = guardedIn(puzzle, limits);
    if (!begin(search)) return null;
    lookAround(search, all, 4);
    const known = knownNotSmall(search, all);
    const guarded = all.filter((one) => !known.has(one));
    const kept = guarded.map((one) => [one, { ...one, possible: 2 }].find((as) => keepOpen(search, as)));
    const open = kept.filter((one) => one !== undefined);
    showAgain(search, must, open);
    const narrow = guarded.filter((_, i) => kept[i] === undefined);
    const isNew = (one: Guarded) => !wasToldBefore(highs, search, { ...one, possible: 2 });
    return { hidden: search.hidden, told: narrow.filter(isNew).length };
  } finally {
    solver.dispose();
  }
}

/** The same to somebody who knows of every hidden count whether it is small. */
function withSameSmall({ counts, equations, guarded }: Puzzle, limits: Limits): Puzzle {
  const bounds = (value: number) =>
    isSmall(value, limits) ? { least: 1, most: limits.small } : { least: limits.small + 1 };
  return {
    equations,
    guarded: guarded.filter(({ perhaps }) => !perhaps),
    counts: counts.map((count) => {
      if (count.kind === 'open' && count.value > 0) return { ...count, ...bounds(count.value) };
      // What was hidden when it was given out is taken to be known so, too.
      if (count.kind === 'hidden' && count.value && count.least > 0)
        return { ...count, ...bounds(count.value) };
      return count;
    }),
  };
}

interface Deciding extends Search {
  /** For what each count was hidden that is not small itself. */
  because: Map<number, Guarded>;
  ways: readonly How[];
}

const smallIn = ({ counts }: Puzzle, limits: Limits): Set<number> =>
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

/** Hides more until what is guarded is open; `false` where nothing more would do. */
function keepOpen(search: Deciding, one: Guarded): boolean {
  for (;;) {
    if (isOpen(search, one)) return true;
    const more = firstOf(search.ways, (how) => toOpen(search, one, how));
    if (!more) return false;
    for (const count of more) {
      search.because.set(count, one);
      search.hidden.add(count);
      search.solver.hide(count);
    }
  }
}

/** Whole numbers take longer to find, and a 0 is hidden only where nothing else would do. */
const ways: readonly How[] = [
  { whole: false, zeros: false },
  { whole: true, zeros: false },
  { whole: false, zeros: true },
  { whole: true, zeros: true },
];

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** The lightest counts that, hidden, leave as many numbers possible as must be. */
function toOpen({ worlds, solver, limits }: Search, { terms, possible }: Guarded, how: How): number[] | null {
  const { low, high } = worlds.range(terms);
  const more = (possible ?? limits.possible) - 1;
  const reaches = [solver.toReach(terms, low + more, 1, how), solver.toReach(terms, high - more, -1, how)];
  const [best] = reaches
    .flatMap((way) => (way && way.move.length > 0 ? [way] : []))
    .sort((a, b) => a.weight - b.weight);
  return best?.move ?? null;
}

/** Shows again, the heaviest first, what need not be hidden after all. */
function showAgain(search: Deciding, must: ReadonlySet<number>, guarded: readonly Guarded[]): void {
  const { hidden, solver, puzzle, because } = search;
  const weight = (i: number) => (puzzle.counts[i] as { weight: number }).weight;
  const extra = [...hidden].filter((i) => !must.has(i)).sort((a, b) => weight(b) - weight(a) || a - b);
  for (const count of extra) {
    const { value } = puzzle.counts[count] as { value: number };
    const before = search.worlds;
    hidden.delete(count);
    solver.show(count);
    search.worlds = before.where((world) => world[count] === value);
    // Mostly it is needed for what it was hidden for.
    const first = because.get(count)!;
    if ((!guarded.includes(first) || isOpen(search, first)) && areOpen(search, guarded)) continue;
    hidden.add(count);
    solver.hide(count);
    search.worlds = before;
  }
}

/** Whether all of them are open: those of which that is not seen yet are looked at together before one by one. */
function areOpen(search: Search, guarded: readonly Guarded[]): boolean {
  const unseen = guarded.filter((one) => !isSeenOpen(search, one));
  if (unseen.length > MANY) lookAround(search, unseen, 2);
  return unseen.every((one) => isOpen(search, one));
}

const MANY = 6;

/** Whether it could be found out without anything that may be shown now. */
function wasToldBefore(highs: Highs, { puzzle, limits }: Search, one: Guarded): boolean {
  const counts = puzzle.counts.map((count) =>
    count.kind === 'open' ? { kind: 'hidden' as const, value: count.value, least: 0 } : count,
  );
  const before = { ...puzzle, counts };
  const solver = solverOf(highs, before);
  try {
    return !isOpen({ puzzle: before, limits, solver, hidden: new Set(), worlds: worldsOf() }, one);
  } finally {
    solver.dispose();
  }
}

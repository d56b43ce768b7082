import type { Count, Equation, Guarded, Puzzle, Term } from './puzzle.ts';

/** The part of a puzzle on which something depends that may be shown or hidden, and where its counts were in the whole. */
export interface Relevant {
  puzzle: Puzzle;
  places: readonly number[];
}

/**
 * Leaves out what is known and what follows from it at once, and then every count that no equation ties, over others, to one
 * that may be shown: nothing that is decided now can tell of it.
 */
export function relevant({ counts, equations, guarded }: Puzzle): Relevant {
  const fixed = whatFollows(counts, equations);
  const left = equations.map((equation) => without(equation, fixed));
  const groups = groupsOf(counts.length, left);
  const open = new Set(
    [...counts.keys()].filter((i) => counts[i]!.kind === 'open' && !fixed.has(i)).map(groups),
  );
  const places = [...counts.keys()].filter((i) => !fixed.has(i) && open.has(groups(i)));
  const now = new Map(places.map((place, i) => [place, i]));
  const moved = (terms: readonly Term[]): Term[] => terms.map(([i, times]) => [now.get(i)!, times]);
  const isIn = (terms: readonly Term[]) => terms.length > 0 && terms.every(([i]) => now.has(i));
  return {
    places,
    puzzle: {
      counts: places.map((i) => counts[i]!),
      equations: left.flatMap((one) => (isIn(one.terms) ? [{ ...one, terms: moved(one.terms) }] : [])),
      guarded: guarded.flatMap((one) => guardIn(one, fixed, isIn, moved)),
    },
  };
}

/** What is guarded without what is fixed in it: that makes it no more and no less open. */
function guardIn(
  one: Guarded,
  fixed: ReadonlyMap<number, number>,
  isIn: (terms: readonly Term[]) => boolean,
  moved: (terms: readonly Term[]) => Term[],
): Guarded[] {
  // Where only a small value matters, what is fixed does, too.
  if (one.perhaps) return isIn(one.terms) ? [{ ...one, terms: moved(one.terms) }] : [];
  const terms = one.terms.filter(([i]) => !fixed.has(i));
  return isIn(terms) ? [{ ...one, terms: moved(terms) }] : [];
}

/** The counts that are known, and those that follow from one equation, one after the other. */
function whatFollows(counts: readonly Count[], equations: readonly Equation[]): Map<number, number> {
  const fixed = new Map<number, number>();
  for (const [i, count] of counts.entries()) if (count.kind === 'known') fixed.set(i, count.value);
  for (let size = -1; size < fixed.size; ) {
    size = fixed.size;
    for (const equation of equations) {
      if (equation.orLess) continue;
      const { terms, equals } = without(equation, fixed);
      const [first] = terms;
      const sign = Math.sign(first?.[1] ?? 0);
      if (terms.length === 1 && !isOpen(counts, first![0])) fixed.set(first![0], equals / first![1]);
      // None is below 0: together they are 0 only if each is.
      else if (equals === 0 && terms.every(([i, times]) => Math.sign(times) === sign && !isOpen(counts, i)))
        for (const [i] of terms) fixed.set(i, 0);
    }
  }
  return fixed;
}

const isOpen = (counts: readonly Count[], i: number): boolean => counts[i]!.kind === 'open';

function without({ terms, equals, ...rest }: Equation, fixed: ReadonlyMap<number, number>): Equation {
  let left = equals;
  const open = terms.filter(([i, times]) => {
    const value = fixed.get(i);
    if (value !== undefined) left -= times * value;
    return value === undefined;
  });
  return { ...rest, terms: open, equals: left };
}

/** Which group a count is in, by one that stands for all of it: counts of one equation are of one group. */
function groupsOf(counts: number, equations: readonly Equation[]): (count: number) => number {
  const over = Array.from({ length: counts }, (_, i) => i);
  const top = (i: number): number => {
    let at = i;
    while (over[at] !== at) at = over[at] = over[over[at]!]!;
    return at;
  };
  for (const { terms } of equations) for (const [i] of terms.slice(1)) over[top(i)] = top(terms[0]![0]);
  return top;
}

import { type Equation, type Puzzle, sumOf } from './puzzle.ts';

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
      if (count.kind === 'hidden') return value >= count.least;
      return hidden.has(i) ? value >= 1 : value === count.value;
    }) && equations.every((equation) => holds(equation, world))
  );
}

function holds({ terms, equals, orLess }: Equation, world: World): boolean {
  const sum = sumOf(terms, world);
  return orLess ? sum <= equals : sum === equals;
}

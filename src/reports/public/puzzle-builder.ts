import type { Count, Equation, Guarded, Puzzle, Term } from '../../rules/figures/hiding/puzzle.ts';
import type { Cell } from '../report.ts';
import { type CountTable, tableKey } from './tables.ts';

/** A count that did not change between two times is one count: who guesses that nothing changed guesses right. */
export const nameOf = (table: Pick<CountTable, 'report' | 'whose'>, cell: Cell, value: number): string =>
  `${tableKey(table)} ${cell} ${value}`;

/** A puzzle in the making: each count has a name, each equation stands once. */
export interface PuzzleBuilder {
  add(name: string, count: Count): number;
  at(name: string): number | undefined;
  /** The counts add up to 0; with `orLess`, to no more. */
  equation(terms: readonly Term[], orLess?: true): void;
  guard(one: Guarded): void;
  built(): Puzzle;
}

export function puzzleBuilder(): PuzzleBuilder {
  const counts: Count[] = [];
  const places = new Map<string, number>();
  const equations = new Map<string, Equation>();
  const guarded: Guarded[] = [];
  return {
    add(name, count) {
      const place = counts.push(count) - 1;
      places.set(name, place);
      return place;
    },
    at: (name) => places.get(name),
    equation(terms, orLess) {
      const sorted = together(terms);
      if (sorted.length === 0) return;
      const key = `${sorted.map((term) => term.join('×')).join(' ')} ${orLess ?? ''}`;
      equations.set(key, { terms: sorted, equals: 0, ...(orLess && { orLess }) });
    },
    guard: (one) => void guarded.push({ ...one, terms: together(one.terms) }),
    built: () => ({ counts, equations: [...equations.values()], guarded }),
  };
}

/** Each count once, in order. */
function together(terms: readonly Term[]): Term[] {
  const times = new Map<number, number>();
  for (const [count, by] of terms) times.set(count, (times.get(count) ?? 0) + by);
  return [...times].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b);
}

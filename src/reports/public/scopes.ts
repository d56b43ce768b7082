import type { Scope } from '../report.ts';

/** Whose referrals a table counts. */
export type Whose = Pick<Scope, 'circuits' | 'program'>;

export const keyOf = ({ circuits, program }: Whose): string =>
  `${circuits === null ? 'all' : [...circuits].sort((a, b) => a - b).join(',')} ${program ?? 'all'}`;

/** Whether all of `inner` are also of `outer`. */
export const isWithin = (inner: Whose, outer: Whose): boolean =>
  (outer.circuits === null ||
    (inner.circuits?.every((circuit) => outer.circuits?.includes(circuit)) ?? false)) &&
  (outer.program === null || outer.program === inner.program);

/**
 * The scopes cut into pieces that do not overlap, each as large as it can be: for each piece, which of the scopes it is a
 * part of. Circuits and programs that none of them names are a piece together.
 */
export function piecesOf(scopes: readonly Whose[]): boolean[][] {
  const circuits = [...new Set(scopes.flatMap((scope) => scope.circuits ?? [])), null];
  const programs = [...new Set(scopes.flatMap((scope) => scope.program ?? [])), null];
  const pieces = new Map<string, boolean[]>();
  for (const circuit of circuits) {
    for (const program of programs) {
      const isOf = scopes.map(
        (scope) =>
          (scope.circuits === null || (circuit !== null && scope.circuits.includes(circuit))) &&
          (scope.program === null || scope.program === program),
      );
      if (isOf.includes(true)) pieces.set(isOf.map(Number).join(''), isOf);
    }
  }
  return [...pieces.values()];
}

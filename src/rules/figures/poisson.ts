import { chiSquareAbove, gammaAbove } from './gamma.ts';

export interface Ends {
  low: number;
  high: number;
}

/**
 * Between which means a count of `n` is likely, at the confidence `level` (0.95): the exact interval for what comes
 * independently (F. Garwood, Biometrika 28, 1936).
 */
export function countInterval(n: number, level: number): Ends {
  const tail = (1 - level) / 2;
  return { low: n === 0 ? 0 : gammaAbove(n, 1 - tail), high: gammaAbove(n + 1, tail) };
}

export interface Evenness {
  /** Variance of the counts over what chance gives: 1 by chance alone, more in clumps. */
  index: number;
  /** How likely chance alone gives counts as uneven as these or more. */
  chance: number;
}

/**
 * Whether counts of like stretches are more uneven than chance makes them: R. A. Fisher’s dispersion test. `weights`: how long
 * each stretch is, equal where not given. `null` of fewer than two stretches, or where nothing came.
 */
export function evennessOf(
  counts: readonly number[],
  weights: readonly number[] = counts.map(() => 1),
): Evenness | null {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (counts.length < 2 || total === 0) return null;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const square = counts.reduce((sum, n, i) => {
    const expected = (total * weights[i]!) / whole;
    return sum + (n - expected) ** 2 / expected;
  }, 0);
  const degrees = counts.length - 1;
  return { index: square / degrees, chance: chiSquareAbove(square, degrees) };
}

import { deviationsHolding } from './normal.ts';

/** The two ends of an interval, as shares between 0 and 1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson’s score interval for a share of which `part` of `of` were seen, at so many percent of confidence, without a
 * correction for continuity (Wilson 1927; method 3 of Newcombe, Statistics in Medicine 17, 1998). It holds for small
 * counts and for shares near 0 and 1 too. `null` of nothing.
 */
export function wilson(part: number, of: number, confidence: number): Interval | null {
  if (!(part >= 0 && part <= of)) throw new RangeError(`${part} is no part of ${of}.`);
  if (of === 0) return null;
  const z = deviationsHolding(confidence);
  const share = part / of;
  const middle = 2 * part + z * z;
  const spread = z * Math.sqrt(z * z + 4 * part * (1 - share));
  const width = 2 * (of + z * z);
  // At the ends the formula is exactly 0 and 1; rounding errors must not show.
  return {
    low: part === 0 ? 0 : (middle - spread) / width,
    high: part === of ? 1 : (middle + spread) / width,
  };
}

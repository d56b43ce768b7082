import { upperFraction } from './gamma.ts';

/**
 * Erlang’s loss formula: where nobody waits, how many find every place taken. It holds for any distribution of how long a
 * place is held, with arrivals that come independently of each other (A. K. Erlang 1917; insensitivity: B. A. Sevastyanov
 * 1957).
 */

/**
 * The share, 0 to 1, that finds every one of `places` taken, where `load` places would be in use on average if there were
 * always room: arrivals times the mean time that a place is held. Places that serve in part count in part (Fortet’s integral,
 * D. L. Jagerman, Bell System Technical Journal 53, 1974). Refuses a load or places below 0.
 */
export function lossShare(load: number, places: number): number {
  if (!(load >= 0 && places >= 0)) throw new RangeError('load and places are 0 or more');
  if (load === 0) return places === 0 ? 1 : 0;
  const whole = Math.floor(places);
  const part = places - whole;
  // One over the share, which grows with each place and is never a difference of large numbers.
  let inverse = part === 0 ? 1 : load * upperFraction(part + 1, load);
  for (let n = 1; n <= whole; n += 1) inverse = 1 + ((n + part) / load) * inverse;
  return Math.min(1, 1 / inverse);
}

/**
 * The least number of steps of `perStep` places each with which no more than `target` find none. Refuses a target that is not
 * above 0 and at most 1.
 */
export function leastFor(load: number, target: number, perStep = 1): number {
  if (!(target > 0 && target <= 1)) throw new RangeError('the target is a share above 0');
  let n = 0;
  while (lossShare(load, n * perStep) > target) n += 1;
  return n;
}

/**
 * About the share where arrivals come in clumps: `peakedness` is the variance of the places that would be in use, if there
 * were always room, over their mean; 1 by chance alone (Hayward’s approximation: A. A. Fredericks, Bell System Technical
 * Journal 59, 1980). Rather less than more: see its test.
 */
export const clumpedLossShare = (load: number, places: number, peakedness: number): number =>
  lossShare(load / peakedness, places / peakedness);

/** The standard normal distribution. */

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** The share of it below `x`, by its series (Marsaglia, “Evaluating the Normal Distribution”, 2004). */
export function normalBelow(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  let [sum, term] = [x, x];
  for (let i = 3; Math.abs(term) > Number.EPSILON * Math.abs(sum); i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * density(x);
}

/**
 * How many standard deviations around the middle hold so many percent: 1.96 for 95. Between 0 and 99.99 percent, both
 * excluded.
 */
export function deviationsHolding(percent: number): number {
  if (!(percent > 0 && percent < 99.99)) throw new RangeError(`${percent} % is no confidence level.`);
  const share = 0.5 + percent / 200;
  // Above the middle the curve bends down, so that Newton’s steps come from below and never pass the mark.
  let x = 0;
  for (let step = 1; Math.abs(step) > 1e-13; x += step) step = (share - normalBelow(x)) / density(x);
  return x;
}

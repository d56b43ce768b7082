/**
 * The incomplete gamma function, from which the chi-square and Poisson distributions follow: a series below, a continued
 * fraction above (Abramowitz & Stegun 6.5.29 and 6.5.31; Lentz’s method), to about 14 digits.
 */

const steps = 100_000;
const tiny = 1e-300;
const close = 1e-15;

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of Γ(x), for x > 0 (Lanczos, g = 7). */
export function logGamma(x: number): number {
  const at = x - 1;
  const sum = lanczos.reduce((all, c, i) => (i === 0 ? c : all + c / (at + i)), 0);
  const t = at + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Γ(a, x) · e^x · x^−a by its continued fraction, for x > 0; quick where x is not small beside a. */
export function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / (Math.abs(b) < tiny ? tiny : b);
  let result = d;
  for (let i = 1; i <= steps; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    result *= d * c;
    if (Math.abs(d * c - 1) < close) break;
  }
  return result;
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let i = 1; i <= steps; i += 1) {
    term *= x / (a + i);
    sum += term;
    if (term < sum * close) break;
  }
  return sum;
}

/** Q(a, x) = Γ(a, x) / Γ(a): how likely a gamma of shape `a` is above `x`; for a > 0, x ≥ 0. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

/** How likely chance alone gives a chi-square of `value` or more with so many degrees of freedom. */
export const chiSquareAbove = (value: number, degrees: number): number => upperGamma(degrees / 2, value / 2);

/** The x above which a gamma of shape `a` is with probability `p`, for 0 < p < 1, by bisection. */
export function gammaAbove(a: number, p: number): number {
  let low = 0;
  let high = Math.max(1, a);
  while (upperGamma(a, high) > p) high *= 2;
  for (let i = 0; i < 200 && high - low > close * high; i += 1) {
    const middle = (low + high) / 2;
    if (upperGamma(a, middle) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

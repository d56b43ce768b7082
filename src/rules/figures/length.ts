/** How long a case held its place while it was watched, in days since its assignment. */
export interface Held {
  /** How old it was when the time that is looked at began; 0 where it began within it. */
  from: number;
  /** How old it was when it ended, or when it was last seen. */
  until: number;
  ended: boolean;
}

export interface Length {
  /** Days. */
  mean: number;
  /** Cases that ended: what the length rests on. */
  ended: number;
  /** The share of cases that are as long as the longest that was seen and still open. */
  beyond: number;
  /** How much two cases begun together overlap, over the mean: ½ where lengths are exponential, 1 where they are equal. */
  overlap: number;
}

/**
 * The mean length of cases, those still open counted for what they have shown so far: the product-limit estimate with late
 * entry (E. L. Kaplan & P. Meier 1958; O. O. Aalen 1978). What is open beyond the longest counts as ending there (B. Efron
 * 1967). To leave out open cases would make the length too short, to count them as ended still shorter. `null` where none ended.
 */
export function lengthOf(cases: readonly Held[]): Length | null {
  const seen = cases.filter(({ from, until }) => until > from || (until === 0 && from === 0));
  const ends = [...new Set(seen.filter((one) => one.ended).map((one) => one.until))].sort((a, b) => a - b);
  if (ends.length === 0) return null;
  const entries = seen.map(({ from }) => from).sort((a, b) => a - b);
  const exits = seen.map(({ until }) => until).sort((a, b) => a - b);
  const endings = new Map<number, number>();
  for (const one of seen) if (one.ended) endings.set(one.until, (endings.get(one.until) ?? 0) + 1);
  let [entered, left, at, still] = [0, 0, 0, 1];
  let [mean, square] = [0, 0];
  const stay = (until: number) => {
    mean += still * (until - at);
    square += still ** 2 * (until - at);
    at = until;
  };
  for (const end of ends) {
    stay(end);
    // Who enters at this very age was not seen before it, but at age 0.
    while (entered < entries.length && (entries[entered]! < end || entries[entered] === 0)) entered += 1;
    while (left < exits.length && exits[left]! < end) left += 1;
    still *= 1 - endings.get(end)! / (entered - left);
  }
  const longest = Math.max(at, exits.at(-1)!);
  const beyond = still;
  stay(longest);
  const ended = [...endings.values()].reduce((sum, n) => sum + n, 0);
  return { mean, ended, beyond, overlap: mean === 0 ? 1 : square / mean };
}

/**
 * What somebody has who was given all that was given out: counts, some of them known, and equations between them. They also
 * know that counts are whole numbers, and how this program hides. Counts go by their place in the list.
 */
export interface Puzzle {
  counts: readonly Count[];
  equations: readonly Equation[];
  /** What must not be found out, besides the small counts among those that may be shown. */
  guarded: readonly Guarded[];
}

export type Count =
  /** It may be shown or hidden. A 0 is shown unless nothing else would do, so that what is hidden is taken to be at least 1. */
  | { kind: 'open'; value: number; weight: number; least?: number; most?: number }
  /** It was given out. */
  | { kind: 'known'; value: number }
  /** It was never given out, and is known to be at least `least`; its value is `null` where this program does not know it. */
  | { kind: 'hidden'; value: number | null; least: number; most?: number };

/** The counts, each so many times, add up to `equals`; with `orLess`, to no more. */
export interface Equation {
  terms: readonly Term[];
  equals: number;
  orLess?: true;
}

export type Term = readonly [count: number, times: number];

/** A combination of counts that must not be found out. */
export interface Guarded {
  terms: readonly Term[];
  /** Whether it is small is not known here: it must not be found out that it is. */
  perhaps?: true;
  /** So many whole numbers must remain possible for it, where it can’t be as many as for others. */
  possible?: number;
}

/** How much is small, and how much must stay open. */
export interface Limits {
  /** Counts of 1 to this many are small. */
  small: number;
  /**
   * So many whole numbers must remain possible for what is guarded; two where what was given out before leaves no more.
   */
  possible: number;
}

/** What was decided. */
export interface Hiding {
  /** The counts that are hidden, by their place. */
  hidden: ReadonlySet<number>;
  /** How much could be found out although all is hidden that can be, and could not be found out before. */
  told: number;
}

/** What somebody takes a hidden count to be at least; of a 0 that had to be hidden they are wrong. */
export const leastOf = (value: number): number => (value > 0 ? 1 : 0);

/** Between which numbers a count is known to be where it is hidden. */
export function boundsOf(count: Exclude<Count, { kind: 'known' }>): { least: number; most: number } {
  const { least = leastOf(count.value ?? 0), most = Number.POSITIVE_INFINITY } = count;
  return { least, most };
}

export const isSmall = (value: number, { small }: Limits): boolean => value >= 1 && value <= small;

/** What the terms come to with these values. */
export function sumOf(terms: readonly Term[], values: { readonly [count: number]: number }): number {
  let sum = 0;
  for (const [count, times] of terms) sum += times * values[count]!;
  return sum;
}

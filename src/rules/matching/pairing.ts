import { changeRound } from './augment.ts';
import type { Groups } from './groups.ts';
import type { Openings } from './openings.ts';
import { NONE, type Ties } from './ties.ts';

/** Who gets which opening, and how things stood at that family's turn. */
export interface Pair {
  family: number;
  opening: number;
  /** More preferred openings that families further down need, the preferred first: one a kind. */
  passedOver: readonly number[];
  /** Openings left with specialists who could serve, this one included. */
  left: number;
  /** How many of those would be filled at as few open cases. */
  asFew: number;
  /** Whether another of these specialists has been idle as long. */
  tied: boolean;
}

/**
 * Gives each family in order of rank the most preferred opening of the plan that still leaves all families after it
 * one of the plan. Expects the ties to hold such a plan; uses them up.
 */
export const pairOff = ({ needOf, openings, ties }: Groups, served: readonly number[]): Pair[] =>
  served.map((family) => {
    const need = ties.kinds + needOf[family]!;
    const tie = choose(need, ties, openings);
    const kind = ties.both[tie]! - need;
    const pair = standing(family, need, openings.next[kind]!, ties, openings);
    ties.count[tie]! -= 1;
    giveAway(kind, openings);
    return pair;
  });

const giveAway = (kind: number, { left, planned, next, following }: Openings): void => {
  left[kind]! -= 1;
  planned[kind]! -= 1;
  next[kind] = following[next[kind]!]!;
};

const choose = (need: number, ties: Ties, openings: Openings): number => {
  for (;;) {
    const tie = preferred(need, ties, openings);
    if (ties.count[tie]! > 0 || changeRound(ties, need, tie)) return tie;
  }
};

const preferred = (
  need: number,
  { first, list, far, barred }: Ties,
  { count, planned, next }: Openings,
): number => {
  let best = NONE;
  let bestNext = count;
  for (let at = first[need]!; at < first[need + 1]!; at += 1) {
    const kind = far[at]!;
    if (next[kind]! >= bestNext || planned[kind] === 0 || barred[list[at]!] === 1) continue;
    best = list[at]!;
    bestNext = next[kind]!;
  }
  return best;
};

const none: readonly number[] = [];

const standing = (
  family: number,
  need: number,
  opening: number,
  { first, far }: Ties,
  openings: Openings,
): Pair => {
  const { next, planned } = openings;
  let passedOver = none;
  let left = 0;
  let asFew = 0;
  let tied = false;
  for (let at = first[need]!; at < first[need + 1]!; at += 1) {
    const kind = far[at]!;
    const one = next[kind]!;
    left += openings.left[kind]!;
    if (one < opening && planned[kind]! > 0) passedOver = [...passedOver, one];
    if (openings.openCases[one] === openings.openCases[opening]) asFew += openings.asFew[one]!;
    const other = one === opening ? openings.following[one]! : one;
    tied ||= openings.level[other] === openings.level[opening];
  }
  if (passedOver.length > 1) passedOver = passedOver.toSorted((a, b) => a - b);
  return { family, opening, passedOver, left, asFew, tied };
};

import { changeRound, NONE } from './augment.ts';
import type { Groups } from './groups.ts';
import type { Openings } from './openings.ts';
import type { Ties } from './ties.ts';

/** Which opening a family gets, and how things stood at its turn. */
export interface Pair {
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
 * Gives the family whose turn it is the most preferred opening of the plan that still leaves all families after it one
 * of the plan. Expects the families in order of rank, and the ties to hold such a plan; uses it up.
 */
export const pairOff = ({ needOf, openings, ties }: Groups, family: number): Pair => {
  const need = ties.kinds + needOf[family]!;
  const tie = choose(need, ties, openings);
  const kind = ties.both[tie]! - need;
  const pair = standing(need, openings.next[kind]!, ties, openings);
  ties.count[tie]! -= 1;
  giveAway(kind, openings);
  return pair;
};

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
  const to = first[need + 1]!;
  for (let at = first[need]!; at < to; at += 1) {
    const kind = far[at]!;
    if (next[kind]! >= bestNext || planned[kind] === 0 || barred[list[at]!] === 1) continue;
    best = list[at]!;
    bestNext = next[kind]!;
  }
  return best;
};

const standing = (need: number, opening: number, ties: Ties, openings: Openings): Pair => {
  const { first, far } = ties;
  const { next, following, openCases, level } = openings;
  const to = first[need + 1]!;
  let left = 0;
  let asFew = 0;
  let tied = false;
  for (let at = first[need]!; at < to; at += 1) {
    const kind = far[at]!;
    const one = next[kind]!;
    left += openings.left[kind]!;
    if (openCases[one] !== openCases[opening]) continue;
    asFew += openings.asFew[one]!;
    const other = one === opening ? following[one]! : one;
    if (level[other] === level[opening]) tied = true;
  }
  return { opening, passedOver: passedOver(need, opening, ties, openings), left, asFew, tied };
};

const none: readonly number[] = [];

const passedOver = (
  need: number,
  opening: number,
  { first, far }: Ties,
  { next, planned }: Openings,
): readonly number[] => {
  let passed: number[] | undefined;
  const to = first[need + 1]!;
  for (let at = first[need]!; at < to; at += 1) {
    const kind = far[at]!;
    if (next[kind]! >= opening || planned[kind] === 0) continue;
    if (passed === undefined) passed = [next[kind]!];
    else insert(passed, next[kind]!);
  }
  return passed ?? none;
};

/** These are so few that sorting them afterwards would take longer. */
const insert = (sorted: number[], one: number): void => {
  let at = sorted.length;
  for (; at > 0 && sorted[at - 1]! > one; at -= 1) sorted[at] = sorted[at - 1]!;
  sorted[at] = one;
};

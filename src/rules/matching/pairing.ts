import { changeRound } from './augment.ts';
import type { Kind, Need, Place, Tie, Waiting } from './groups.ts';

/** Who gets which place, and how things stood at that family's turn. */
export interface Pair extends Waiting {
  place: Place;
  /** More preferred places that families further down need, the preferred first: one a kind. */
  passedOver: readonly Place[];
  /** Openings left with specialists who could serve, this one included. */
  left: number;
  /** How many of those would be filled at as few open cases. */
  asFew: number;
  /** Whether another of these specialists has been idle as long. */
  tied: boolean;
}

/**
 * Gives each family in order of rank the most preferred place of the plan that still leaves all families after it
 * a place of the plan. Expects the ties to hold such a plan; uses them up.
 */
export const pairOff = (served: readonly Waiting[]): Pair[] =>
  served.map((waiting) => {
    const tie = choose(waiting.need);
    const { kind } = tie;
    const pair = standing(waiting, kind.next!);
    pair.place.holder = waiting;
    tie.count -= 1;
    kind.taken += 1;
    kind.next = kind.places[kind.taken];
    return pair;
  });

const choose = (need: Need): Tie => {
  for (;;) {
    const tie = preferred(need);
    if (tie.count > 0 || changeRound(need, tie)) return tie;
  }
};

const preferred = (need: Need): Tie => {
  let best: Tie | undefined;
  for (const tie of need.ties) {
    if (tie.barred || !hasNext(tie.kind)) continue;
    if (best === undefined || tie.kind.next!.rank < best.kind.next!.rank) best = tie;
  }
  return best!;
};

const none: readonly Place[] = [];

const standing = ({ family, need }: Waiting, place: Place): Pair => {
  let passedOver = none;
  let left = 0;
  let asFew = 0;
  let tied = false;
  for (const { kind } of need.ties) {
    const { next } = kind;
    if (next === undefined) continue;
    if (next.rank < place.rank && hasNext(kind)) passedOver = [...passedOver, next];
    left += kind.places.length - kind.taken;
    asFew += Math.max(0, (kind.ends[place.openCases] ?? 0) - kind.taken);
    const other = next === place ? kind.places[kind.taken + 1] : next;
    tied ||= other?.level === place.level;
  }
  if (passedOver.length > 1) passedOver = passedOver.toSorted((a, b) => a.rank - b.rank);
  return { family, need, place, passedOver, left, asFew, tied };
};

const hasNext = (kind: Kind): boolean => kind.taken < kind.used;

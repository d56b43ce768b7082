import { changeRound } from './augment.ts';
import type { Kind, Need, Place, Tie, Waiting } from './groups.ts';

/** Who gets which place, and how things stood at that family's turn. */
export interface Pair extends Waiting {
  place: Place;
  /** More preferred places that families further down need, the preferred first: one a kind. */
  passedOver: Place[];
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
  served.map(({ family, need }) => {
    const tie = choose(need);
    const pair = { family, need, ...standing(need, nextOf(tie.kind)!) };
    tie.count -= 1;
    tie.kind.taken += 1;
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
    if (best === undefined || nextOf(tie.kind)!.rank < nextOf(best.kind)!.rank) best = tie;
  }
  return best!;
};

const standing = (need: Need, place: Place) => {
  const passedOver: Place[] = [];
  let [left, asFew, tied] = [0, 0, false];
  for (const { kind } of need.ties) {
    const next = nextOf(kind);
    if (next && hasNext(kind) && next.rank < place.rank) passedOver.push(next);
    left += kind.places.length - kind.taken;
    asFew += Math.max(0, (kind.ends[place.openCases] ?? 0) - kind.taken);
    tied ||= isLevel(place, next === place ? kind.places[kind.taken + 1] : next);
  }
  passedOver.sort((a, b) => a.rank - b.rank);
  return { place, passedOver, left, asFew, tied };
};

const isLevel = (place: Place, other: Place | undefined): boolean =>
  other?.openCases === place.openCases && other.specialist.idleSince === place.specialist.idleSince;

const nextOf = (kind: Kind): Place | undefined => kind.places[kind.taken];

const hasNext = (kind: Kind): boolean => kind.taken < kind.used;

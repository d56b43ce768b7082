import { NONE } from './augment.ts';
import type { Kind } from './kinds.ts';
import { fits, type Need } from './needs.ts';

/**
 * Which kinds can serve which needs. Both are groups: the kinds by their numbers, the needs by theirs after the last kind.
 * Ties have numbers as well, and there is a list for each thing to know of a group or of a tie.
 */
export interface Ties {
  kinds: number;
  /** The ties of a group are those of `list` from `first[group]` up to `first[group + 1]`. */
  first: Int32Array;
  list: Int32Array;
  /** For each of these, the group on the other side. */
  far: Int32Array;
  /** The numbers of the two groups of a tie, added: one less gives the other. */
  both: Int32Array;
  /** How many families of the need are with the kind. */
  count: Int32Array;
  /** 1: no plan that is as good uses the tie any more. */
  barred: Uint8Array;
  /** How many more of the group may be tied. */
  room: Int32Array;
  /** The mark of a search: the tie that it came by. */
  via: Int32Array;
  /** The groups that the search has reached, in that order, and how many. */
  trail: Int32Array;
  reached: number;
}

/** Ties each need to the fitting kinds with openings; the most demanding come first, for short searches. */
export const tieTogether = (needs: readonly Need[], kinds: readonly Kind[]): Ties => {
  const ofNeed: number[] = [];
  const ofKind: number[] = [];
  for (const number of mostDemandingFirst(needs)) {
    const need = needs[number]!;
    const team = need.team.kinds;
    for (let at = 0; at < team.length; at += 1) {
      const kind = team[at]!;
      if (kind.able === 0 || !fits(need, at)) continue;
      ofNeed.push(kinds.length + number);
      ofKind.push(kind.number);
    }
  }
  return tiesBetween(ofNeed, ofKind, kinds.length, kinds.length + needs.length);
};

const mostDemandingFirst = (needs: readonly Need[]): number[] =>
  needs.map((_, number) => number).sort((a, b) => needs[b]!.demands.length - needs[a]!.demands.length);

const tiesBetween = (
  ofNeed: readonly number[],
  ofKind: readonly number[],
  kinds: number,
  groups: number,
): Ties => {
  const ties = ofNeed.length;
  const first = new Int32Array(groups + 1);
  const both = new Int32Array(ties);
  for (let tie = 0; tie < ties; tie += 1) {
    first[ofNeed[tie]!]! += 1;
    first[ofKind[tie]!]! += 1;
    both[tie] = ofNeed[tie]! + ofKind[tie]!;
  }
  for (let group = 1; group <= groups; group += 1) first[group]! += first[group - 1]!;
  // Each number is now where the ties of the group end, and goes down to where they begin as they are entered.
  const list = new Int32Array(2 * ties);
  const far = new Int32Array(2 * ties);
  const enter = (tie: number, group: number, other: number) => {
    first[group]! -= 1;
    list[first[group]!] = tie;
    far[first[group]!] = other;
  };
  for (let tie = ties - 1; tie >= 0; tie -= 1) {
    enter(tie, ofNeed[tie]!, ofKind[tie]!);
    enter(tie, ofKind[tie]!, ofNeed[tie]!);
  }
  return {
    kinds,
    first,
    list,
    far,
    both,
    count: new Int32Array(ties),
    barred: new Uint8Array(ties),
    room: new Int32Array(groups),
    via: new Int32Array(groups).fill(NONE),
    trail: new Int32Array(groups),
    reached: 0,
  };
};

import { type Kind, kindsOf } from './kinds.ts';
import { type Need, needsOf } from './needs.ts';
import { type Openings, openingsInOrder } from './openings.ts';
import { inOrder, rankOf } from './order.ts';
import type { AvailableSpecialist, WaitingFamily } from './plan.ts';
import { type Ties, tieTogether } from './ties.ts';

/**
 * Who waits in order of rank, what is free in order of preference, and who can serve whom, group by group. All go
 * by number: families, specialists, kinds and needs by where they stand in their lists.
 */
export interface Groups {
  families: readonly WaitingFamily[];
  specialists: readonly AvailableSpecialist[];
  /** The families in order of rank. */
  waiting: Int32Array;
  /** The need of each family. */
  needOf: Int32Array;
  needs: Need[];
  kinds: Kind[];
  openings: Openings;
  ties: Ties;
}

/** Both sides in groups and in order, whatever order the lists come in. */
export const inGroups = (
  families: readonly WaitingFamily[],
  specialists: readonly AvailableSpecialist[],
): Groups => {
  const { kinds, kindOf } = kindsOf(specialists);
  const openings = openingsInOrder(specialists, kindOf, kinds);
  const { needs, needOf } = needsOf(families, kinds);
  const waiting = inOrder(ranksOf(families), (family) => families[family]!.referral);
  const ties = tieTogether(needs, kinds);
  return { families, specialists, waiting, needOf, needs, kinds, openings, ties };
};

const ranksOf = (families: readonly WaitingFamily[]): Float64Array => {
  const ranks = new Float64Array(families.length);
  for (let at = 0; at < families.length; at += 1) ranks[at] = rankOf(families[at]!);
  return ranks;
};

import { findRoom, unmark } from './matching/augment.ts';
import { explainLeftOut } from './matching/blockers.ts';
import { type Groups, inGroups } from './matching/groups.ts';
import type { AvailableSpecialist, MatchPlan, WaitingFamily } from './matching/plan.ts';
import { placeAll } from './matching/whys.ts';

export { canServe, couldServeNow, openingsOf, totalOpenings } from './matching/fitness.ts';
export { blockerInWords, pastInWords, whyInWords } from './matching/in-words.ts';
export { pastThePlan, unmetBy } from './matching/past.ts';
export type {
  Ask,
  AvailableSpecialist,
  Blocker,
  MatchPlan,
  Placement,
  Serving,
  Unserved,
  WaitingFamily,
  Why,
} from './matching/plan.ts';

/**
 * The plan for the families that could be placed now and the specialists at work: who goes to whom, and why, and
 * what stands in the way of the others. Referral numbers and specialist codes must each be unique.
 *
 * What it guarantees, in this order [000 program description, 002 Community Referral form]:
 * 1. Going down the families in order of rank (priority, time received, number), each is served unless that
 *    would leave out one above it; and no plan serves more families.
 * 2. Among such plans, going down the openings in order of preference (fewer open cases, idle longest, code), each
 *    is used unless that would leave a more preferred one empty.
 * 3. Among such plans, going down the families again, each has the most preferred opening that those above it
 *    leave.
 * There is exactly one such plan, so the order of the lists never matters.
 */
export const planMatch = (
  families: readonly WaitingFamily[],
  specialists: readonly AvailableSpecialist[],
): MatchPlan => {
  const groups = inGroups(families, specialists);
  const { served, leftOut } = chooseFamilies(groups);
  choosePlaces(groups, served);
  return { placements: placeAll(groups, served), unserved: explainLeftOut(groups, leftOut) };
};

/**
 * Takes in each family for whom room can be found. The sets of families that can be placed together form a
 * matroid, so that this greedy way ends with the best set by rank, and with a largest one.
 */
const chooseFamilies = ({ waiting, needOf, openings, ties }: Groups) => {
  const served: number[] = [];
  const leftOut: number[] = [];
  ties.room.set(openings.left);
  for (let at = 0; at < waiting.length; at += 1) {
    const family = waiting[at]!;
    (findRoom(ties, ties.kinds + needOf[family]!) ? served : leftOut).push(family);
  }
  ties.room.fill(0);
  unmark(ties);
  return { served, leftOut };
};

/**
 * The same the other way round: takes each place that can be filled with a chosen family. A largest set of such
 * places has one for every family, so the greedy way ends with the best set of places that serves them all.
 */
const choosePlaces = ({ needOf, openings, ties }: Groups, served: readonly number[]): void => {
  ties.count.fill(0);
  for (const family of served) ties.room[ties.kinds + needOf[family]!]! += 1;
  for (let opening = 0; opening < openings.count; opening += 1) {
    const kind = openings.kind[opening]!;
    if (findRoom(ties, kind)) openings.planned[kind]! += 1;
  }
  unmark(ties);
};

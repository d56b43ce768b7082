import { meets } from './fitness.ts';
import type { Need, Waiting } from './groups.ts';
import type { AvailableSpecialist, Blocker, Unserved } from './plan.ts';

/**
 * Names for each family left out all that stands in its way, in the order that helps.
 * `isFree` says whether a specialist has an opening left when the plan is carried out.
 */
export const explainLeftOut = (
  leftOut: readonly Waiting[],
  isFree: (specialist: AvailableSpecialist) => boolean,
): Unserved[] => {
  const known = new Map<Need, Blocker[]>();
  return leftOut.map(({ family, need }) => {
    const blockers = known.get(need) ?? blockersOf(need, isFree);
    known.set(need, blockers);
    return { referral: family.referral, priority: family.priority, blockers };
  });
};

const blockersOf = (need: Need, isFree: (specialist: AvailableSpecialist) => boolean): Blocker[] => {
  const { program, circuit, team, asks } = need;
  if (team.length === 0) return [{ kind: 'no_specialist', program, circuit }];
  const fitting = team.filter((specialist) => asks.every((ask) => meets(ask, specialist)));
  return [...noOpening(fitting), ...failedAsks(need, fitting.length, isFree), ...leaves(fitting)];
};

const noOpening = (fitting: readonly AvailableSpecialist[]): Blocker[] => {
  const atWork = fitting.filter((specialist) => specialist.onLeaveUntil === null);
  const places = atWork.reduce((sum, specialist) => sum + specialist.places, 0);
  return atWork.length === 0 ? [] : [{ kind: 'no_opening', fitting: atWork.length, places }];
};

/** An ask stands in the way where somebody free fails it, or where nobody fits at all. */
const failedAsks = (
  { team, asks }: Need,
  fitting: number,
  isFree: (specialist: AvailableSpecialist) => boolean,
): Blocker[] =>
  asks.flatMap((ask) => {
    const failing = team.filter((specialist) => !meets(ask, specialist));
    const free = failing.filter(isFree).map((specialist) => specialist.code);
    const stands = free.length > 0 || (fitting === 0 && failing.length > 0);
    return stands ? [{ ...ask, free, failing: failing.length, of: team.length }] : [];
  });

const leaves = (fitting: readonly AvailableSpecialist[]): Blocker[] =>
  fitting.flatMap(({ code, onLeaveUntil }) =>
    onLeaveUntil === null ? [] : [{ kind: 'leave', specialist: code, until: onLeaveUntil }],
  );

import type { SpecialistCode } from '../words.ts';
import { type Kind, kindMeets, type Need, type Waiting } from './groups.ts';
import { byText } from './order.ts';
import type { AvailableSpecialist, Blocker, Unserved } from './plan.ts';

/** Names for each family left out all that stands in its way once the plan is carried out, in the order that helps. */
export const explainLeftOut = (leftOut: readonly Waiting[]): Unserved[] => {
  const known = new Map<Need, Blocker[]>();
  return leftOut.map(({ family, need }) => {
    const blockers = known.get(need) ?? blockersOf(need);
    known.set(need, blockers);
    return { referral: family.referral, priority: family.priority, blockers };
  });
};

const blockersOf = (need: Need): Blocker[] => {
  const { program, circuit, team } = need;
  if (team.length === 0) return [{ kind: 'no_specialist', program, circuit }];
  const fitting = specialistsOf(need.fitting);
  return [
    ...noOpening(fitting.filter((specialist) => specialist.onLeaveUntil === null)),
    ...failedAsks(need, fitting.length === 0),
    ...leaves(fitting),
  ];
};

const noOpening = (atWork: readonly AvailableSpecialist[]): Blocker[] => {
  const places = atWork.reduce((sum, specialist) => sum + specialist.places, 0);
  return atWork.length === 0 ? [] : [{ kind: 'no_opening', fitting: atWork.length, places }];
};

/** An ask stands in the way where somebody free fails it, or where nobody fits at all. */
const failedAsks = ({ team, asks }: Need, nobodyFits: boolean): Blocker[] => {
  const blockers: Blocker[] = [];
  for (const ask of asks) {
    const kinds = team.filter((kind) => !kindMeets(ask, kind));
    const free = stillFree(kinds);
    if (free.length === 0 && !(nobodyFits && kinds.length > 0)) continue;
    blockers.push({ ...ask, free, failing: specialistsOf(kinds).length, of: specialistsOf(team).length });
  }
  return blockers;
};

const leaves = (fitting: readonly AvailableSpecialist[]): Blocker[] =>
  fitting
    .filter((specialist) => specialist.onLeaveUntil !== null)
    .sort((a, b) => byText(a.code, b.code))
    .map(({ code, onLeaveUntil }) => ({ kind: 'leave', specialist: code, until: onLeaveUntil! }));

const stillFree = (kinds: readonly Kind[]): SpecialistCode[] => {
  const codes = new Set<SpecialistCode>();
  for (const { places, used } of kinds) {
    for (let place = used; place < places.length; place += 1) codes.add(places[place]!.specialist.code);
  }
  return [...codes].sort();
};

const specialistsOf = (kinds: readonly Kind[]): AvailableSpecialist[] => {
  const specialists: AvailableSpecialist[] = [];
  for (const kind of kinds) specialists.push(...kind.specialists);
  return specialists;
};

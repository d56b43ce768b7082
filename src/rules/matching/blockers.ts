import type { SpecialistCode } from '../words.ts';
import { type Kind, kindMeets, type Need, type Waiting } from './groups.ts';
import { byText } from './order.ts';
import type { AvailableSpecialist, Blocker, Unserved } from './plan.ts';

/** Names for each family left out all that stands in its way once the plan is carried out, in the order that helps. */
export const explainLeftOut = (leftOut: readonly Waiting[]): Unserved[] => {
  const known = new Map<Need, Blocker[]>();
  return leftOut.map(({ family: { referral, priority }, need }) => {
    let blockers = known.get(need);
    if (blockers === undefined) {
      blockers = blockersOf(need);
      known.set(need, blockers);
    }
    return { referral, priority, blockers };
  });
};

const blockersOf = (need: Need): Blocker[] => {
  const { program, circuit, team, fitting } = need;
  if (team.length === 0) return [{ kind: 'no_specialist', program, circuit }];
  return [...noOpening(fitting), ...failedAsks(need), ...leaves(fitting)];
};

const noOpening = (kinds: readonly Kind[]): Blocker[] => {
  let [fitting, places, planned] = [0, 0, 0];
  for (const { specialists, away, capacity, used } of kinds) {
    fitting += specialists.length - away.length;
    places += capacity;
    planned += used;
  }
  return fitting === 0 ? [] : [{ kind: 'no_opening', fitting, places, planned }];
};

/** An ask stands in the way where somebody free fails it, or where nobody fits at all. */
const failedAsks = ({ team, fitting, asks }: Need): Blocker[] => {
  const blockers: Blocker[] = [];
  const open = team.filter((kind) => kind.used < kind.places.length);
  for (const ask of asks) {
    const free = stillFree(open.filter((kind) => !kindMeets(ask, kind)));
    if (free.length === 0 && fitting.length > 0) continue;
    const failing = headcount(team.filter((kind) => !kindMeets(ask, kind)));
    if (failing > 0) blockers.push({ ...ask, free, failing, of: headcount(team) });
  }
  return blockers;
};

const leaves = (fitting: readonly Kind[]): Blocker[] => {
  const away: AvailableSpecialist[] = [];
  for (const kind of fitting) away.push(...kind.away);
  away.sort((a, b) => byText(a.code, b.code));
  return away.map(({ code, onLeaveUntil }) => ({ kind: 'leave', specialist: code, until: onLeaveUntil! }));
};

const stillFree = (kinds: readonly Kind[]): SpecialistCode[] => {
  const codes = new Set<SpecialistCode>();
  for (const { places, used } of kinds) {
    for (let place = used; place < places.length; place += 1) codes.add(places[place]!.specialist.code);
  }
  return [...codes].sort();
};

const headcount = (kinds: readonly Kind[]): number =>
  kinds.reduce((sum, kind) => sum + kind.specialists.length, 0);

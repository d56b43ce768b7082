import type { SpecialistCode } from '../words.ts';
import type { Groups } from './groups.ts';
import type { Kind } from './kinds.ts';
import { fittingOf, type Need } from './needs.ts';
import { byText } from './order.ts';
import type { AvailableSpecialist, Blocker, Unserved } from './plan.ts';
import type { Demand, Team } from './teams.ts';

/** Names for each family left out all that stands in its way once the plan is carried out, in the order that helps. */
export const explainLeftOut = (groups: Groups, leftOut: readonly number[]): Unserved[] => {
  const { families, needOf, needs } = groups;
  const failed = new Map<Demand, FailedAsk>();
  const known = new Map<number, Blocker[]>();
  return leftOut.map((family) => {
    const { referral, priority } = families[family]!;
    const need = needOf[family]!;
    let blockers = known.get(need);
    if (blockers === undefined) {
      blockers = blockersOf(needs[need]!, groups, failed);
      known.set(need, blockers);
    }
    return { referral, priority, blockers };
  });
};

type FailedAsk = Extract<Blocker, { free: readonly SpecialistCode[] }>;

const blockersOf = (need: Need, groups: Groups, failed: Map<Demand, FailedAsk>): Blocker[] => {
  const { team, demands } = need;
  const { program, circuit, kinds } = team;
  if (kinds.length === 0) return [{ kind: 'no_specialist', program, circuit }];
  const fitting = fittingOf(need);
  const blockers = noOpening(fitting, groups);
  for (const demand of demands) {
    let ask = failed.get(demand);
    if (ask === undefined) {
      ask = failedAsk(demand, team, groups);
      failed.set(demand, ask);
    }
    if (isInTheWay(ask, fitting)) blockers.push(ask);
  }
  addLeaves(fitting, blockers);
  return blockers;
};

const noOpening = (fitting: readonly Kind[], { openings }: Groups): Blocker[] => {
  let [specialists, places, planned] = [0, 0, 0];
  for (const { number, headcount, away, capacity, openings: all } of fitting) {
    specialists += headcount - away.length;
    places += capacity;
    planned += all - openings.left[number]!;
  }
  return specialists === 0 ? [] : [{ kind: 'no_opening', fitting: specialists, places, planned }];
};

/** An ask stands in the way where somebody free fails it, or where nobody fits at all. */
const isInTheWay = ({ free, failing }: FailedAsk, fitting: readonly Kind[]): boolean =>
  failing > 0 && (free.length > 0 || fitting.length === 0);

const failedAsk = (
  { ask, isMet, failing }: Demand,
  { kinds, headcount }: Team,
  groups: Groups,
): FailedAsk => {
  const free: SpecialistCode[] = [];
  for (let at = 0; at < kinds.length; at += 1) if (isMet[at] === 0) addFree(kinds[at]!, groups, free);
  // Spread into one literal this takes ten times as long.
  return Object.assign({}, ask, {
    free: free.length > 1 ? [...new Set(free)].sort() : free,
    failing,
    of: headcount,
  });
};

const addFree = ({ number }: Kind, { specialists, openings }: Groups, codes: SpecialistCode[]): void => {
  const { next, following, owner, count } = openings;
  for (let one = next[number]!; one < count; one = following[one]!)
    codes.push(specialists[owner[one]!]!.code);
};

const addLeaves = (fitting: readonly Kind[], blockers: Blocker[]): void => {
  const away: AvailableSpecialist[] = [];
  for (const kind of fitting) if (kind.away.length > 0) away.push(...kind.away);
  if (away.length > 1) away.sort((a, b) => byText(a.code, b.code));
  for (const { code, onLeaveUntil } of away)
    blockers.push({ kind: 'leave', specialist: code, until: onLeaveUntil! });
};

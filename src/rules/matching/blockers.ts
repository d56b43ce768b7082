import type { SpecialistCode } from '../words.ts';
import type { Groups } from './groups.ts';
import type { Kind } from './kinds.ts';
import { fits, type Need } from './needs.ts';
import { byText } from './order.ts';
import type { AvailableSpecialist, Blocker, Unserved } from './plan.ts';

/** Names for each family left out all that stands in its way once the plan is carried out, in the order that helps. */
export const explainLeftOut = (groups: Groups, leftOut: readonly number[]): Unserved[] => {
  const { families, needOf, needs } = groups;
  const known: Blocker[][] = [];
  return leftOut.map((family) => {
    const { referral, priority } = families[family]!;
    const need = needOf[family]!;
    known[need] ??= blockersOf(needs[need]!, groups);
    return { referral, priority, blockers: known[need] };
  });
};

const blockersOf = (need: Need, groups: Groups): Blocker[] => {
  const { program, circuit, kinds } = need.team;
  if (kinds.length === 0) return [{ kind: 'no_specialist', program, circuit }];
  const fitting = kinds.filter((_, at) => fits(need, at));
  return [...noOpening(fitting, groups), ...failedAsks(need, fitting, groups), ...leaves(fitting)];
};

const noOpening = (fitting: readonly Kind[], { openings }: Groups): Blocker[] => {
  let [specialists, places, planned] = [0, 0, 0];
  for (const { number, headcount, away, capacity } of fitting) {
    specialists += headcount - away.length;
    places += capacity;
    planned += openings.taken[number]!;
  }
  return specialists === 0 ? [] : [{ kind: 'no_opening', fitting: specialists, places, planned }];
};

/** An ask stands in the way where somebody free fails it, or where nobody fits at all. */
const failedAsks = ({ team, demands }: Need, fitting: readonly Kind[], groups: Groups): Blocker[] => {
  const blockers: Blocker[] = [];
  for (const { ask, isMet, failing } of demands) {
    const free =
      failing === 0
        ? []
        : stillFree(
            team.kinds.filter((_, at) => !isMet[at]),
            groups,
          );
    if (failing === 0 || (free.length === 0 && fitting.length > 0)) continue;
    blockers.push({ ...ask, free, failing, of: team.headcount });
  }
  return blockers;
};

const leaves = (fitting: readonly Kind[]): Blocker[] => {
  const away: AvailableSpecialist[] = [];
  for (const kind of fitting) away.push(...kind.away);
  away.sort((a, b) => byText(a.code, b.code));
  return away.map(({ code, onLeaveUntil }) => ({ kind: 'leave', specialist: code, until: onLeaveUntil! }));
};

const stillFree = (kinds: readonly Kind[], { specialists, openings }: Groups): SpecialistCode[] => {
  const { next, following, owner, count } = openings;
  const codes = new Set<SpecialistCode>();
  for (const { number } of kinds) {
    for (let one = next[number]!; one < count; one = following[one]!)
      codes.add(specialists[owner[one]!]!.code);
  }
  return [...codes].sort();
};

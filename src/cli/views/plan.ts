import type { Assigned, Matched } from '../../desk/match.ts';
import {
  type LeftOut,
  type NextStep,
  obstacleInWords,
  type Plan,
  type Planned,
} from '../../rules/placing.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { planWhy } from './plan-words.ts';
import { counted, type Wording } from './wording.ts';

/** What the families of a plan are called. */
export type FamilyNames = ReadonlyMap<ReferralNumber, string | null>;

/** The plan with its reasons, and for each family left out what stands in the way and what comes next. */
export function planView(plan: Plan, names: FamilyNames, look: Look, wording: Wording): string {
  const { placements, unserved, openingsBefore } = plan;
  if (placements.length + unserved.length === 0) {
    return `No family is waiting for a placement. ${counted(openingsBefore, 'opening')}.`;
  }
  const name = (id: ReferralNumber) => names.get(id) ?? 'not named';
  return [
    `${look.bold(`${counted(placements.length, 'family', 'families')} can be placed, ${unserved.length} cannot.`)} ${openingsInWords(plan)}`,
    ...(placements.length > 0 ? [''] : []),
    ...placements.map((placement) => placementLines(placement, name(placement.referral), look, wording)),
    ...(unserved.length > 0
      ? ['', look.bold('Left out'), ...unserved.map((family) => leftOutLines(family, name, look, wording))]
      : []),
  ].join('\n');
}

/** Openings of one program are no use to the families of another. */
const openingsInWords = ({ byProgram, openingsBefore, openingsAfter }: Plan): string =>
  byProgram.length > 1
    ? `Openings: ${byProgram.map(({ program, before, after }) => `${program} ${before} now, ${after} after`).join('; ')}.`
    : `Openings: ${openingsBefore} now, ${openingsAfter} after.`;

const leftInWords = ({ byProgram, openingsAfter }: Plan): string =>
  byProgram.length > 1
    ? byProgram.map(({ program, after }) => `${program} ${after}`).join(', ')
    : String(openingsAfter);

function placementLines(placement: Planned, name: string, look: Look, wording: Wording): string {
  const { referral, specialist, place } = placement;
  return [
    `  ${referral}  ${name}  →  ${look.bold(specialist)}, place ${place}`,
    paragraph(planWhy(placement, wording).join('; '), look, 4),
  ].join('\n');
}

function leftOutLines(
  family: LeftOut,
  name: (id: ReferralNumber) => string,
  look: Look,
  wording: Wording,
): string {
  const reasons = family.blockers.map((blocker) => obstacleInWords(blocker, wording.zone));
  return [
    `  ${family.referral}  ${name(family.referral)}  ${family.priority ?? 'priority not set'}`,
    ...reasons.map((reason) => paragraph(look.yellow(reason), look, 4)),
    paragraph(`Next: ${nextWords(family)}`, look, 4),
  ].join('\n');
}

const commands: Record<NextStep, (id: ReferralNumber) => string> = {
  fins: (id) => `iis fins add ${id}`,
  fcs: (id) => `iis fcs offer ${id}`,
  review: (id) => `iis fins review ${id}`,
  edit: (id) => `iis referral edit ${id}`,
  close: (id) => `iis referral close ${id}`,
};

const nextWords = ({ referral, next }: LeftOut): string =>
  next.length > 0
    ? next.map((step) => commands[step](referral)).join(' · ')
    : 'on the list and offered FCS already; review again when due';

/** Asks for the yes to a plan: what is assigned may have left the screen above those who are left out. */
export const assignQuestion = ({ placements }: Plan): string =>
  placements.length > 3
    ? `Assign these ${placements.length} families now?`
    : `Assign ${placements.map(({ referral, specialist }) => `${referral} to ${specialist}`).join(', ')} now?`;

/** What was assigned. */
export function assignedView({ plan, assigned }: Matched, names: FamilyNames, look: Look): string {
  if (assigned.length === 0) return 'Nothing was assigned.';
  const line = ({ case: id, referral, specialist }: Assigned) =>
    `  ${id}  ${referral}  ${names.get(referral) ?? 'not named'}  →  ${specialist}`;
  return [
    look.green(`Assigned: ${counted(assigned.length, 'family', 'families')}.`) +
      ` Openings left: ${leftInWords(plan)}.`,
    ...assigned.map(line),
  ].join('\n');
}

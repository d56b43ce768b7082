// [000] program description · [002] Community Referral form

import type { Override } from '../case/case.ts';
import { dayInWords, momentInWords } from '../in-words.ts';
import { languageName } from '../languages.ts';
import { byRank } from '../matching/order.ts';
import { pastInWords, whyInWords } from '../matching.ts';
import { asFamily, obstacleInWords, type Plan, type WaitingRecord } from '../placing.ts';
import { missingForMatch, type Referral, statusInWords } from '../referral.ts';
import type { Instant, Zone } from '../time.ts';
import type { CaseNumber, SpecialistCode } from '../words.ts';
import type { Explanation } from './explanation.ts';

/** Its place among the families that wait for the same program. */
export function whyRank(referral: Referral, waiting: readonly WaitingRecord[]): Explanation {
  const { id, program, priority, receivedAt, state } = referral;
  const known = waiting.filter((record) => missingForMatch(record).length === 0);
  const inOrder = known.map(asFamily).sort(byRank);
  const at = inOrder.findIndex((family) => family.referral === id);
  const missing = missingForMatch(referral);
  const answer =
    at >= 0
      ? `${id} is number ${at + 1} of ${inOrder.length} who wait for ${program}.`
      : state.status === 'eligible'
        ? `${id} has no rank yet: ${missing.join(' and ')} not known.`
        : `${id} has no rank: it is ${statusInWords[state.status]}, and only eligible families wait.`;
  return {
    about: 'rank',
    answer,
    rule: 'imminent risk first, then high, then moderate; within a level the one received first',
    facts: {
      status: state.status,
      priority,
      receivedAt,
      familiesWaiting: inOrder.length,
      firstInOrder: inOrder.slice(0, 3).map((family) => `${family.referral}, ${family.priority}`),
    },
    source: '[000][002]',
  };
}

export interface CaseKept {
  id: CaseNumber;
  specialist: SpecialistCode;
  assignedAt: Instant;
  override: Override | null;
}

/** With whom it is, or would be, or what stands in the way now. */
export function whyMatch(
  { id, state }: Referral,
  { plan, open, zone }: { plan: Plan | null; open: CaseKept | null; zone: Zone },
): Explanation {
  const told = (answer: string, facts: Record<string, unknown>): Explanation => ({
    about: 'match',
    answer,
    rule: 'no family is left out for one of lower rank, and no opening stays empty that one could fill',
    facts,
    source: '[000][002]',
  });
  if (open) {
    const { id: number, specialist, assignedAt, override } = open;
    const answer = `${id} is with ${specialist} since ${momentInWords(assignedAt, zone)}.`;
    const facts = { case: number, specialist, assignedAt };
    return override ? whyChosen(answer, facts, override) : told(answer, facts);
  }
  const openings = plan?.openingsBefore ?? null;
  const placed = plan?.placements.find(({ referral }) => referral === id);
  if (placed) {
    const { specialist, place, why } = placed;
    const because = why.map((one) => whyInWords(one, languageName, dayInWords));
    return told(`${id} can be placed with ${specialist}: iis match ${id}.`, {
      specialist,
      place,
      because,
      openings,
    });
  }
  const left = plan?.unserved.find(({ referral }) => referral === id);
  if (!left) {
    return told(`${id} is ${statusInWords[state.status]}: only an eligible family can be placed.`, {
      status: state.status,
    });
  }
  const inTheWay = left.blockers.map((blocker) => obstacleInWords(blocker, zone));
  return told(`${id} can’t be placed now: ${inTheWay.join('; ')}.`, { inTheWay, openings });
}

/** The plan explains nothing of a placement that went past it: the reason that was given does. */
const whyChosen = (
  answer: string,
  facts: Record<string, unknown>,
  { by, reason, past }: Override,
): Explanation => ({
  about: 'match',
  answer: `${answer} It was placed past the plan, by the choice of ${by}.`,
  rule: 'the gatekeeper may place a family past the plan for a reason that is kept, never past the limit of open cases, a leave, the program or a review that is not current',
  facts: { ...facts, reason, wentPast: past.map((one) => pastInWords(one, languageName, dayInWords)) },
  source: 'local default; [000][002]',
});

import { addMs, HOUR, type Instant } from '../../src/rules/time.ts';
import type { PastCase } from './described.ts';
import { dayOf, leavesEligible } from './policy.ts';
import type { Whole } from './whole.ts';

interface Standing {
  at: string;
  status: string;
  reason: string | null;
}

/** Where the referral stands after all of it, as the last step left it. */
export function standingOf(past: Whole): Standing {
  const { receivedAt, contacts, screenings, cases, ended } = past;
  const reached = contacts.filter(({ outcome }) => outcome === 'reached').map(({ at }) => at);
  const steps: Standing[] = [
    { at: receivedAt, status: 'received', reason: null },
    // A contact after a screening moves nothing.
    ...reached
      .slice(0, 1)
      .filter((at) => !screenings.some((one) => one.at < at))
      .map((at) => ({ at, status: 'in_screening', reason: null })),
    ...screenings.map(({ at, result }) => ({
      at,
      status: result === 'needs_information' ? 'in_screening' : result,
      reason: null,
    })),
    ...cases.flatMap(stepsOfCase),
    ...(ended ? [{ at: ended.at, status: ended.status, reason: ended.reason ?? 'need_met' }] : []),
  ];
  const inOrder = steps.map((step, i) => ({ step, i }));
  return inOrder.sort((a, b) => order(a.step.at, b.step.at) || a.i - b.i).at(-1)!.step;
}

export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function stepsOfCase(one: PastCase): Standing[] {
  const { assignedAt, declined, givenBack, closedOn, endReason } = one;
  const steps: Standing[] = [{ at: assignedAt, status: 'assigned', reason: null }];
  if (givenBack) steps.push({ at: givenBack.at, status: 'eligible', reason: null });
  if (declined) {
    const listed = leavesEligible(declined.reason);
    const status = listed ? 'eligible' : 'not_accepted';
    steps.push({ at: declined.at, status, reason: listed ? null : declined.reason });
  }
  if (isAccepted(one)) steps.push({ at: acceptedAt(one), status: 'accepted', reason: null });
  if (closedOn !== undefined)
    steps.push({ at: closedAt(one), status: 'closed', reason: endReason ?? 'goals_met' });
  return steps;
}

export const isAccepted = ({ startedOn, closedOn }: PastCase): boolean =>
  startedOn !== undefined || closedOn !== undefined;

/** Four hours after the assignment, where the service did not start before. */
export const firstVisit = ({ assignedAt, seenAt, startedOn }: PastCase): string => {
  if (seenAt !== undefined) return seenAt;
  const soon = addMs(assignedAt as Instant, 4 * HOUR);
  return startedOn !== undefined && dayOf(soon) > startedOn ? assignedAt : soon;
};

const acceptedAt = (one: PastCase): string => {
  const seen = firstVisit(one);
  return one.startedOn === undefined || one.startedOn === dayOf(seen) ? seen : `${one.startedOn}T18:00:00Z`;
};

export const closedAt = ({ closedAt, closedOn }: PastCase): string => closedAt ?? `${closedOn}T22:00:00Z`;

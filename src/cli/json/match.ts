import type { Matched } from '../../desk/match.ts';
import { type LeftOut, obstacleInWords, type Plan } from '../../rules/placing.ts';
import { hoursBetween, type Instant, type Zone } from '../../rules/time.ts';
import { planWhy } from '../views/plan-words.ts';
import type { Wording } from '../views/wording.ts';

export const matchJson = ({ plan, assigned }: Matched, wording: Wording) => ({
  ...planJson(plan, wording),
  assigned,
  openingsBefore: plan.openingsBefore,
  openingsAfter: plan.openingsAfter,
});

const planJson = (plan: Plan, wording: Wording) => ({
  plan: plan.placements.map((placement) => ({
    referral: placement.referral,
    specialist: placement.specialist,
    place: placement.place,
    priority: placement.priority,
    waitingHours: waitingHours(placement.receivedAt, wording.now),
    why: planWhy(placement, wording),
  })),
  unserved: unservedJson(plan.unserved, wording.zone),
});

/** The families without a place, with all that stands in their way in words: in an answer and in an error. */
export const unservedJson = (unserved: readonly LeftOut[], zone: Zone) =>
  unserved.map(({ referral, priority, blockers, next }) => ({
    referral,
    priority,
    blockers: blockers.map((blocker) => ({ ...blocker, detail: obstacleInWords(blocker, zone) })),
    next,
  }));

/** Full hours since the referral was received. */
export const waitingHours = (receivedAt: Instant, now: Instant): number =>
  Math.max(0, Math.floor(hoursBetween(receivedAt, now)));

import type { Matched } from '../../desk/match.ts';
import { obstacleInWords, type Plan } from '../../rules/placing.ts';
import { hoursBetween, type Instant } from '../../rules/time.ts';
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
  unserved: plan.unserved.map((family) => ({
    referral: family.referral,
    priority: family.priority,
    blockers: family.blockers.map((blocker) => ({
      ...blocker,
      detail: obstacleInWords(blocker, wording.zone),
    })),
    next: family.next,
  })),
});

/** Full hours since the referral was received. */
export const waitingHours = (receivedAt: Instant, now: Instant): number =>
  Math.max(0, Math.floor(hoursBetween(receivedAt, now)));

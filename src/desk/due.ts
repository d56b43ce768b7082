import { casesToFollow, unsettledEvents } from '../records/cases-due.ts';
import { endedReferrals } from '../records/ended-referrals.ts';
import { leftDrafts, openReferrals } from '../records/open-referrals.ts';
import { listSpecialists } from '../records/specialists.ts';
import { notedTapas } from '../records/tapas.ts';
import { followUpMonths } from '../rules/case/policy.ts';
import { type Due, everythingDue } from '../rules/due.ts';
import type { Programs } from '../rules/policy.ts';
import { codesNotForFaces } from '../rules/reasons.ts';
import { type Desk, look, reviewRules, today } from './desk.ts';
import { followUpsIn } from './reason-follow-ups.ts';
import { availableOn } from './specialists.ts';

/** Everything that waits for the gatekeeper now, most urgent first. */
export const dueNow = (desk: Desk): Promise<Due[]> =>
  look(desk, async (db) => {
    const { now, reasons, programs } = desk;
    const specialists = availableOn(await listSpecialists(db), today(desk), programs);
    const waiting = {
      referrals: await openReferrals(db),
      followUps: await followUpsIn(desk, db, null),
      ended: await endedReferrals(db, codesNotForFaces(reasons)),
      tapas: await notedTapas(db),
      events: await unsettledEvents(db),
      closedCases: await casesToFollow(db, followUpsAsked(programs)),
      drafts: await leftDrafts(db),
    };
    return everythingDue(waiting, { ...reviewRules(desk), now, reasons, specialists });
  });

/** How many follow-ups each program asks for. */
const followUpsAsked = (programs: Programs): Record<string, number> =>
  Object.fromEntries(
    Object.values(programs).map((program) => [program.code, followUpMonths(program).length]),
  );

import { leftDrafts, openReferrals } from '../records/open-referrals.ts';
import { listSpecialists } from '../records/specialists.ts';
import { type Due, everythingDue } from '../rules/due.ts';
import { type Desk, look, reviewRules, today } from './desk.ts';
import { availableOn } from './specialists.ts';

/** Everything that waits for the gatekeeper now, most urgent first. */
export const dueNow = (desk: Desk): Promise<Due[]> =>
  look(desk, async (db) => {
    const specialists = availableOn(await listSpecialists(db), today(desk), desk.programs);
    const office = { ...reviewRules(desk), now: desk.now, specialists };
    return everythingDue(await openReferrals(db), await leftDrafts(db), office);
  });

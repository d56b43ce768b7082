import { endedReferrals } from '../records/ended-referrals.ts';
import { fundRequests } from '../records/fund.ts';
import { leftDrafts, openReferrals } from '../records/open-referrals.ts';
import { listSpecialists } from '../records/specialists.ts';
import { notedTapas } from '../records/tapas.ts';
import { type Due, everythingDue } from '../rules/due.ts';
import { codesNotForFaces } from '../rules/reasons.ts';
import { type Desk, look, reviewRules, today } from './desk.ts';
import { followUpsIn } from './reason-follow-ups.ts';
import { availableOn } from './specialists.ts';

/** Everything that waits for the gatekeeper now, most urgent first. */
export const dueNow = (desk: Desk): Promise<Due[]> =>
  look(desk, async (db) => {
    const { now, reasons, programs, fund } = desk;
    const specialists = availableOn(await listSpecialists(db), today(desk), programs);
    const waiting = {
      referrals: await openReferrals(db),
      followUps: await followUpsIn(desk, db, null),
      ended: await endedReferrals(db, codesNotForFaces(reasons)),
      tapas: await notedTapas(db),
      fund: await fundRequests(db, { open: true }),
      drafts: await leftDrafts(db),
    };
    return everythingDue(waiting, { ...reviewRules(desk), now, reasons, fund, specialists });
  });

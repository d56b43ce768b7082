import { casesToFollow, unsettledEvents } from '../records/cases-due.ts';
import { endedReferrals } from '../records/ended-referrals.ts';
import { fundRequests } from '../records/fund.ts';
import { leftDrafts, openReferrals } from '../records/open-referrals.ts';
import { listSpecialists } from '../records/specialists.ts';
import { notedTapas } from '../records/tapas.ts';
import { followUpMonths } from '../rules/case/policy.ts';
import type { LackedTraining } from '../rules/due/of-training.ts';
import { type Due, everythingDue } from '../rules/due.ts';
import type { Programs } from '../rules/policy.ts';
import { codesNotForFaces } from '../rules/reasons.ts';
import { isActive, type Specialist } from '../rules/specialist.ts';
import { isSameName, lacksTraining, type Training } from '../rules/training.ts';
import { type Desk, look, reviewRules, today } from './desk.ts';
import { availableOn } from './openings.ts';
import { followUpsIn } from './reason-follow-ups.ts';
import { trainingsOf } from './training.ts';

/** Everything that waits for the gatekeeper now, most urgent first. */
export const dueNow = (desk: Desk): Promise<Due[]> =>
  look(desk, async (db) => {
    const { now, reasons, programs, fund } = desk;
    const working = (await listSpecialists(db)).filter((one) => isActive(one, today(desk)));
    const specialists = availableOn(working, today(desk), programs);
    const waiting = {
      referrals: await openReferrals(db),
      followUps: await followUpsIn(desk, db, null),
      ended: await endedReferrals(db, codesNotForFaces(reasons)),
      tapas: await notedTapas(db),
      fund: await fundRequests(db, { open: true }),
      training: lackedTraining(await trainingsOf(desk, db, working), working),
      events: await unsettledEvents(db),
      closedCases: await casesToFollow(db, followUpsAsked(programs)),
      drafts: await leftDrafts(db),
    };
    return everythingDue(waiting, { ...reviewRules(desk), now, reasons, fund, specialists });
  });

/** What a supervisor lacks stands under the first specialist that they supervise in the program. */
const lackedTraining = (all: readonly Training[], specialists: readonly Specialist[]): LackedTraining[] =>
  all.filter(lacksTraining).flatMap((training) => {
    const { role, name, program } = training;
    const supervised = specialists.find((one) => one.program === program && isSameName(one.supervisor, name));
    const of = role === 'specialist' ? training.specialist : supervised?.code;
    return of ? [{ training, of }] : [];
  });

/** How many follow-ups each program asks for. */
const followUpsAsked = (programs: Programs): Record<string, number> =>
  Object.fromEntries(
    Object.values(programs).map((program) => [program.code, followUpMonths(program).length]),
  );

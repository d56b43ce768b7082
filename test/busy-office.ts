import { keepStaffing, noteEvent } from '../src/desk/case/during.ts';
import { closeCase } from '../src/desk/case/ending.ts';
import { acceptCase, seeFamily } from '../src/desk/case/first-steps.ts';
import type { Desk } from '../src/desk/desk.ts';
import { keepDraft } from '../src/desk/drafts.ts';
import { dueNow } from '../src/desk/due.ts';
import { addFamilyToFins, answerFcs, offerFcs } from '../src/desk/fins.ts';
import { decideFund, requestFromFund } from '../src/desk/fund.ts';
import { assign, override } from '../src/desk/match.ts';
import { sendOnLeave } from '../src/desk/specialists.ts';
import { noteTapa } from '../src/desk/tapas.ts';
import { closeReferral, contactSubmitter } from '../src/desk/work-referral.ts';
import { emptyIntake } from '../src/rules/intake.ts';
import type { SpecialistCode } from '../src/rules/words.ts';
import { at, code, day, eligible, office, refer, screen, specialist, utc } from './office.ts';

/** Cases of everybody else's: assessed, staffed, with a warning, to come home, and closed. */
async function casesInTheirTime(october: Desk, today: Desk) {
  const summer = at(october, '2026-07-06T14:00:00Z');
  const autumn = at(october, '2026-10-20T14:00:00Z');
  const [ann, ben, ifa] = [await specialist(summer, 'ann'), await specialist(summer, 'ben'), 'ifa'];
  await specialist(summer, ifa, { program: 'IFRS' });
  const placedWith = async (desk: Desk, code: SpecialistCode, program = 'IIS') => {
    const facts = { program, discussedOn: day('2026-07-01') };
    const referral = await eligible(desk, facts);
    const { assigned } = await override(desk, { referral, specialist: code, reason: 'test' });
    const id = assigned[0]!.case;
    await seeFamily(desk, id, { at: desk.now, late: null });
    return id;
  };
  const accepted = async (...args: Parameters<typeof placedWith>) => {
    const id = await placedWith(...args);
    await acceptCase(args[0], id, { on: null, until: null });
    return id;
  };
  const closed = await accepted(summer, ann);
  const onClosing = { code: 'goals_met', note: null, intact: true, whereabouts: ['home'] as const };
  const closing = at(october, '2026-08-10T14:00:00Z');
  await closeCase(closing, closed, { ...onClosing, on: day('2026-08-10'), followUpServices: null });
  await placedWith(today, ann);
  const staffed = await accepted(autumn, ben);
  const staffing = { on: day('2026-10-20'), who: ['specialist' as const], note: null };
  await keepStaffing(autumn, staffed, { ...staffing, nextOn: day('2026-11-16') });
  await noteEvent(today, staffed, { kind: 'unsafe', on: day('2026-11-17'), note: null });
  await accepted(autumn, code(ifa), 'IFRS');
  for (const one of ['ann', 'ben', ifa]) await sendOnLeave(today, code(one), away, 'keep');
}

const away = { from: day('2026-11-16'), until: day('2026-11-20'), note: null };

/** An office in which everything is due that can be, as of 17 November 2026. */
export async function busyOffice() {
  const now = utc('2026-11-17T15:00:00Z');
  const october = await office({ settings: { circuits: [13], ifrsCircuits: [13] } });
  const today = at(october, now);
  const early = at(october, '2026-10-07T14:00:00Z');
  await specialist(october, 'kim');
  await specialist(october, 'ifz', { program: 'IFRS', supervisor: 'Pat Example' });
  const placed = await eligible(early);
  await assign(early, { only: [placed], program: 'IIS' });
  const asks = {
    kind: 'rent',
    item: null,
    amount: 400_00,
    why: 'They would lose the home.',
    tried: 'the church',
  };
  const asked = { ...asks, requestedOn: day('2026-11-10'), requestedBy: 'kim' };
  await requestFromFund(today, placed, asked);
  const { id: approved } = await requestFromFund(today, placed, { ...asked, kind: 'food' });
  const ruling = { decision: 'approved', approved: null, note: null, overBudget: null } as const;
  await decideFund(today, approved, { ...ruling, on: day('2026-11-16') });
  await casesInTheirTime(october, today);
  const placeable = await eligible(today);
  await sendOnLeave(
    today,
    await specialist(today, 'lee'),
    {
      from: day('2026-11-16'),
      until: day('2026-11-20'),
      note: null,
    },
    'keep',
  );
  const waits = await eligible(today, { language: 'bs' });
  const lacking = await eligible(today, { county: null });
  const asking = (await refer(today, { safetyConcern: true, tapa: { date: null } })).id;
  await contactSubmitter(today, asking, { at: now, outcome: 'reached', note: null });
  const { id: denied } = (await screen(today, await refer(today), { imminent_risk: 'no' })).referral;
  const listed = await eligible(at(october, '2026-11-10T15:00:00Z'), { language: 'vi' });
  await addFamilyToFins(at(october, '2026-11-10T15:00:00Z'), listed, null);
  const earlier = { receivedAt: utc('2026-11-10T14:00:00Z') };
  const { id: offered } = (await screen(today, await refer(today, earlier), { imminent_risk: 'no' }))
    .referral;
  await offerFcs(today, offered, { on: day('2026-11-10'), note: null });
  const { id: declined } = (await screen(today, await refer(today, earlier), { imminent_risk: 'no' }))
    .referral;
  await offerFcs(today, declined, { on: day('2026-11-10'), note: null });
  await answerFcs(today, declined, { answer: 'declined', on: day('2026-11-16'), note: null });
  const unwilling = await eligible(october);
  await closeReferral(october, unwilling, { code: 'family_unwilling', note: null });
  const noted = { family: 'Pat Sample', county: null, worker: null, writtenOn: null };
  await noteTapa(today, { ...noted, agreedOn: day('2026-08-25') });
  const received = (await refer(today, { tapa: { date: day('2026-11-12') } })).id;
  const answers = { reading: { intake: emptyIntake(), problems: [], leftovers: [] }, sameFamilyAs: null };
  const content = { answers, next: null, question: 'the check page' };
  await keepDraft(today, { id: null, kind: 'referral add', content });
  const referrals = {
    placed,
    placeable,
    waits,
    lacking,
    asking,
    denied,
    listed,
    offered,
    unwilling,
    received,
  };
  return { file: october.store.file, now, due: await dueNow(today), referrals };
}

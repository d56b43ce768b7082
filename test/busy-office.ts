import { keepDraft } from '../src/desk/drafts.ts';
import { dueNow } from '../src/desk/due.ts';
import { addFamilyToFins, answerFcs, offerFcs } from '../src/desk/fins.ts';
import { decideFund, requestFromFund } from '../src/desk/fund.ts';
import { assign } from '../src/desk/match.ts';
import { sendOnLeave } from '../src/desk/specialists.ts';
import { noteTapa } from '../src/desk/tapas.ts';
import { closeReferral, contactSubmitter } from '../src/desk/work-referral.ts';
import { emptyIntake } from '../src/rules/intake.ts';
import { at, day, eligible, office, refer, screen, specialist, utc } from './office.ts';

/** An office in which everything is due that can be, as of 17 November 2026. */
export async function busyOffice() {
  const now = utc('2026-11-17T15:00:00Z');
  const october = await office({ settings: { circuits: [13] } });
  const today = at(october, now);
  const early = at(october, '2026-10-07T14:00:00Z');
  await specialist(october, 'kim');
  await specialist(october, 'ifa', { program: 'IFRS', supervisor: 'Pat Example' });
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
  const { id: offered } = (await screen(today, await refer(today), { imminent_risk: 'no' })).referral;
  await offerFcs(today, offered, { on: day('2026-11-10'), note: null });
  const { id: declined } = (await screen(today, await refer(today), { imminent_risk: 'no' })).referral;
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

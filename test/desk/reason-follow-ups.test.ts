import { expect, it } from 'vitest';
import { dossier } from '../../src/desk/dossier.ts';
import { addFamilyToFins, offerFcs, takeOffFins } from '../../src/desk/fins.ts';
import { reasonFollowUps } from '../../src/desk/reason-follow-ups.ts';
import { undo } from '../../src/desk/undo.ts';
import {
  closeReferral,
  contactSubmitter,
  editReferral,
  returnReferral,
} from '../../src/desk/work-referral.ts';
import { at, day, eligible, monday, office, refer, refusal, screen, utc } from '../office.ts';

const reason = (code: string) => ({ code, note: null });
const unwilling = reason('family_unwilling');
const novemberFourth = '2026-11-04T06:00:00Z';

it('a closed, a returned, a denied and a removed referral are followed up, each from its own day', async () => {
  const desk = await office();
  const closed = await eligible(desk);
  await closeReferral(desk, closed, unwilling);
  const returned = (await refer(desk)).id;
  await returnReferral(at(desk, '2026-10-06T14:00:00Z'), returned, reason('not_reached'));
  const denied = await refer(desk);
  await screen(at(desk, '2026-10-07T14:00:00Z'), denied, { family_accepts: 'no' });
  const removed = await eligible(desk);
  await addFamilyToFins(desk, removed, null);
  await takeOffFins(at(desk, '2026-10-08T14:00:00Z'), removed, reason('risk_too_low'));
  const plain = await eligible(desk);
  await closeReferral(desk, plain, reason('moved_away'));
  expect(await reasonFollowUps(desk)).toMatchObject([
    {
      ...{
        referral: removed,
        status: 'eligible',
        priority: 'high',
        kind: 'offer_fcs',
        reason: 'risk_too_low',
      },
      ...{ dueAt: '2026-10-08T14:00:00Z', since: '2026-10-08T14:00:00Z' },
    },
    {
      ...{ referral: returned, kind: 'ask_again', reason: 'not_reached' },
      ...{ dueAt: '2026-10-20T05:00:00Z', since: '2026-10-06T14:00:00Z' },
    },
    {
      ...{ referral: closed, kind: 'ask_again', reason: 'family_unwilling' },
      ...{ dueAt: novemberFourth, since: monday },
    },
    {
      ...{ referral: denied.id, kind: 'ask_again', reason: 'family_unwilling' },
      ...{ dueAt: '2026-11-06T06:00:00Z', since: '2026-10-07T14:00:00Z' },
    },
  ]);
  expect((await dossier(desk, closed)).followUps).toHaveLength(1);
  expect(await reasonFollowUps(desk, plain)).toEqual([]);
});

it('an ended referral takes the contact in which the family was asked again, and no other does', async () => {
  const desk = await office();
  const id = await eligible(desk);
  await closeReferral(desk, id, unwilling);
  const later = at(desk, '2026-11-04T15:00:00Z');
  await contactSubmitter(later, id, { at: utc('2026-11-04T15:00:00Z'), outcome: 'no_answer', note: null });
  expect(await reasonFollowUps(later)).toHaveLength(1);
  await contactSubmitter(later, id, { at: utc('2026-11-04T15:00:00Z'), outcome: 'reached', note: null });
  expect(await reasonFollowUps(later)).toEqual([]);
  const plain = await eligible(desk);
  await closeReferral(desk, plain, reason('moved_away'));
  const contact = { at: monday, outcome: 'reached', note: null } as const;
  expect(await refusal(() => contactSubmitter(desk, plain, contact))).toMatchObject({
    code: 'referral_ended',
  });
});

it('FCS can be offered after the end where the reason says so, and are then no more to be offered', async () => {
  const desk = await office();
  const id = await eligible(desk);
  await closeReferral(desk, id, reason('risk_too_low'));
  expect(await reasonFollowUps(desk)).toHaveLength(1);
  await offerFcs(desk, id, { on: day('2026-10-05'), note: null });
  expect(await reasonFollowUps(desk)).toEqual([]);
});

it('what is taken up again, referred again, or taken back has nothing left to follow', async () => {
  const desk = await office();
  const returned = (await refer(desk)).id;
  await returnReferral(desk, returned, reason('family_has_not_agreed'));
  await editReferral(desk, returned, { facts: { familyAgrees: true } });
  const closed = await eligible(desk);
  await closeReferral(desk, closed, unwilling);
  const again = (await refer(desk)).id;
  await editReferral(desk, again, { facts: {}, sameFamilyAs: closed });
  expect(await reasonFollowUps(desk)).toEqual([]);
  const other = await eligible(desk);
  await closeReferral(desk, other, unwilling);
  expect(await reasonFollowUps(desk)).toHaveLength(1);
  const last = await desk.store.db
    .selectFrom('journal_action')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  await undo(desk, last.id, null);
  expect(await reasonFollowUps(desk)).toEqual([]);
});

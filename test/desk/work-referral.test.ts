import { describe, expect, it } from 'vitest';
import { type Desk, look } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { addFamilyToFins } from '../../src/desk/fins.ts';
import { assign } from '../../src/desk/match.ts';
import {
  closeReferral,
  contactSubmitter,
  editReferral,
  keyIntoFaces,
  returnReferral,
  withdrawReferral,
} from '../../src/desk/work-referral.ts';
import { listSpecialists } from '../../src/records/specialists.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import {
  day,
  eligible,
  everything,
  monday,
  office,
  refer,
  refusal,
  refusedWhole,
  screen,
  specialist,
  utc,
} from '../office.ts';

const reason = (code: string, note: string | null = null) => ({ code, note });

/** A family with kim, and how many cases kim has. */
const assigned = async (desk: Desk) => {
  await specialist(desk, 'kim');
  const id = await eligible(desk);
  await assign(desk, { only: [id], program: null });
  return id;
};
const casesOfKim = async (desk: Desk) => (await look(desk, listSpecialists))[0]!.openCases.length;

const ended = { kind: 'rule', code: 'referral_ended' };
const hasCase = { kind: 'rule', code: 'already_assigned' };
const unknownReason = { kind: 'invalid', code: 'unknown_reason' };

describe('a contact with the submitter', () => {
  const contact = (outcome: 'reached' | 'no_answer' | 'message', at = monday) => ({
    at,
    outcome,
    note: null,
  });

  it.each([
    ['reached', 'in_screening'],
    ['no_answer', 'received'],
    ['message', 'received'],
  ] as const)('that was %s leaves the referral %s', async (outcome, expected) => {
    const desk = await office();
    const { id } = await refer(desk);
    expect((await contactSubmitter(desk, id, contact(outcome))).state.status).toBe(expected);
    expect((await dossier(desk, id)).contacts).toEqual([contact(outcome)]);
  });

  it('leaves an eligible referral eligible', async () => {
    const desk = await office();
    expect((await contactSubmitter(desk, await eligible(desk), contact('reached'))).state.status).toBe(
      'eligible',
    );
  });

  it('is refused in the future, and for a referral that has ended', async () => {
    const desk = await office();
    const { id } = await refer(desk);
    const later = contact('reached', utc('2026-10-05T14:00:01Z'));
    await refusedWhole(desk, () => contactSubmitter(desk, id, later), { kind: 'invalid', code: 'in_future' });
    await closeReferral(desk, id, reason('need_met'));
    await refusedWhole(desk, () => contactSubmitter(desk, id, contact('reached')), ended);
  });
});

describe('an edit', () => {
  it('changes what is given and leaves the rest; people come and go', async () => {
    const desk = await office();
    const before = await refer(desk);
    const kept = { name: 'Li Sample', birthDate: null };
    const after = await editReferral(desk, before.id, { facts: { priority: 'imminent', children: [kept] } });
    const family = { ...before.family, children: [kept] };
    expect(after).toEqual({ ...before, priority: 'imminent', family });
  });

  it.each([
    ['returned', true, 'received'],
    ['received', false, 'returned'],
    ['eligible', false, 'returned'],
    ['assigned', false, 'assigned'],
    ['closed', false, 'closed'],
    ['withdrawn', false, 'withdrawn'],
    ['closed', true, 'closed'],
  ] as const)('of a referral that is %s, with “agrees” %s, leaves it %s', async (from, familyAgrees, to) => {
    const desk = await office();
    const makeIt: Record<typeof from, () => Promise<ReferralNumber>> = {
      returned: async () => (await refer(desk, { familyAgrees: false })).id,
      received: async () => (await refer(desk)).id,
      eligible: () => eligible(desk),
      assigned: () => assigned(desk),
      closed: async () => (await closeReferral(desk, (await refer(desk)).id, reason('need_met'))).id,
      withdrawn: async () => (await withdrawReferral(desk, (await refer(desk)).id, reason('need_met'))).id,
    };
    const id = await makeIt[from]();
    expect((await editReferral(desk, id, { facts: { familyAgrees } })).state.status).toBe(to);
  });

  it('takes up a returned referral without a new agreement, when told to', async () => {
    const desk = await office();
    const { id } = await refer(desk);
    await returnReferral(desk, id, reason('information_missing'));
    expect((await editReferral(desk, id, { facts: {}, takeUp: true })).state.status).toBe('received');
  });

  it('that says the family no longer agrees takes it off the FINS list', async () => {
    const desk = await office();
    const id = await eligible(desk);
    await addFamilyToFins(desk, id, null);
    await editReferral(desk, id, { facts: { familyAgrees: false } });
    expect((await dossier(desk, id)).fins).toMatchObject([{ removed: { reason: 'family_has_not_agreed' } }]);
  });

  it('links two referrals of one family and takes them apart again', async () => {
    const desk = await office();
    const [first, second] = [await refer(desk), await refer(desk)];
    const linked = await editReferral(desk, second.id, { facts: {}, sameFamilyAs: first.id });
    expect(linked.family.id).toBe(first.family.id);
    const apart = await editReferral(desk, second.id, { facts: {}, sameFamilyAs: null });
    expect([first.family.id, second.family.id]).not.toContain(apart.family.id);
  });

  it('to another program asks for a screening by that program’s criteria', async () => {
    const desk = await office({ settings: { ifrsCircuits: [13] } });
    await specialist(desk, 'lee', { program: 'IFRS' });
    const id = await eligible(desk);
    expect((await editReferral(desk, id, { facts: { program: 'IFRS' } })).state.status).toBe('in_screening');
    expect(await refusal(() => assign(desk, { only: [id], program: null }))).toEqual({
      kind: 'rule',
      code: 'not_screened',
    });
    await screen(desk, (await dossier(desk, id)).referral);
    expect((await assign(desk, { only: [id], program: null })).assigned).toMatchObject([
      { specialist: 'lee' },
    ]);
  });

  it('to another program is refused while there is a case, and to one that there is none of', async () => {
    const desk = await office();
    const [placed, other] = [await assigned(desk), await eligible(desk)];
    await refusedWhole(desk, () => editReferral(desk, placed, { facts: { program: 'IFRS' } }), hasCase);
    const unknown = { kind: 'not_found', code: 'unknown_program' };
    await refusedWhole(desk, () => editReferral(desk, other, { facts: { program: 'XYZ' } }), unknown);
  });

  it('of which a part fails leaves nothing', async () => {
    const desk = await office();
    const { id } = await refer(desk);
    const before = await everything(desk);
    const facts = {
      priority: 'imminent' as const,
      children: [{ name: 7 as unknown as string, birthDate: {} as never }],
    };
    await expect(editReferral(desk, id, { facts })).rejects.toThrow();
    expect(await everything(desk)).toBe(before);
  });
});

describe('a denial', () => {
  it.each([
    ['closed, as there is no opening', closeReferral, 'no_opening', ['no_opening']],
    ['closed, as the family is unwilling', closeReferral, 'family_unwilling', ['family_unwilling']],
    ['closed, as the crisis is resolved', closeReferral, 'need_met', []],
    ['closed, for another reason', closeReferral, 'other', []],
    ['withdrawn, as the family is unwilling', withdrawReferral, 'family_unwilling', []],
  ] as const)('%s', async (_, verb, code, expected) => {
    const desk = await office();
    const id = await eligible(desk);
    await verb(desk, id, reason(code, 'a note'));
    expect((await dossier(desk, id)).denials.map((denial) => denial.reason)).toEqual(expected);
  });

  it('is kept once: the first is the one that counts', async () => {
    const desk = await office();
    const id = await eligible(desk);
    await addFamilyToFins(desk, id, null);
    await closeReferral(desk, id, reason('family_unwilling'));
    expect((await dossier(desk, id)).denials.map((denial) => denial.reason)).toEqual(['no_opening']);
  });
});

describe('returning, withdrawing and closing', () => {
  const ways = [
    ['returned', returnReferral, 'information_missing'],
    ['withdrawn', withdrawReferral, 'submitter_withdrew'],
    ['closed', closeReferral, 'need_met'],
  ] as const;

  it.each(ways)('%s: keeps the reason and takes the family off the FINS list', async (to, verb, code) => {
    const desk = await office();
    const id = await eligible(desk);
    await addFamilyToFins(desk, id, null);
    expect((await verb(desk, id, reason(code, 'a note'))).state).toEqual({ status: to, reason: code });
    expect((await dossier(desk, id)).fins).toMatchObject([{ removed: { reason: code, note: 'a note' } }]);
  });

  it.each(ways)('%s: takes only reasons that are meant for it, and a note with “other”', async (_, verb) => {
    const desk = await office();
    const { id } = await refer(desk);
    for (const code of ['no_such_reason', 'placed', 'safety', '']) {
      await refusedWhole(desk, () => verb(desk, id, reason(code)), unknownReason);
    }
    await refusedWhole(desk, () => verb(desk, id, reason('other')), { kind: 'invalid', code: 'note_needed' });
    await verb(desk, id, reason('other', 'said on the phone'));
  });

  it.each(ways)('%s: is refused once the referral has ended', async (_, verb, code) => {
    const desk = await office();
    const { id } = await refer(desk);
    await closeReferral(desk, id, reason('need_met'));
    await refusedWhole(desk, () => verb(desk, id, reason(code)), ended);
  });

  it.each(ways.slice(1))('%s: ends an open case, and its place is free at once', async (to, verb, code) => {
    const desk = await office();
    const id = await assigned(desk);
    expect(await casesOfKim(desk)).toBe(1);
    await verb(desk, id, reason(code));
    expect(await casesOfKim(desk)).toBe(0);
    const { cases, referral } = await dossier(desk, id);
    expect(cases).toMatchObject([{ status: 'given_back', endedAt: monday }]);
    expect(referral.state.status).toBe(to);
  });

  it('a family with a case is not returned', async () => {
    const desk = await office();
    const id = await assigned(desk);
    await refusedWhole(desk, () => returnReferral(desk, id, reason('information_missing')), hasCase);
  });
});

describe('noting what was keyed into FACES', () => {
  const entry = (more: object) => ({ number: null, on: day('2026-10-05'), denial: false, ...more });

  it('keeps the number with its day', async () => {
    const desk = await office();
    const { id } = await refer(desk);
    const { faces } = await keyIntoFaces(desk, id, entry({ number: '12345' }));
    expect(faces).toEqual({ number: '12345', on: '2026-10-05' });
  });

  it('marks every denial so far, and only those', async () => {
    const desk = await office();
    const referral = await refer(desk);
    await screen(desk, referral, { safety_assured: 'no' });
    await keyIntoFaces(desk, referral.id, entry({ denial: true }));
    await screen(desk, referral, { imminent_risk: 'no' });
    const { denials } = await dossier(desk, referral.id);
    expect(denials.map(({ facesOn }) => facesOn)).toEqual(['2026-10-05', null]);
  });

  it('refuses a day to come, and a denial where there is none, number and all', async () => {
    const desk = await office();
    const { id } = await refer(desk);
    const tomorrow = entry({ number: '12345', on: day('2026-10-06') });
    await refusedWhole(desk, () => keyIntoFaces(desk, id, tomorrow), { kind: 'invalid', code: 'in_future' });
    const both = entry({ number: '12345', denial: true });
    await refusedWhole(desk, () => keyIntoFaces(desk, id, both), { kind: 'rule', code: 'no_denial' });
  });
});

it('a refusal says what to do next', async () => {
  const desk = await office();
  const { id } = await refer(desk);
  await closeReferral(desk, id, reason('need_met'));
  const error: unknown = await closeReferral(desk, id, reason('need_met')).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).facts).toMatchObject({
    message: `${id} is closed.`,
    hint: expect.stringContaining('referral add'),
  });
});

import { describe, expect, it } from 'vitest';
import { type Desk, look } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { addFamilyToFins } from '../../src/desk/fins.ts';
import { assign } from '../../src/desk/match.ts';
import { takeReferrals } from '../../src/desk/take-referral.ts';
import {
  closeReferral,
  contactSubmitter,
  editReferral,
  keyIntoFaces,
  returnReferral,
  withdrawReferral,
} from '../../src/desk/work-referral.ts';
import { listSpecialists } from '../../src/records/specialists.ts';
import { HOTLINE, newNotices } from '../../src/rules/notices.ts';
import { stillOpen } from '../../src/rules/open-points.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import {
  at,
  day,
  eligible,
  everything,
  form,
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
const badDate = { kind: 'invalid', code: 'bad_date' };
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

  const received = utc('2026-10-02T14:05:40Z');
  const midnight = utc('2026-10-02T05:00:00Z');

  it.each([
    ['in the minute of the receipt', received, utc('2026-10-02T14:05:00Z')],
    ['on its day, where only the day of the contact is known', received, midnight],
    ['on its day, where only the day of the receipt is known', midnight, utc('2026-10-02T05:30:00Z')],
    ['two weeks before, where a form was typed in late', received, utc('2026-09-18T20:00:00Z')],
  ])('is taken %s', async (_, receivedAt, when) => {
    const desk = await office();
    const { id } = await refer(desk, { receivedAt });
    await contactSubmitter(desk, id, contact('reached', when));
    expect((await dossier(desk, id)).contacts).toEqual([contact('reached', when)]);
  });

  it.each([
    ['more than two weeks before the receipt', received, utc('2026-09-17T20:00:00Z')],
    ['years before it', midnight, utc('2020-10-01T05:00:00Z')],
  ])('is refused %s', async (_, receivedAt, when) => {
    const desk = await office();
    const { id } = await refer(desk, { receivedAt });
    await refusedWhole(desk, () => contactSubmitter(desk, id, contact('reached', when)), badDate);
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

  it('does not take up what has ended, nor a family that has not agreed, unless it agrees now', async () => {
    const desk = await office();
    const { id } = await refer(desk);
    await returnReferral(desk, id, reason('family_has_not_agreed'));
    const takeUp = (facts = {}) => editReferral(desk, id, { facts, takeUp: true });
    await refusedWhole(desk, takeUp, { kind: 'rule', code: 'family_has_not_agreed' });
    expect(await takeUp({ familyAgrees: true })).toMatchObject({
      familyAgrees: true,
      state: { status: 'received' },
    });
    await withdrawReferral(desk, id, reason('need_met'));
    await refusedWhole(desk, takeUp, ended);
  });

  it('keeps when the hotline is shown for a new concern, and says to call it', async () => {
    const desk = await office();
    const before = await refer(desk);
    const after = await editReferral(desk, before.id, { facts: { safetyConcern: true } });
    expect(after.hotlineShownAt).toBe(desk.now);
    expect(newNotices(before, after, desk).callsFor).toEqual([expect.stringContaining(HOTLINE)]);
    const later = await editReferral(at(desk, '2026-10-06T14:00:00Z'), before.id, {
      facts: { county: 'Callaway', circuit: 13 },
    });
    expect(later.hotlineShownAt).toBe(desk.now);
    expect(newNotices(after, later, desk).callsFor).toEqual([]);
  });

  it.each([
    [
      'a TAPA',
      { tapa: { date: null } },
      ['A TAPA was negotiated: this referral is obligatory [001].', 'The date of the TAPA is not known.'],
    ],
    [
      'a TAPA as involvement',
      { divisionInvolvement: 'tapa' },
      ['A TAPA was negotiated: this referral is obligatory [001].', 'The date of the TAPA is not known.'],
    ],
    [
      'no involvement',
      { divisionInvolvement: 'none' },
      ['No Division involvement: paid IIS services need one.'],
    ],
    [
      'a county elsewhere',
      { county: 'Greene', circuit: 31 },
      ['Greene is in circuit 31, which is not one of yours (13).'],
    ],
  ] as const)('calls for what a new referral calls for: %s', async (_, facts, callsFor) => {
    const desk = await office({ settings: { circuits: [13] } });
    const before = await refer(desk);
    const notices = newNotices(before, await editReferral(desk, before.id, { facts }), desk);
    expect(notices).toEqual({ callsFor, tellSubmitter: null, suggestedProgram: null });
  });

  it('points to another program, and says what to tell the submitter, as a new referral does', async () => {
    const desk = await office();
    const before = await refer(desk);
    const facts = { divisionInvolvement: 'out_of_home_care', familyAgrees: false } as const;
    const notices = newNotices(before, await editReferral(desk, before.id, { facts }), desk);
    const taken = (await takeReferrals(desk, [form(facts)]))[0]!;
    expect(notices).toEqual({
      callsFor: taken.callsFor,
      tellSubmitter: taken.tellSubmitter,
      suggestedProgram: 'IFRS',
    });
  });

  it('settles what could not be read on the form; what is said of a child follows it, and goes with it', async () => {
    const desk = await office();
    const unread = (field: string, text: string) => ({ field, kind: 'unreadable' as const, text });
    const given = form({
      county: null,
      children: ['Tom', 'Lin', 'Max'].map((name) => ({ name, birthDate: null })),
    });
    given.reading.problems.push(
      unread('county', 'Bone'),
      unread('children[0].birthDate', 'spring'),
      unread('children[2].birthDate', '2001'),
    );
    const { id } = (await takeReferrals(desk, [given]))[0]!.referral;
    const open = async () => {
      const { source, referral } = await dossier(desk, id);
      return stillOpen(source!.problems, referral).map(({ field, text }) => `${field} ${text}`);
    };
    const [, lin, max] = given.reading.intake.children;
    await editReferral(desk, id, { facts: { county: 'Boone', circuit: 13 } });
    expect(await open()).toEqual(['children[0].birthDate spring', 'children[2].birthDate 2001']);
    await editReferral(desk, id, { facts: { children: [lin!, max!] } });
    expect(await open()).toEqual(['children[1].birthDate 2001']);
    await editReferral(desk, id, { facts: { children: [lin!, { ...max!, birthDate: day('2015-02-03') }] } });
    expect(await open()).toEqual([]);
  });

  it('goes on asking for the language that the form asks for, until one is set', async () => {
    const desk = await office();
    const { id } = await refer(desk, { accommodations: 'Vietnamese interpreter, female if possible' });
    const doubt =
      'No language is set, so English is taken for it; the family needs: “Vietnamese interpreter, female if possible”.';
    expect((await dossier(desk, id)).warnings).toEqual([doubt]);
    const { referral } = await dossier(desk, id);
    expect((await screen(desk, referral)).warnings).toEqual([doubt]);
    await editReferral(desk, id, { facts: { language: 'vi' } });
    expect((await dossier(desk, id)).warnings).toEqual([]);
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

  it('refuses a day long before the receipt, and takes that of the receipt', async () => {
    const desk = await office();
    const { id } = await refer(desk, { receivedAt: utc('2026-10-03T01:00:00Z') });
    const on = (date: string) => keyIntoFaces(desk, id, entry({ number: '77', on: day(date) }));
    await refusedWhole(desk, () => on('2026-09-17'), badDate);
    expect((await on('2026-10-02')).faces).toEqual({ number: '77', on: '2026-10-02' });
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

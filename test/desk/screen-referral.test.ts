import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { assign } from '../../src/desk/match.ts';
import { lastAnswers, screenReferral } from '../../src/desk/screen-referral.ts';
import { changeSettings } from '../../src/desk/settings.ts';
import { closeReferral, editReferral, returnReferral } from '../../src/desk/work-referral.ts';
import type { Intake } from '../../src/rules/intake.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import { at, eligible, everything, monday, office, refer, refusal, screen, specialist } from '../office.ts';

const denialsOf = async (desk: Desk, id: ReferralNumber) =>
  (await dossier(desk, id)).denials.map(({ reason }) => reason);

describe('a screening', () => {
  it.each([
    [{}, 'eligible', 'eligible', []],
    [{ safety_assured: 'no' }, 'not_eligible', 'not_eligible', ['safety_not_assured']],
    [{ family_accepts: 'no' }, 'not_eligible', 'not_eligible', ['family_unwilling']],
    [{ authorized: 'unknown' }, 'needs_information', 'in_screening', []],
    [{ authorized: 'unknown', imminent_risk: 'no' }, 'not_eligible', 'not_eligible', ['not_eligible']],
    // A denial is counted once, under the first criterion that failed.
    [{ imminent_risk: 'no', safety_assured: 'no' }, 'not_eligible', 'not_eligible', ['not_eligible']],
  ] as const)('with %o is %s, and the referral %s', async (answers, result, status, denials) => {
    const desk = await office();
    const { referral, assessment } = await screen(desk, await refer(desk), answers);
    expect([assessment.result, referral.state.status]).toEqual([result, status]);
    expect(await denialsOf(desk, referral.id)).toEqual(denials);
  });

  it('is kept beside the earlier ones, each as it was', async () => {
    const desk = await office();
    const referral = await refer(desk);
    await screen(desk, referral, { authorized: 'unknown' });
    await screen({ ...at(desk, '2026-10-06T14:00:00Z'), who: 'MO' }, referral);
    const { screenings } = await dossier(desk, referral.id);
    expect(screenings).toMatchObject([
      { at: '2026-10-05T14:00:00Z', by: 'KL', program: 'IIS', result: 'needs_information' },
      { at: '2026-10-06T14:00:00Z', by: 'MO', program: 'IIS', result: 'eligible' },
    ]);
    expect(screenings[0]!.criteria.find(({ id }) => id === 'authorized')!.answer).toBe('unknown');
  });

  it('carries over the answers that are not given anew, with their notes', async () => {
    const desk = await office();
    const referral = await refer(desk);
    await screen(desk, referral, { authorized: 'unknown' });
    await screenReferral(desk, referral.id, { safety_assured: { answer: 'yes', note: 'seen today' } });
    const given = { authorized: { answer: 'yes' as const, note: null } };
    const { assessment } = await screenReferral(desk, referral.id, given);
    expect(assessment.result).toBe('eligible');
    expect(assessment.criteria.find(({ id }) => id === 'safety_assured')!.note).toBe('seen today');
  });

  it('counts the same denial once, another one anew, and the same one again after a change of mind', async () => {
    const desk = await office();
    const referral = await refer(desk);
    await screen(desk, referral, { safety_assured: 'no' });
    await screen(desk, referral, { safety_assured: 'no' });
    expect(await denialsOf(desk, referral.id)).toEqual(['safety_not_assured']);
    await screen(desk, referral, { imminent_risk: 'no' });
    await screen(desk, referral);
    await screen(desk, referral, { safety_assured: 'no' });
    expect(await denialsOf(desk, referral.id)).toEqual([
      'safety_not_assured',
      'not_eligible',
      'safety_not_assured',
    ]);
  });

  it.each([
    ['delinquency', [], 'not_eligible'],
    ['delinquency', ['delinquency'], 'eligible'],
    ['severe_emotional_disturbance', ['delinquency'], 'not_eligible'],
    ['status_offense', [], 'eligible'],
  ] as const)('for %s where the circuit takes %o is %s', async (situation, take, result) => {
    const desk = await office({ settings: { take: [...take] } });
    const { assessment } = await screen(desk, await refer(desk, { situation }));
    expect(assessment.result).toBe(result);
  });

  it.each([
    [[13], 'eligible'],
    [[19], 'not_eligible'],
    [[], 'not_eligible'],
  ] as const)('for reunification where the sites are circuits %o is %s', async (ifrsCircuits, result) => {
    const desk = await office({ settings: { ifrsCircuits: [...ifrsCircuits] } });
    const { assessment } = await screen(desk, await refer(desk, { program: 'IFRS' }));
    expect(assessment.result).toBe(result);
  });

  it('inherits what was answered, not what a fact made of it', async () => {
    const desk = await office();
    const referral = await refer(desk, { situation: 'delinquency' });
    const said = { situation: { answer: 'yes', note: 'ran away' } } as const;
    await screen(desk, referral);
    expect((await screenReferral(desk, referral.id, said)).assessment.result).toBe('not_eligible');
    await changeSettings(desk, { take: ['delinquency'] });
    const { assessment } = await screenReferral(desk, referral.id, {});
    expect(assessment.result).toBe('eligible');
    expect(assessment.criteria[0]).toMatchObject({ answer: 'yes', note: 'ran away' });
  });

  it.each([
    ['a fact made a no', { situation: 'delinquency' }, {}, 'in_screening'],
    ['somebody answered with no', { situation: 'abuse' }, { situation: 'no' }, 'not_eligible'],
    ['both made not eligible', { situation: 'delinquency' }, { safety_assured: 'no' }, 'not_eligible'],
  ] as const)(
    'of which %s is asked for anew where the facts no longer give it',
    async (_, facts, answers, to) => {
      const desk = await office();
      const { referral } = await screen(desk, await refer(desk, facts), answers);
      expect(referral.state.status).toBe('not_eligible');
      const after = await editReferral(desk, referral.id, { facts: { situation: 'neglect' } });
      expect(after.state.status).toBe(to);
    },
  );

  it('that was kept before answers and facts were kept apart reads as it did', () => {
    const kept = { id: 'situation', question: '?', source: '[000]', answer: 'no', note: 'not here' } as const;
    const last = { program: 'IIS', at: monday, by: 'KL', result: 'not_eligible', criteria: [kept] } as const;
    expect(lastAnswers({ ...last, criteria: [kept] })).toEqual({
      situation: { answer: 'no', note: 'not here' },
    });
  });

  it('of a child who is in out-of-home care points to reunification', async () => {
    const desk = await office();
    const { assessment } = await screen(desk, await refer(desk), { child_at_home: 'no' });
    expect(assessment.suggestedProgram).toBe('IFRS');
  });
});

describe('no screening', () => {
  const agreed: Partial<Intake> = {};
  const standings: [
    what: string,
    facts: Partial<Intake>,
    first: (desk: Desk, id: ReferralNumber) => Promise<unknown>,
    code: string,
  ][] = [
    ['of a family that has not agreed', { familyAgrees: false }, async () => {}, 'family_has_not_agreed'],
    [
      'of a referral that was returned',
      agreed,
      (desk, id) => returnReferral(desk, id, { code: 'information_missing', note: null }),
      'referral_returned',
    ],
    [
      'of a referral that has ended',
      agreed,
      (desk, id) => closeReferral(desk, id, { code: 'need_met', note: null }),
      'referral_ended',
    ],
  ];

  it.each(standings)('%s', async (_, facts, first, code) => {
    const desk = await office();
    const referral = await refer(desk, facts);
    await first(desk, referral.id);
    const before = await everything(desk);
    expect(await refusal(() => screen(desk, referral))).toEqual({ kind: 'rule', code });
    expect(await everything(desk)).toBe(before);
  });

  it('of a family that has a case', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const id = await eligible(desk);
    await assign(desk, { only: [id], program: null });
    expect(await refusal(() => screenReferral(desk, id, {}))).toEqual({
      kind: 'rule',
      code: 'already_assigned',
    });
  });

  it('by a criterion that the program does not have; the others are not kept either', async () => {
    const desk = await office();
    const { id } = await refer(desk);
    const before = await everything(desk);
    const answers = {
      authorized: { answer: 'yes', note: null },
      good_chance: { answer: 'yes', note: null },
    } as const;
    const expected = { kind: 'invalid', code: 'unknown_criterion' };
    expect(await refusal(() => screenReferral(desk, id, answers))).toEqual(expected);
    expect(await everything(desk)).toBe(before);
  });
});

describe('a note to a criterion', () => {
  const yes = { answer: 'yes' as const, note: null };
  const noteOf = async (desk: Desk, id: ReferralNumber, criterion: string) =>
    (await dossier(desk, id)).screenings.at(-1)!.criteria.find((one) => one.id === criterion)!.note;

  it('goes to the answer that is given now, or was given last', async () => {
    const desk = await office();
    const { id } = await refer(desk);
    await screenReferral(desk, id, { imminent_risk: yes }, { notes: { imminent_risk: 'court on Friday' } });
    expect(await noteOf(desk, id, 'imminent_risk')).toBe('court on Friday');
    await screenReferral(desk, id, {}, { notes: { safety_assured: 'call the worker' } });
    expect(await noteOf(desk, id, 'imminent_risk')).toBe('court on Friday');
    expect(await noteOf(desk, id, 'safety_assured')).toBe('call the worker');
    await screenReferral(desk, id, {}, { notes: { imminent_risk: null } });
    expect(await noteOf(desk, id, 'imminent_risk')).toBeNull();
  });

  it.each([
    ['that is not answered', { situation: yes }, { safety_assured: 'x' }, 'note_without_answer'],
    ['that the program does not have', { situation: yes }, { nonsense: 'x' }, 'unknown_criterion'],
  ])('%s is refused, and nothing is saved', async (_, answers, notes, expected) => {
    const desk = await office();
    const { id } = await refer(desk);
    const before = await everything(desk);
    const refused = await refusal(() => screenReferral(desk, id, answers, { notes }));
    expect(refused).toEqual({ kind: 'invalid', code: expected });
    expect(await everything(desk)).toBe(before);
  });
});

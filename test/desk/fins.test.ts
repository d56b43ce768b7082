import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { addFamilyToFins, answerFcs, offerFcs, reviewFamily, takeOffFins } from '../../src/desk/fins.ts';
import { finsList } from '../../src/desk/fins-list.ts';
import { assign } from '../../src/desk/match.ts';
import { closeReferral, contactSubmitter, returnReferral } from '../../src/desk/work-referral.ts';
import type { ReviewDecision } from '../../src/rules/fins.ts';
import type { Priority, ReferralNumber } from '../../src/rules/words.ts';
import {
  at,
  day,
  eligible,
  monday,
  office,
  refer,
  refusal,
  refusedWhole,
  screen,
  specialist,
  utc,
} from '../office.ts';

const rule = (code: string) => ({ kind: 'rule', code });
const invalid = (code: string) => ({ kind: 'invalid', code });
const today = day('2026-10-05');
const on = (text: string) => ({ on: day(text), note: null });

const listed = async (desk: Desk, facts = {}) => {
  const id = await eligible(desk, facts);
  await addFamilyToFins(desk, id, 'two evenings a week');
  return id;
};

const noOpenings = async (desk: Desk, id: ReferralNumber) =>
  (await dossier(desk, id)).denials.filter(({ reason }) => reason === 'no_opening').length;

describe('putting a family on the list', () => {
  it('keeps its need, and is a denial that the state counts', async () => {
    const desk = await office();
    const id = await listed(desk);
    const { fins, denials } = await dossier(desk, id);
    expect(fins).toEqual([{ addedAt: monday, need: 'two evenings a week', removed: null, reviews: [] }]);
    expect(denials).toEqual([{ at: monday, reason: 'no_opening', note: null, facesOn: null }]);
  });

  it('again, and offering FCS besides, is no second denial; being found eligible anew is one', async () => {
    const desk = await office();
    const id = await listed(desk);
    await takeOffFins(desk, id, { code: 'not_reached', note: null });
    await addFamilyToFins(desk, id, null);
    await offerFcs(desk, id, on(today));
    expect(await noOpenings(desk, id)).toBe(1);
    const later = at(desk, '2026-10-20T14:00:00Z');
    await screen(later, (await dossier(later, id)).referral);
    await takeOffFins(later, id, { code: 'not_reached', note: null });
    await addFamilyToFins(later, id, null);
    expect(await noOpenings(desk, id)).toBe(2);
  });

  it('that is not eligible, or needs information, is no denial for lack of an opening', async () => {
    const desk = await office();
    for (const answers of [{ imminent_risk: 'no' }, { authorized: 'unknown' }] as const) {
      const { referral } = await screen(desk, await refer(desk), answers);
      await addFamilyToFins(desk, referral.id, null);
      expect(await noOpenings(desk, referral.id)).toBe(0);
    }
  });

  const made: [what: string, code: string, (desk: Desk) => Promise<ReferralNumber>][] = [
    ['is on it', 'already_on_list', listed],
    ['was never screened', 'not_screened', async (desk) => (await refer(desk)).id],
    [
      'was never screened, though its submitter was reached',
      'not_screened',
      async (desk) => {
        const { id } = await refer(desk);
        return (await contactSubmitter(desk, id, { at: monday, outcome: 'reached', note: null })).id;
      },
    ],
    [
      'has not agreed',
      'family_has_not_agreed',
      async (desk) => (await refer(desk, { familyAgrees: false })).id,
    ],
    [
      'was returned',
      'referral_returned',
      async (desk) =>
        (await returnReferral(desk, await eligible(desk), { code: 'information_missing', note: null })).id,
    ],
    [
      'has ended',
      'referral_ended',
      async (desk) => (await closeReferral(desk, await eligible(desk), { code: 'need_met', note: null })).id,
    ],
    [
      'has a case',
      'already_assigned',
      async (desk) => {
        await specialist(desk, 'kim');
        const id = await eligible(desk);
        await assign(desk, { only: [id], program: null });
        return id;
      },
    ],
  ];

  it.each(made)('is refused when it %s', async (_, code, make) => {
    const desk = await office();
    const id = await make(desk);
    await refusedWhole(desk, () => addFamilyToFins(desk, id, null), rule(code));
  });
});

describe('a review', () => {
  const review = (
    decision: ReviewDecision,
    more: { reason?: string; note?: string; priority?: Priority } = {},
  ) => ({
    ...{ priority: 'imminent' as const, reason: null, note: null },
    ...more,
    decision,
  });

  it.each([
    ['keep', true, []],
    ['match', true, []],
    ['fcs', true, ['offered']],
    ['remove', false, []],
  ] as const)('that decides “%s”: still on the list %s, FCS %o', async (decision, stays, fcs) => {
    const desk = await office();
    const id = await listed(desk);
    const later = { ...at(desk, '2026-10-06T14:00:00Z'), who: 'MO' };
    const more = decision === 'remove' ? { reason: 'need_met' } : { note: 'quieter now' };
    expect((await reviewFamily(later, id, review(decision, more))).priority).toBe('imminent');
    const { fins, fcs: offers } = await dossier(later, id);
    const reason = decision === 'remove' ? 'need_met' : null;
    const by = { at: '2026-10-06T14:00:00Z', by: 'MO', priority: 'imminent', decision };
    expect(fins[0]!.reviews).toMatchObject([{ ...by, reason, note: more.note ?? null }]);
    expect(fins[0]!.removed === null).toBe(stays);
    expect(offers.map(({ state }) => state)).toEqual(fcs);
  });

  it('makes a family matchable again whose last review had grown old', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const id = await listed(desk);
    const later = at(desk, '2026-10-12T14:00:00Z');
    expect(await refusal(() => assign(later, { only: [id], program: null }))).toEqual(rule('stale_review'));
    await reviewFamily(later, id, review('match'));
    expect((await assign(later, { only: [id], program: null })).assigned).toHaveLength(1);
  });

  it('is refused whole', async () => {
    const desk = await office();
    const [id, other] = [await listed(desk), await eligible(desk)];
    await refusedWhole(desk, () => reviewFamily(desk, other, review('keep')), rule('not_on_list'));
    await refusedWhole(desk, () => reviewFamily(desk, id, review('remove')), invalid('flags_missing'));
    await refusedWhole(
      desk,
      () => reviewFamily(desk, id, review('remove', { reason: 'submitter_withdrew' })),
      invalid('unknown_reason'),
    );
    await refusedWhole(
      desk,
      () => reviewFamily(desk, id, review('remove', { reason: 'other' })),
      invalid('note_needed'),
    );
    await offerFcs(desk, id, on(today));
    await refusedWhole(desk, () => reviewFamily(desk, id, review('fcs')), rule('already_offered'));
  });
});

describe('taking a family off the list', () => {
  it('keeps the reason; it can be put on it again, as another stay', async () => {
    const desk = await office();
    const id = await listed(desk);
    await takeOffFins(desk, id, { code: 'other', note: 'lives with an aunt' });
    await addFamilyToFins(desk, id, null);
    expect((await dossier(desk, id)).fins).toMatchObject([
      { removed: { at: monday, reason: 'other', note: 'lives with an aunt' } },
      { removed: null, need: null },
    ]);
  });

  it('is refused when it is not on it, and without a reason that is meant for it', async () => {
    const desk = await office();
    const [id, other] = [await listed(desk), await eligible(desk)];
    await refusedWhole(
      desk,
      () => takeOffFins(desk, other, { code: 'need_met', note: null }),
      rule('not_on_list'),
    );
    await refusedWhole(
      desk,
      () => takeOffFins(desk, id, { code: 'placed', note: null }),
      invalid('unknown_reason'),
    );
    await refusedWhole(
      desk,
      () => takeOffFins(desk, id, { code: 'other', note: null }),
      invalid('note_needed'),
    );
  });

  it('happens when the family is placed', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const id = await listed(desk);
    await assign(desk, { only: null, program: null });
    expect((await dossier(desk, id)).fins).toMatchObject([{ removed: { reason: 'placed' } }]);
  });
});

describe('Family Centered Services', () => {
  const answer = (text: string, what: 'accepted' | 'declined' = 'accepted') => ({
    answer: what,
    ...on(text),
  });

  it.each(['accepted', 'declined'] as const)('are offered, and %s later', async (what) => {
    const desk = await office();
    const id = await eligible(desk, { receivedAt: utc('2026-10-01T14:00:00Z') });
    await offerFcs(desk, id, on('2026-10-02'));
    expect((await dossier(desk, id)).fcs).toEqual([{ state: 'offered', offeredOn: '2026-10-02' }]);
    await answerFcs(desk, id, answer('2026-10-05', what));
    expect((await dossier(desk, id)).fcs).toEqual([
      { state: what, offeredOn: '2026-10-02', answeredOn: '2026-10-05' },
    ]);
    await offerFcs(desk, id, on('2026-10-05'));
    expect((await dossier(desk, id)).fcs).toHaveLength(2);
  });

  it('are refused for what does not make sense', async () => {
    const desk = await office();
    const receivedAt = utc('2026-10-02T14:00:00Z');
    const [id, closed] = [await eligible(desk, { receivedAt }), (await refer(desk)).id];
    await closeReferral(desk, closed, { code: 'need_met', note: null });
    await refusedWhole(desk, () => offerFcs(desk, closed, on(today)), rule('referral_ended'));
    await refusedWhole(desk, () => offerFcs(desk, id, on('2026-10-06')), invalid('bad_date'));
    await refusedWhole(desk, () => offerFcs(desk, id, on('2026-09-17')), invalid('bad_date'));
    await refusedWhole(desk, () => answerFcs(desk, id, answer(today)), rule('no_offer'));
    await offerFcs(desk, id, on('2026-10-02'));
    await refusedWhole(desk, () => offerFcs(desk, id, on(today)), rule('already_offered'));
    await refusedWhole(desk, () => answerFcs(desk, id, answer('2026-10-01')), invalid('bad_date'));
    await refusedWhole(desk, () => answerFcs(desk, id, answer('2026-10-06')), invalid('bad_date'));
    await answerFcs(desk, id, answer(today));
    await refusedWhole(desk, () => answerFcs(desk, id, answer(today)), rule('no_offer'));
  });
});

describe('the list', () => {
  it('is in the order of overdue, priority, and longest since a look', async () => {
    const desk = at(await office(), '2026-10-05T12:00:00Z');
    const add = async (hour: number, priority: Priority | null) => {
      const then = at(desk, `2026-10-05T${hour}:00:00Z`);
      const id = await eligible(then, { priority });
      await addFamilyToFins(then, id, null);
      return id;
    };
    const moderate = await add(12, 'moderate');
    const highLater = await add(15, 'high');
    const high = await add(14, 'high');
    const imminent = await add(16, 'imminent');
    const unknown = await add(17, null);
    const order = async (now: string) =>
      (await finsList(at(desk, now))).lines.map(({ referral, overdue }) => [referral, overdue]);
    expect(await order('2026-10-05T18:00:00Z')).toEqual(
      [imminent, unknown, high, highLater, moderate].map((id) => [id, false]),
    );
    // After Thursday: imminent and unknown are due since Tuesday's end, high on Thursday's.
    const review = { priority: 'imminent', decision: 'keep', note: null, reason: null } as const;
    await reviewFamily(at(desk, '2026-10-09T14:00:00Z'), imminent, review);
    expect(await order('2026-10-09T15:00:00Z')).toEqual([
      ...[unknown, high, highLater].map((id) => [id, true]),
      [imminent, false],
      [moderate, false],
    ]);
  });

  it('says for how long, until when, and who could serve the family now', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await specialist(desk, 'ana', { languages: ['en', 'es'] });
    const [any, spanish, unknown, noRisk] = [
      await listed(desk),
      await listed(desk, { language: 'es' }),
      await listed(desk, { county: null }),
      await listed(desk, { priority: null }),
    ];
    const refused = (await screen(desk, await refer(desk), { imminent_risk: 'no' })).referral;
    await addFamilyToFins(desk, refused.id, null);
    const { lines, openings } = await finsList(at(desk, '2026-10-07T14:00:00Z'));
    expect(openings).toBe(4);
    const of = (id: ReferralNumber) => lines.find(({ referral }) => referral === id)!;
    expect(of(any)).toMatchObject({ daysOnList: 2, reviewDueAt: '2026-10-09T05:00:00Z', overdue: false });
    expect(of(any).couldBeServedBy).toEqual(['ana', 'kim']);
    expect(of(spanish).couldBeServedBy).toEqual(['ana']);
    for (const one of [unknown, noRisk, refused.id]) expect(of(one).couldBeServedBy).toEqual([]);
  });
});

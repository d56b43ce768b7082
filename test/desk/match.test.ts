import { describe, expect, it } from 'vitest';
import { type Desk, look } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { addFamilyToFins } from '../../src/desk/fins.ts';
import { history } from '../../src/desk/history.ts';
import { assign, override, planFor, planForChoice } from '../../src/desk/match.ts';
import { endWork, sendOnLeave } from '../../src/desk/specialists.ts';
import { considerUndo, undo } from '../../src/desk/undo.ts';
import { closeReferral, editReferral, returnReferral } from '../../src/desk/work-referral.ts';
import { listSpecialists } from '../../src/records/specialists.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import {
  at,
  code,
  day,
  eligible,
  everything,
  office,
  refer,
  refusedWhole,
  screen,
  specialist,
  utc,
} from '../office.ts';

const everyone = { only: null, program: null };
const named = (...only: ReferralNumber[]) => ({ only, program: null });
const rule = (what: string) => ({ kind: 'rule', code: what });

const onLeave = { from: day('2026-10-01'), until: day('2026-10-30'), note: null };

describe('a plan', () => {
  it('saves nothing', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await eligible(desk);
    const before = await everything(desk);
    expect((await planFor(desk, everyone)).placements).toHaveLength(1);
    expect(await everything(desk)).toBe(before);
  });

  it('is what is then assigned: cases, places, statuses, and what it was decided on', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const [first, second, third] = [await eligible(desk), await eligible(desk), await eligible(desk)];
    const shown = await planFor(desk, everyone);
    const { plan, assigned } = await assign(desk, everyone, shown);
    expect(plan).toEqual(shown);
    expect(plan).toMatchObject({
      openingsBefore: 2,
      openingsAfter: 0,
      unserved: [{ referral: third, next: ['fins', 'fcs'] }],
    });
    expect(assigned).toEqual([
      { case: 'C26-0001', referral: first, specialist: 'kim' },
      { case: 'C26-0002', referral: second, specialist: 'kim' },
    ]);
    const { referral, cases } = await dossier(desk, first);
    expect(referral.state).toMatchObject({
      status: 'assigned',
      case: 'C26-0001',
      specialist: 'kim',
      assignedAt: desk.now,
    });
    expect(cases).toMatchObject([{ status: 'assigned', program: 'IIS', endedAt: null }]);
    expect((await dossier(desk, third)).referral.state.status).toBe('eligible');
    const decisions = await desk.store.db.selectFrom('decision').selectAll().execute();
    expect(decisions).toMatchObject([{ kind: 'plan', reason: null, by: 'KL', plan: JSON.stringify(plan) }]);
    expect(JSON.parse(decisions[0]!.facts)).toMatchObject({
      waiting: [{ referral: first }, {}, {}],
      specialists: [{ code: 'kim' }],
    });
  });

  describe('of a family that needs another language', () => {
    const whysOf = async (facts: Parameters<typeof eligible>[1]) => {
      const desk = await office();
      await specialist(desk, 'kim', { languages: ['en', 'es'] });
      const referral = await eligible(desk, facts);
      const planned = await planFor(desk, everyone);
      const chosen = await override(desk, { referral, specialist: code('kim'), reason: 'known to them' });
      return [planned, chosen.plan].map(({ placements }) => placements[0]!.why.map(({ kind }) => kind));
    };

    it('says where English is only taken, by the plan and past it', async () => {
      for (const whys of await whysOf({ accommodations: 'an interpreter for Spanish' }))
        expect(whys).toContain('language_taken');
    });

    it.each([
      ['the language is set', { accommodations: 'an interpreter for Spanish', language: 'es' }],
      ['an interpreter is arranged', { accommodations: 'an interpreter', interpreterArranged: true }],
      ['nothing speaks for another', { accommodations: 'a ramp at the door' }],
      ['nothing is said', { accommodations: null }],
    ])('says nothing where %s', async (_, facts) => {
      for (const whys of await whysOf(facts)) expect(whys).not.toContain('language_taken');
    });
  });

  it('serves the urgent first, and within a level who came first', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const moderate = await eligible(desk, { priority: 'moderate', receivedAt: utc('2026-09-01T14:00:00Z') });
    const late = await eligible(desk, { priority: 'high', receivedAt: utc('2026-10-02T14:00:00Z') });
    const early = await eligible(desk, { priority: 'high', receivedAt: utc('2026-10-01T14:00:00Z') });
    const imminent = await eligible(desk, { priority: 'imminent' });
    const { placements, unserved } = await planFor(desk, everyone);
    expect(placements.map(({ referral }) => referral)).toEqual([imminent, early]);
    expect(unserved.map(({ referral }) => referral)).toEqual([late, moderate]);
  });

  it('with nobody waiting is empty, and assigning it leaves no trace', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const before = await everything(desk);
    expect(await assign(desk, everyone)).toMatchObject({
      assigned: [],
      plan: { placements: [], unserved: [] },
    });
    expect(await everything(desk)).toBe(before);
  });

  it('keeps to one program when asked', async () => {
    const desk = await office({ settings: { ifrsCircuits: [13] } });
    await specialist(desk, 'kim');
    await specialist(desk, 'lee', { program: 'IFRS' });
    const [iis, ifrs] = [await eligible(desk), await eligible(desk, { program: 'IFRS' })];
    const { placements, openingsBefore } = await planFor(desk, { only: null, program: 'IFRS' });
    expect(placements).toMatchObject([{ referral: ifrs, specialist: 'lee' }]);
    expect(openingsBefore).toBe(3);
    await refusedWhole(desk, () => assign(desk, { only: [iis], program: 'IFRS' }), rule('other_program'));
  });

  it('leaves out, with the bar, who lacks a fact or a current review', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const stale = await eligible(desk);
    await addFamilyToFins(desk, stale, null);
    const later = at(desk, '2026-10-12T14:00:00Z');
    const [noCounty, noPriority] = [
      await eligible(later, { county: null }),
      await eligible(later, { priority: null }),
    ];
    const { placements, unserved } = await planFor(later, everyone);
    expect(placements).toEqual([]);
    const of = (id: ReferralNumber) => unserved.find(({ referral }) => referral === id);
    expect(of(stale)).toMatchObject({ blockers: [{ kind: 'stale_review' }], next: ['review'] });
    expect(of(noCounty)).toMatchObject({
      blockers: [{ kind: 'facts_missing', missing: ['county'] }],
      next: ['edit'],
    });
    expect(of(noPriority)).toMatchObject({
      blockers: [{ kind: 'facts_missing', missing: ['priority'] }],
      next: ['edit'],
    });
    await refusedWhole(later, () => assign(later, named(stale)), rule('stale_review'));
    await refusedWhole(later, () => assign(later, named(noCounty)), rule('facts_missing'));
  });
});

describe('a plan that was shown', () => {
  const changes: [what: string, (desk: Desk) => Promise<unknown>][] = [
    ['a more urgent family came', (desk) => eligible(desk, { priority: 'imminent' })],
    ['a specialist went on leave', (desk) => sendOnLeave(desk, code('kim'), onLeave, 'keep')],
    ['a specialist came', (desk) => specialist(desk, 'ana')],
  ];

  it.each(changes)('is refused when %s meanwhile', async (_, change) => {
    const desk = await office();
    await specialist(desk, 'kim');
    await eligible(desk);
    await eligible(desk);
    const shown = await planFor(desk, everyone);
    await change(desk);
    await refusedWhole(desk, () => assign(desk, everyone, shown), rule('plan_changed'));
    expect((await assign(desk, everyone, await planFor(desk, everyone))).assigned).toBeDefined();
  });

  it('is carried out when what changed does not touch it', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await eligible(desk);
    const shown = await planFor(desk, everyone);
    await refer(desk);
    expect((await assign(desk, everyone, shown)).assigned).toHaveLength(1);
  });
});

describe('naming referrals', () => {
  it('never takes a place from a family above them', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const [low, high, imminent] = [
      await eligible(desk, { priority: 'moderate' }),
      await eligible(desk, { priority: 'high' }),
      await eligible(desk, { priority: 'imminent' }),
    ];
    await refusedWhole(desk, () => assign(desk, named(low)), rule('no_opening'));
    const { assigned, plan } = await assign(desk, named(low, high));
    expect(assigned).toMatchObject([{ referral: high }]);
    expect(plan.unserved).toMatchObject([{ referral: low }]);
    expect((await dossier(desk, imminent)).referral.state.status).toBe('eligible');
    expect((await assign(desk, named(imminent))).assigned).toHaveLength(1);
  });

  it('does not give the place of the only one who speaks Spanish to somebody else', async () => {
    const desk = await office();
    await specialist(desk, 'ana', { languages: ['en', 'es'] });
    await specialist(desk, 'kim');
    const spanish = [await eligible(desk, { language: 'es' }), await eligible(desk, { language: 'es' })];
    const other = await eligible(desk);
    expect((await assign(desk, named(other))).assigned).toMatchObject([{ specialist: 'kim' }]);
    const { assigned } = await assign(desk, named(...spanish));
    expect(assigned.map(({ specialist: who }) => who)).toEqual(['ana', 'ana']);
  });

  const standings: [what: string, code: string, (desk: Desk) => Promise<ReferralNumber>][] = [
    ['was not screened', 'not_screened', async (desk) => (await refer(desk)).id],
    [
      'needs information',
      'not_screened',
      async (desk) => (await screen(desk, await refer(desk), { authorized: 'unknown' })).referral.id,
    ],
    [
      'is not eligible',
      'not_eligible',
      async (desk) => (await screen(desk, await refer(desk), { authorized: 'no' })).referral.id,
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
        const id = await eligible(desk);
        await assign(desk, named(id));
        return id;
      },
    ],
  ];

  it.each(standings)('is refused whole when one of them %s', async (_, expected, make) => {
    const desk = await office();
    await specialist(desk, 'kim');
    const [good, bad] = [await eligible(desk), await make(desk)];
    await refusedWhole(desk, () => planFor(desk, named(good, bad)), rule(expected));
    await refusedWhole(desk, () => assign(desk, named(good, bad)), rule(expected));
    const choice = { referral: bad, specialist: code('kim'), reason: 'urgent' };
    await refusedWhole(desk, () => override(desk, choice), rule(expected));
  });
});

describe('an override', () => {
  const choose = (referral: ReferralNumber, who = 'kim') => ({
    referral,
    specialist: code(who),
    reason: 'knows the family',
  });

  it('goes past the plan, language, county and situation; its reason is kept', async () => {
    const desk = await office({ settings: { take: ['delinquency'] } });
    await specialist(desk, 'kim', { counties: ['Callaway'] });
    await specialist(desk, 'ana', { languages: ['en', 'es'], takes: ['delinquency'] });
    await eligible(desk, { priority: 'imminent' });
    const id = await eligible(desk, { language: 'es', situation: 'delinquency', priority: 'moderate' });
    const { assigned } = await override(desk, choose(id));
    expect(assigned).toEqual([{ case: 'C26-0001', referral: id, specialist: 'kim' }]);
    const decision = await desk.store.db.selectFrom('decision').select(['kind', 'reason']).executeTakeFirst();
    expect(decision).toEqual({ kind: 'override', reason: 'knows the family' });
  });

  it('stands in the history of the family and of the specialist, also once it is taken back; a plan does not', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const id = await eligible(desk);
    const other = await eligible(desk);
    await override(desk, choose(id));
    await undo(desk, (await considerUndo(desk, null)).entry.action, null);
    await assign(desk, named(other));
    const chosen = { kind: 'override', by: 'KL', reason: 'knows the family' };
    for (const subject of [{ referral: id }, { specialist: code('kim') }]) {
      const told = (await history(desk, subject, 100)).entries.flatMap(({ changes }) =>
        changes.filter(({ table }) => table === 'decision'),
      );
      expect(told).toMatchObject([
        { before: null, after: chosen },
        { before: chosen, after: null },
      ]);
      // What it was decided on tells of the other family.
      expect(JSON.stringify(told)).not.toContain(other);
    }
    expect(JSON.stringify(await history(desk, { referral: other }, 100))).not.toContain('"decision"');
  });

  it('never goes past the limit of open cases', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await override(desk, choose(await eligible(desk)));
    await override(desk, choose(await eligible(desk)));
    const third = await eligible(desk);
    await refusedWhole(desk, () => override(desk, choose(third)), rule('no_opening'));
    expect((await look(desk, listSpecialists))[0]!.openCases.map(({ place }) => place)).toEqual([1, 2]);
  });

  it('is not made where it would go past more than was shown', async () => {
    const desk = await office();
    await specialist(desk, 'kim', { counties: ['Callaway'] });
    const id = await eligible(desk);
    const shown = await planForChoice(desk, choose(id));
    await editReferral(desk, id, { facts: { language: 'vi' } });
    await refusedWhole(desk, () => override(desk, choose(id), shown), rule('plan_changed'));
    const anew = await planForChoice(desk, choose(id));
    expect((await override(desk, choose(id), anew)).assigned).toHaveLength(1);
  });

  const bars: [what: string, code: string, (desk: Desk) => Promise<unknown>][] = [
    ['a leave', 'on_leave', (desk) => sendOnLeave(desk, code('kim'), onLeave, 'keep')],
    [
      'the end of the work',
      'specialist_ended',
      (desk) => endWork(desk, code('kim'), { on: day('2026-10-05'), reason: null }, 'keep'),
    ],
  ];

  it.each(bars)('never goes past %s', async (_, expected, bar) => {
    const desk = await office();
    await specialist(desk, 'kim');
    const id = await eligible(desk);
    await bar(desk);
    await refusedWhole(desk, () => override(desk, choose(id)), rule(expected));
  });

  it('never goes past the program, or a stale review', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await specialist(desk, 'lee', { program: 'IFRS' });
    const id = await eligible(desk);
    await refusedWhole(desk, () => override(desk, choose(id, 'lee')), rule('other_program'));
    await addFamilyToFins(desk, id, null);
    const later = at(desk, '2026-10-12T14:00:00Z');
    await refusedWhole(desk, () => override(later, choose(id)), rule('stale_review'));
  });
});

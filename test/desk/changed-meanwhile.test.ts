import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Desk, look } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { lastAnswers, screenReferral } from '../../src/desk/screen-referral.ts';
import { changeSettings } from '../../src/desk/settings.ts';
import { editSpecialist } from '../../src/desk/specialists.ts';
import { undo } from '../../src/desk/undo.ts';
import { editReferral, type ReferralEdit } from '../../src/desk/work-referral.ts';
import { specialistByCode } from '../../src/records/specialists.ts';
import { Refusal, type RefusalFacts } from '../../src/rules/refusal.ts';
import type { Answer, ReferralNumber } from '../../src/rules/words.ts';
import { code, everything, folder, office, refer, screen, specialist } from '../office.ts';
import { script } from '../processes/start.ts';

/** A referral as it was seen, and the desk of somebody else. */
const seenBy = async () => {
  const desk = await office();
  const { id } = await refer(desk);
  const { referral: seen } = await dossier(desk, id);
  const other: Desk = { ...desk, who: 'MO', command: 'referral edit' };
  return { desk, other, id, seen };
};

const refusedWith = async (work: () => Promise<unknown>): Promise<RefusalFacts> => {
  const error = await work().catch((thrown: unknown) => thrown);
  if (error instanceof Refusal) return error.facts;
  throw new Error('it was not refused');
};

describe('an edit of what somebody else changed since it was seen', () => {
  it('is refused whole, with both values, who changed it, and when', async () => {
    const { desk, other, id, seen } = await seenBy();
    await editReferral(other, id, { facts: { county: 'Callaway', circuit: 13 } });
    await editReferral({ ...other, who: 'XY' }, id, { facts: { priority: 'moderate' } });
    const before = await everything(desk);
    const facts = { county: 'Cole', circuit: 19, reason: 'new' };
    const refused = await refusedWith(() => editReferral(desk, id, { facts, seen }));
    expect(refused).toMatchObject({
      kind: 'rule',
      code: 'changed_meanwhile',
      reasons: [
        'County: you saw Boone, it is Callaway since action 2 (referral edit by MO, Oct 5, 2026, 9:00 AM)',
      ],
      details: {
        changes: [{ field: 'county', before: 'Boone', after: 'Callaway' }],
        by: [{ field: 'county', who: 'MO', at: '2026-10-05T14:00:00Z', action: 2 }],
      },
    });
    expect(await everything(desk)).toBe(before);
  });

  const someone = (name: string) => ({ name, birthDate: null });
  const edits: [what: string, theirs: ReferralEdit, mine: ReferralEdit, field: string | null][] = [
    ['a fact beside it', { facts: { reason: 'x' } }, { facts: { priority: 'moderate' } }, null],
    ['the same to the same', { facts: { priority: 'moderate' } }, { facts: { priority: 'moderate' } }, null],
    ['the same', { facts: { priority: 'imminent' } }, { facts: { priority: 'moderate' } }, 'priority'],
    ['the TAPA', { facts: { tapa: { date: null } } }, { facts: { tapa: null } }, 'tapa'],
    [
      'a child, while children are changed',
      { facts: { children: [someone('Lin')] } },
      { facts: { children: [] } },
      'children[0].name',
    ],
    [
      'the family, while it is linked',
      { facts: {}, sameFamilyAs: 'R26-0002' as ReferralNumber },
      { facts: {}, sameFamilyAs: null },
      'family',
    ],
    ['the agreement', { facts: { familyAgrees: false } }, { facts: {}, takeUp: true }, 'status'],
  ];

  it.each(edits)('%s', async (_, theirs, mine, field) => {
    const { desk, other, id, seen } = await seenBy();
    await refer(desk);
    await editReferral(other, id, theirs);
    const edit = editReferral(desk, id, { ...mine, seen });
    if (field === null) expect(await edit).toMatchObject(mine.facts);
    else {
      const refused = await refusedWith(() => edit);
      const { changes, by } = refused.details as { changes: { field: string }[]; by: { who: string }[] };
      expect(changes.map((change) => change.field)).toContain(field);
      expect(by.map(({ who }) => who)).toEqual(changes.map(() => 'MO'));
    }
  });

  it('without what was seen is made as it is given', async () => {
    const { desk, other, id } = await seenBy();
    await editReferral(other, id, { facts: { priority: 'imminent' } });
    expect(await editReferral(desk, id, { facts: { priority: 'moderate' } })).toMatchObject({
      priority: 'moderate',
    });
  });

  it('by two processes at once is made by one of them, and refused to the other with its name', async () => {
    const { desk } = await seenBy();
    const start = await script('edit-seen');
    const go = join(folder(), 'go');
    const both = [
      ['AA', 'Cole'],
      ['BB', 'Audrain'],
    ].map(([who = '', county = '']) => ({ who, county, run: start(desk.store.file, who, go, county) }));
    while (!both.every(({ run }) => run.said().includes('seen')))
      await new Promise((wake) => setTimeout(wake, 5));
    writeFileSync(go, '');
    const said = await Promise.all(both.map(async ({ run }) => (await run.ended).split('\n')[1]));
    const winner = both[said.indexOf('saved')]!;
    expect(said.filter((line) => line !== 'saved')).toEqual([
      expect.stringMatching(
        new RegExp(`^changed_meanwhile: County: you saw Boone, it is ${winner.county} .*by ${winner.who},`),
      ),
    ]);
    const { referral } = await dossier(desk, 'R26-0001' as never);
    expect(referral.county).toBe(winner.county);
  });
});

describe('a specialist whom somebody else changed since they were seen', () => {
  const kim = code('kim');
  const seenKim = async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const seen = (await look(desk, (db) => specialistByCode(db, kim)))!;
    return { desk, seen, other: { ...desk, who: 'MO', command: 'specialist edit' } };
  };

  it('keeps what they changed beside what is changed now', async () => {
    const { desk, seen, other } = await seenKim();
    await editSpecialist(other, kim, { languages: ['en', 'es'] });
    const after = await editSpecialist(desk, kim, { phone: '573-555-0101' }, seen);
    expect(after).toMatchObject({ phone: '573-555-0101', languages: ['en', 'es'] });
  });

  it('is not changed in the same fact, and both values are told', async () => {
    const { desk, seen, other } = await seenKim();
    await editSpecialist(other, kim, { phone: '573-555-0102', takes: ['delinquency'] });
    const before = await everything(desk);
    const facts = { phone: '573-555-0101', takes: ['delinquency' as const] };
    expect(await refusedWith(() => editSpecialist(desk, kim, facts, seen))).toMatchObject({
      code: 'changed_meanwhile',
      reasons: [
        'Phone: you saw not known, it is 573-555-0102 since action 2 (specialist edit by MO, Oct 5, 2026, 9:00 AM)',
      ],
      details: { changes: [{ field: 'phone' }], by: [{ who: 'MO' }] },
    });
    expect(await everything(desk)).toBe(before);
  });
});

describe('settings that somebody else changed since they were seen', () => {
  it('keep what stands beside, and refuse the same', async () => {
    const desk = await office({ settings: { circuits: [13] } });
    const other = { ...desk, who: 'MO', command: 'settings set' };
    await changeSettings(other, { circuits: [13, 19] });
    expect(await changeSettings(desk, { name: 'Kim Example' }, desk.settings)).toMatchObject({
      name: 'Kim Example',
      circuits: [13, 19],
    });
    const mine = () => changeSettings(desk, { circuits: [13, 12] }, desk.settings);
    expect(await refusedWith(mine)).toMatchObject({
      code: 'changed_meanwhile',
      reasons: [
        expect.stringMatching(/^Circuits: you saw 13, it is 13, 19 since action \d \(settings set by MO,/),
      ],
    });
  });
});

describe('a screening of a family that somebody else has screened since it was shown', () => {
  const said = (answers: Record<string, Answer>, note: string | null = null) =>
    Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, note }]));
  const shown = async (desk: Desk, id: ReferralNumber) =>
    lastAnswers((await dossier(desk, id)).screenings.at(-1));
  const seenScreening = async () => {
    const { desk, other: editing, id } = await seenBy();
    return { desk, id, other: { ...editing, command: 'referral screen' } };
  };
  const mine = said({ situation: 'yes', safety_assured: 'yes', authorized: 'yes' });

  it('is refused whole, with what they answered otherwise, who, and when', async () => {
    const { desk, other, id } = await seenScreening();
    const seen = await shown(desk, id);
    await screenReferral(other, id, said({ situation: 'yes', safety_assured: 'no' }));
    await screenReferral(other, id, said({ authorized: 'no' }, 'the father is back'));
    const before = await everything(desk);
    expect(await refusedWith(() => screenReferral(desk, id, mine, { seen }))).toMatchObject({
      kind: 'rule',
      code: 'changed_meanwhile',
      message:
        'The screening of R26-0001 was changed since it was shown, by action 3 (referral screen by MO, Oct 5, 2026, 9:00 AM); nothing of yours was saved.',
      reasons: ['safety assured: no; you: yes', 'authorized: no, “the father is back”; you: yes'],
      names: ['the father is back'],
      details: { who: 'MO', action: 3, answers: { safety_assured: { answer: 'no', note: null } } },
    });
    expect(await everything(desk)).toBe(before);
    const { assessment } = await screenReferral(desk, id, mine, { seen: await shown(desk, id) });
    expect(assessment.criteria.find((one) => one.id === 'authorized')).toMatchObject({ answer: 'yes' });
  });

  it('is refused where they took back what was shown', async () => {
    const { desk, other, id } = await seenScreening();
    await screenReferral(other, id, said({ safety_assured: 'yes' }));
    const seen = await shown(desk, id);
    await undo({ ...other, command: 'undo' }, 2, null);
    const refused = await refusedWith(() => screenReferral(desk, id, mine, { seen }));
    expect(refused.message).toContain('by action 3 (undo of action 2 by MO');
    expect(refused.reasons).toEqual(['safety assured: not known; you: yes']);
  });

  it.each<[string, Record<string, Answer>, string[]]>([
    ['the same', { situation: 'yes', safety_assured: 'yes', authorized: 'yes' }, []],
    ['less', { situation: 'yes' }, []],
    ['what is only carried over', { child_at_home: 'no' }, ['child_at_home']],
  ])('is saved where they answered %s', async (_, theirs, failed) => {
    const { desk, other, id } = await seenScreening();
    const seen = await shown(desk, id);
    await screenReferral(other, id, said(theirs));
    expect((await screenReferral(desk, id, mine, { seen })).assessment.reasons).toEqual(failed);
  });

  it('without what was seen is made as it is given', async () => {
    const { desk, other, seen } = await seenBy();
    await screen(other, seen, { authorized: 'no' });
    expect((await screen(desk, seen)).assessment.result).toBe('eligible');
  });
});

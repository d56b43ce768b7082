import { describe, expect, it } from 'vitest';
import { type Desk, look } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { assign, planFor } from '../../src/desk/match.ts';
import { couldServe, openingsToday } from '../../src/desk/openings.ts';
import { backFromLeave, editSpecialist, endWork, sendOnLeave } from '../../src/desk/specialists.ts';
import { specialistByCode } from '../../src/records/specialists.ts';
import { at, code, day, eligible, office, refer, refusedWhole, specialist } from '../office.ts';

const kim = code('kim');
const leave = (from: string, until: string) => ({ from: day(from), until: day(until), note: null });
const everyone = { only: null, program: null };

const withKim = async () => {
  const desk = await office();
  await specialist(desk, 'kim');
  return desk;
};

/** Kim with one family. */
const withCase = async () => {
  const desk = await withKim();
  const id = await eligible(desk);
  await assign(desk, everyone);
  return { desk, id };
};

const openings = async (desk: Desk) =>
  (await openingsToday(desk)).map(({ specialist: who, openings: n }) => [who.code, n]);

describe('a specialist', () => {
  it('is taken on with what they can do, and changed', async () => {
    const desk = await office();
    const facts = {
      ...{
        name: 'Ana Example',
        supervisor: null,
        agency: 'Example House',
        program: 'IIS',
        phone: '573-555-0101',
        email: null,
      },
      ...{
        circuits: [13, 19],
        counties: ['Boone', 'Cole'],
        languages: ['en', 'es'],
        takes: ['delinquency' as const],
      },
    };
    await specialist(desk, 'ana', facts);
    const begun = { leaves: [], ended: null, openCases: [], idleSince: null };
    expect(await look(desk, (db) => specialistByCode(db, code('ana')))).toEqual({
      code: 'ana',
      ...facts,
      ...begun,
    });
    expect(await editSpecialist(desk, code('ana'), { ...facts, takes: [] })).toMatchObject({
      takes: [],
      name: 'Ana Example',
    });
  });

  it.each([
    ['code_taken', {}],
    ['bad_specialist', { circuits: [] }],
    ['bad_specialist', { circuits: [13, 47] }],
    ['unknown_program', { program: 'XYZ' }],
  ])('is refused (%s) with %o', async (expected, facts) => {
    const desk = await withKim();
    const name = expected === 'code_taken' ? 'kim' : 'ana';
    const kind = expected === 'unknown_program' ? 'not_found' : 'invalid';
    await refusedWhole(desk, () => specialist(desk, name, facts), { kind, code: expected });
  });

  it('is not changed into what can’t be', async () => {
    const desk = await withKim();
    const {
      leaves,
      ended,
      openCases,
      idleSince,
      code: _,
      ...facts
    } = (await look(desk, (db) => specialistByCode(db, kim)))!;
    const impossible = { ...facts, name: 'Someone Else', circuits: [0] };
    await refusedWhole(desk, () => editSpecialist(desk, kim, impossible), {
      kind: 'invalid',
      code: 'bad_specialist',
    });
  });
});

describe('openings', () => {
  it('are those of who works today, most first', async () => {
    const { desk } = await withCase();
    await specialist(desk, 'ana');
    await specialist(desk, 'lee', { program: 'IFRS' });
    await specialist(desk, 'max');
    await endWork(desk, code('max'), { on: day('2026-10-05'), reason: null }, 'keep');
    expect(await openings(desk)).toEqual([
      ['lee', 3],
      ['ana', 2],
      ['kim', 1],
    ]);
  });
});

describe('a leave', () => {
  it('covers its first and its last day, and no other', async () => {
    const desk = await withKim();
    await sendOnLeave(desk, kim, leave('2026-10-07', '2026-10-08'), 'keep');
    const onDay = async (text: string) => (await openings(at(desk, text)))[0]![1];
    // From midnight to midnight in Chicago.
    const times = [
      '2026-10-07T04:59:59Z',
      '2026-10-07T05:00:00Z',
      '2026-10-09T04:59:59Z',
      '2026-10-09T05:00:00Z',
    ];
    const found = [];
    for (const time of times) found.push(await onDay(time));
    expect(found).toEqual([2, 0, 0, 2]);
  });

  it.each([
    ['ends before it begins', '2026-10-09', '2026-10-08'],
    ['is over', '2026-10-01', '2026-10-04'],
    ['overlaps at its end', '2026-10-15', '2026-10-20'],
    ['overlaps at its beginning', '2026-10-30', '2026-11-05'],
    ['lies within another', '2026-10-22', '2026-10-23'],
    ['lies around another', '2026-10-15', '2026-11-05'],
  ])('is refused when it %s', async (_, from, until) => {
    const desk = await withKim();
    await sendOnLeave(desk, kim, leave('2026-10-20', '2026-10-30'), 'keep');
    await refusedWhole(desk, () => sendOnLeave(desk, kim, leave(from, until), 'keep'), {
      kind: 'invalid',
      code: 'bad_leave',
    });
  });

  it('keeps the open cases', async () => {
    const { desk, id } = await withCase();
    await sendOnLeave(desk, kim, leave('2026-10-05', '2026-10-09'), 'keep');
    expect((await dossier(desk, id)).referral.state).toMatchObject({ status: 'assigned', specialist: 'kim' });
  });

  it('or gives their families back, who can be matched again at once', async () => {
    const { desk, id } = await withCase();
    await specialist(desk, 'ana');
    await sendOnLeave(desk, kim, leave('2026-10-05', '2026-10-09'), 'give_back');
    expect((await dossier(desk, id)).cases).toMatchObject([{ status: 'given_back', endedAt: desk.now }]);
    expect((await assign(desk, everyone)).assigned).toMatchObject([{ referral: id, specialist: 'ana' }]);
  });

  it('ends when they are back, the day before; on its first day it never was', async () => {
    const desk = await withKim();
    await sendOnLeave(desk, kim, leave('2026-10-05', '2026-10-30'), 'keep');
    const later = at(desk, '2026-10-12T14:00:00Z');
    expect((await backFromLeave(later, kim)).leaves).toEqual([leave('2026-10-05', '2026-10-11')]);
    expect(await openings(later)).toEqual([['kim', 2]]);
    await sendOnLeave(later, kim, leave('2026-10-12', '2026-10-30'), 'keep');
    expect((await backFromLeave(later, kim)).leaves).toEqual([leave('2026-10-05', '2026-10-11')]);
    await refusedWhole(later, () => backFromLeave(later, kim), { kind: 'rule', code: 'not_on_leave' });
  });
});

describe('the end of the work', () => {
  it('lets no new case come from its day on', async () => {
    const desk = await withKim();
    await eligible(desk);
    await endWork(desk, kim, { on: day('2026-10-06'), reason: 'moves away' }, 'keep');
    expect((await planFor(desk, everyone)).placements).toHaveLength(1);
    const tomorrow = at(desk, '2026-10-06T14:00:00Z');
    expect((await planFor(tomorrow, everyone)).placements).toHaveLength(0);
    expect((await look(desk, (db) => specialistByCode(db, kim)))!.ended).toEqual({
      on: '2026-10-06',
      reason: 'moves away',
    });
  });

  it.each([
    ['keep', 'assigned'],
    ['give_back', 'eligible'],
  ] as const)('with “%s” leaves a family %s', async (cases, status) => {
    const { desk, id } = await withCase();
    await endWork(desk, kim, { on: day('2026-10-05'), reason: null }, cases);
    expect((await dossier(desk, id)).referral.state.status).toBe(status);
  });

  it('can’t come before a case that is open was assigned', async () => {
    const { desk } = await withCase();
    const end = (on: string) => endWork(desk, kim, { on: day(on), reason: null }, 'keep');
    await refusedWhole(desk, () => end('2026-10-04'), { kind: 'invalid', code: 'bad_end' });
    await end('2026-10-05');
  });

  it('can’t come twice, nor a leave after it', async () => {
    const desk = await withKim();
    await endWork(desk, kim, { on: day('2026-10-05'), reason: null }, 'keep');
    const expected = { kind: 'rule', code: 'specialist_ended' };
    await refusedWhole(
      desk,
      () => endWork(desk, kim, { on: day('2026-10-05'), reason: null }, 'keep'),
      expected,
    );
    await refusedWhole(
      desk,
      () => sendOnLeave(desk, kim, leave('2026-10-05', '2026-10-09'), 'keep'),
      expected,
    );
  });
});

describe('who could serve a family', () => {
  const couldServeOne = async (desk: Desk, facts: Parameters<typeof eligible>[1] = {}) => {
    const { referral } = await dossier(desk, await eligible(desk, facts));
    return couldServe(desk, referral);
  };

  it('are those with an opening who fit, fewest open cases first', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await eligible(desk);
    await assign(desk, { only: null, program: null });
    await specialist(desk, 'lee');
    await specialist(desk, 'far', { circuits: [2] });
    expect(await couldServeOne(desk)).toEqual(['lee', 'kim']);
  });

  it('is nobody where the county or the risk is not known, and for a family that is not eligible', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const { referral } = await dossier(desk, (await refer(desk)).id);
    expect(await couldServe(desk, referral)).toEqual([]);
    expect(await couldServeOne(desk, { county: null })).toEqual([]);
    expect(await couldServeOne(desk, { priority: null })).toEqual([]);
  });
});

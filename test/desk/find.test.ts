import { describe, expect, it } from 'vitest';
import { type Finding, find } from '../../src/desk/find.ts';
import { resolveReferral } from '../../src/desk/name-referral.ts';
import { editReferral, keyIntoFaces } from '../../src/desk/work-referral.ts';
import { renewSearchKeys } from '../../src/records/store.ts';
import { becauseInWords } from '../../src/rules/finding.ts';
import type { Refusal } from '../../src/rules/refusal.ts';
import { day, office, refer, refusal } from '../office.ts';

const nobody = { birthDate: null, phone: null, email: null, address: null };

/** Three plainly fictional families, one of them with two people of a name. */
async function known() {
  const desk = await office();
  await refer(desk, {
    caregivers: [
      { ...nobody, name: 'Amra Hadžić (majka)', phone: '(573) 555-0181', email: 'amra@example.org' },
    ],
    children: [
      { name: 'Đenan Hadžić', birthDate: day('2013-02-01') },
      { name: 'Šejla Hadžić', birthDate: day('2017-07-30') },
    ],
    submitter: {
      name: 'Emina Example',
      organization: 'Example Refugee Center',
      phone: '573-555-0108',
      email: null,
    },
  });
  await refer(desk, {
    caregivers: [{ ...nobody, name: 'Dana McKenzie', birthDate: day('1990-03-14') }],
    children: [{ name: 'Tom McKenzie', birthDate: day('2012-05-20') }],
  });
  await refer(desk, {
    caregivers: [{ ...nobody, name: 'Dana Sample' }],
    children: [{ name: 'Amra Sample', birthDate: day('2013-11-11') }],
  });
  return desk;
}

const told = ({ found, total }: Finding) => ({
  total,
  found: found.map(
    ({ referral, because }) => `${referral.id.slice(-1)} ${because.map(becauseInWords).join('; ')}`,
  ),
});

describe('a family is found by', () => {
  it.each<[string, string[]]>([
    ['hadzic', ['1 caregiver’s name: Amra Hadžić (majka)']],
    ['hadzich', ['1 caregiver’s name sounds like “hadzich”: Amra Hadžić (majka)']],
    ['denan', ['1 child’s name: Đenan Hadžić']],
    ['hazdic', ['1 caregiver’s name is spelled nearly like “hazdic”: Amra Hadžić (majka)']],
    ['mcken', ['2 caregiver’s name begins with “mcken”: Dana McKenzie']],
    ['enzie', ['2 caregiver’s name has in it “enzie”: Dana McKenzie']],
    [
      'mckenzy 14',
      [
        '2 caregiver’s name sounds like “mckenzy”: Dana McKenzie; child’s age: Tom McKenzie, May 20, 2012 (age 14)',
      ],
    ],
    [
      'hadzic 2013',
      [
        '1 caregiver’s name: Amra Hadžić (majka); child’s year of birth: Đenan Hadžić, February 1, 2013 (age 13)',
      ],
    ],
    ['2/1/2013', ['1 child’s birth date: Đenan Hadžić, February 1, 2013 (age 13)']],
    ['573 555 0181', ['1 caregiver’s phone: (573) 555-0181']],
    ['0108', ['1 submitter’s phone ends in 0108: 573-555-0108']],
    ['amra@', ['1 caregiver’s email: amra@example.org']],
    ['emina', ['1 submitter’s name: Emina Example']],
    ['refugee', ['1 submitter’s organization: Example Refugee Center']],
    ['R26-3', ['3 referral number']],
    ['F2', ['2 family F0002']],
    ['dana sample', ['3 caregiver’s name: Dana Sample']],
    ['dana tom', ['2 caregiver’s name: Dana McKenzie; child’s name: Tom McKenzie']],
    ['hadzic 99', []],
    ['zzz', []],
    ['', []],
    ['2/30/2013', []],
  ])('%s', async (text, found) => {
    expect(told(await find(await known(), text, 20))).toEqual({ total: found.length, found });
  });

  it('its number in FACES', async () => {
    const desk = await known();
    const id = await resolveReferral(desk, 'mckenzie');
    await keyIntoFaces(desk, id, { number: '7654321', on: day('2026-10-05'), denial: false });
    expect(told(await find(desk, '7654321', 20)).found).toEqual(['2 FACES number 7654321']);
  });
});

describe('what is found', () => {
  it('is ranked best first, the newest of equals first, and the rest is counted', async () => {
    const desk = await known();
    expect((await find(desk, 'amra', 20)).found.map(({ referral }) => referral.id)).toEqual([
      'R26-0003',
      'R26-0001',
    ]);
    const { found, total } = await find(desk, 'dana', 1);
    expect({ first: found.map(({ referral }) => referral.id), total }).toEqual({
      first: ['R26-0003'],
      total: 2,
    });
    const rough = await find(desk, 'samples', 20);
    expect(rough.found.some(({ isClear }) => isClear)).toBe(false);
  });

  it('goes by the names that are there now', async () => {
    const desk = await known();
    const id = await resolveReferral(desk, 'mckenzie');
    const people = { caregivers: [{ ...nobody, name: 'Dana Another' }], children: [] };
    await editReferral(desk, id, { facts: people });
    expect((await find(desk, 'mckenzy', 20)).total).toBe(0);
    expect((await find(desk, 'anoter', 20)).total).toBe(1);
    const words = await desk.store.db
      .selectFrom('name_part')
      .select('word')
      .where('word', '=', 'mckenzie')
      .execute();
    expect(words).toEqual([]);
  });

  it('where words together fit nothing, is told for each of them', async () => {
    const { alone } = await find(await known(), 'mckenzy hadzich', 20);
    expect(alone).toEqual([
      { typed: 'mckenzy', total: 1 },
      { typed: 'hadzich', total: 1 },
    ]);
  });
});

describe('keys made by other rules', () => {
  it('are made anew, the same as when they are kept step by step', async () => {
    const { store } = await known();
    const kept = async () => [
      await store.db.selectFrom('search_key').selectAll().orderBy('key').orderBy('referral_id').execute(),
      await store.db.selectFrom('name_part').selectAll().orderBy('part').orderBy('word').execute(),
    ];
    const before = await kept();
    let said = 0;
    const say = () => {
      said += 1;
    };
    await renewSearchKeys(store, say);
    expect(await kept()).toEqual(before);
    await renewSearchKeys(store, say);
    expect(said).toBe(1);
  });
});

describe('a referral that is meant', () => {
  it.each([
    ['573-555-0181', 'R26-0001'],
    ['2/1/2013', 'R26-0001'],
    ['hadzic 2013', 'R26-0001'],
    ['emina example', 'R26-0001'],
    ['dana tom', 'R26-0002'],
  ])('is taken by %s', async (what, id) => expect(await resolveReferral(await known(), what)).toBe(id));

  it('is never guessed by a rough spelling, but suggested', async () => {
    const desk = await known();
    expect(await refusal(() => resolveReferral(desk, 'hadzich'))).toEqual({
      kind: 'not_found',
      code: 'no_such_referral',
    });
    const refused = await resolveReferral(desk, 'hadzich').catch((error: Refusal) => error);
    expect((refused as Refusal).facts.families).toEqual([
      { referral: 'R26-0001', name: 'Amra Hadžić', status: 'received' },
    ]);
  });
});

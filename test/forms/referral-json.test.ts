import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReadable } from '../../src/forms/missing.ts';
import { readForm } from '../../src/forms/read-form.ts';
import { readReferralJson } from '../../src/forms/referral-json.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import { facts } from './filled-form.ts';

const referral = {
  receivedAt: '2026-10-02T20:15:00Z',
  source: 'division',
  program: 'IIS',
  county: 'Boone',
  priority: 'high',
  situation: 'neglect',
  submitter: {
    name: 'Ann Example',
    organization: 'Riverside School',
    phone: '573-555-0101',
    email: 'ann@example.org',
  },
  family: {
    caregivers: [
      {
        name: 'Dana Sample',
        birthDate: '1991-06-21',
        phone: '573-555-0111',
        email: 'dana@example.org',
        address: '12 Example St',
      },
    ],
    children: [{ name: 'Tom Sample', birthDate: '2015-03-14' }],
  },
  reason: 'Tom is often hungry.',
  servicesProvided: 'Food pantry',
  accommodations: 'None',
  discussedOn: '2026-10-01',
  familyAgrees: true,
  tapa: { date: '2026-10-01' },
  language: 'es',
  interpreterArranged: false,
  divisionInvolvement: 'tapa',
  safetyConcern: false,
};

const read = (value: unknown) => readReferralJson(JSON.stringify(value), facts);
const one = (changes: Record<string, unknown>) => read({ ...referral, ...changes })[0]!;
const { family, ...flat } = referral;
const plain = { intake: { ...flat, ...family }, problems: [], leftovers: [] };

describe('referrals as JSON', () => {
  it.each([
    ['one object', referral],
    ['an array', [referral]],
    ['as it is printed', { referral, warnings: [], possibleDuplicates: [] }],
    [
      'with what is printed besides',
      { ...referral, id: 'R26-0001', status: 'received', circuit: 13, contactDueAt: 'x' },
    ],
    ['with the number of the family', { ...referral, family: { ...family, id: '7' } }],
    ['with the people beside the other fields', { ...flat, ...family }],
    ['with American dates', { ...referral, discussedOn: '10/1/2026', tapa: { date: '10/1/26' } }],
    ['with white space', { ...referral, county: ' Boone ', reason: '\r\nTom is  often hungry.\n' }],
    [
      'in other capitals',
      { ...referral, priority: 'High', program: 'iis', language: 'ES', familyAgrees: 'YES' },
    ],
  ])('%s', (_, value) => {
    expect(read(value)).toEqual([plain]);
  });

  it('leaves out people of whom nothing is said', () => {
    const blank = { name: null, birthDate: null, phone: '', email: ' ', address: null };
    const people = {
      caregivers: [...family.caregivers, blank, { name: '' }, {}],
      children: [{ name: null }, ...family.children],
    };
    expect(one({ family: people })).toEqual(plain);
  });

  it('reads a batch in its order', () => {
    const batch = ['Ann', 'Bo', 'Cy'].map((name) => ({ ...referral, submitter: { name } }));
    expect(read(batch).map(({ intake }) => intake.submitter.name)).toEqual(['Ann', 'Bo', 'Cy']);
  });

  it('is readable with a name, and not without', () => {
    expect(read({ submitter: { organization: 'Riverside' } }).map(isReadable)).toEqual([true]);
    expect(read({ family: { children: [{ name: 'Tom' }] } }).map(isReadable)).toEqual([true]);
    expect(read([{}, { reason: 'Hunger' }]).map(isReadable)).toEqual([false, false]);
  });
});

describe('a field that can be written in several ways', () => {
  it.each([
    ['receivedAt', '2026-10-02T15:15:00-05:00', '2026-10-02T20:15:00Z'],
    ['receivedAt', '2026-10-02T15:15:00', '2026-10-02T20:15:00Z'],
    ['receivedAt', '10/2/2026 3:15pm', '2026-10-02T20:15:00Z'],
    ['receivedAt', '2026-10-02', '2026-10-02T05:00:00Z'],
    ['receivedAt', '10/5/2026', '2026-10-05T14:00:00Z'],
    ['receivedAt', '7/1/2020', '2020-07-01T05:00:00Z'],
    ['tapa', true, { date: null }],
    ['tapa', 'yes', { date: null }],
    ['tapa', {}, { date: null }],
    ['tapa', { date: null }, { date: null }],
    ['tapa', false, null],
    ['tapa', 'no', null],
    ['tapa', null, null],
    ['tapa', '10/2/2026', { date: '2026-10-02' }],
    ['familyAgrees', 'no', false],
    ['familyAgrees', 'Yes', true],
    ['safetyConcern', 'true', true],
    ['interpreterArranged', false, false],
    ['situation', 'Status offense', 'status_offense'],
    ['divisionInvolvement', 'out-of-home care', 'out_of_home_care'],
    ['divisionInvolvement', 'none', 'none'],
    ['language', 'Vietnamese', 'vi'],
    ['language', 'spanish', 'es'],
    ['county', 'Boone County', 'Boone County'],
    ['reason', 'one\n\ntwo', 'one\n\ntwo'],
  ])('%s %j', (field, value, taken) => {
    const { intake, problems } = one({ [field]: value });
    expect(intake).toMatchObject({ [field]: taken });
    expect(problems).toEqual([]);
  });
});

describe('a wrong value is null and a problem', () => {
  it.each([
    ['receivedAt', 'soon', 'soon'],
    ['receivedAt', '2026-10-06T00:00:00Z', '2026-10-06T00:00:00Z'],
    ['receivedAt', '2026-02-30', '2026-02-30'],
    ['discussedOn', '2/30/2026', '2/30/2026'],
    ['discussedOn', '10/6/2026', '10/6/2026'],
    ['discussedOn', 20261001, '20261001'],
    ['familyAgrees', 'perhaps', 'perhaps'],
    ['familyAgrees', 1, '1'],
    ['source', 'school', 'school'],
    ['priority', 'urgent', 'urgent'],
    ['situation', ['abuse', 'neglect'], '["abuse","neglect"]'],
    ['divisionInvolvement', 'maybe', 'maybe'],
    ['language', 'Klingonese', 'Klingonese'],
    ['language', 'xx', 'xx'],
    ['county', '(', '('],
    ['county', { name: 'Boone' }, '{"name":"Boone"}'],
    ['tapa', 'soon', 'soon'],
    ['tapa', '12/1/2026', '12/1/2026'],
    ['reason', ['a'], '["a"]'],
  ])('%s %j', (field, value, text) => {
    const { intake, problems } = one({ [field]: value });
    expect(intake).toEqual({ ...plain.intake, [field]: null });
    expect(problems).toEqual([{ field, kind: 'unreadable', text }]);
  });

  it.each([
    [
      { family: { ...family, children: [{ name: 'Tom', birthDate: '2/30/2015' }] } },
      'children[0].birthDate',
      '2/30/2015',
    ],
    [
      { family: { ...family, children: [{ name: 'Tom', birthDate: '2027-01-01' }] } },
      'children[0].birthDate',
      '2027-01-01',
    ],
    [{ family: { ...family, children: 'Tom' } }, 'children', 'Tom'],
    [{ family: { ...family, children: [...family.children, 'Ida'] } }, 'children[1]', 'Ida'],
    [{ submitter: 'Ann' }, 'submitter', 'Ann'],
    [
      { submitter: { name: 'Ann', phone: 'none of late', email: 'a@example.org' } },
      'submitter.phone',
      'none of late',
    ],
    [{ tapa: { date: 'soon' } }, 'tapa.date', 'soon'],
    [{ tapa: { date: '2026-12-01' } }, 'tapa.date', '2026-12-01'],
  ])('%j', (changes, field, text) => {
    expect(one(changes).problems).toContainEqual({ field, kind: 'unreadable', text });
  });

  it('takes only the programs in force, where they are given', () => {
    const programs = ['IIS', 'IFRS'];
    const [reading] = readReferralJson(JSON.stringify({ ...referral, program: 'XYZ' }), {
      ...facts,
      programs,
    });
    expect(reading?.problems).toEqual([{ field: 'program', kind: 'unreadable', text: 'XYZ' }]);
    expect(one({ program: 'i i s' }).problems).toEqual([
      { field: 'program', kind: 'unreadable', text: 'i i s' },
    ]);
  });
});

it('keeps fields it does not know as leftovers', () => {
  const { leftovers, intake } = one({
    note: 'call after 3',
    nothing: null,
    submitter: { ...referral.submitter, title: 'RN' },
    family: { ...family, children: [{ ...family.children[0], school: { name: 'Riverside' } }], pets: 2 },
  });
  expect(leftovers.toSorted()).toEqual([
    'children[0].school: {"name":"Riverside"}',
    'family.pets: 2',
    'note: call after 3',
    'submitter.title: RN',
  ]);
  expect(intake).toEqual(plain.intake);
});

it('names what is missing, as for the form', () => {
  expect(read({ submitter: { name: 'Ann' } })[0]?.problems.map(({ field }) => field)).toEqual([
    'receivedAt',
    'submitter.phone',
    'caregivers[0].name',
    'caregivers[0].phone',
    'caregivers[0].address',
    'children[0].name',
    'reason',
    'discussedOn',
    'familyAgrees',
  ]);
  expect(one({ language: null, accommodations: 'Bosnian interpreter' }).problems).toEqual([
    { field: 'language', kind: 'missing', text: 'Bosnian interpreter' },
  ]);
});

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('the whole file is refused', () => {
  it.each([
    ['no JSON', '{"submitter": ', 'not JSON'],
    ['a broken array', '[{"submitter": {}},', 'not JSON'],
    ['a number in the array', '[{"submitter": {"name": "Ann"}}, 7]', 'Entry 2'],
    ['a list in the array', '[[]]', 'Entry 1'],
    ['a bare value', '"Ann"', 'not an object'],
    ['__proto__', '{"submitter": {"__proto__": {"name": "Ann"}}}', '__proto__'],
    ['constructor', '[{"constructor": {"prototype": {}}}]', 'constructor'],
    ['prototype', '{"family": {"children": [{"prototype": 1}]}}', 'prototype'],
    ['an escaped __proto__', String.raw`{"\u005f_proto__": 1}`, '__proto__'],
    ['21 levels', nested(21), '20 levels'],
    ['100,000 levels', nested(100_000), '20 levels'],
    ['more than 10,000 referrals', `[${'{},'.repeat(10_000)}{}]`, '10000 referrals'],
    ['more than 10 MB', JSON.stringify({ reason: 'x'.repeat(10 * 1024 * 1024) }), '10 MB'],
  ])('%s', (_, text, reason) => {
    expect(() => readReferralJson(text, facts)).toThrow(Refusal);
    expect(() => readReferralJson(text, facts)).toThrow(reason);
  });

  it('but not for 20 levels', () => {
    expect(readReferralJson(nested(20), facts)).toHaveLength(1);
  });
});

const hostileKey = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'name',
  'family',
  'submitter',
  'tapa',
);
const { tree: hostile } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.array(fc.tuple(hostileKey, tie('tree')), { maxLength: 4 }).map((entries) => {
      const made = Object.create(null) as Record<string, unknown>;
      for (const [key, value] of entries) made[key] = value;
      return made;
    }),
  ),
}));

describe('whatever JSON comes', () => {
  it('is read or refused, and objects stay as they are', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        try {
          for (const reading of readReferralJson(JSON.stringify(value), facts)) {
            expect(Object.getPrototypeOf(reading.intake)).toBe(Object.prototype);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as Record<string, unknown>).name).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no value of any field', () => {
    const anything = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string(), { minLength: 1 }),
    );
    const field = fc.constantFrom(
      ...Object.keys(plain.intake).filter((key) => !/^(?:caregivers|children)$/.test(key)),
    );
    fc.assert(
      fc.property(field, anything, (key, value) => {
        const { intake, problems } = one({ [key]: value });
        const taken = (intake as unknown as Record<string, unknown>)[key];
        const said = typeof value === 'string' ? value.trim() !== '' : true;
        const isNoTapa = key === 'tapa' && value === false;
        const isKept = taken !== null && taken !== '' && key !== 'submitter';
        const isNamed = problems.some((problem) => problem.field === key && problem.text !== null);
        expect(!said || isNoTapa || isKept || isNamed).toBe(true);
      }),
    );
  });
});

describe('JSON and text are told apart by what they say', () => {
  it.each([
    ['{"submitter": {"name": "Ann Example"}}'],
    ['\uFEFF\n  [{"submitter": {"name": "Ann Example"}}]'],
    ['Name: Ann Example'],
    ['[EXTERNAL] be careful\n\nName: Ann Example'],
    ['[x] urgent\n\nName: Ann Example'],
  ])('%j', (text) => {
    expect(readForm(text, facts).map(({ intake }) => intake.submitter.name)).toEqual(['Ann Example']);
  });

  it.each(['{submitter: Ann}', '[1, 2]', '{', '[{'])('%j is refused as JSON', (text) => {
    expect(() => readForm(text, facts)).toThrow(Refusal);
  });

  it('refuses a text of more than 1 MB', () => {
    expect(() => readForm('Name: Ann\n'.repeat(110_000), facts)).toThrow('1 MB');
  });
});

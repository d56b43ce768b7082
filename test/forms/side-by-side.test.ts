import { describe, expect, it } from 'vitest';
import { readFormText, readFormTexts } from '../../src/forms/form-text.ts';
import { doubtsOf } from '../../src/rules/doubts.ts';
import { agreementLine, facts } from './filled-form.ts';

/** The values that are there. */
const said = (person: object) =>
  Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null));
const read = (text: string) => readFormText(text, facts);

describe('two families under the short heading', () => {
  const first = 'Submitted by: Ann Example\nCaregiver 1: Dana Sample\nReason: hungry\n';
  const spoken = `Date you spoke to the family: 10/2/2026\n[x] Yes - ${agreementLine}\n`;
  const told = (text: string) =>
    readFormTexts(text, facts).map(({ reading: { intake } }) => [
      intake.submitter.name,
      ...intake.caregivers.map(({ name }) => name),
      intake.reason,
      intake.discussedOn,
      intake.familyAgrees,
    ]);

  it.each([
    'Submitted by',
    'Referral submitted by',
    '- Referred by',
    'This community referral is submitted by',
  ])('%s: each keeps its own, and no agreement but its own', (heading) =>
    expect(
      told(`${first}\n${heading}: Bo Example\nCaregiver 1: Otto Other\nReason: truant\n${spoken}`),
    ).toEqual([
      ['Ann Example', 'Dana Sample', 'hungry', null, null],
      ['Bo Example', 'Otto Other', 'truant', '2026-10-02', true],
    ]),
  );

  it.each([
    ['above and below', `${first}${spoken}Submitted by: Ann Example\nPhone: 573-555-0101\n`],
    ['below', `${first.split('\n').slice(1).join('\n')}Submitted by: Ann Example\n${spoken}`],
  ])('a form that says %s who submits it stays one', (_, text) =>
    expect(told(text).map(([submitter, caregiver]) => [submitter, caregiver])).toEqual([
      ['Ann Example', 'Dana Sample'],
    ]),
  );

  it('a second reason below the agreement is left over, and of two marks each counts', () => {
    const { intake, problems, leftovers } = read(
      `${first}${spoken}Reason: truant\n[ ] Yes [x] No - ${agreementLine}\n`,
    );
    expect(intake).toMatchObject({ reason: 'hungry', familyAgrees: null });
    expect(problems).toContainEqual(expect.objectContaining({ field: 'familyAgrees', kind: 'unreadable' }));
    expect(leftovers).toEqual(['Reason: truant']);
  });
});

describe('the word of a label inside a value stays there', () => {
  it.each([
    'Rose Sample, legal guardian',
    'Osgood Blue, foster parent',
    'Dana Sample, caregiver',
    'Julia Child',
    'Ada Parent',
  ])('%s', (name) => {
    const { intake, leftovers } = read(`Submitted by: Ann Example\nCaregiver 1: ${name} DOB: 8/15/1960`);
    expect(intake).toMatchObject({ caregivers: [{ name, birthDate: '1960-08-15' }], children: [] });
    expect(leftovers).toEqual([]);
  });

  it('as in brackets behind a number', () => {
    const phone = "573-555-0134 (grandma's cell phone 573-555-0177)";
    const { intake, leftovers } = read(`Caregiver 1: Dana Sample\nPhone: ${phone}`);
    expect(intake.caregivers).toMatchObject([{ phone }]);
    expect(leftovers).toEqual([]);
  });

  it.each([
    'Child name: Tom Sample    Child DOB: 3/14/2015',
    "Child's name: Tom Sample Child's DOB: 3/14/2015",
    'Child 1: Tom Sample Child 1 DOB: 3/14/2015',
    'Child: Tom Sample (DOB 3/14/2015)',
  ])('but %s has two labels', (line) =>
    expect(read(`Submitted by: Ann Example\n${line}`).intake.children).toEqual([
      { name: 'Tom Sample', birthDate: '2015-03-14' },
    ]),
  );
});

describe('what is said of somebody without a place on the form is given to nobody else', () => {
  it.each([
    'Father: Lee Other DOB: 4/4/1985',
    "Child's father: Lee Other, DOB: 4/4/1985",
    'Father Lee Other DOB: 4/4/1985',
    'Father, Lee Other',
    'Maternal grandmother Rose Other',
    'Lee Other DOB: 4/4/1985',
    'Sister in law: Lee Other DOB: 4/4/1985',
    'Emergency contact: Lee Other 573-555-0177',
    "Boyfriend's DOB: 4/4/1985",
    'Therapist - Lee Other',
    'Partner: works nights',
  ])('%s, with the fields below it', (line) => {
    const { intake, leftovers } = read(
      `Submitted by: Ann Example\nCaregiver 1: Dana Sample\n${line}\nPhone: 573-555-0199\n\nChild's Name: Tom Sample DOB: 3/14/2015\nReason: hungry`,
    );
    expect(intake.caregivers.map(said)).toEqual([{ name: 'Dana Sample' }]);
    expect(intake).toMatchObject({
      children: [{ name: 'Tom Sample', birthDate: '2015-03-14' }],
      reason: 'hungry',
    });
    expect(leftovers).toEqual([line, 'Phone: 573-555-0199']);
  });

  it('nor is a line to fill in below it the name that is missing above', () => {
    const { intake, leftovers } = read(
      'Caregiver 1: Dana Sample\nCaregiver 2: Father: not known\nPhone: ____ Email: ____\nAddress: ____',
    );
    expect(intake.caregivers.map(said)).toEqual([{ name: 'Dana Sample' }]);
    expect(leftovers).toEqual(['Father: not known']);
  });

  it('nor behind a caregiver on one line', () => {
    const { intake, leftovers } = read('Caregiver 1: Dana Sample, Father: Lee Other DOB: 4/4/1985');
    expect(intake.caregivers.map(said)).toEqual([{ name: 'Dana Sample' }]);
    expect(leftovers).toEqual(['Father: Lee Other DOB: 4/4/1985']);
  });

  it.each([
    'Relationship: mother DOB: 3/14/1988',
    'Relationship: Mother\nDOB: 3/14/1988',
    'Mother\nDOB: 3/14/1988',
    'Mother, DOB: 3/14/1988',
  ])('but %j says who the caregiver is', (lines) =>
    expect(read(`Caregiver 1: Dana Sample\n${lines}`).intake.caregivers.map(said)).toEqual([
      { name: 'Dana Sample', birthDate: '1988-03-14' },
    ]),
  );

  it('nor is a remark in brackets somebody', () => {
    const name = 'Tom Sample (lives with his father: Lee Other)';
    const reading = read(`Submitted by: Ann Example\nChild's Name: ${name} DOB: 3/14/2015`);
    expect(reading.intake.children).toEqual([{ name, birthDate: '2015-03-14' }]);
    expect(reading.leftovers).toEqual([]);
  });

  it('a parent is taken as the caregiver where none is named, and doubted', () => {
    const reading = read(
      "Submitted by: Ann Example\nMother: Dana Sample DOB: 3/14/1988\nMother's phone: 573-555-0134\nFather: Lee Other\nFather's phone: 573-555-0199",
    );
    expect(reading.intake.caregivers.map(said)).toEqual([
      { name: 'Dana Sample', birthDate: '1988-03-14', phone: '573-555-0134' },
    ]);
    expect(doubtsOf(reading).map(({ field }) => field)).toEqual([
      'caregivers[0].name',
      'caregivers[0].phone',
    ]);
    expect(reading.leftovers).toEqual(['Father: Lee Other', "Father's phone: 573-555-0199"]);
  });

  it('a worker above the family may be who submits the form', () =>
    expect(
      read('Social worker: Ann Example\nPhone: 573-555-0101\nCaregiver 1: Dana Sample').intake,
    ).toMatchObject({
      submitter: { phone: '573-555-0101' },
      caregivers: [{ name: 'Dana Sample', phone: null }],
    }));
});

describe('two people side by side', () => {
  const told = (lines: string) => {
    const reading = read(`Submitted by: Ann Example\n${lines}\nReason: hungry`);
    const people = [...reading.intake.caregivers, ...reading.intake.children].map(said);
    return { people, leftovers: reading.leftovers, doubted: doubtsOf(reading).map(({ field }) => field) };
  };

  it('get each what stands once for each of them, and it is doubted', () => {
    const lines =
      'Caregiver 1: Dana Sample    Caregiver 2: Lee Other\nDOB: 3/14/1988    DOB: 4/4/1985\nPhone: 573-555-0134    Phone: 573-555-0199';
    expect(told(lines)).toEqual({
      people: [
        { name: 'Dana Sample', birthDate: '1988-03-14', phone: '573-555-0134' },
        { name: 'Lee Other', birthDate: '1985-04-04', phone: '573-555-0199' },
      ],
      leftovers: [],
      doubted: [0, 1]
        .map((i) => `caregivers[${i}].birthDate`)
        .concat([0, 1].map((i) => `caregivers[${i}].phone`)),
    });
  });

  it.each([
    [
      "Child's Name: Tom Sample    Child's Name: Ida Sample\nDOB: 3/14/2015    DOB: 4/15/2017",
      ['2015-03-14', '2017-04-15'],
    ],
    ["Child's Name: Tom Sample    Child's Name: ____\nDOB: 3/14/2015    DOB: ____", ['2015-03-14']],
    [
      'Child 1:    Child 2:\nName: Tom Sample    Name: Ida Sample\nDOB:    DOB:\n3/14/2015    4/15/2017',
      ['2015-03-14', '2017-04-15'],
    ],
    [
      'Caregiver: Dana Sample    Child: Tom Sample\nPhone: 573-555-0134\nDOB: 3/14/1988    DOB: 4/15/2017',
      ['1988-03-14', '2017-04-15'],
    ],
    [
      'Child 1: Tom Sample    Child 2: Ida Sample\nChild 3: Cy Sample\nDOB: 3/14/2018',
      [undefined, undefined, '2018-03-14'],
    ],
    [
      'Caregiver 1: Dana Sample DOB: 3/14/1988 Phone: 573-555-0134 Caregiver 2: Lee Other\nDOB: 4/4/1985',
      ['1988-03-14', '1985-04-04'],
    ],
  ])('%j', (lines, born) => {
    const { people, leftovers } = told(lines);
    expect(people.map(({ birthDate }) => birthDate)).toEqual(born);
    expect(leftovers).toEqual([]);
  });

  it.each(['Address: 12 Example St', '(mother)', 'DOB: 3/14/1988 Phone: 573-555-0134 DOB: 4/4/1985'])(
    '%s, of which it cannot be told whose it is, is left over',
    (line) =>
      expect(told(`Caregiver 1: Dana Sample    Caregiver 2: Lee Other\n${line}`)).toEqual({
        people: [{ name: 'Dana Sample' }, { name: 'Lee Other' }],
        leftovers: [line],
        doubted: [],
      }),
  );
});

describe('an address or organization takes only what goes on with it', () => {
  const told = (lines: string) => {
    const { intake, leftovers } = read(`Submitted by: Ann Example\n${lines}\nReason: hungry`);
    return {
      ...said(intake.submitter),
      ...said(intake.caregivers[0] ?? {}),
      children: intake.children,
      leftovers,
    };
  };
  const tom = { name: 'Tom Sample', birthDate: '2015-03-14' };
  const ida = { name: 'Ida Sample', birthDate: '2017-04-15' };

  it.each([
    [
      "Address: 1 Egg St\nChild's Name\tDOB\nTom Sample\t3/14/2015\nIda Sample\t4/15/2017",
      { address: '1 Egg St', children: [tom, ida] },
    ],
    ['Address: 1 Egg St\nTom Sample 3/14/2015', { address: '1 Egg St', leftovers: ['Tom Sample 3/14/2015'] }],
    [
      'Address: 1 Egg St\nCaregiver 2 is Lee Other',
      { address: '1 Egg St', leftovers: ['Caregiver 2 is Lee Other'] },
    ],
    ['Address: 1 Egg St\nGrandma 573-555-0177', { address: '1 Egg St', leftovers: ['Grandma 573-555-0177'] }],
    ['Address: 1 Egg St\nMessage phone: 573-555-0177', { address: '1 Egg St', phone: '573-555-0177' }],
    [
      'Address: 1 Egg St\nColumbia, MO 65201-1234 Phone: 573-555-0177',
      { address: '1 Egg St, Columbia, MO 65201-1234', phone: '573-555-0177' },
    ],
  ])('%j', (lines, expected) =>
    expect(told(`Caregiver 1: Dana Sample\n${lines}`)).toEqual({
      name: 'Dana Sample',
      children: [],
      leftovers: [],
      ...expected,
    }),
  );

  it.each([
    ['Organization: Pine Hollow\nDirect phone: 573-555-0101', { phone: '573-555-0101', leftovers: [] }],
    ['Organization: Pine Hollow\nNorth phone: 573-555-0101', { leftovers: ['North phone: 573-555-0101'] }],
  ])('%j', (lines, expected) =>
    expect(told(lines)).toEqual({
      name: 'Ann Example',
      organization: 'Pine Hollow',
      children: [],
      ...expected,
    }),
  );
});

describe('a name that a mail program cut in two', () => {
  it.each([
    ['Maria Guadalupe de los\nAngeles Sample DOB: 3/14/1988', 'Maria Guadalupe de los Angeles Sample'],
    ['Dana Sample-\nExample\nDOB: 3/14/1988', 'Dana Sample-Example'],
    ['Sample,\nDana\nDOB: 3/14/1988', 'Sample, Dana'],
    ['\nDana van\nSample DOB: 3/14/1988', 'Dana van Sample'],
  ])('%j is made whole, and doubted', (lines, name) => {
    const reading = read(`Submitted by: Ann Example\nCaregiver 1: ${lines}`);
    expect(reading.intake.caregivers.map(said)).toEqual([{ name, birthDate: '1988-03-14' }]);
    expect(reading.leftovers).toEqual([]);
    expect(doubtsOf(reading).map(({ field }) => field)).toEqual(['caregivers[0].name']);
  });

  it.each([
    'Dana Sample\nLee Other',
    'Dana de\nlives with her aunt',
    'Dana de\n\nLee Other',
    'Van Le\nLee Other',
  ])('%j is whole', (lines) => {
    const [name, ...leftovers] = lines.split(/\n+/);
    const reading = read(`Submitted by: Ann Example\nCaregiver 1: ${lines}`);
    expect(reading.intake.caregivers.map(said)).toEqual([{ name }]);
    expect(reading.leftovers).toEqual(leftovers);
  });

  it('and what goes on below a second address is no part of the first', () => {
    const { intake, leftovers } = read(
      'Caregiver 1: Dana Sample\nAddress: 1 Egg St\nAddress: 2 Elm St\nColumbia',
    );
    expect(intake.caregivers.map(said)).toEqual([{ name: 'Dana Sample', address: '1 Egg St' }]);
    expect(leftovers).toEqual(['Address: 2 Elm St', 'Columbia']);
  });
});

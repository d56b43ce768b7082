import { describe, expect, it } from 'vitest';
import { readFormText } from '../../src/forms/form-text.ts';
import { doubtsOf, withDoubts } from '../../src/rules/doubts.ts';
import { day } from '../office.ts';
import { type asFilled, facts, filledForm } from './filled-form.ts';

const today = day('2026-10-05');
const reading = (values: Partial<typeof asFilled>) =>
  withDoubts(readFormText(filledForm(values), facts), today);
const doubted = (values: Partial<typeof asFilled>) =>
  doubtsOf(reading(values)).map(({ field, text, doubt }) => [field, text, doubt]);

describe('the lines to write on', () => {
  it('are left out of prose and names, at the ends and within; what was typed stays', () => {
    const { intake } = reading({
      name: '_Ann_Example_',
      organization: '__Riverside School__',
      address: '____12 Example St____, ___Columbia___',
      caregiverEmail: '__dana_sample@example.org___',
      reason: '__Tom hides food_bag.__ Often hungry____',
      services: '__none__',
      accommodations: '_Spanish interpreter_',
    });
    expect(intake).toMatchObject({
      submitter: { name: 'Ann Example', organization: 'Riverside School' },
      caregivers: [{ address: '12 Example St, Columbia', email: 'dana_sample@example.org' }],
      reason: 'Tom hides food_bag. Often hungry',
      servicesProvided: 'none',
      accommodations: 'Spanish interpreter',
    });
  });
});

describe('what the desk asks for, written on the form', () => {
  it('is read where a line states it with a value that is known, and doubted', () => {
    const after = '\nCounty: Boone\nPriority: Imminent\nLanguage: Spanish\nTAPA: yes 10/2/2026\nCircuit: 13';
    const { intake, leftovers } = reading({ after });
    expect(intake).toMatchObject({
      county: 'Boone',
      priority: 'imminent',
      language: 'es',
      tapa: { date: '2026-10-02' },
    });
    expect(leftovers).toEqual(['Circuit: 13']);
    expect(doubted({ after })).toEqual([
      ['county', 'Boone', 'place'],
      ['priority', 'Imminent', 'place'],
      ['language', 'Spanish', 'place'],
      ['tapa', 'yes 10/2/2026', 'place'],
    ]);
  });

  it('a TAPA that is still to be negotiated is none: it is told, not taken', () => {
    const { intake, problems } = reading({ after: 'TAPA: yes 12/1/2026' });
    expect(intake.tapa).toBeNull();
    expect(problems).toContainEqual({ field: 'tapa', kind: 'unreadable', text: 'yes 12/1/2026' });
  });

  it.each(['County: Nowhere', 'Priority: urgent', 'Language: Martian', 'TAPA: perhaps', 'In County: Boone'])(
    '%s is left over',
    (line) => expect(reading({ after: line }).leftovers).toEqual([line]),
  );
});

describe('the agreement without the form’s sentence', () => {
  const agreementOf = (line: string) => {
    const form = `${filledForm({ box: '' }).split('Date you spoke')[0]}Date you spoke to the family: 10/1/2026\n\n${line}\n`;
    const { intake, problems, leftovers } = readFormText(form, facts);
    const problem = problems.find(({ field }) => field === 'familyAgrees');
    return [intake.familyAgrees, problem?.text ?? leftovers[0] ?? null];
  };

  it.each([
    ['☐ Yes ☒ No', false],
    ['☒ Yes ☐ No', true],
    ['[x] Yes [ ] No', true],
    ['[ ] Yes [x] No', false],
    ['Yes [x]  No [ ]', true],
    ['Yes ☐ No ☒', false],
    ['(x) yes', true],
    ['XX Yes', true],
  ])('%s', (line, agrees) => expect(agreementOf(line)).toEqual([agrees, null]));

  it.each([
    ['Yes', true],
    ['YES!', true],
    ['No', false],
  ])('%s, which is kept as it stood', (line, agrees) => expect(agreementOf(line)).toEqual([agrees, line]));

  it.each(['☒ Yes ☒ No', '☐ Yes ☐ No', 'Yes No'])('%s is not given, and kept', (line) =>
    expect(agreementOf(line)).toEqual([null, line]),
  );

  it.each(['◉ Yes—', '\uF0FE Yes—', 'XX Yes—'])('%j is marked', (box) =>
    expect(reading({ box }).intake.familyAgrees).toBe(true),
  );
});

describe('the date behind the heading', () => {
  const undated = filledForm().split('\n').slice(1).join('\n');
  it.each(['\n', ' '])('is read, also where the form goes on (%j)', (between) => {
    const form = `Intensive In-Home Services Community Referral Date: 10/2/2026${between}${undated.trim()}`;
    expect(readFormText(form, facts).intake.receivedAt).toBe('2026-10-02T05:00:00Z');
  });
});

describe('several children on one line', () => {
  const born = '2015-01-02 2017-03-04 2019-05-06'.split(' ');
  it.each([
    ['Ada Sample 1/2/2015; Ben Sample 3/4/2017; Cy Sample 5/6/2019', ''],
    ['Ada Sample, DOB: 1/2/2015; Ben Sample, DOB: 3/4/2017; Cy Sample', '5/6/2019'],
  ])('%s are read each where each has a date', (child, childBorn) => {
    const { intake, leftovers } = reading({ child, childBorn });
    const names = ['Ada Sample', 'Ben Sample', 'Cy Sample'];
    expect(intake.children).toEqual(names.map((name, i) => ({ name, birthDate: born[i] })));
    expect(leftovers).toEqual([]);
  });

  it.each(['Ada, Ben and Cy Sample', 'Ada Sample & Ben Sample', 'Ada Sample, Ben Sample, Cy Sample'])(
    '%s is doubted',
    (child) => expect(doubted({ child })).toEqual([['children[0].name', child, 'several']]),
  );

  it.each(['Sample, Tom', 'Tom Sample (he and Lin are twins)', 'Andy Sample'])('%s is one', (child) =>
    expect(doubted({ child })).toEqual([]),
  );
});

describe('labels a step off', () => {
  it.each([
    'Date you spoke to family',
    'Date I spoke with the family',
    'Date we talked to the family about the referral',
    'Date spoke to family',
    'Date the family was spoken to',
  ])('%s is the day of the talk, below the prose', (label) => {
    const { intake, leftovers } = readFormText(
      filledForm().replace('Date you spoke to the family', label),
      facts,
    );
    expect(intake).toMatchObject({ accommodations: 'None', discussedOn: '2026-10-01', familyAgrees: true });
    expect(leftovers).toEqual([]);
  });

  it('stay prose without their colon', () => {
    const reason = 'He hid.\nDate I spoke with the family she was calm.';
    expect(reading({ reason }).intake).toMatchObject({ reason, discussedOn: '2026-10-01' });
  });

  it.each(['DOB ', 'Date of birth ', ''])('a form without any colons names its family (%j)', (dob) => {
    const { intake } = readFormText(
      `Caregiver 1 Dana Sample ${dob}3/14/1988\nChild's Name Tom Sample ${dob}3/14/2015\nChild 2 Ida Sample ${dob}4/15/2017`,
      facts,
    );
    const people = [...intake.caregivers, ...intake.children].map(({ name, birthDate }) => [name, birthDate]);
    expect(people).toEqual([
      ['Dana Sample', '1988-03-14'],
      ['Tom Sample', '2015-03-14'],
      ['Ida Sample', '2017-04-15'],
    ]);
  });
});

describe('labels with a dash in the place of the colon', () => {
  const form = `Submitted by - Ann Example
Phone - 573-555-0101
Caregiver 1 - Dana Sample, DOB - 3/14/1988
Phone – 573-555-0134
Child's Name: - Tom Sample (DOB - 4/15/2017)
Reason for referral - hungry
- at school - and at home
Services provided - pantry
Accommodations - none
Date you spoke to the family - 10/1/2026
Family agrees - no
`;
  it('are labels', () =>
    expect(readFormText(form, facts).intake).toMatchObject({
      submitter: { name: 'Ann Example', phone: '573-555-0101' },
      caregivers: [{ name: 'Dana Sample', birthDate: '1988-03-14', phone: '573-555-0134' }],
      children: [{ name: 'Tom Sample', birthDate: '2017-04-15' }],
      reason: 'hungry\n- at school - and at home',
      servicesProvided: 'pantry',
      accommodations: 'none',
      discussedOn: '2026-10-01',
      familyAgrees: false,
    }));

  it('are prose where the form has colons', () => {
    const reason = 'Hungry.\nServices provided - none that helped.';
    expect(reading({ reason }).intake).toMatchObject({ reason, servicesProvided: 'Food pantry' });
  });
});

describe('nobody in the place of a name', () => {
  const withSecond = (name: string) =>
    readFormText(filledForm().replace('Caregiver 2: _____', `Caregiver 2: ${name}`), facts);
  it.each([
    'N/A (single mother)',
    'None - father deceased',
    'none in the home',
    'same as above',
    'Same',
    'not in the home',
    'Not involved',
    'Father unknown',
    'the father is deceased',
    'no other caregiver',
    'unknown at this time',
  ])('%s is kept as a line', (name) => {
    const { intake, leftovers, problems } = withSecond(name);
    expect(intake.caregivers.map((caregiver) => caregiver.name)).toEqual(['Dana Sample']);
    expect(leftovers).toEqual([`Caregiver 2: ${name}`]);
    expect(problems).toEqual([]);
  });

  it.each(['Na Sample', 'Noah Sample', 'Nona Sample', 'Unknown Sample', 'Lee Other, deceased'])(
    '%s is somebody',
    (name) => expect(withSecond(name).intake.caregivers[1]?.name).toBe(name),
  );

  it('with a date of birth is somebody whose name is not given', () => {
    const { intake, problems } = reading({ child: 'unknown at this time' });
    expect(intake.children).toEqual([{ name: null, birthDate: '2015-03-14' }]);
    expect(problems).toEqual([{ field: 'children[0].name', kind: 'missing', text: 'unknown at this time' }]);
  });
});

describe('a date in the place of a name', () => {
  it.each([
    ['Tom Sample 3/14/2015', 'Tom Sample'],
    ['Tom Sample (3/14/2015)', 'Tom Sample'],
    ['Tom Sample, born 3/14/2015', 'Tom Sample'],
    ['Tom de la Sample (son) - 3/14/2015', 'Tom de la Sample (son)'],
  ])('%s is when the child was born, and doubted', (child, name) => {
    const { intake, leftovers } = reading({ child, childBorn: '____' });
    expect(intake.children).toEqual([{ name, birthDate: '2015-03-14' }]);
    expect(leftovers).toEqual([]);
    expect(doubted({ child, childBorn: '____' })).toEqual([['children[0].birthDate', '3/14/2015', 'label']]);
  });

  it('is read of each in a list below its label', () => {
    const list =
      'Children:\nTom Sample 3/14/2015\nIda Sample, 4/15/2017\n\nCy Sample (5/6/2019)\nMoved here in 4/2018\n\nReason';
    const { intake, leftovers } = readFormText(
      filledForm({ child: '____', childBorn: '____' }).replace('Reason', list),
      facts,
    );
    expect(intake.children).toEqual([
      { name: 'Tom Sample', birthDate: '2015-03-14' },
      { name: 'Ida Sample', birthDate: '2017-04-15' },
      { name: 'Cy Sample', birthDate: '2019-05-06' },
    ]);
    expect(leftovers).toEqual(['Moved here in 4/2018']);
  });

  it.each([
    ['child', 'Tom Sample 3/14/2015'],
    ['child', 'Tom Sample, in care since 2019'],
    ['child', 'Tom Sample (11 years)'],
    ['child', 'Tom Sample, 11'],
    ['child', 'Tom Sample (11)'],
    ['child', 'Tom Sample (DOB unknown)'],
    ['caregiver', 'Dana Sample 573-555-0134'],
    ['caregiver', 'Dana Sample, born in May'],
    ['name', 'Ann Example ann@example.org'],
  ])('%s: %s stays, and is doubted', (field, text) =>
    expect(doubted({ [field]: text }).map(([, ...doubt]) => doubt)).toEqual([[text, 'more']]),
  );
});

it.each([
  ["Child's Name", 'children'],
  ['Caregiver 2', 'caregivers'],
] as const)('%s without its colon is a label', (label, list) => {
  const line = `${label} Ada Sample DOB: 1/2/2005\n\nReason(s) for`;
  const { intake } = readFormText(filledForm().replace('Reason(s) for', line), facts);
  expect(intake[list].at(-1)).toMatchObject({ name: 'Ada Sample', birthDate: '2005-01-02' });
  expect(intake.caregivers).toHaveLength(list === 'caregivers' ? 2 : 1);
});

it.each(['10/1/2026.', '1 de octubre de 2026', '1 de Octubre de 2026.'])('%s is a date', (spoke) =>
  expect(reading({ spoke }).intake.discussedOn).toBe('2026-10-01'),
);

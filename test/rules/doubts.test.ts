import { describe, expect, it } from 'vitest';
import { readHere } from '../../src/forms/read-here.ts';
import { doubtInWords, doubtsOf } from '../../src/rules/doubts.ts';
import type { FormReading } from '../../src/rules/intake.ts';
import { facts, filledForm } from '../forms/filled-form.ts';

const read = async (text: string | Uint8Array): Promise<FormReading> =>
  (await readHere(Buffer.from(text), facts)).readings[0]!;
const doubts = async (text: string | Uint8Array) =>
  doubtsOf(await read(text)).map(({ field, doubt }) => [field, doubt]);

describe('what a value was read from', () => {
  it('is told with the form’s own label and the text as it stood', async () => {
    const { sources } = await read(filledForm({ caregiverBorn: 'June 21, 1991', box: '[x] Yes - ' }));
    expect(sources).toEqual(
      expect.arrayContaining([
        { field: 'submitter.name', label: 'Name', text: 'Ann Example', doubt: null },
        { field: 'caregivers[0].name', label: 'Caregiver 1', text: 'Dana Sample', doubt: null },
        { field: 'caregivers[0].birthDate', label: 'DOB', text: 'June 21, 1991', doubt: null },
        { field: 'familyAgrees', label: null, text: '[x] Yes -', doubt: null },
      ]),
    );
  });

  it('is told of every value that is there, and of no other', async () => {
    const { sources } = await read('Caregiver 1: Dana Sample DOB: 2/30/1990\nChild’s Name: n/a DOB: ____');
    expect(sources?.map(({ field }) => field)).toEqual(['caregivers[0].name']);
  });

  it('follows a child whose number on the form is another', async () => {
    const { sources } = await read('Child 1: none\nChild 2: Tom Sample DOB: 3/14/2015');
    expect(sources?.map(({ field }) => field)).toEqual(['children[0].name', 'children[0].birthDate']);
  });
});

describe('a doubt', () => {
  it('is not raised by a form that is filled in as it is meant', async () => {
    expect(await doubts(filledForm())).toEqual([]);
  });

  it.each([
    ['a child of 19', { childBorn: '3/14/2007' }, 'children[0].birthDate', 'age'],
    ['a child just 18', { childBorn: '10/5/2008' }, 'children[0].birthDate', 'age'],
    ['a mother of 11', { caregiverBorn: '6/21/15' }, 'caregivers[0].birthDate', 'age'],
    ['a grandmother of 2, not 102', { caregiverBorn: '3/4/24' }, 'caregivers[0].birthDate', 'age'],
    [
      'an age beside it that is another',
      { childBorn: '3/14/2015 (7 years)' },
      'children[0].birthDate',
      'age',
    ],
    [
      'a yes in words',
      { box: '', after: 'Family agrees: she agrees and wants help' },
      'familyAgrees',
      'words',
    ],
    ['a letter that was lost', { child: 'Am\uFFFDr Sample' }, 'children[0].name', 'letters'],
  ])('is raised by %s', async (_, values, field, doubt) => {
    expect(await doubts(filledForm(values))).toEqual([[field, doubt]]);
  });

  it.each([
    ['a child of 17', { childBorn: '10/6/2008' }],
    ['a child by two digits of the year', { childBorn: '3/14/15' }],
    ['the age beside it', { childBorn: '3/14/2015 (11 years)' }],
    ['an age that has a birthday to come', { childBorn: '3/14/2015, age 12' }],
    ['a plain yes', { box: '', after: 'Family agrees: Yes' }],
    ['a name with accents in UTF-8', { child: 'Amár Hadžić' }],
  ])('is not raised by %s', async (_, values) => {
    expect(await doubts(filledForm(values))).toEqual([]);
  });

  it('is raised by every date that goes either way, once one has its day first', async () => {
    const text = filledForm({ childBorn: '25/12/2014', caregiverBorn: '3/4/1990', spoke: '10/10/2026' });
    expect(await doubts(text.replace('10/10/2026', '10/2/2026'))).toEqual([
      ['receivedAt', 'order'],
      ['caregivers[0].birthDate', 'order'],
      ['discussedOn', 'order'],
    ]);
  });

  it('is raised by letters that an old code page may write otherwise', async () => {
    const text = Buffer.from(filledForm({ child: 'Emina Had\x9ei\xe6' }), 'latin1');
    expect(await doubts(text)).toEqual([['children[0].name', 'letters']]);
  });

  it('is raised by a name without a label before it', async () => {
    const text =
      'Caregiver 1: Dana Sample DOB: 6/21/1991\n\nChild: Tom Sample DOB: 3/14/2015\nIda Sample DOB: 11/2/2018';
    expect(await doubts(text)).toEqual([['children[1].name', 'label']]);
  });

  it('is told in a sentence, with what was read from what', async () => {
    const reading = await read(filledForm({ childBorn: '3/14/2007' }));
    expect(doubtsOf(reading).map((one) => doubtInWords(one, reading.intake))).toEqual([
      '“3/14/2007” was read as Mar 14, 2007. Check it: the age is unusual.',
    ]);
  });
});

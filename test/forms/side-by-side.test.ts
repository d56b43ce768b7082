import { describe, expect, it } from 'vitest';
import { readFormText, readFormTexts } from '../../src/forms/form-text.ts';
import { agreementLine, facts } from './filled-form.ts';

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

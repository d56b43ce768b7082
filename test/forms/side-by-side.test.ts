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

import { describe, expect, it } from 'vitest';
import { readFormText } from '../../src/forms/form-text.ts';
import { agreementLine, facts, filledForm } from './filled-form.ts';

const read = (box: string, after = '') => {
  const { intake, problems, leftovers } = readFormText(filledForm({ box, after }), facts);
  return {
    agrees: intake.familyAgrees,
    problem: problems.find(({ field }) => field === 'familyAgrees') ?? null,
    leftovers,
  };
};

describe('the box before "Yes"', () => {
  it.each([
    '[x] Yes - ',
    '[X] Yes—',
    '- [x] Yes—',
    '* [X] Yes – ',
    '[ x ] Yes—',
    '[✓] Yes—',
    '(x) Yes—',
    '( X )Yes—',
    '☒ Yes—',
    '☑ Yes—',
    '☑Yes—',
    '✓ Yes—',
    '✔ Yes—',
    '✅ Yes—',
    '√ Yes—',
    'X Yes—',
    'x Yes—',
    '- X Yes—',
    'X - Yes—',
    '_X_ Yes—',
    '__x__ Yes—',
    '__X___Yes—',
    'Yes ✔ - ',
    'Yes [x] — ',
    'Yes (x) — ',
    'Yes: X — ',
    'Yes X—',
    '(YES) — ',
    '[Yes]—',
    'YES (circled) — ',
    'Yes (checked) — ',
    '☐ No ☒ Yes—',
    '[ ] No [x] Yes—',
    'No [ ] Yes [x] ',
    'X Yes  o No ',
    '(x) Yes (o) No ',
    '[X]Yes [0]No ',
    '(Yes) / No ',
    '[x] Yes / No ',
    '**[x]** Yes—',
    '[x]\nYes—',
    '☒\n\nYes—',
    '[x] ',
  ])('%j is marked', (box) => {
    expect(read(box)).toEqual({ agrees: true, problem: null, leftovers: [] });
  });

  it.each([
    'Yes—',
    '- Yes—',
    '• Yes—',
    '[ ] Yes—',
    '[] Yes—',
    '[_] Yes—',
    '( ) Yes—',
    '() Yes—',
    '☐ Yes—',
    '□ Yes—',
    '- [ ] Yes—',
    '___ Yes—',
    '_____Yes—',
    'Yes [ ] — ',
    'Yes ☐ ',
    'Yes (not checked) — ',
    'Yes / No — ',
    '[ ] No [ ] Yes—',
    'Yes ___ No ___ ',
    '[ ] No—',
    '',
  ])('%j says nothing: missing', (box) => {
    const missing = { field: 'familyAgrees', kind: 'missing', text: null };
    expect(read(box)).toEqual({ agrees: null, problem: missing, leftovers: [] });
  });

  it.each([
    'No—',
    '- No - ',
    'NO ',
    '[x] No [ ] Yes—',
    '☒ No ☐ Yes—',
    'Yes [ ] No [x] ',
    'Not yet, no — ',
    'Yes / (No) ',
    'Yes [No] ',
    'Yes ___ No _X_ ',
  ])('%j is a plain no', (box) => {
    expect(read(box)).toMatchObject({ agrees: false, problem: null });
  });

  it.each([
    ['[X] Yes or [ ] No ', true],
    ['[X] Yes [ ] No [ ] Unsure ', true],
    ['[X] Yes, verbally [ ] No ', true],
    ['Yes: X (by phone) No: ___ ', true],
    ['[ ] Yes, verbally [x] No ', false],
  ])('%j goes on past a word or two, which are kept', (box, agrees) => {
    expect(read(box)).toEqual({ agrees, problem: null, leftovers: [box.trim()] });
  });

  it.each([
    '[x] No [x] Yes—',
    '❌ Yes—',
    'YES—',
    '? Yes—',
    'Yes _X_ No ',
    'Yes X No ',
    'Yes / No (circled Yes) ',
    '[ ] Yes No [x] ',
    '[ ] Yes [ ] No [x] Unsure ',
    'o Yes o No ',
  ])('%j is unclear', (box) => {
    expect(read(box)).toMatchObject({
      agrees: null,
      problem: { field: 'familyAgrees', kind: 'unreadable', text: box.trim() },
    });
  });
});

describe('words below the box', () => {
  it.each([
    'No',
    'no.',
    'Not yet',
    'not yet - will ask on Monday',
    'The family has not agreed.',
    'Mother hasn’t agreed so far',
    'The parents declined.',
    'She refuses services.',
    'They do not want this.',
    'The father is unwilling',
    'The family is not in agreement of services',
  ])('%j is a plain no, and kept', (after) => {
    expect(read('[ ] Yes—', after)).toEqual({ agrees: false, problem: null, leftovers: [after] });
  });

  it.each([
    'Yes',
    'yes, on the phone',
    'Agreed',
    'The family agrees.',
    'Both parents: the mother has agreed',
  ])('%j is a plain yes, and kept', (after) => {
    expect(read('Yes—', after)).toEqual({ agrees: true, problem: null, leftovers: [after] });
  });

  it.each(['X', '[x]', '☒', '✓'])('the mark %j alone is a yes', (after) => {
    expect(read('Yes—', after)).toEqual({ agrees: true, problem: null, leftovers: [] });
  });

  it.each([
    ['[x] Yes—', 'The family has not agreed.'],
    ['Yes—', 'Yes, if the father comes back'],
    ['Yes—', 'Yes, but the father has not agreed'],
  ])('%j with %j below is unclear', (box, after) => {
    const { agrees, problem } = read(box, after);
    expect(agrees).toBeNull();
    expect(problem).toMatchObject({ kind: 'unreadable', text: `${box} ${after}` });
  });

  it.each([
    'The family disagrees with the referral.',
    'Family withdrew consent Oct 3.',
    'The mother no longer wants services.',
    'Mother said no.',
    'Dad is opposed.',
    'The family has not been asked yet.',
    'They refuse to be referred.',
    'Not discussed yet',
    'Have not spoken with the family',
  ])('%j is a no as well', (after) => {
    expect(read('[ ] Yes—', after)).toMatchObject({ agrees: false, problem: null, leftovers: [after] });
    expect(read('[x] Yes—', after)).toMatchObject({ agrees: null, problem: { kind: 'unreadable' } });
  });

  it.each([
    'Neither parent agreed.',
    'Nobody in the family agreed.',
    'I do not think the family agrees.',
    'The family agrees, but the father does not.',
    'The mother agrees. The father does not.',
    'The family has not refused.',
    'Only the mother agreed.',
    'Dad does not agree, mom does',
    'They said they would agree',
    'Family unaware of referral',
    'She declined at first, then agreed.',
    'Yes, the hotline was called on Friday.',
    'No, she must be asked again first',
  ])('%j leaves it open', (after) => {
    expect(read('Yes—', after)).toMatchObject({ agrees: null, problem: { kind: 'unreadable' } });
  });

  it.each([
    'No concerns about the visit.',
    'No virus found in this message.',
    'No phone at home; call the grandmother.',
    'No Wrong Door Initiative',
    'The family does not have a car.',
    'Wren refuses to go to school.',
    'She agreed to go to detox.',
    'The father agreed to leave the home.',
    'She wants to go home.',
    'P.S. Not yet heard back from the doctor',
    'She has not been told that Dad is out of jail',
    'Ann Example, counselor',
  ])('%j says nothing about it, also beside a marked box', (after) => {
    expect(read('Yes—', after)).toMatchObject({ agrees: null, leftovers: [after] });
    expect(read('[x] Yes—', after)).toMatchObject({ agrees: true, problem: null, leftovers: [after] });
  });

  it('past a gap a sentence that begins with a yes or no is somebody’s own; an answer still counts', () => {
    expect(read('[x] Yes—', '\nYes, the hotline was called on Friday.')).toMatchObject({ agrees: true });
    expect(read('Yes—', '\nYes, on the phone.')).toMatchObject({ agrees: true });
    expect(read('Yes—', '\nThe family has not agreed.')).toMatchObject({ agrees: false });
  });

  it.each([
    ['☐ Yes—', '☐ No', null],
    ['☒ Yes—', '☐ No', true],
    ['☐ Yes—', '☒ No', false],
    ['☒ Yes—', '☒ No', null],
  ])('%j with the box %j below is %j', (box, after, agrees) => {
    expect(read(box, after).agrees).toBe(agrees);
  });
});

it.each([
  ['[ ] Yes - ', false],
  ['- ', false],
  ['[x] Yes - ', null],
])('%j before "I have not had a discussion" is %j', (box, agrees) => {
  const text = filledForm({ box }).replace('I have had', 'I have not yet had');
  expect(readFormText(text, facts).intake.familyAgrees).toBe(agrees);
});

it('takes a line of its own that names the agreement', () => {
  const text = filledForm().replace(`[x] Yes - ${agreementLine}`, 'Does the family agree to services? Yes');
  expect(readFormText(text, facts).intake.familyAgrees).toBe(true);
});

it.each([
  ['[ ] Yes [x] No', false],
  ['[x] Yes [ ] No', true],
  ['Yes ___ No _X_', false],
  ['Yes _X_ No ___', true],
  ['☐ Yes ☐ No', null],
  ['Yes ☐ No ☐', null],
  ['Yes / No', null],
  ['YES or NO (circle one)', null],
  ['Yes, both parents', null],
  ['no', false],
  ['not yet', false],
  ['Mother agrees, father not asked', null],
])('reads “Family agrees: %s” as %j', (answer, agrees) => {
  const text = filledForm().replace(`[x] Yes - ${agreementLine}`, `Family agrees: ${answer}`);
  expect(readFormText(text, facts).intake.familyAgrees).toBe(agrees);
});

it.each([
  ['[x] Yes', '[ ] No', true],
  ['[ ] Yes', '[x] No', false],
  ['[ ] Yes', '[ ] No', null],
])('reads %j over %j, without the sentence, as %j', (yes, no, agrees) => {
  const text = filledForm().replace(`[x] Yes - ${agreementLine}`, `${yes}\n${no}`);
  expect(readFormText(text, facts).intake.familyAgrees).toBe(agrees);
});

it('finds the box on the line of the date above it', () => {
  const text = filledForm().replace('10/1/2026\n\n[x]', '10/1/2026 [x]');
  expect(readFormText(text, facts).intake).toMatchObject({ discussedOn: '2026-10-01', familyAgrees: true });
});

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
    '',
  ])('%j says nothing: missing', (box) => {
    const missing = { field: 'familyAgrees', kind: 'missing', text: null };
    expect(read(box)).toEqual({ agrees: null, problem: missing, leftovers: [] });
  });

  it.each(['No—', '- No - ', 'NO ', '[x] No [ ] Yes—', '☒ No ☐ Yes—', 'Yes [ ] No [x] ', 'Not yet, no — '])(
    '%j is a plain no',
    (box) => {
      expect(read(box)).toMatchObject({ agrees: false, problem: null });
    },
  );

  it.each(['[x] No [x] Yes—', '❌ Yes—', 'YES—', '? Yes—'])('%j is unclear', (box) => {
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

  it.each(['No concerns about the visit.', 'The family does not have a car.', 'Ann Example, counselor'])(
    '%j says nothing about it',
    (after) => {
      expect(read('Yes—', after)).toMatchObject({ agrees: null, leftovers: [after] });
    },
  );
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

it('finds the box on the line of the date above it', () => {
  const text = filledForm().replace('10/1/2026\n\n[x]', '10/1/2026 [x]');
  expect(readFormText(text, facts).intake).toMatchObject({ discussedOn: '2026-10-01', familyAgrees: true });
});

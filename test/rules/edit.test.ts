import { describe, expect, it } from 'vitest';
import { factInWords } from '../../src/rules/edit.ts';
import type { Zone } from '../../src/rules/time.ts';

describe('a fact in a sentence', () => {
  it.each([
    ['divisionInvolvement', 'out_of_home_care', 'out of home care'],
    ['status', 'in_screening', 'in screening'],
    ['submitter.email', 'kim_p_ann@example.org', 'kim_p_ann@example.org'],
    ['caregivers[0].name', 'Dana_Sample', 'Dana_Sample'],
    ['children[1]', { name: 'Tom_Sample', birthDate: null }, 'Tom_Sample'],
    ['familyAgrees', false, 'no'],
    ['county', null, 'not known'],
  ])('of %s, %o, reads %s', (field, value, words) => {
    expect(factInWords(value, field, 'America/Chicago' as Zone)).toBe(words);
  });
});

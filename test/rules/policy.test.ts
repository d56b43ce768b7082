import { describe, expect, it } from 'vitest';
import ifrs from '../../data/programs/ifrs.json';
import iis from '../../data/programs/iis.json';
import { programFrom } from '../../src/rules/policy.ts';
import { Refusal } from '../../src/rules/refusal.ts';

const faultsOf = (content: unknown): readonly string[] => {
  try {
    programFrom('office.json', content);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.facts.message).toContain('office.json');
    return error.facts.reasons ?? [];
  }
};

const withNumber = (id: string, more: object) => ({
  ...ifrs,
  numbers: { ...ifrs.numbers, [id]: { ...ifrs.numbers[id as 'followUp1'], ...more } },
});

const withCriterion = (more: object) => ({
  ...iis,
  criteria: iis.criteria.map((criterion, i) => (i === 1 ? { ...criterion, ...more } : criterion)),
});

describe('the file of a program', () => {
  it.each([iis, ifrs])('that came with iis is taken', (content) => {
    expect(faultsOf(content)).toEqual([]);
  });

  it.each([
    [
      'finsReviewImminent',
      { unit: 'business day' },
      'unit "business day": it can be "business days" or "days"',
    ],
    ['servicePeriodAtMost', { unit: 'weeks' }, 'unit "weeks": it can be "days"'],
    ['followUp2', { unit: 'weeks' }, 'unit "weeks": it can be "months"'],
    ['usuallyHomeWithin', { unit: 'week' }, 'unit "week": it can be "weeks" or "days"'],
    ['placesPerSpecialist', { value: 2.5 }, 'is 2.5 open cases: it has to be a whole number'],
    ['fcsAnswerWithin', { value: 1.5 }, 'is 1.5 days: it has to be a whole number'],
    ['tapaEndsSoon', { value: '14' }, 'needs a value of 0 or more, a unit and a source'],
  ])('is refused with %s of %o', (id, more, words) => {
    expect(faultsOf(withNumber(id, more))).toEqual([expect.stringContaining(`number "${id}" `)]);
    expect(faultsOf(withNumber(id, more)).join()).toContain(words);
  });

  it.each([
    ['finsReviewImminent', { unit: 'days' }],
    ['seeFamilyWithin', { value: 36.5 }],
    ['ofOurOwn', { value: 2.5, unit: 'weeks', means: 'what we look at', source: 'local default' }],
  ])('is taken with %s of %o', (id, more) => {
    expect(faultsOf(withNumber(id, more))).toEqual([]);
  });

  it.each([
    [
      { rule: 'circut_is_site' },
      'criterion 2 has the rule "circut_is_site": it can be "circuit_takes_situation" or',
    ],
    [{ id: 'situation' }, 'criteria 1 and 2 both have the id "situation": each needs its own'],
    [{ ask: undefined }, 'criterion 2 has no "ask"'],
  ])('is refused with a criterion of %o', (more, words) => {
    expect(faultsOf(withCriterion(more))).toEqual([expect.stringContaining(words)]);
  });
});

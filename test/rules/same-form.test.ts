import { describe, expect, it } from 'vitest';
import { type FormSeen, type Sameness, sameForms } from '../../src/rules/same-form.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';

const fresh: Sameness = { kind: 'new' };
const twice = (first: number): Sameness => ({ kind: 'twice', first });
const before = (number: number): Sameness => ({ kind: 'taken_before', referral: numbered(number) });
const numbered = (number: number) => `R26-000${number}` as ReferralNumber;

/** Forms as `text@file`. */
const seen = (...forms: string[]): FormSeen[] =>
  forms.map((form) => {
    const [text = '', file] = form.split('@');
    return { text, file: Number(file) };
  });

const cases: [what: string, forms: FormSeen[], kept: Record<string, number[]>, expected: Sameness[]][] = [
  ['nothing kept', seen('a@0', 'b@1'), {}, [fresh, fresh]],
  ['the same text in two files', seen('a@0', 'b@1', 'a@2', 'a@3'), {}, [fresh, fresh, twice(0), twice(0)]],
  ['a text that was kept', seen('a@0', 'b@1'), { b: [1] }, [fresh, before(1)]],
  ['a text that was kept, twice over', seen('a@0', 'a@1'), { a: [1] }, [before(1), before(1)]],
  ['a text that was kept twice: the newest', seen('a@0'), { a: [1, 2] }, [before(2)]],
  ['several forms in one text', seen('a@0', 'a@0', 'b@1'), {}, [fresh, fresh, fresh]],
  ['the same, kept', seen('a@0', 'a@0'), { a: [1, 2] }, [before(1), before(2)]],
  ['the same, in two files', seen('a@0', 'a@0', 'a@1', 'a@1'), {}, [fresh, fresh, twice(0), twice(1)]],
  [
    'fewer kept than the text holds now: none is left out by guess',
    seen('a@0', 'a@0'),
    { a: [1] },
    [fresh, fresh],
  ],
  ['more in a later file than in the first', seen('a@0', 'a@1', 'a@1'), {}, [fresh, twice(0), fresh]],
  ['texts that say nothing', seen('@0', ' \n@1', '@2'), { '': [1] }, [fresh, fresh, fresh]],
  [
    'nothing that came as text',
    [
      { text: null, file: 0 },
      { text: null, file: 1 },
    ],
    {},
    [fresh, fresh],
  ],
];

describe('which forms are there already', () => {
  it.each(cases)('%s', (_, forms, kept, expected) => {
    const byText = new Map(Object.entries(kept).map(([text, numbers]) => [text, numbers.map(numbered)]));
    expect(sameForms(forms, byText)).toEqual(expected);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailText } from '../../src/forms/clean-text.ts';
import { readFormText, readFormTexts } from '../../src/forms/form-text.ts';
import type { FormReading } from '../../src/rules/intake.ts';
import { facts, filledForm } from './filled-form.ts';

const folder = new URL('../../data/samples/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

const wordsOf = (text: string): string[] =>
  mailText(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of the form's own labels, titles and sentences, of marks, and of dates, which are read as numbers. */
const ownWords = new Set(
  wordsOf(`
    Date of referral sent submitted today This community referral is being submitted to by referred
    Name full Organization organisation agency Phone number cell work home telephone tel Email e-mail address
    Family Contact Information Caregiver parent guardian DOB d.o.b. date of birth birthdate Address
    Child's children child ren 1 2 3 4 one two three four reason(s) reasons for referral
    the local Children's Division gatekeeper for consideration of a referral to Intensive In-Home Services for the
    above named family for the following reason(s) The following services have been provided to the family already
    Special accommodation accommodations (ie: interpretation services) needed by the family Date you spoke with the family regarding
    Yes no I have not yet had a discussion with the family about referring them to IIS services
    The family understands this is an intense program, requiring between 8-10 hours of face-to-face contact with an
    IIS specialist per week
    If there are concerns for the immediate or imminent safety of the child(ren) in question, a hotline should be made
    to the Children's Division Child Abuse and Neglect Hotline by calling 1-800-392-3738
    Missouri Department of Social Services x mailto circled checked agrees
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec st nd rd th at am pm Sun Mon Tue Wed Thu Fri Sat Sunday Monday Tuesday Wednesday Thursday Friday Saturday
  `),
);

const isTold = (word: string): boolean => !ownWords.has(word) && !/^\d{1,2}$/.test(word);

const lost = (text: string, readings: readonly FormReading[]): string[] => {
  // What a value was read from is shown, not kept: it counts for nothing here.
  const values = readings.map(({ sources: _, ...reading }) => reading);
  const kept = new Set(wordsOf(JSON.stringify(values).replaceAll(/\\[nt]/g, ' ')));
  return wordsOf(text).filter((word) => isTold(word) && !kept.has(word));
};

const labels = [
  'Name:',
  'DOB:',
  'Phone:',
  'Date:',
  'Reason:',
  "Child's Name:",
  'Caregiver 2:',
  'Address',
  'Organization',
];
const marks = [
  '____',
  '[x]',
  '[ ]',
  '☒',
  '-',
  '*',
  '>',
  '(',
  ')',
  ':',
  '"',
  '|',
  '\t',
  '\u00A0',
  '\u200B',
  '…',
  '**',
];
const word = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{2,9}[0-9]{3}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...labels, ...marks, 'Nguyễn', 'Hadžić', "O'Neil", '李', '2/30/2015'),
  },
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const anyLine = fc.oneof(
  line,
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', '> ', '____'),
);

type Change = (lines: string[]) => string[];
const at = fc.nat({ max: 80 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, anyLine).map(
    ([i, text]): Change =>
      (lines) =>
        lines.toSpliced(i % (lines.length + 1), 0, text),
  ),
  at.map(
    (i): Change =>
      (lines) =>
        lines.toSpliced(i % (lines.length + 1), 1),
  ),
  fc.tuple(at, at).map(
    ([i, j]): Change =>
      (lines) => {
        const moved = lines[i % lines.length] ?? '';
        return lines.toSpliced(i % lines.length, 1).toSpliced(j % lines.length, 0, moved);
      },
  ),
  at.map(
    (i): Change =>
      (lines) =>
        lines.toSpliced(
          i % lines.length,
          2,
          lines
            .slice(i % lines.length)
            .slice(0, 2)
            .join(' '),
        ),
  ),
  fc.tuple(at, at, anyLine).map(
    ([i, j, text]): Change =>
      (lines) => {
        const old = [...(lines[i % lines.length] ?? '')];
        const cut = j % (old.length + 1);
        return lines.toSpliced(
          i % lines.length,
          1,
          `${old.slice(0, cut).join('')} ${text} ${old.slice(cut).join('')}`,
        );
      },
  ),
  at.map(
    (i): Change =>
      (lines) =>
        lines.with(i % lines.length, (lines[i % lines.length] ?? '').toUpperCase()),
  ),
  fc.constant<Change>((lines) => lines.map((text) => `> ${text}`)),
  fc.constant<Change>((lines) => [...lines, ...lines]),
);

describe('nothing that was written is lost', () => {
  it.each(samples)('of a sample', (text) => {
    expect(lost(text, [readFormText(text, facts)])).toEqual([]);
  });

  it('whatever is filled in', () => {
    const value = fc.option(line, { nil: '' });
    const keys = [
      'name',
      'organization',
      'phone',
      'email',
      'caregiver',
      'caregiverBorn',
      'address',
      'child',
      'childBorn',
    ];
    const more = ['date', 'reason', 'services', 'accommodations', 'spoke', 'after'];
    const values = fc.record(Object.fromEntries([...keys, ...more].map((key) => [key, value])));
    fc.assert(
      fc.property(values, (filledIn) => {
        const text = filledForm(filledIn as Record<string, string>);
        expect(lost(text, [readFormText(text, facts)])).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('however a sample is changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { maxLength: 8 }), (sample, changes) => {
        const text = changes
          .reduce((lines, one) => (lines.length > 0 ? one(lines) : lines), sample.split('\n'))
          .join('\n');
        expect(lost(text, [readFormText(text, facts)])).toEqual([]);
        const forms = readFormTexts(text, facts);
        expect(
          lost(
            text,
            forms.map(({ reading }) => reading),
          ),
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('of a text that is no form', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        expect(lost(text, [readFormText(text, facts)])).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

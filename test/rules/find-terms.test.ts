import { describe, expect, it } from 'vitest';
import { readTerms } from '../../src/rules/find-terms.ts';
import type { CalendarDate } from '../../src/rules/time.ts';

const today = '2026-10-05' as CalendarDate;

const told = (text: string): string[] =>
  readTerms(text, today).map(({ may }) =>
    may
      .map((meaning) => {
        switch (meaning.kind) {
          case 'word':
            return meaning.word;
          case 'referral':
            return `referral ${meaning.year ?? 'any'}-${meaning.sequence}`;
          case 'born':
            return `${meaning.said} ${meaning.after} to ${meaning.until}`;
          case 'phone':
            return `phone ${meaning.digits}`;
          case 'email':
            return `email ${meaning.text}`;
          case 'family':
            return `family ${meaning.id}`;
          default:
            return `${meaning.kind} ${meaning.number}`;
        }
      })
      .join(' | '),
  );

describe('what was typed is read as', () => {
  it.each<[string, string[]]>([
    ['Hadžić', ['hadzic']],
    ['Muñoz-García, María', ['munoz', 'garcia', 'maria']],
    ['rosa de la cruz', ['rosa', 'cruz']],
    ["O'Neil", ['oneil']],
    ['R26-0042', ['referral 2026-42']],
    ['r26-42', ['referral 2026-42']],
    ['42', ['referral any-42']],
    ['C26-0007', ['case C26-0007']],
    ['c26-7', ['case C26-0007']],
    ['F0012', ['family F0012']],
    ['mckenzy 14', ['mckenzy', 'referral any-14 | age 2011-10-05 to 2012-10-05']],
    ['2013', ['referral any-2013 | year 2012-12-31 to 2013-12-31 | phone 2013 | faces 2013']],
    ['hadzic 2/1/2013', ['hadzic', 'date 2013-01-31 to 2013-02-01']],
    ['2013-02-01', ['date 2013-01-31 to 2013-02-01']],
    ['March 14, 2015', ['date 2015-03-13 to 2015-03-14']],
    ['14 Mar 2015', ['date 2015-03-13 to 2015-03-14']],
    ['2/30/2015', ['']],
    ['(573) 555-0181', ['phone 5735550181']],
    ['573.555.0181', ['phone 5735550181']],
    ['+1 573 555 0181', ['phone 5735550181']],
    ['5735550181', ['phone 5735550181']],
    ['555-0181', ['phone 5550181']],
    ['0181', ['referral any-181 | phone 0181 | faces 0181']],
    ['1234567', ['referral any-1234567 | phone 1234567 | faces 1234567']],
    ['Amra@Example.org', ['email amra@example.org']],
    ['dana dana DANA', ['dana']],
    ['', []],
    ['  % -- ', []],
    ["' or 1=1 --", ['or']],
  ])('%j', (text, expected) => expect(told(text)).toEqual(expected));

  it('no more than a few parts of a text that was pasted', () => {
    expect(
      readTerms(
        'word '.repeat(9).replace(/word/g, () => 'w'.repeat(3)),
        today,
      ),
    ).toHaveLength(1);
    const many = Array.from({ length: 40 }, (_, i) =>
      String.fromCodePoint(97 + (i % 26)).repeat(2 + (i % 5)),
    );
    expect(readTerms(many.join(' '), today)).toHaveLength(8);
  });
});

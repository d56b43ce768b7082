import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameWords, readAddress, searchKeysOf, soundOf } from '../../src/rules/name-keys.ts';
import type { CalendarDate } from '../../src/rules/time.ts';

const soundOfName = (name: string): string => nameWords(name).map(soundOf).join(' ');

describe('nameWords', () => {
  it.each([
    ["Sean O'Neil-Muñoz", 'sean oneil munoz'],
    ['Sean O’NEIL', 'sean oneil'],
    ['Sean O´Neil', 'sean oneil'],
    ['Nguyễn Thị Đào', 'nguyen thi dao'],
    ['Hadžić, Đorđe', 'hadzic dorde'],
    ['Łucja Großmann', 'lucja grossmann'],
    ['Bjørn Ægir Þór', 'bjorn aegir thor'],
    ['İbrahim Ilıca', 'ibrahim ilica'],
    ['Хаџић 王小明', 'хаџић 王小明'],
    ['  (Ana)  B. 2nd ', 'ana b nd'],
    ['Griﬃn', 'griffin'],
    ['---', ''],
  ])('%j has the words %j', (name, words) => {
    expect(nameWords(name).join(' ')).toBe(words);
  });

  it('does not depend on how accents are encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameWords(name.normalize('NFD'))).toEqual(nameWords(name.normalize('NFC')));
      }),
    );
  });
});

describe('soundOf', () => {
  it.each([
    ['mckenzy', 'MacKenzie', 'McKenzie'],
    ['Hadzic', 'Hadžić', 'Hadzich', 'Hadjic', 'Hadzitch'],
    ['Nguyen', 'Nguyễn', 'Nuygen', 'Ngyuen', 'Nguyan'],
    ['Muñoz', 'Munoz', 'Munos'],
    ['Jonson', 'Johnson', 'Jonsen'],
    ['Smyth', 'Smith', 'Smithe'],
    ['Katherine', 'Catherine', 'Kathryn', 'Katrin'],
    ['Begović', 'Begovich', 'Begovic'],
    ['Đorđević', 'Djordjevic', 'Dordevic'],
    ['Šehić', 'Shehich', 'Sehic'],
    ['Hernández', 'Ernandez', 'Hernandes'],
    ['Jiménez', 'Gimenez', 'Ximénez', 'Jimenes'],
    ['García', 'Garsia'],
    ['Javier', 'Xavier'],
    ['Phương', 'Fuong', 'Phuong'],
    ['Thủy', 'Tui', 'Thuy'],
    ['Jasmina', 'Yasmina'],
    ['Sean', 'Shaun', 'Shawn'],
    ['Steven', 'Stephen'],
    ['Wright', 'Rite'],
    ["O'Neil", 'Oneal'],
  ])('is one for %s, %s …', (...spellings) => {
    expect(new Set(spellings.map(soundOfName)).size).toBe(1);
  });

  it.each([
    ['Smith', 'Jones'],
    ['Tran', 'Trang'],
    ['Garcia', 'Lopez'],
    ['Begović', 'Petrović'],
    ['Maria', 'Mirjana'],
    ['Хаџић', 'Петров'],
  ])('tells %s from %s', (one, other) => {
    expect(soundOfName(one)).not.toBe(soundOfName(other));
  });

  it('gives every word a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(nameWords(name).map(soundOf)).not.toContain('');
      }),
    );
  });
});

describe('readAddress', () => {
  it.each([
    ['1200 N. Elm St., Apt 3, Sampleton MO 65099', '1200 elm', '3', '65099'],
    ['1200 Elm Street #3', '1200 elm', '3', null],
    ['Apt 3, 1200 elm ave', '1200 elm', '3', null],
    ['1200 St. Charles Rd', '1200 charles', null, null],
    ['1200 Saint Charles Road, Lot 12', '1200 charles', '12', null],
    ['12345 County Road 210', '12345 210', null, null],
    ['12345 Co Rd 210', '12345 210', null, null],
    ['P.O. Box 12, Sampleton', '12 sampleton', null, null],
    ['PO Box 12 Sampleton 65099-1234', '12 sampleton', null, '65099'],
    ['Haven House, 77 Oak Dr', '77 oak', null, null],
  ])('%j is %j, flat %j, ZIP %j', (typed, street, unit, zip) => {
    expect(readAddress(typed)).toEqual({ street, unit, zip });
  });

  it.each(['', 'homeless', 'with her mother', '65099', '1200', 'Elm Street'])(
    '%j cannot be compared',
    (typed) => {
      expect(readAddress(typed)).toBeNull();
    },
  );
});

const nobody = { name: null, birthDate: null, phone: null, address: null };

describe('searchKeysOf', () => {
  it('has a key for each word of the name, the birth date, the phone and the address', () => {
    const person = {
      name: 'Amra B. Testović',
      birthDate: '1990-05-04' as CalendarDate,
      phone: '(573) 555-0123 x4',
      address: '12 N Elm St',
      email: ' Amra@Example.org ',
    };
    expect(searchKeysOf(person)).toEqual([
      's:AMR',
      's:TSTFK',
      'b:1990-05-04',
      'p:5735550123',
      'a:12 elm',
      'e:amra@example.org',
    ]);
  });

  it.each([
    ['de la Cruz', 'Delacruz'],
    ['O Neil', "O'Neil"],
    ['Mc Kenzie', 'MacKenzie'],
    ['Van Dyke', 'Vandyke'],
  ])('finds %s by %s', (one, other) => {
    const keys = searchKeysOf({ ...nobody, name: `Ana ${one}` });
    const shared = searchKeysOf({ ...nobody, name: `Eva ${other}` }).filter((key) => keys.includes(key));
    expect(shared).toHaveLength(1);
  });

  it('keeps a Vietnamese first name that looks like a particle', () => {
    expect(searchKeysOf({ ...nobody, name: 'Văn Trần' })).toContain(`s:${soundOf('van')}`);
  });

  it('has no key twice, none empty, and none for what is not known', () => {
    expect(searchKeysOf(nobody)).toEqual([]);
    const text = fc.option(fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(
        fc.record({ name: text, birthDate: fc.constant(null), phone: text, address: text }),
        (person) => {
          const keys = searchKeysOf(person);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys.every((key) => /^[spa]:./su.test(key))).toBe(true);
          expect(searchKeysOf({ ...person })).toEqual(keys);
        },
      ),
    );
  });
});

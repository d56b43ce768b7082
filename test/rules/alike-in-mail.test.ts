import { expect, it } from 'vitest';
import { alikeBefore } from '../../src/rules/alike-in-mail.ts';
import { day } from '../office.ts';

const family = (caregiver: string, child: string, born: string) => ({
  caregivers: [{ name: caregiver, birthDate: null, phone: null, email: null, address: null }],
  children: [{ name: child, birthDate: day(born) }],
});

it('finds the forms before it whose family looks the same, and no others', () => {
  const families = [
    family('Dana McKenzie', 'Tom McKenzie', '2015-03-14'),
    family('Rosa Another', 'Li Another', '2012-12-12'),
    family('Dana Mackenzy', 'Thom Mackenzy', '2015-03-14'),
    { caregivers: [], children: [] },
    family('D. McKenzie', 'Tom McKenzie', '2015-03-14'),
  ];
  expect(alikeBefore(families)).toEqual([[], [], [0], [], [0, 2]]);
});

it('takes a thousand forms of families with one surname in its stride', () => {
  const many = Array.from({ length: 1000 }, (_, i) =>
    family(`Person${i} Sample`, `Child${i} Sample`, '2015-03-14'),
  );
  expect(alikeBefore(many)).toHaveLength(1000);
});

import { describe, expect, it } from 'vitest';
import { countiesOutside, specialistCode } from '../../src/rules/specialist-facts.ts';
import { findZone } from '../../src/rules/zone-names.ts';

describe('a specialist’s code', () => {
  it.each([
    ['kim', 'kim'],
    [' KIM ', 'kim'],
    ['kim-2', 'kim-2'],
    ['4u', '4u'],
    ['abcdefghijkl', 'abcdefghijkl'],
  ])('%s is kept as %s', (typed, code) => expect(specialistCode(typed)).toEqual({ code }));

  it.each(['', 'k', 'abcdefghijklm', 'kim sample', '-kim', 'kim-', 'kïm', '42', 'k!'])(
    '“%s” is refused',
    (typed) => expect(specialistCode(typed)).toHaveProperty('refused'),
  );
});

it.each([
  [[13], ['Boone', 'Callaway'], []],
  [[13], [], []],
  [[13], ['Cole'], ['Cole lies in circuit 19, which the specialist does not serve.']],
  [[13, 19], ['Cole'], []],
  [[13], ['Nowhere'], ['Missouri has no county “Nowhere”.']],
])('circuits %j with counties %j', (circuits, counties, sentences) =>
  expect(countiesOutside({ circuits, counties })).toEqual(sentences),
);

describe('a time zone that somebody types', () => {
  it.each([
    ['America/Chicago', 'America/Chicago'],
    ['america/chicago', 'America/Chicago'],
  ])('%s is %s', (typed, zone) => expect(findZone(typed)).toEqual({ zone }));

  it.each(['', 'Nowhere', '+05:00', '-6', 'America/Chicgo'])('“%s” is refused', (typed) =>
    expect(findZone(typed)).toHaveProperty('nearest'),
  );
});

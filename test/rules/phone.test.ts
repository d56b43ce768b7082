import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneDigits, phoneInWords, phoneKey } from '../../src/rules/phone.ts';

describe('phoneDigits', () => {
  it.each([
    '573-555-0123',
    '(573) 555-0123',
    '573.555.0123',
    '573/555-0123',
    '5735550123',
    '573 5550 123',
    '1-573-555-0123',
    '+1 573 555 0123',
    '+15735550123',
    '573-555-0123 x12',
    '573-555-0123 ext. 4',
    '(573)555-0123, extension 400',
    '573-555-0123 #7',
    'home: 573-555-0123',
    '573-555-0123 (cell, after 5 pm)',
    '573-555-0123 or 573-555-0199',
    '５７３－５５５－０１２３',
  ])('reads %j', (typed) => {
    expect(phoneDigits(typed)).toBe('5735550123');
  });

  it.each([
    '',
    'none',
    '555-0123',
    '999-999-9999',
    '000 000 0000',
    '123-456-7890',
    '573-055-0123',
    '57355501234',
  ])('finds no US number in %j', (typed) => {
    expect(phoneDigits(typed)).toBeNull();
  });

  it.each(['+52 55 5555 0123', '+387 61 555 012', '011 52 573 555 0123', '+52 573 555 0123'])(
    'does not take %j, of another country, for a US number',
    (typed) => {
      expect(phoneDigits(typed)).toBeNull();
    },
  );

  it('takes any text, and gives ten digits or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(phoneDigits(text) ?? '2002000000').toMatch(/^[2-9]\d{2}[2-9]\d{6}$/);
      }),
    );
  });
});

describe('phoneKey', () => {
  it.each([
    ['(573) 555-0123 x9', '5735550123'],
    ['+52 55 5555 0123', '5555550123'],
    ['555-0123', '5550123'],
    ['call the aunt', null],
    ['12345', null],
    ['999-999-9999', null],
  ])('%j is compared by %j', (typed, key) => {
    expect(phoneKey(typed)).toBe(key);
  });
});

describe('phoneInWords', () => {
  it.each([
    ['(573) 555 0123', '573-555-0123'],
    ['+1.573.555.0123', '573-555-0123'],
    ['573-555-0123 x12', '573-555-0123 x12'],
    ['573-555-0123 or 573-555-0199', '573-555-0123 or 573-555-0199'],
    ['+52 55 5555 0123', '+52 55 5555 0123'],
    ['555-0123', '555-0123'],
    ['none', 'none'],
  ])('shows %j as %j', (typed, said) => {
    expect(phoneInWords(typed)).toBe(said);
  });
});

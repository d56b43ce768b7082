import { describe, expect, it } from 'vitest';
import { dollars, parseAmount } from '../../src/rules/money.ts';

describe('an amount as people type it', () => {
  it.each([
    ['$412.50', 41250],
    ['412.5', 41250],
    ['412', 41200],
    ['412.', null],
    ['.5', 50],
    ['$ 0.01', 1],
    ['1,200', 120000],
    ['12,345.60', 1234560],
    [' 7 ', 700],
    ['9999999.99', 999999999],
    ['1,20', null],
    ['412.555', null],
    ['412,50', null],
    ['-5', null],
    ['$-5', null],
    ['-$5', null],
    ['(5)', null],
    ['0', null],
    ['0.00', null],
    ['10000000', null],
    ['1e3', null],
    ['NaN', null],
    ['', null],
    ['$', null],
    ['five', null],
    ['5 dollars', null],
    ['1.2.3', null],
  ])('%s', (typed, cents) => {
    const parsed = parseAmount(typed);
    expect('cents' in parsed ? parsed.cents : null).toBe(cents);
    if ('refused' in parsed) expect(parsed.refused).toMatch(/\.$/);
  });

  it('may be nothing where that is said to be right', () =>
    expect(parseAmount('0', { zero: true })).toEqual({ cents: 0 }));
});

it.each([
  [0, '$0.00'],
  [5, '$0.05'],
  [41250, '$412.50'],
  [1234567890, '$12,345,678.90'],
  [-5050, '-$50.50'],
])('%i cents are %s', (cents, words) => expect(dollars(cents)).toBe(words));

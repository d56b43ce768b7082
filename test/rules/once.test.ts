import { describe, expect, it } from 'vitest';
import { once, remembered } from '../../src/rules/once.ts';

describe('an answer that is kept', () => {
  it('is made at the first asking alone', () => {
    let made = 0;
    const value = once(() => (made += 1));
    expect([made, value(), value(), made]).toEqual([0, 1, 1, 1]);
  });

  it('is worked out once for each argument, also where it is undefined or null', () => {
    const worked: number[] = [];
    const answer = remembered((n: number) => {
      worked.push(n);
      return [undefined, null, 'two'][n];
    });
    expect([0, 1, 2, 0, 1, 2].map(answer)).toEqual([undefined, null, 'two', undefined, null, 'two']);
    expect(worked).toEqual([0, 1, 2]);
  });

  it('is not kept where working it out failed', () => {
    let tries = 0;
    const answer = remembered((_: string) => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    expect(() => answer('a')).toThrow('not yet');
    expect(answer('a')).toBe(2);
  });
});

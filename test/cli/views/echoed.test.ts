import { describe, expect, it } from 'vitest';
import { echoed, echoedIn } from '../../../src/cli/views/echoed.ts';

const long = 'y'.repeat(200);
const cut = `${'y'.repeat(79)}…`;

describe('what was typed, said back', () => {
  it.each([
    ['short words stay', '“boone” is none', ['boone'], '“boone” is none'],
    ['a long word is cut', `“${long}” is none`, [long], `“${cut}” is none`],
    ['each time', `${long} or ${long}`, [long], `${cut} or ${cut}`],
    ['where only its beginning is said', `“${long.slice(0, 120)}”`, [long], `“${cut}”`],
    ['a part of a flag', `no ${long}`, [`situation=${long}`], `no ${cut}`],
    ['in another case', long.toUpperCase(), [long], cut.toUpperCase()],
    ['what nobody typed stays', long, ['other'], long],
  ])('%s', (_, text, argv, said) => expect(echoed(text, argv)).toBe(said));

  it('in every text of a value', () =>
    expect(echoedIn({ a: [long, 1, null], b: { c: long } }, [long])).toEqual({
      a: [cut, 1, null],
      b: { c: cut },
    }));
});

import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/cli/progress.ts';
import { makeLook } from '../../src/cli/views/look.ts';
import { toInstant } from '../../src/rules/time.ts';

/** What is written when so many seconds have passed at each form. */
async function written(seconds: readonly number[], env: Record<string, string> = {}): Promise<string> {
  const talkLook = makeLook({ env, stream: { isTTY: true, columns: 80 }, flags: {}, platform: 'linux' });
  let now = 0;
  let out = '';
  const progress = progressOf({
    talkLook,
    clock: () => toInstant(Date.parse('2026-10-05T14:00:00Z') + now * 1000),
    inPlace: (text) => {
      out += text;
    },
  });
  for (const [done, at] of seconds.entries()) {
    now = at;
    await progress.at('Saving form', done, 12);
  }
  progress.end();
  return out;
}

describe('how far a piece of work is', () => {
  it('is not told within a second', async () => expect(await written([0, 0, 1, 1])).toBe(''));

  it('is told on one line, which goes at the end', async () => {
    const line = (done: number) => `\rSaving form ${done} of 12`;
    expect(await written([0, 1, 2, 3])).toBe(`${line(2)}${line(3)}\r${' '.repeat(19)}\r`);
  });

  it('is read out every five seconds, on a line of its own', async () => {
    const said = await written([0, 2, 4, 5, 6, 9, 10, 30], { IIS_ACCESSIBLE: '1' });
    expect(said).toBe('Saving form 3 of 12\nSaving form 6 of 12\nSaving form 7 of 12\n');
  });
});

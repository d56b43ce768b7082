import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nouns } from '../../src/cli/nouns.ts';
import { newOffice, type Office } from './program.ts';

let office: Office;

beforeEach(() => {
  office = newOffice();
});

afterEach(() => office.leave());

/** What is kept of the compiled program, wherever this system has its caches. */
const kept = (): string[] =>
  readdirSync(join(office.folder, 'home'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(office.folder, 'home', name))
    .filter((name) => /\.bin(\.|$)/.test(name));

async function theCache(): Promise<string> {
  await office.run(['circuits']);
  const [cache, ...others] = kept();
  expect(others).toEqual([]);
  return cache!;
}

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 1;
  return bytes;
}

describe('the compiled program that is kept', () => {
  it.each([
    ['a block of nothing', (bytes: Buffer) => bytes.fill(0, 30_000, 34_096)],
    ['one bit', (bytes: Buffer) => flipped(bytes, 200_000)],
    ['one bit of the second half', (bytes: Buffer) => flipped(bytes, bytes.length - 100)],
    ['an end too early', (bytes: Buffer) => bytes.subarray(0, 40_000)],
    ['nothing in all of it', (bytes: Buffer) => bytes.fill(0)],
    ['nothing', () => Buffer.alloc(0)],
  ])('is not used when it is damaged, and made anew: %s', async (_, damage) => {
    const cache = await theCache();
    const damaged = damage(readFileSync(cache));
    writeFileSync(cache, damaged);
    expect(await office.run(['circuits', '13'])).toMatchObject({ exit: 0, stderr: '' });
    expect(readFileSync(cache).equals(damaged)).toBe(false);
    expect(await office.run(['circuits', '13'])).toMatchObject({ exit: 0, stderr: '' });
  });

  it('leaves no part of a run that was killed', async () => {
    const cache = await theCache();
    writeFileSync(`${cache}.1`, 'half');
    await office.run(['policy']);
    expect(
      kept()
        .map((name) => basename(name).split('-').at(-1))
        .sort(),
    ).toEqual(['circuits.bin', 'policy.bin']);
  });

  it('has the name of a command, never that of a person', async () => {
    for (const line of ['--as kimexample circuits', '--as kimexample --version', 'kimexample']) {
      await office.run(line.split(' '));
    }
    expect(kept().join()).not.toContain('kimexample');
  });

  it('knows every command', async () => {
    const words = nouns.map(({ name }) => name);
    expect(readFileSync(join(import.meta.dirname, '../../bin/iis.js'), 'utf8')).toContain(
      `'${words.join(' ')}'`,
    );
  });
});

describe.skipIf(process.platform !== 'linux')('a folder of others', () => {
  it.each([0o777, 0o770])('keeps nothing and is not read: mode %o', async (mode) => {
    const folder = join(office.folder, 'home', 'iis');
    mkdirSync(folder);
    chmodSync(folder, mode);
    expect((await office.run(['circuits', '13'])).exit).toBe(0);
    expect(kept()).toEqual([]);
  });

  it('is not read when it became theirs later', async () => {
    const cache = await theCache();
    writeFileSync(cache, 'theirs');
    chmodSync(dirname(cache), 0o777);
    await office.run(['circuits', '13']);
    expect(readFileSync(cache, 'utf8')).toBe('theirs');
  });
});

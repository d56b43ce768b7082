import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nouns } from '../../src/cli/nouns.ts';
import { loads } from '../../src/cli/whole.ts';
import { home, newOffice, type Office } from './program.ts';

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

/** Which commands they are of: what stands behind the size and the time of the build. */
const ofWhat = (): string[] =>
  kept()
    .map((name) => basename(name, '.bin').replace(/^.*-\d+-\d+-/, ''))
    .sort();

/** Every verb of every noun that is not a noun too, by the letter. */
async function verbs(): Promise<string[]> {
  const commands = await Promise.all(
    nouns.map(async ({ name }) => (await loads.nouns[name]!())(() => async () => {})),
  );
  const all = new Set(commands.flatMap(({ commands: below }) => below.map((verb) => verb.name())));
  return [...all].filter((verb) => !nouns.some(({ name }) => name === verb)).sort();
}

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
    expect(ofWhat()).toEqual(['circuits', 'policy']);
  });

  it('has the name of a command, never that of a person', async () => {
    for (const line of ['--as kimexample circuits', '--as kimexample --version', 'kimexample']) {
      await office.run(line.split(' '));
    }
    expect(kept().join()).not.toContain('kimexample');
  });

  it('is one for each command, and one for all help', async () => {
    const lines = ['settings set --circuit 13', 'list fins', 'list due', 'list --help', 'fins add --help'];
    for (const line of lines) await office.run(line.split(' '));
    expect(ofWhat()).toEqual(['help', 'help', 'list-due', 'list-fins', 'settings-set']);
  });

  it('knows every command', async () => {
    const door = readFileSync(join(import.meta.dirname, '../../bin/iis.js'), 'utf8');
    expect(door).toContain(`'${nouns.map(({ name }) => name).join(' ')}'`);
    expect(door).toContain(`'${(await verbs()).join(' ')}'`);
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

/** Whether every user can read what is in this folder, and reach it. */
const isForAll = (folder: string): boolean =>
  (statSync(folder).mode & 0o005) === 0o005 && (dirname(folder) === folder || isForAll(dirname(folder)));

describe('the door', () => {
  it.each([
    ['--help', 'referral'],
    ['-h', 'match'],
    ['--help', '--', 'report'],
    ['--help', 'nonsense'],
  ])('leads to the help: %s %s', async (...words) => {
    const { stdout, exit } = await office.run(words);
    expect({ exit, first: stdout.split('\n')[0] }).toEqual({
      exit: 0,
      first: 'Usage: iis [options] [command]',
    });
  });

  // Who may become another user can try it; not everybody’s files are there for others to read.
  it.skipIf(process.getuid?.() !== 0 || !isForAll(home))('opens for a user without a home', () => {
    const nobody = {
      uid: 12_345,
      gid: 12_345,
      cwd: '/',
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    } as const;
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [join(home, 'bin', 'iis.js'), ...words], nobody);
    expect(run('circuits', '13', '--db', join(office.folder, 'none.db'))).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(run('list', 'fins')).toMatchObject({ status: 5, stderr: expect.stringContaining('--db FILE') });
  });
});

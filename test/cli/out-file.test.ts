import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTaken, writeOutFile } from '../../src/cli/out-file.ts';
import { folder, refusal } from '../office.ts';

const write = (file: string, text: string, replace = false) =>
  writeOutFile(file, { replace }, async (put) => {
    for (const part of text.match(/.{1,3}/gs) ?? []) await put(part);
    return text.length;
  });

describe('a file that is written', () => {
  it('is whole, and nothing is left beside it', async () => {
    const place = folder();
    expect(await write(join(place, 'a.csv'), 'one,two,three')).toBe(13);
    expect(readFileSync(join(place, 'a.csv'), 'utf8')).toBe('one,two,three');
    expect(readdirSync(place)).toEqual(['a.csv']);
  });

  it.skipIf(process.platform === 'win32')('is its owner’s alone, whatever is replaced', async () => {
    const file = join(folder(), 'a.csv');
    writeFileSync(file, 'old', { mode: 0o666 });
    await write(file, 'new', true);
    expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o600, 'new']);
  });

  it('never goes over another one unasked', async () => {
    const file = join(folder(), 'a.csv');
    writeFileSync(file, 'old');
    expect(await refusal(() => write(file, 'new'))).toEqual({ kind: 'invalid', code: 'file_exists' });
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  it('nor over one that came while it was written', async () => {
    const file = join(folder(), 'a.csv');
    const late = writeOutFile(file, { replace: false }, async (put) => {
      await put('new');
      writeFileSync(file, 'theirs');
    });
    expect(await refusal(() => late)).toEqual({ kind: 'invalid', code: 'file_exists' });
    expect(readFileSync(file, 'utf8')).toBe('theirs');
  });

  it.skipIf(process.platform === 'win32')('neither follows a link nor takes its place', async () => {
    const place = folder();
    const [file, target] = [join(place, 'a.csv'), join(place, 'target')];
    symlinkSync(target, file);
    expect(() => isTaken(file)).toThrow();
    for (const replace of [false, true])
      expect((await refusal(() => write(file, 'new', replace))).code).toBe('unwritable_file');
    expect([lstatSync(file).isSymbolicLink(), existsSync(target)]).toEqual([true, false]);
  });

  it.skipIf(process.platform === 'win32')('does not take the place of a pipe', async () => {
    const file = join(folder(), 'a.csv');
    execFileSync('mkfifo', [file]);
    expect((await refusal(() => write(file, 'new', true))).code).toBe('unwritable_file');
    expect(lstatSync(file).isFIFO()).toBe(true);
  });

  it.each<[file: string, why: string]>([
    ['', 'The name of the file to write is missing.'],
    [join(folder(), 'nowhere', 'a.csv'), 'There is no such folder.'],
    ...(existsSync('/proc/self')
      ? [['/proc/a.csv', 'It can’t be written there.'] satisfies [string, string]]
      : []),
  ])('says what is true of “%s”', async (file, why) => {
    await expect(write(file, 'new', true)).rejects.toThrow(why);
  });

  it('is not there at all when it could not be finished, and what it was to replace is', async () => {
    const place = folder();
    const file = join(place, 'a.csv');
    writeFileSync(file, 'old');
    const broken = writeOutFile(file, { replace: true }, async (put) => {
      await put('half');
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect([readFileSync(file, 'utf8'), readdirSync(place)]).toEqual(['old', ['a.csv']]);
  });

  it('is refused in words where it can’t be', async () => {
    const place = folder();
    mkdirSync(join(place, 'b'));
    for (const file of [join(place, 'nowhere', 'a.csv'), join(place, 'b')])
      expect((await refusal(() => write(file, 'new', true))).code).toBe('unwritable_file');
    expect(readdirSync(place)).toEqual(['b']);
  });
});

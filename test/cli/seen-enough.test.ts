import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { home, newOffice } from './program.ts';

const office = newOffice();
afterAll(() => office.leave());

/** Whoever reads is gone before the program has begun to write, as in `iis … | true`. */
function toNobody(args: readonly string[], stream: 'stdout' | 'stderr') {
  const child = spawn(process.execPath, [join(home, 'bin', 'iis.js'), ...args], {
    env: { PATH: process.env.PATH, HOME: office.folder, IIS_DB: join(office.folder, 'iis.db') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let other = '';
  child[stream].destroy();
  child[stream === 'stdout' ? 'stderr' : 'stdout'].on('data', (text) => {
    other += text;
  });
  return new Promise((done) => child.on('close', (exit) => done({ exit, other })));
}

it.each([
  ['--version', 'stdout', 0],
  ['--help', 'stdout', 0],
  ['case close --help', 'stdout', 0],
  ['circuits', 'stdout', 0],
  ['referral show zzz --json', 'stdout', 3],
  ['referral show zzz', 'stderr', 3],
  ['frobnicate', 'stderr', 2],
] as const)('nobody who reads is no fault: iis %s, %s', async (line, stream, exit) => {
  await office.run(['settings', 'set', '--circuit', '13']);
  expect(await toNobody(line.split(' '), stream)).toEqual({ exit, other: '' });
});

import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home, newOffice, type Office } from './program.ts';

let office: Office;

beforeAll(async () => {
  office = newOffice();
  await office.run(['settings', 'set', '--circuit', '13']);
});

afterAll(() => office.leave());

// A device that takes nothing: what a full disk says, without filling one.
const FULL = '/dev/full';

function onFullDisk(...args: string[]) {
  const stdout = openSync(FULL, 'w');
  const env = { PATH: process.env.PATH, HOME: office.folder, IIS_DB: join(office.folder, 'iis.db') };
  const { status, stderr } = spawnSync(process.execPath, [join(home, 'bin', 'iis.js'), ...args], {
    env,
    stdio: ['ignore', stdout, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(stdout);
  return { exit: status, stderr };
}

describe.skipIf(!existsSync(FULL))('an answer for which there is no room', () => {
  it.each([
    'list fins --json',
    'report year',
    'report year --csv',
    'export referrals',
    'referral show 99 --json',
    '--help',
  ])('is told in two sentences: iis %s', (line) => {
    const { exit, stderr } = onFullDisk(...line.split(' '));
    expect(exit).toBe(1);
    expect(stderr).toBe(
      'The answer could not be written whole. The disk that it goes to is full.\n' +
        'Free some room, then ask again. Whether something was saved is in iis history.\n',
    );
  });

  it('shows where it happened only when asked', () => {
    expect(onFullDisk('list', 'fins', '--debug').stderr).toMatch(/^ +at /m);
  });
});

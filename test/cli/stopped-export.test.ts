import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { makePast } from '../past.ts';
import { anyPast } from '../reports/public/any-past.ts';
import { home, newOffice } from './program.ts';

const office = newOffice();
afterAll(() => office.leave());

const names = (): string[] => readdirSync(office.folder).filter((name) => name.includes('.csv'));

/** Stops an export as soon as its file is begun, and tells how it ended. */
async function stopped(signal: NodeJS.Signals): Promise<number | null> {
  const line = ['export', 'referrals', '--out', join(office.folder, 'all.csv')];
  const child = spawn(process.execPath, [join(home, 'bin', 'iis.js'), ...line], {
    cwd: office.folder,
    env: { PATH: process.env.PATH, HOME: office.folder, IIS_DB: join(office.folder, 'iis.db') },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  while (names().length === 0) await soon();
  child.kill(signal);
  return ended;
}

it.skipIf(process.platform === 'win32')('an export that is stopped leaves no half file behind', async () => {
  await office.run(['settings', 'set', '--circuit', '13,19']);
  makePast(join(office.folder, 'iis.db'), anyPast(8, 3000));
  for (const [signal, exit] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    expect([signal, await stopped(signal), names()]).toEqual([signal, exit, []]);
  }
});

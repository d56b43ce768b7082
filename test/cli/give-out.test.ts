import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { makePast } from '../past.ts';
import { anyPast, anyYear } from '../reports/public/any-past.ts';
import { closedWorld, home, newOffice, type Office } from './program.ts';

const offices: Office[] = [];
afterAll(() => {
  for (const office of offices) office.leave();
});

const env = { IIS_NOW: anyYear.now };
const asked = ['report', 'fund', '--sfy', String(anyYear.sfy), '--public', '--json'];

/** An office with a year of made records. */
async function madeOffice(): Promise<Office & { file: string }> {
  const office = newOffice();
  offices.push(office);
  await office.run(['settings', 'set', '--circuit', '13,19']);
  const file = join(office.folder, 'iis.db');
  makePast(file, anyPast(4, 120));
  return { ...office, file };
}

const keptIn = (file: string): { circuits: string | null; report: string }[] => {
  const raw = new Sqlite(file, { readonly: true });
  try {
    return raw.prepare('select report, circuits from report_release order by id').all() as ReturnType<
      typeof keptIn
    >;
  } finally {
    raw.close();
  }
};

describe('a report for others', () => {
  it('given out by several at once is kept once, and other scopes each', async () => {
    const { run, file } = await madeOffice();
    const scopes = [[], [], ['--circuit', '13'], ['--circuit', '19']];
    const shown = await Promise.all(scopes.map((scope) => run([...asked, ...scope], { env })));
    expect(shown.map(({ exit }) => exit)).toEqual([0, 0, 0, 0]);
    expect(
      keptIn(file)
        .map(({ circuits }) => circuits)
        .toSorted(),
    ).toEqual(['[13]', '[19]', null]);
    const [one, other] = shown.map(({ stdout }) => JSON.parse(stdout));
    expect(one).toEqual(other);
  });

  it('is the same when nothing changed, and hides in the table what it hides in the JSON', async () => {
    const { run, file } = await madeOffice();
    const first = JSON.parse((await run(asked, { env })).stdout);
    const csv = (await run([...asked.slice(0, -1), '--csv'], { env })).stdout.trim().split('\r\n');
    expect(keptIn(file)).toHaveLength(1);
    expect(first.smallCells).toBe(10);
    const hidden = first.sections.flatMap((section: { rows: { hidden: string[] }[] }) =>
      section.rows.flatMap((row) => row.hidden),
    );
    expect(hidden.length).toBeGreaterThan(20);
    expect(csv.filter((line) => line.endsWith(',yes'))).toHaveLength(hidden.length);
  });

  it('that is killed on its way has shown nothing that was not kept', async () => {
    const { folder, file, run } = await madeOffice();
    const starts = [60, 150, 250, 350, 450, 600, 800, 1100];
    for (const wait of starts) {
      const child = spawn(process.execPath, [join(home, 'bin', 'iis.js'), ...asked, '--program', 'IIS'], {
        cwd: folder,
        env: { ...closedWorld(folder), ...env, IIS_DB: file, IIS_USER: 'kl' },
      });
      let shown = '';
      child.stdout.on('data', (text) => {
        shown += text;
      });
      const ended = new Promise((done) => child.on('close', done));
      await Promise.race([ended, after(wait)]);
      child.kill('SIGKILL');
      await ended;
      if (shown !== '') expect(keptIn(file)).toHaveLength(1);
    }
    await run([...asked, '--program', 'IIS'], { env });
    expect(keptIn(file)).toHaveLength(1);
  });

  it.skipIf(process.platform !== 'linux')('on a full disk shows nothing that was not kept', async () => {
    const { folder, file } = await madeOffice();
    const command = [process.execPath, join(home, 'bin', 'iis.js'), ...asked].map((part) => `'${part}'`);
    const { size } = await import('node:fs').then(({ statSync }) => statSync(file));
    for (const more of [0, 4, 40, 4000]) {
      const blocks = Math.ceil(size / 512) + more;
      const child = spawn('sh', ['-c', `ulimit -f ${blocks}; exec ${command.join(' ')}`], {
        cwd: folder,
        env: { ...closedWorld(folder), ...env, IIS_DB: file, IIS_USER: 'kl' },
      });
      let shown = '';
      child.stdout.on('data', (text) => {
        shown += text;
      });
      const exit = await new Promise((done) => child.on('close', done));
      const isShown = exit === 0 && shown.includes('sections');
      expect([exit, isShown, keptIn(file).length > 0]).toEqual(isShown ? [0, true, true] : [5, false, false]);
    }
  });

  it('is not made where it would be taken for one of an agency', async () => {
    const { run } = await madeOffice();
    const { exit, stdout } = await run(
      ['report', 'outcomes', '--sfy', '2022', '--by', 'agency', '--public', '--json'],
      { env },
    );
    expect([exit, JSON.parse(stdout).error.code]).toEqual([4, 'not_for_others']);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Office, onTerminal, told } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'iis-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let offices = 0;
let office: Office;
beforeEach(() => {
  offices += 1;
  office = { file: join(folder, `${offices}.db`) };
  told(office, 'settings', 'set', '--circuit', '13');
});

const table = (text: string): string => {
  const file = join(folder, 'list.csv');
  writeFileSync(file, text);
  return file;
};

const referrals = () => JSON.parse(told(office, 'list', 'referrals', '--json')) as Record<string, unknown>[];
const first = () => JSON.parse(told(office, 'referral', 'show', '1', '--json'));

for (const accessible of [false, true]) {
  describe(`a table of referrals, ${accessible ? 'read out' : 'on a screen'}`, () => {
    const known = 'Parent name,Child name,County\nDana Sample,Tom Sample,Boone\n';
    const asked = 'Parent name,Phone,Team,Worker\nDana Sample,573-555-0101,North,Lee\n';
    beforeEach(() => {
      office.accessible = accessible;
    });

    it('is taken in after a yes', async () => {
      const dialogue = onTerminal(office, 'import', 'referrals', table(known));
      await dialogue.answers('Take in 1 referral?', 'y');
      await dialogue.sees('Taken in: 1 referral (R26-0001)');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(referrals()).toHaveLength(1);
    });

    it('is left where somebody says no', async () => {
      const dialogue = onTerminal(office, 'import', 'referrals', table(known));
      await dialogue.answers('Take in 1 referral?', 'n');
      expect((await dialogue.ends()).exit).toBe(130);
      expect(referrals()).toEqual([]);
    });

    it('asks what a column is, and the next time it is known', async () => {
      const dialogue = onTerminal(office, 'import', 'referrals', table(asked));
      await dialogue.narrows('What is in the column “Phone”?', 'Submitter ph', 'Submitter phone');
      await dialogue.narrows('What is in the column “Team”?', 'Leave it', 'Leave it out');
      await dialogue.narrows('What is in the column “Worker”?', 'Keep it', 'Keep it as a note');
      await dialogue.answers('Take in 1 referral?', 'y');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(first().referral.submitter.phone).toBe('573-555-0101');
      expect(first().intake.leftovers).toEqual(['Worker: Lee']);
      const again = onTerminal(office, 'import', 'referrals', table(asked.replace('Dana', 'Pat')));
      await again.answers('Take in 1 referral?', 'y');
      expect((await again.ends()).exit).toBe(0);
      expect(referrals()).toHaveLength(2);
    });
  });
}

describe('a file that is there', () => {
  it('is replaced after a yes alone', async () => {
    const file = join(folder, 'out.csv');
    writeFileSync(file, 'old');
    const no = onTerminal(office, 'export', 'referrals', '--out', file);
    await no.answers('Replace it?', 'n');
    expect((await no.ends()).exit).toBe(130);
    expect(readFileSync(file, 'utf8')).toBe('old');
    const yes = onTerminal(office, 'export', 'referrals', '--out', file);
    await yes.answers('Replace it?', 'y');
    expect((await yes.ends()).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^\ufeffiis referral,/);
  });
});

describe('the FACES sheet', () => {
  const facts = ['--source', 'community', '--county', 'Boone', '--reason', 'Example', '--agrees', 'yes'];
  const people = ['--submitter', 'Ann Example', '--caregiver', 'Dana Sample'];

  it('is shown before the number is asked for, and keeps nothing without one', async () => {
    told(office, 'referral', 'add', ...facts, ...people);
    const open = onTerminal(office, 'referral', 'show', '1', '--faces');
    await open.sees('R26-0001  to key into FACES', 'Name: Dana Sample', 'Missing: Situation; Priority');
    await open.answers('Number that FACES gave', '');
    await open.sees('Nothing was kept.');
    expect((await open.ends()).exit).toBe(0);
    expect(first().referral.faces).toBeNull();
    const keyed = onTerminal(office, 'referral', 'faces', '1', '--private');
    await keyed.sees('Name: D. S.');
    await keyed.answers('Number that FACES gave', '4711');
    await keyed.sees('Kept with R26-0001: FACES number 4711');
    expect((await keyed.ends()).shown).not.toContain('Dana');
    expect(first().referral.faces).toEqual({ number: '4711', on: '2026-10-05' });
  });

  it('asks of denials that are not there yet', async () => {
    told(office, 'referral', 'add', ...facts, ...people);
    const criteria = ['situation', 'family_accepts', 'safety_assured', 'child_at_home', 'authorized'];
    told(
      office,
      'referral',
      'screen',
      '1',
      ...criteria.flatMap((one) => ['--answer', `${one}=yes`]),
      '--answer',
      'imminent_risk=no',
    );
    const dialogue = onTerminal(office, 'referral', 'show', '1', '--faces');
    await dialogue.sees('Denial');
    await dialogue.answers('Number that FACES gave', '4711');
    await dialogue.answers('Are the denials in FACES too?', 'y');
    await dialogue.sees('FACES number 4711 and the denial');
    expect((await dialogue.ends()).exit).toBe(0);
    expect(first().denials[0].facesOn).toBe('2026-10-05');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrowDown, type Office, onTerminal, told } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'iis-interviews-'));
const office: Office = { file: join(folder, 'iis.db') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  told(office, 'settings', 'set', '--circuit', '13');
  for (const name of ['Amra Hadžić', 'Dana Sample', 'Dana Example']) {
    const facts = ['--county', 'Boone', '--reason', 'Example', '--agrees', 'yes', '--spoken-on', '10/1/2026'];
    told(office, 'referral', 'add', '--source', 'division', '--caregiver', name, ...facts);
  }
});

describe('a referral named on a terminal', () => {
  it('that only sounds alike is offered, not taken', async () => {
    const dialogue = onTerminal(office, 'referral', 'show', 'hadzich');
    await dialogue.sees('Which one do you mean', 'Amra Hadžić', 'None of these');
    await dialogue.presses('', `${arrowDown}\r`);
    await dialogue.sees('Caregiver 1');
    expect((await dialogue.ends()).exit).toBe(0);
  });

  it('is chosen where several fit, or none of them', async () => {
    const dialogue = onTerminal(office, 'referral', 'show', 'dana', '--private');
    await dialogue.sees('Which one do you mean', 'D. S.', 'D. E.', 'None of these');
    await dialogue.presses('', `${arrowDown.repeat(3)}\r`);
    const { exit, shown } = await dialogue.ends();
    expect(exit).toBe(2);
    expect(shown).not.toContain('Sample');
  });
});

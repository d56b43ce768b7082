import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { filledForm } from '../forms/filled-form.ts';
import { ctrlC, type Office, onTerminal, told } from './terminal.ts';

/** A day’s mail on a terminal: it is shown, and one question is asked. */

const folder = mkdtempSync(join(tmpdir(), 'iis-interviews-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let offices = 0;
let office: Office;
let mail: string;
beforeEach(() => {
  offices += 1;
  office = { file: join(folder, `${offices}.db`) };
  mail = join(folder, `mail-${offices}`);
  mkdirSync(mail);
  told(office, 'settings', 'set', '--circuit', '13', '--name', 'Kim Sample');
  put('a.txt', formOf('Dana Alder', '6/21/1991'));
  put('b.txt', formOf('Lupe Birch', '2/3/1985'));
});

const formOf = (caregiver: string, caregiverBorn: string) =>
  filledForm({
    caregiver,
    caregiverBorn,
    child: `Tom ${caregiver}`,
    email: '',
    caregiverEmail: '',
    address: '',
  });
const put = (name: string, text: string) => writeFileSync(join(mail, name), text);
const kept = () => JSON.parse(told(office, 'referral', 'list', '--all', '--json')).length;

describe.each([
  ['drawn', false],
  ['for a screen reader', true],
])('a day’s mail, %s', (_, accessible) => {
  beforeEach(() => {
    office.accessible = accessible;
  });

  it('is saved whole by one yes', async () => {
    const dialogue = onTerminal(office, 'referral', 'add', '--from', mail);
    await dialogue.sees('2 forms: 2 new.', 'Dana Alder', 'Lupe Birch');
    expect(kept()).toBe(0);
    await dialogue.answers('Save all 2? No saves none.', 'y');
    await dialogue.sees('2 forms: 2 saved.', 'R26-0001', 'R26-0002');
    expect((await dialogue.ends()).exit).toBe(0);
    expect(kept()).toBe(2);
  });

  it.each([
    ['no', 'n\r'],
    ['Ctrl-C', ctrlC],
  ])('is not saved at all by %s', async (_, keys) => {
    const dialogue = onTerminal(office, 'referral', 'add', '--from', mail);
    await dialogue.presses('Save all 2? No saves none.', keys);
    const { exit, shown } = await dialogue.ends();
    expect({ exit, kept: kept() }).toEqual({ exit: 130, kept: 0 });
    expect(shown).toMatch(/[Nn]othing was saved/);
  });

  it('says what can’t be read, and leaves it out only where that is said', async () => {
    put('photo.txt', 'nothing of a form');
    const question = 'Save all 2, without the 1 that can’t be read? No saves none.';
    const first = onTerminal(office, 'referral', 'add', '--from', mail);
    // Enter alone is the safe answer.
    await first.answers(question, '');
    expect((await first.ends()).exit).toBe(130);
    expect(kept()).toBe(0);
    const second = onTerminal(office, 'referral', 'add', '--from', mail);
    await second.answers(question, 'y');
    expect((await second.ends()).exit).toBe(0);
    expect(kept()).toBe(2);
  });
});

describe('without a question', () => {
  it('--yes saves it, but leaves nothing out by itself', async () => {
    put('photo.txt', 'nothing of a form');
    expect((await onTerminal(office, 'referral', 'add', '--from', mail, '--yes').ends()).exit).toBe(2);
    expect(kept()).toBe(0);
    const skipping = onTerminal(office, 'referral', 'add', '--from', mail, '--yes', '--skip-unreadable');
    expect((await skipping.ends()).exit).toBe(0);
    expect(kept()).toBe(2);
  });

  it('what was taken in before is only told', async () => {
    await onTerminal(office, 'referral', 'add', '--from', mail, '--yes').ends();
    const { exit, shown } = await onTerminal(office, 'referral', 'add', '--from', mail).ends();
    expect(exit).toBe(0);
    expect(shown).toContain('2 forms: 2 taken in before.');
    expect(shown).not.toContain('Save');
  });

  it('initials stand in it with --private', async () => {
    const dialogue = onTerminal(office, 'referral', 'add', '--from', mail, '--private');
    await dialogue.answers('Save all 2?', 'n');
    expect((await dialogue.ends()).shown).not.toMatch(/Alder|Birch|[ab]\.txt/);
  });
});

describe.skipIf(process.platform === 'win32')('a file that takes its time', () => {
  it('shows how far it is, and takes that away', async () => {
    const pipe = join(mail, 'c.txt');
    execFileSync('mkfifo', [pipe]);
    const files = [pipe, join(mail, 'a.txt'), join(mail, 'b.txt')];
    // The clock has to run.
    const dialogue = onTerminal({ ...office, now: '' }, 'referral', 'add', '--from', ...files, '--yes');
    // A pipe is open once the program reads it, however long it took to start.
    const form = createWriteStream(pipe);
    await once(form, 'open');
    // The program's clock goes by whole seconds, and is silent within the first.
    await later(2500);
    form.end(formOf('Orla Cedar', '4/5/1979'));
    const { shown, exit } = await dialogue.ends();
    expect(exit).toBe(0);
    expect(shown).toContain('Reading file 1 of 3');
    expect(kept()).toBe(3);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, officesInFolder, onTerminal, told } from './terminal.ts';

const newOffice = officesInFolder();

let office: Office;
beforeEach(() => {
  office = newOffice();
  told(office, 'settings', 'set', '--circuit', '13');
  const family = ['--caregiver', 'Dana Sample', '--child', 'Tom Sample; 3/14/2015'];
  const facts = [
    '--county',
    'Boone',
    '--priority',
    'high',
    '--submitter',
    'Ann Example',
    '--source',
    'community',
  ];
  const said = ['--reason', 'Example', '--agrees', 'yes', '--spoken-on', '10/1/2026'];
  told(office, 'referral', 'add', ...family, ...facts, ...said);
});

const county = (): string => JSON.parse(told(office, 'referral', 'show', '1', '--json')).referral.county;

describe('undo on a terminal', () => {
  it('shows what it would take back, and does it only after a yes', async () => {
    told(office, 'referral', 'edit', '1', '--county', 'Callaway');
    const no = onTerminal(office, 'undo');
    await no.sees('referral edit', 'Referral R26-0001: county Boone → Callaway');
    await no.answers('Take action 3 back?', 'n');
    expect(await no.ends()).toMatchObject({ exit: 130, shown: expect.stringContaining('Left as it was.') });
    expect(county()).toBe('Callaway');
    const yes = onTerminal(office, 'undo');
    await yes.answers('Take action 3 back?', 'y');
    await yes.sees('Action 3 is taken back, as action 4. To have it again: iis undo 4');
    expect((await yes.ends()).exit).toBe(0);
    expect(county()).toBe('Boone');
  });

  it('asks why, for what somebody else did', async () => {
    told(office, 'specialist', 'add', '--code', 'ana', '--name', 'Ana Placeholder', '--as', 'jd');
    const dialogue = onTerminal(office, 'undo', '3');
    await dialogue.answers('Action 3 is jd’s. Why is it taken back?', 'not hired');
    await dialogue.answers('Take action 3 back?', 'y');
    expect((await dialogue.ends()).exit).toBe(0);
    expect(told(office, 'history', '--by', 'kim', '--last', '1')).toContain('Note: not hired');
  });
});

describe('an edit on a terminal', () => {
  it('is refused with both values where somebody else changed the same between the question and the save', async () => {
    const dialogue = onTerminal(office, 'referral', 'edit', '1');
    await dialogue.answers('Is this right?', 'Change');
    await dialogue.answers('Change which line?', '22');
    await dialogue.narrows('County (type to narrow):', 'cole', 'Cole');
    await dialogue.sees('Cole (circuit 19)');
    told(office, 'referral', 'edit', '1', '--county', 'Callaway', '--as', 'jd');
    await dialogue.answers('Is this right?', 'Save');
    await dialogue.sees('R26-0001 was changed since it was shown; nothing of yours was saved.');
    await dialogue.sees('County: you saw Boone, it is Callaway since action 3 (referral edit by jd');
    expect((await dialogue.ends()).exit).toBe(4);
    expect(county()).toBe('Callaway');
  });

  it('is saved where they changed something else', async () => {
    const dialogue = onTerminal(office, 'referral', 'edit', '1');
    await dialogue.answers('Is this right?', 'Change');
    await dialogue.answers('Change which line?', '22');
    await dialogue.narrows('County (type to narrow):', 'cole', 'Cole');
    await dialogue.sees('Cole (circuit 19)');
    told(office, 'referral', 'edit', '1', '--priority', 'moderate', '--as', 'jd');
    await dialogue.answers('Is this right?', 'Save');
    expect((await dialogue.ends()).exit).toBe(0);
    expect(JSON.parse(told(office, 'referral', 'show', '1', '--json')).referral).toMatchObject({
      county: 'Cole',
      priority: 'moderate',
    });
  });
});

describe('a reason on a terminal', () => {
  it('says what follows before it is confirmed, and after', async () => {
    const dialogue = onTerminal(office, 'referral', 'close', '1', '--reason', 'family_unwilling');
    await dialogue.answers('again after 30 days, from Nov 4, 2026.', 'y');
    await dialogue.sees('Ask again from Nov 4, 2026.');
    expect((await dialogue.ends()).exit).toBe(0);
  });
});

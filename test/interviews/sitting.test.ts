import { beforeEach, describe, expect, it } from 'vitest';
import type { DueKind } from '../../src/rules/due/due.ts';
import { busyOffice } from '../busy-office.ts';
import { arrowDown, ctrlC, type Office, officesInFolder, onTerminal, told } from './terminal.ts';

const newOffice = officesInFolder();

let office: Office;
beforeEach(() => {
  office = newOffice();
  told(office, 'settings', 'set', '--circuit', '13');
});

const refer = (name: string, priority: string): void => {
  const family = ['--caregiver', name, '--child', `Tom ${name}; 3/14/2015`];
  const facts = [
    '--county',
    'Boone',
    '--priority',
    priority,
    '--situation',
    'neglect',
    '--reason',
    'Example',
  ];
  const said = ['--agrees', 'yes', '--spoken-on', '10/1/2026', '--submitter', 'Ann Example'];
  told(office, 'referral', 'add', '--source', 'community', ...family, ...facts, ...said);
};

const kinds = (): string[] =>
  (JSON.parse(told(office, 'today', '--json')) as { kind: string; id: string }[]).map(
    ({ kind, id }) => `${kind} ${id}`,
  );

const question = 'What do you do now?';

describe('iis alone, on a terminal', () => {
  it('breaks a choice that is longer than a line between words, and what it says of it', async () => {
    refer('Dana Sample', 'imminent');
    refer('Maximiliana-Alexandrina Sample-Examplesworth', 'imminent');
    const dialogue = onTerminal({ ...office, now: '2026-10-12T14:00:00Z' });
    await dialogue.sees(question, 'The next one: Contact the submitter · R26-0001 · Dana Sample · OVERDUE\n');
    await dialogue.sees(
      'Contact the submitter · R26-0002 · Maximiliana-Alexandrina\n  Sample-Examplesworth · OVERDUE\n',
    );
    await dialogue.presses('Stop', arrowDown);
    await dialogue.presses('❯ Contact the submitter · R26-0002 · Maximiliana-Alexandrina\n', ctrlC);
    await dialogue.ends();
  });

  it('does one thing after the other, from a sheet that is made anew each time', async () => {
    refer('Dana Sample', 'imminent');
    refer('Lee Example', 'high');
    const dialogue = onTerminal(office);
    await dialogue.sees('4 things are due', 'Contact the submitter', 'Dana Sample, imminent');
    await dialogue.sees(question, 'The next one: Contact the submitter · R26-0001');
    await dialogue.presses('Stop', '\r');
    await dialogue.answers('How did the contact with the submitter go?', 'Reached');
    await dialogue.sees('Submitter reached. Kept with R26-0001.', 'Screen the family');
    await dialogue.answers(question, 'Enter the referral into FACES · R26-0002');
    await dialogue.answers('Number that FACES gave', '4711');
    await dialogue.sees('FACES number 4711', '3 things are due');
    await dialogue.answers(question, 'Stop');
    expect((await dialogue.ends()).exit).toBe(0);
    expect(kinds()).toEqual([
      'contact_submitter R26-0002',
      'screen_family R26-0001',
      'faces_referral R26-0001',
    ]);
  });

  it('comes back to the sheet when a question is broken off, and is left without a word', async () => {
    refer('Dana Sample', 'imminent');
    const dialogue = onTerminal(office);
    await dialogue.presses(question, '\r');
    await dialogue.presses('How did the contact with the submitter go?', ctrlC);
    await dialogue.sees('Nothing was saved.', '2 things are due');
    await dialogue.presses(question, ctrlC);
    const { exit, shown } = await dialogue.ends();
    expect(exit).toBe(130);
    expect(shown.match(/Nothing was saved/g)).toHaveLength(1);
    expect(kinds()).toEqual(['contact_submitter R26-0001', 'faces_referral R26-0001']);
  });

  it('asks first where a command would save at once, and shows initials where others can see', async () => {
    refer('Dana Sample', 'imminent');
    const criteria = ['situation', 'family_accepts', 'safety_assured', 'child_at_home', 'authorized'];
    const yes = criteria.flatMap((one) => ['--answer', `${one}=yes`]);
    told(office, 'referral', 'contact', '1', '--outcome', 'reached');
    told(office, 'referral', 'screen', '1', ...yes, '--answer', 'imminent_risk=no');
    told(office, 'referral', 'faces', '1', '--number', '4711');
    const dialogue = onTerminal(office, '--private');
    await dialogue.sees('2 things are due', 'D. S., imminent');
    await dialogue.presses(question, '\r');
    await dialogue.answers('Is FCS offered to the family today?', 'n');
    await dialogue.answers(question, 'Enter the denial');
    await dialogue.answers('Was it entered into FACES today?', 'y');
    await dialogue.sees('1 thing is due');
    await dialogue.presses(question, '\r');
    await dialogue.answers('Is FCS offered to the family today?', 'y');
    await dialogue.sees('FCS offered', 'nothing is due');
    const { exit, shown } = await dialogue.ends();
    expect(exit).toBe(0);
    expect(shown).not.toContain('Dana');
  });
});

/** The first question of what each kind of thing is done with; what has none shows something and comes back. */
const firstQuestion: Partial<Record<DueKind, string>> = {
  contact_submitter: 'How did the contact with the submitter go?',
  fins_review: 'How great is the risk now?',
  place_family: 'Assign',
  facts_missing: 'Is this right?',
  screen_family: 'Is there child abuse or neglect',
  tapa_refer: 'Which referral was made for T0001?',
  tapa_ends: 'On which day did the TAPA end?',
  tapa_written: 'On which day was the TAPA put in writing?',
  tapa_date: 'Is this right?',
  list_family: 'What does the family need?',
  fcs_answer: 'What did the family say',
  close_referral: 'What is the reason?',
  ask_again: 'How did the contact with the submitter go?',
  faces_referral: 'Number that FACES gave',
  draft: 'What now?',
};

describe.each([false, true])('what is left with Ctrl-C in the middle (accessible: %s)', (accessible) => {
  it('stays due, whatever kind of thing it is', async () => {
    const busy = await busyOffice();
    office = { file: busy.file, now: busy.now, accessible };
    told(office, 'today');
    const before = kinds();
    const dialogue = onTerminal(office, '--private');
    for (const [kind, asked] of Object.entries(firstQuestion)) {
      const { what, id } = busy.due.find((due) => due.kind === kind)!;
      await dialogue.narrows(question, `${what} · ${id}`, `${what} · ${id}`);
      await dialogue.presses(asked, ctrlC);
    }
    await dialogue.presses(question, ctrlC);
    const { exit, shown } = await dialogue.ends();
    expect(exit).toBe(130);
    expect(shown).not.toMatch(/Dana|Pat Sample|Tom /);
    expect(kinds()).toEqual(before);
  });
});

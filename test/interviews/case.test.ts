import { beforeEach, describe, expect, it } from 'vitest';
import { referTo, screenAt } from './families.ts';
import { type Office, officesInFolder, onTerminal, told } from './terminal.ts';

const newOffice = officesInFolder();

let office: Office;

const eligible = (id: string, name: string): void => {
  referTo(office, name);
  screenAt(office, id);
};

const json = (...args: string[]) => JSON.parse(told(office, ...args, '--json'));

describe.each([
  { screen: 'a drawn', accessible: false },
  { screen: 'an accessible', accessible: true },
])('a case on $screen screen', ({ accessible }) => {
  beforeEach(() => {
    office = { ...newOffice(), accessible };
    told(office, 'settings', 'set', '--circuit', '13');
    told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample', '--program', 'IIS');
    for (const [i, name] of ['Dana Sample', 'Lee Example', 'Pat Fictional'].entries())
      eligible(String(i + 1), name);
    told(office, 'match', '--yes');
    told(office, 'case', 'seen', '1', '--at', 'now');
  });

  it('that is not accepted offers the list and FCS, and then the plan for the place', async () => {
    const dialogue = onTerminal(office, 'case', 'decline', '1');
    await dialogue.answers('What is the reason?', 'Safety');
    await dialogue.answers('Note (Enter: none):', '');
    await dialogue.answers('Hours spent on the screening?', '2:30');
    await dialogue.answers('Decline case C26-0001?', 'y');
    await dialogue.answers('What is next for this family?', 'Both');
    await dialogue.answers('What does the family need most?', '');
    await dialogue.sees('on the FINS list, FCS offered', 'R26-0003 (high)');
    await dialogue.answers('Look at the plan now?', 'y');
    await dialogue.answers('Assign R26-0003 to kim now?', 'y');
    expect((await dialogue.ends()).exit).toBe(0);
    expect(json('case', 'show', '1')).toMatchObject({ status: 'not_accepted', screeningHours: 2.5 });
    expect(json('referral', 'show', '3').referral.status).toBe('assigned');
  });

  it('is closed question by question', async () => {
    told(office, 'case', 'accept', '1');
    const dialogue = onTerminal(office, 'case', 'close', '1');
    await dialogue.answers('What is the reason?', 'The goals');
    await dialogue.answers('Note (Enter: none):', '');
    await dialogue.answers('Is the family together at the end?', 'Yes');
    await dialogue.answers('Where does Tom Dana Sample live at the end?', 'With a relative');
    await dialogue.answers('Was child abuse or neglect confirmed during the service?', 'Not known yet');
    await dialogue.answers('Which follow-up services were arranged?', 'family therapy');
    await dialogue.answers('Close case C26-0001?', 'y');
    await dialogue.answers('Look at the plan now?', 'n');
    expect((await dialogue.ends()).exit).toBe(0);
    expect(json('case', 'show', '1')).toMatchObject({
      status: 'closed',
      intact: true,
      abuse: null,
      children: [{ whereabouts: 'relative' }],
      followUpServices: 'family therapy',
    });
  });
});

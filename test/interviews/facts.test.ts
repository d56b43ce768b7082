import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { referTo, screenAt } from './families.ts';
import { ctrlC, type Office, officesInFolder, onTerminal, told } from './terminal.ts';

const newOffice = officesInFolder();

let office: Office;

const json = (...args: string[]) => JSON.parse(told(office, ...args, '--json'));

const eligible = (id: string, name: string): void => {
  referTo(office, name);
  screenAt(office, id);
};

const anOffice = (): void => {
  office = newOffice();
  told(office, 'settings', 'set', '--circuit', '13');
};

/** One case that is closed, one family with an offer of FCS. */
const served = (): void => {
  anOffice();
  told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample', '--program', 'IIS');
  for (const [i, name] of ['Dana Sample', 'Lee Example'].entries()) eligible(String(i + 1), name);
  told(office, 'match', '1', '--yes');
  told(office, 'case', 'seen', '1', '--at', 'now');
  told(office, 'case', 'accept', '1');
  const end = ['--reason', 'goals_met', '--intact', 'yes', '--whereabouts', 'home'];
  told(office, 'case', 'close', '1', ...end);
  told(office, 'fcs', 'offer', '2');
  office = { ...office, now: '2027-01-20T14:00:00Z' };
};

describe.each([
  { screen: 'a drawn', accessible: false },
  { screen: 'an accessible', accessible: true },
])('Enter alone on $screen screen', ({ accessible }) => {
  beforeAll(served);
  beforeEach(() => {
    office = { ...office, accessible };
  });

  const insists = 'Choose an answer first.';

  it('says nothing about a family that was not said, and nothing is saved without a yes', async () => {
    const dialogue = onTerminal(office, 'case', 'followup', '1');
    await dialogue.answers('Was the family reached?', '');
    await dialogue.sees(insists);
    await dialogue.answers(accessible ? 'Number or words' : 'Was the family reached?', 'Yes');
    await dialogue.answers('neglect confirmed since the closing?', '');
    await dialogue.sees(insists);
    await dialogue.answers(accessible ? 'Number or words' : 'neglect confirmed', 'No');
    await dialogue.answers('Was a child placed', 'Yes');
    await dialogue.answers('When was the child placed?', '');
    await dialogue.answers('follow-up after 3 months, reached; a child was placed.', '');
    await dialogue.sees('Left as it was.');
    expect((await dialogue.ends()).exit).toBe(130);
    expect(json('case', 'show', '1').followUps).toEqual([]);
  });

  it('confirms no abuse, and answers for no family', async () => {
    const abuse = onTerminal(office, 'case', 'abuse', '1');
    await abuse.answers('confirmed during the service?', '');
    await abuse.sees(insists);
    await abuse.answers(accessible ? 'Number or words' : 'confirmed during', 'No');
    await abuse.answers('Save this? C26-0001: no abuse or neglect was confirmed', '');
    expect((await abuse.ends()).exit).toBe(130);
    expect(json('case', 'show', '1').abuse).toBeNull();

    const fcs = onTerminal(office, 'fcs', 'answer', '2');
    await fcs.answers('What did the family say', '');
    await fcs.sees(insists);
    await fcs.answers(accessible ? 'Number or words' : 'What did the family say', 'Declined');
    await fcs.answers('Save this? R26-0002: FCS declined on Jan 20, 2027.', 'y');
    expect((await fcs.ends()).exit).toBe(0);
    told(office, 'undo', '--yes');
  });

  it('at a question with yes or no does what the capital letter says, and ? says how to answer', async () => {
    const dialogue = onTerminal(office, 'fins', 'remove', '2', '--reason', 'need_met');
    expect((await dialogue.ends()).shown).toContain('R26-0002 is not on the Families in Need');
    told(office, 'fins', 'add', '2');
    const removing = onTerminal(office, 'fins', 'remove', '2', '--reason', 'need_met');
    await removing.answers('Take R26-0002 off the FINS list?', '?');
    await removing.sees('Ctrl-C stops.');
    await removing.answers('Take R26-0002 off the FINS list?', '<');
    await removing.sees('Type yes or no.');
    await removing.answers('Take R26-0002 off the FINS list?', '');
    await removing.sees('Left as it was.');
    expect((await removing.ends()).exit).toBe(130);
    told(office, 'undo', '--yes');
  });
});

describe('what can’t be done', () => {
  beforeAll(served);

  it.each([
    ['case followup 1 --month 12', 'is not due before'],
    ['case seen 1', 'has ended already'],
    ['case decline 1', 'has ended already'],
    ['case extend 1', 'has ended already'],
    ['case settle 1', 'Nothing in case C26-0001 waits'],
    ['case goal 1 --number 3', 'has no goal 3'],
    ['fund request 2', 'has no open case'],
    ['referral close 1', 'R26-0001 is closed'],
    ['fins remove 2', 'is not on the Families in Need'],
    ['fins review 2', 'is not on the Families in Need'],
    ['fins add 1', 'R26-0001 is closed'],
    ['fcs answer 1', 'no open offer'],
  ])('is refused before anything is asked: iis %s', async (command, refusal) => {
    const { shown } = await onTerminal(office, ...command.split(' ')).ends();
    expect(shown).toContain(refusal);
    expect(shown).not.toMatch(/^\? /m);
  });

  it('is not offered where no family is named', async () => {
    const answering = onTerminal(office, 'fcs', 'answer');
    await answering.presses('R26-0002', ctrlC);
    expect((await answering.ends()).shown).not.toContain('R26-0001');
    const { shown } = await onTerminal(office, 'fins', 'remove').ends();
    expect(shown).toContain('No family is on the list.');
  });

  it('is refused with a reason that is none before it is confirmed', async () => {
    const { exit, shown } = await onTerminal(office, 'referral', 'close', '2', '--reason', 'nope').ends();
    expect([exit, shown]).toEqual([2, expect.stringContaining('“nope” is not a reason')]);
    expect(shown).not.toContain('Close R26-0002?');
  });
});

it('a list that is longer than what is shown says that there is more', async () => {
  anOffice();
  const dialogue = onTerminal(office, 'tapa', 'add');
  await dialogue.answers('What is the family called?', 'Dana Sample');
  await dialogue.answers('On which day was the TAPA made?', '10/2/2026');
  await dialogue.answers('On which day was it put in writing?', '');
  await dialogue.presses('(more: ↓, or type to narrow them)', ctrlC);
  expect((await dialogue.ends()).exit).toBe(130);
});

describe('the walk down the FINS list', () => {
  beforeEach(() => {
    anOffice();
    for (const [i, name] of ['Dana Sample', 'Lee Example'].entries()) {
      eligible(String(i + 1), name);
      told(office, 'fins', 'add', String(i + 1));
    }
    office = { ...office, now: '2026-10-12T14:00:00Z' };
  });

  const keeps = async (dialogue: ReturnType<typeof onTerminal>, note: string): Promise<void> => {
    await dialogue.answers('How great is the risk now?', 'Moderate');
    await dialogue.answers('What changed since the last look?', note);
    await dialogue.presses('What is to be done?', 'Keep');
  };

  it('says on Ctrl-C what is saved and what is still due', async () => {
    const dialogue = onTerminal(office, 'fins', 'review');
    await keeps(dialogue, 'An aunt helps.');
    await dialogue.presses('❯ Keep', '\r');
    await dialogue.presses('How great is the risk now?', ctrlC);
    await dialogue.sees('Stopped. 1 review is saved; R26-0002 is still due.');
    expect((await dialogue.ends()).exit).toBe(130);
  });

  it('goes on where a family left the list while it was on the screen, and shows what was typed', async () => {
    const dialogue = onTerminal(office, 'fins', 'review');
    await keeps(dialogue, 'An aunt helps.');
    await dialogue.sees('❯ Keep');
    told(office, 'fins', 'remove', '1', '--reason', 'need_met');
    await dialogue.presses('', '\r');
    await dialogue.sees('R26-0001 is not on the Families in Need of Services list.');
    await dialogue.sees('Your answers: risk moderate, keep, “An aunt helps.”.', 'Lee Example');
    await dialogue.presses('How great is the risk now?', ctrlC);
    expect((await dialogue.ends()).exit).toBe(130);
  });

  it('never overwrites the review of somebody else: it shows it, and asks again', async () => {
    const dialogue = onTerminal(office, 'fins', 'review');
    await keeps(dialogue, 'An aunt helps.');
    await dialogue.sees('❯ Keep');
    const theirs = ['--decision', 'keep', '--priority', 'imminent', '--note', 'father is back'];
    told(office, 'fins', 'review', '1', ...theirs, '--as', 'lee');
    await dialogue.presses('', '\r');
    await dialogue.sees('R26-0001 was reviewed since it was shown; nothing of yours was saved.');
    await dialogue.sees('lee, Oct 12, 2026', 'keep, risk imminent, “father is back”');
    await dialogue.sees('Your answers: risk moderate', 'Dana Sample', 'Decided then');
    await dialogue.presses('How great is the risk now?', 'Skip');
    await dialogue.presses('❯ Skip', '\r');
    await dialogue.presses('Lee Example', ctrlC);
    await dialogue.ends();
    expect(json('list', 'fins')).toMatchObject([{ referral: 'R26-0002' }, { priority: 'imminent' }]);
  });

  it('of one family is refused when somebody else has reviewed it meanwhile', async () => {
    const dialogue = onTerminal(office, 'fins', 'review', '1');
    await keeps(dialogue, 'An aunt helps.');
    await dialogue.sees('❯ Keep');
    told(office, 'fins', 'review', '1', '--decision', 'keep', '--priority', 'imminent');
    await dialogue.presses('', '\r');
    await dialogue.sees('“An aunt helps.”', 'was reviewed since it was shown');
    expect((await dialogue.ends()).exit).toBe(4);
  });
});

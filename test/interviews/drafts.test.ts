import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { referTo, screenAt } from './families.ts';
import { ctrlC, type Dialogue, type Office, officesInFolder, onTerminal, told } from './terminal.ts';

const newOffice = officesInFolder();

let office: Office;
beforeEach(() => {
  office = newOffice();
  told(office, 'settings', 'set', '--circuit', '13');
});

const json = (...args: string[]) => JSON.parse(told(office, ...args, '--json'));

const later = (): Office => ({ ...office, now: '2026-10-05T16:00:00Z' });

/** What the sheet of the day tells to go on with. */
const toGoOnWith = (): string[] =>
  json('today')
    .filter(({ kind }: { kind: string }) => kind === 'draft')
    .map(({ command }: { command: string }) => command);

/** Stops at a question, and returns what is shown then. */
async function stopsAt(dialogue: Dialogue, question: string): Promise<string> {
  await dialogue.presses(question, ctrlC);
  const { exit, shown } = await dialogue.ends();
  expect(exit).toBe(130);
  return shown.replace(/\s+/g, ' ');
}

const answersYes = async (dialogue: Dialogue, question: string, note = ''): Promise<void> => {
  await dialogue.answers(question, 'Yes');
  await dialogue.answers('Note (Enter', note);
};

const [first, second, ...others] = [
  'Is there child abuse or neglect',
  'placed out of the home within 48 hours',
  'Has the family been spoken to',
  'reasonably safe?',
  'live at home?',
  'Do you authorize this family',
] as const;

describe.each([
  { screen: 'a drawn', accessible: false },
  { screen: 'an accessible', accessible: true },
])('an interview that is broken off on $screen screen', ({ accessible }) => {
  beforeEach(() => {
    office = { ...office, accessible };
  });

  it('a screening is gone on with where it was left, with its notes', async () => {
    referTo(office, 'Dana Sample');
    const begun = onTerminal(office, 'referral', 'screen', '1');
    await answersYes(begun, first, 'seen by the worker');
    expect(await stopsAt(begun, second)).toContain(
      'kept as a draft. Go on with: iis referral screen R26-0001',
    );
    expect(json('referral', 'show', '1').referral.status).toBe('received');
    expect(toGoOnWith()).toEqual(['iis referral screen R26-0001']);

    const again = onTerminal(later(), 'referral', 'screen', '1');
    await again.sees('A screening of R26-0001 was begun on Oct 5', '“Criteria, imminent risk');
    await again.answers('What now?', 'Go on');
    for (const question of [second, ...others]) await answersYes(again, question);
    await again.sees('seen by the worker', 'the family is eligible');
    await again.answers('Is this right?', 'Save');
    expect((await again.ends()).exit).toBe(0);
    expect(json('referral', 'show', '1').referral.status).toBe('eligible');
    expect(toGoOnWith()).toEqual([]);
  });

  it('a screening that is kept for later on its last page is taken up there', async () => {
    referTo(office, 'Dana Sample');
    const begun = onTerminal(office, 'referral', 'screen', '1');
    for (const question of [first, second, ...others]) await answersYes(begun, question);
    await begun.answers('Is this right?', 'Keep');
    expect((await begun.ends()).exit).toBe(130);
    const again = onTerminal(later(), 'referral', 'screen', '1');
    await again.answers('What now?', 'Go on');
    await again.answers('Is this right?', 'Throw');
    expect((await again.ends()).shown).toContain('Thrown away. Nothing was saved.');
    expect(toGoOnWith()).toEqual([]);
    expect(json('referral', 'show', '1').referral.status).toBe('received');
  });

  it('a screening that somebody else has made meanwhile is told, and asked again where the two differ', async () => {
    referTo(office, 'Dana Sample');
    const begun = onTerminal(office, 'referral', 'screen', '1');
    for (const question of [first, second, ...others]) await answersYes(begun, question);
    await begun.answers('Is this right?', 'Keep');
    await begun.ends();
    const answers = ['--answer', 'safety_assured=no', '--note', 'safety_assured=the father is back'];
    told(office, 'referral', 'screen', '1', '--as', 'MX', '--answer', 'authorized=no', ...answers);

    const again = onTerminal(later(), 'referral', 'screen', '1');
    await again.answers('What now?', 'Go on');
    await again.answers('Is this right?', 'Save');
    await again.sees('was changed since it was shown, by action', 'by MX, Oct 5', 'nothing of yours');
    await again.sees('safety assured: no, “the father is back”; you: yes', 'authorized: no; you: yes');
    await again.sees('by MX: no – the father is back. You');
    await again.presses('reasonably safe?', ctrlC);
    await again.ends();
    expect(json('referral', 'show', '1').referral.status).toBe('not_eligible');

    const last = onTerminal(later(), 'referral', 'screen', '1', '--private');
    await last.answers('What now?', 'Go on');
    await last.answers('Is this right?', 'Save');
    await last.answers('reasonably safe?', 'No');
    await last.presses('Note', '\r');
    await last.answers('Do you authorize this family', 'Yes');
    await last.answers('Note', '');
    await last.answers('Is this right?', 'Save');
    const { exit, shown } = await last.ends();
    expect(exit).toBe(0);
    expect(shown).not.toContain('father');
    const { criteria, by } = json('referral', 'show', '1').screenings.at(-1);
    expect(by).toBe('kim');
    expect(criteria.filter((one: { answer: string }) => one.answer === 'no')).toMatchObject([
      { id: 'safety_assured', note: 'the father is back' },
    ]);
    expect(toGoOnWith()).not.toContain('iis referral screen R26-0001');
  });

  it('a screening goes on with the questions of the program that the family is referred for by then', async () => {
    referTo(office, 'Dana Sample');
    const begun = onTerminal(office, 'referral', 'screen', '1');
    for (const question of [first, second]) await answersYes(begun, question);
    await begun.answers(others[0]!, 'No');
    await begun.answers('Note (Enter: none):', 'as told');
    await stopsAt(begun, others[1]!);
    told(office, 'referral', 'edit', '1', '--program', 'IFRS');

    const again = onTerminal(later(), 'referral', 'screen', '1');
    await again.answers('What now?', 'Go on');
    await again.sees('R26-0001 is referred for IFRS now: its questions are asked');
    await answersYes(again, 'Is at least one child');
    await stopsAt(again, 'Without intensive help');
    const last = onTerminal(later(), 'referral', 'screen', '1');
    await last.answers('What now?', 'Go on');
    for (const question of ['Without intensive help', 'With it, is there', 'Is the circuit in'])
      await answersYes(last, question);
    // What was answered for IIS stands there, to be looked at.
    await last.presses('does it agree to the service', '\r');
    await last.keeps('Note (Enter keeps it):', 'as told');
    for (const question of ['reasonably safe?', 'Do you authorize this family'])
      await answersYes(last, question);
    await last.answers('Is this right?', 'Save');
    expect((await last.ends()).exit).toBe(0);
    const { criteria, program } = json('referral', 'show', '1').screenings.at(-1);
    expect(program).toBe('IFRS');
    expect(criteria).toHaveLength(7);
    expect(criteria[4]).toMatchObject({ id: 'family_accepts', answer: 'no', note: 'as told' });
    expect(toGoOnWith()).toEqual([]);
  });

  it('of a referral that ended meanwhile nothing is left to do', async () => {
    referTo(office, 'Dana Sample');
    const begun = onTerminal(office, 'referral', 'screen', '1');
    await answersYes(begun, first);
    await stopsAt(begun, second);
    told(office, 'referral', 'withdraw', '1', '--reason', 'family_unwilling', '--yes');
    expect(toGoOnWith()).toEqual([]);
  });

  it('what a case stands in the way of is not told to be gone on with while it does', async () => {
    referTo(office, 'Dana Sample');
    const begun = onTerminal(office, 'referral', 'screen', '1');
    await answersYes(begun, first);
    await stopsAt(begun, second);
    told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample');
    screenAt(office, '1');
    expect(toGoOnWith()).toEqual(['iis referral screen R26-0001']);
    told(office, 'match', '--yes');
    expect(toGoOnWith()).toEqual([]);
    const request = onTerminal(office, 'fund', 'request', '1');
    await request.answers('What is the money for?', 'Rent');
    await stopsAt(request, 'What exactly');
    expect(toGoOnWith()).toEqual(['iis fund request R26-0001']);
    const declined = ['--reason', 'family_unwilling', '--screening-hours', '2'];
    told(office, 'case', 'decline', '1', ...declined, '--yes');
    expect(toGoOnWith()).not.toContain('iis fund request R26-0001');
  });

  it('a new specialist', async () => {
    const begun = onTerminal(office, 'specialist', 'add');
    await begun.answers('Full name:', 'Robin Sample');
    await begun.keeps('Short code, such as kim:', 'robin');
    await begun.answers('Agency:', 'Example Family Services');
    expect(await stopsAt(begun, 'Supervisor:')).toContain('Go on with: iis specialist add');
    expect(json('list', 'specialists')).toEqual([]);

    const again = onTerminal(later(), 'specialist', 'add');
    await again.sees('A specialist, Robin Sample, was begun on Oct 5');
    await again.answers('What now?', 'Go on');
    await again.answers('Supervisor:', '');
    await again.answers('Which program do they work for?', 'IIS');
    await again.keeps('Circuits they serve, by number or county:', '13');
    await again.answers('Only some counties?', '');
    await again.keeps('Languages they speak:', 'English');
    await again.answers('take as well?', '');
    await again.answers('Phone:', '');
    await again.answers('Email:', '');
    await again.answers('Is this right?', 'Save');
    expect((await again.ends()).exit).toBe(0);
    expect(json('list', 'specialists')).toMatchObject([{ code: 'robin', agency: 'Example Family Services' }]);
    expect(toGoOnWith()).toEqual([]);
  });

  it('a new specialist, of whom flags told something: that is not asked then either', async () => {
    const begun = onTerminal(office, 'specialist', 'add', '--name', 'Robin Sample', '--language', 'es');
    await begun.keeps('Short code, such as kim:', 'robin');
    await stopsAt(begun, 'Agency:');
    for (const [question, answer, next] of [
      ['Agency:', '', 'Supervisor:'],
      ['Supervisor:', '', 'Which program do they work for?'],
    ] as const) {
      const again = onTerminal(office, 'specialist', 'add');
      await again.answers('What now?', 'Go on');
      await again.answers(question, answer);
      await stopsAt(again, next);
    }
    const last = onTerminal(later(), 'specialist', 'add');
    await last.answers('What now?', 'Go on');
    await last.answers('Which program do they work for?', 'IIS');
    await last.keeps('Circuits they serve, by number or county:', '13');
    await last.answers('Only some counties?', '');
    await last.answers('take as well?', '');
    await last.answers('Phone:', '');
    await last.answers('Email:', '');
    await last.answers('Is this right?', 'Save');
    const { exit, shown } = await last.ends();
    expect(exit).toBe(0);
    expect(shown).not.toContain('Languages they speak:');
    expect(json('list', 'specialists')).toMatchObject([{ code: 'robin', languages: ['es'] }]);
  });

  it('a TAPA', async () => {
    const begun = onTerminal(office, 'tapa', 'add');
    await begun.answers('What is the family called?', 'Dana Sample');
    expect(await stopsAt(begun, 'On which day was the TAPA made?')).toContain('Go on with: iis tapa add');
    const again = onTerminal(later(), 'tapa', 'add');
    await again.sees('A TAPA with the family of Dana Sample was begun on Oct 5');
    await again.answers('What now?', 'Go on');
    await again.answers('On which day was the TAPA made?', '10/2/2026');
    await again.answers('On which day was it put in writing?', '');
    await again.narrows('County (type to narrow):', 'boone', 'Boone');
    await again.answers('Who negotiated it?', '');
    await again.answers('Is this right?', 'Note this TAPA');
    expect((await again.ends()).exit).toBe(0);
    expect(toGoOnWith()).toEqual([]);
  });

  it('a request to the fund', async () => {
    referTo(office, 'Dana Sample');
    told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample');
    screenAt(office, '1');
    told(office, 'match', '--yes');
    const begun = onTerminal(office, 'fund', 'request', '1');
    await begun.answers('What is the money for?', 'Rent');
    await begun.answers('What exactly', 'October rent');
    expect(await stopsAt(begun, 'How much, in dollars?')).toContain('Go on with: iis fund request R26-0001');
    const again = onTerminal(later(), 'fund', 'request', '1');
    await again.sees('A request to the fund for R26-0001 was begun on Oct 5');
    await again.answers('What now?', 'Go on');
    await again.answers('How much, in dollars?', '412.50');
    await again.answers('Why would it avert the removal of a child?', 'They would lose the home.');
    await again.answers('Which other resources were tried?', 'the church');
    await again.answers('Who asks?', '');
    await again.answers('When was it asked for?', '');
    await again.sees('October rent', '$412.50');
    await again.answers('Is this right?', 'Save');
    expect((await again.ends()).exit).toBe(0);
    expect(toGoOnWith()).toEqual([]);
  });
});

describe('a draft that two go on with', () => {
  /** A request to the fund that was begun, and two windows in which it is gone on with. */
  async function inTwoWindows(): Promise<[Dialogue, Dialogue]> {
    referTo(office, 'Dana Sample');
    told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample');
    screenAt(office, '1');
    told(office, 'match', '--yes');
    const begun = onTerminal(office, 'fund', 'request', '1');
    await begun.answers('What is the money for?', 'Rent');
    await begun.answers('What exactly', 'October rent');
    await begun.answers('How much, in dollars?', '412.50');
    await begun.answers('Why would it avert the removal of a child?', 'They would lose the home.');
    await begun.answers('Which other resources were tried?', 'the church');
    await begun.answers('Who asks?', '');
    await begun.answers('When was it asked for?', '');
    await begun.answers('Is this right?', 'Keep');
    await begun.ends();
    const one = onTerminal(later(), 'fund', 'request', '1');
    const other = onTerminal(later(), 'fund', 'request', '1', '--as', 'MX');
    await one.answers('What now?', 'Go on');
    await other.answers('What now?', 'Go on');
    return [one, other];
  }

  const asked = () => json('fund', 'list', '--all').length;

  const refused = async (dialogue: Dialogue): Promise<string> => {
    const { exit, shown } = await dialogue.ends();
    expect(exit).toBe(4);
    return shown.replace(/\s+/g, ' ');
  };

  it('is saved by one; the other is told, and has the answers in a draft of their own', async () => {
    const [one, other] = await inTwoWindows();
    await other.answers('Is this right?', 'Save');
    expect((await other.ends()).exit).toBe(0);
    await one.answers('Is this right?', 'Save');
    const shown = await refused(one);
    expect(shown).toContain('This draft was saved meanwhile, by action');
    expect(shown).toContain('(fund request by MX, Oct 5, 2026, 11:00 AM); nothing of yours was saved.');
    expect(shown).toContain('draft of your own: go on with it, or throw it away: iis fund request R26-0001');
    expect(asked()).toBe(1);
    expect(toGoOnWith()).toEqual(['iis fund request R26-0001']);

    const again = onTerminal(later(), 'fund', 'request', '1');
    await again.answers('What now?', 'Go on');
    await again.sees('October rent', '$412.50');
    await again.answers('Is this right?', 'Throw');
    await again.ends();
    expect(asked()).toBe(1);
    expect(toGoOnWith()).toEqual([]);
  });

  it.each([
    { end: 'Save', told: 'saved meanwhile' },
    { end: 'Throw', told: 'thrown away meanwhile' },
  ])('is told with the next answer, which is kept ($end)', async ({ end, told }) => {
    const [one, other] = await inTwoWindows();
    await other.answers('Is this right?', end);
    await other.ends();
    await one.answers('Is this right?', 'Change a line');
    await one.answers('Change which line?', '3');
    await one.retypes('How much, in dollars?', '$412.50', '500');
    expect(await refused(one)).toContain(told);
    expect(asked()).toBe(end === 'Save' ? 1 : 0);

    const again = onTerminal(later(), 'fund', 'request', '1');
    await again.answers('What now?', 'Go on');
    await again.sees('$500');
    await again.answers('Is this right?', 'Save');
    expect((await again.ends()).exit).toBe(0);
    expect(asked()).toBe(end === 'Save' ? 2 : 1);
  });

  it('is kept as each left it, where one stops', async () => {
    const [one, other] = await inTwoWindows();
    const changed = async (dialogue: Dialogue, amount: string) => {
      await dialogue.answers('Is this right?', 'Change a line');
      await dialogue.answers('Change which line?', '3');
      await dialogue.retypes('How much, in dollars?', '$412.50', amount);
    };
    await changed(one, '500');
    await one.sees('Check the request');
    await changed(other, '600');
    expect(await refused(other)).toContain('gone on with elsewhere meanwhile, by action');
    await one.sees('$500');
    expect(await stopsAt(one, 'Is this right?')).toContain('kept as a draft');
    expect(toGoOnWith()).toHaveLength(2);
  });

  it('is not told as kept by who stops when it was saved', async () => {
    const [one, other] = await inTwoWindows();
    await other.answers('Is this right?', 'Save');
    await other.ends();
    expect(await stopsAt(one, 'Is this right?')).toContain('Stopped. Nothing was saved.');
    expect(toGoOnWith()).toEqual([]);
  });
});

/** As on a disk that is full: a draft is kept, but can’t be let go. */
const keepsEveryDraft = (): void => {
  const db = new Database(office.file);
  db.exec("create trigger full before delete on draft begin select raise(abort, 'full'); end");
  db.close();
};

it('is saved whole or not at all: of what is told as not saved nothing is there', async () => {
  const begun = onTerminal(office, 'tapa', 'add');
  await begun.answers('What is the family called?', 'Dana Sample');
  await begun.answers('On which day was the TAPA made?', '10/2/2026');
  await begun.answers('On which day was it put in writing?', '');
  await begun.narrows('County (type to narrow):', 'boone', 'Boone');
  await begun.answers('Who negotiated it?', '');
  keepsEveryDraft();
  await begun.answers('Is this right?', 'Note this TAPA');
  expect((await begun.ends()).exit).not.toBe(0);
  expect(json('tapa', 'list', '--all')).toEqual([]);
  expect(toGoOnWith()).toEqual(['iis tapa add']);
});

it('shows initials alone where others can see the screen', async () => {
  const begun = onTerminal(office, 'tapa', 'add');
  await begun.answers('What is the family called?', 'Dana Sample');
  await stopsAt(begun, 'On which day was the TAPA made?');
  const again = onTerminal(later(), 'tapa', 'add', '--private');
  await again.sees('A TAPA with the family of D. S. was begun');
  expect(await stopsAt(again, 'What now?')).not.toContain('Sample');
});

import { beforeEach, describe, expect, it } from 'vitest';
import { referTo, screenAt } from './families.ts';
import { arrowDown, ctrlC, type Office, officesInFolder, onTerminal, told } from './terminal.ts';

const newOffice = officesInFolder();

let office: Office;
beforeEach(() => {
  office = newOffice();
  told(office, 'settings', 'set', '--circuit', '13');
});

const json = (...args: string[]) => JSON.parse(told(office, ...args, '--json'));

const refer = (name: string): void => referTo(office, name);
const screened = (id: string): void => screenAt(office, id);

const questions = [
  'Is there child abuse or neglect',
  'placed out of the home within 48 hours',
  'Has the family been spoken to',
  'reasonably safe?',
  'live at home?',
  'Do you authorize this family',
];

describe.each([
  { screen: 'a drawn', accessible: false },
  { screen: 'an accessible', accessible: true },
])('on $screen screen', ({ accessible }) => {
  beforeEach(() => {
    office = { ...office, accessible };
  });

  describe('a screening on a terminal', () => {
    it('asks every criterion, starting from what is on record, and shows what that comes to', async () => {
      refer('Dana Sample');
      const dialogue = onTerminal(office, 'referral', 'screen', '1');
      for (const question of questions) {
        if (question.includes('Has the family'))
          await dialogue.sees('Known from the referral: yes – spoken to');
        await dialogue.answers(question, question.includes('authorize') ? 'Not' : 'Yes');
        await dialogue.answers('Note (Enter', '');
      }
      await dialogue.sees('information is needed', 'Decide whether the Division authorizes the family');
      await dialogue.answers('Is this right?', 'Change');
      await dialogue.answers('Change which line?', '6');
      await dialogue.answers('Do you authorize', 'Yes');
      await dialogue.answers('Note (Enter', 'asked the supervisor');
      await dialogue.sees('the family is eligible');
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(json('referral', 'show', '1').referral.status).toBe('eligible');
    });

    it('breaks what it says of an answer between words', async () => {
      refer('Dana Sample');
      const dialogue = onTerminal(office, 'referral', 'screen', '1');
      await dialogue.answers(questions[0]!, 'Yes');
      await dialogue.answers('Note (Enter', '');
      await dialogue.presses(questions[1]!, accessible ? '?\r' : `${arrowDown}${arrowDown}${arrowDown}`);
      await dialogue.sees(
        accessible ? 'out of the home within 48 hours unless the crisis' : '48 hours unless\nthe crisis',
      );
      await dialogue.presses('', ctrlC);
      await dialogue.ends();
    });

    it('says of a note that stands there that Enter keeps it, and lets it be emptied', async () => {
      refer('Dana Sample');
      const noted = ['situation=Child abuse', 'imminent_risk=court on Friday'];
      const notes = noted.flatMap((note) => ['--answer', note.replace(/=.*/, '=yes'), '--note', note]);
      told(office, 'referral', 'screen', '1', ...notes);
      const dialogue = onTerminal(office, 'referral', 'screen', '1');
      await dialogue.presses(questions[0]!, '\r');
      await dialogue.keeps('Note (Enter keeps it):', 'Child abuse');
      await dialogue.presses(questions[1]!, '\r');
      await dialogue.retypes('Note (Enter keeps it):', 'court on Friday', '');
      for (const question of questions.slice(2)) {
        await dialogue.answers(question, 'Yes');
        await dialogue.answers('Note (Enter', '');
      }
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      const { criteria } = json('referral', 'show', '1').screenings.at(-1);
      expect(criteria.slice(0, 2)).toMatchObject([{ note: 'Child abuse' }, { note: null }]);
    });

    it('goes back from a note to its answer and from there to the criterion before', async () => {
      refer('Dana Sample');
      const dialogue = onTerminal(office, 'referral', 'screen', '1');
      await dialogue.answers(questions[0]!, 'Yes');
      await dialogue.answers('Note (Enter', '');
      await dialogue.answers(questions[1]!, 'No');
      await dialogue.answers('Note (Enter', '<');
      await dialogue.goesBack(questions[1]!);
      await dialogue.presses(questions[0]!, ctrlC);
      const { exit, shown } = await dialogue.ends();
      expect(exit).toBe(130);
      expect(shown).toContain('kept as a draft');
      expect(json('referral', 'show', '1').referral.status).toBe('received');
    });
  });

  describe('the review of the FINS list on a terminal', () => {
    it('walks down the families that are due: keeps one, takes one off for a reason, stops at the third', async () => {
      for (const [at, name] of ['Dana Sample', 'Lee Example', 'Pat Fictional'].entries()) {
        refer(name);
        screened(String(at + 1));
        told(office, 'fins', 'add', String(at + 1), '--need', 'calm evenings');
      }
      office = { ...office, now: '2026-10-12T14:00:00Z' };
      const dialogue = onTerminal(office, 'fins', 'review');
      await dialogue.sees('Dana Sample', 'calm evenings', '7 days', 'nobody works for IIS in circuit 13');
      await dialogue.sees(
        'Since the family was listed, Oct 5, 2026',
        'nothing',
        '1 of 3 eligible on the list, as then',
      );
      await dialogue.answers('How great is the risk now?', 'Moderate');
      await dialogue.answers('What changed since the last look?', 'An aunt helps.');
      await dialogue.answers('What is to be done?', 'Keep');
      await dialogue.sees('Lee Example');
      await dialogue.answers('How great is the risk now?', 'High');
      await dialogue.answers('What changed since the last look?', '');
      await dialogue.answers('What is to be done?', 'Take off');
      await dialogue.chooses('What is the reason?', 'The crisis', 'Other. Nothing further follows.');
      await dialogue.answers('Note (Enter', '');
      await dialogue.sees('Pat Fictional');
      await dialogue.answers('How great is the risk now?', 'Stop');
      expect((await dialogue.ends()).exit).toBe(0);
      const list = json('list', 'fins') as {
        referral: string;
        priority: string;
        reviewedAt: string | null;
      }[];
      expect(list.map(({ referral, priority, reviewedAt }) => [referral, priority, reviewedAt])).toEqual([
        ['R26-0003', 'high', null],
        ['R26-0001', 'moderate', '2026-10-12T14:00:00Z'],
      ]);
    });
  });

  describe('the review of the FINS list on a terminal, days later', () => {
    const monday = '2026-10-12T14:00:00Z';
    const listed = (...names: string[]): void => {
      for (const [at, name] of names.entries()) {
        refer(name);
        screened(String(at + 1));
        told(office, 'fins', 'add', String(at + 1));
      }
    };

    it('shows what changed since, saves each answer at once, and leaves the rest due on Ctrl-C', async () => {
      told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample');
      told(
        office,
        'specialist',
        'leave',
        'kim',
        '--from',
        '10/5/2026',
        '--until',
        '10/9/2026',
        '--cases',
        'keep',
      );
      listed('Dana Sample', 'Lee Example');
      office = { ...office, now: '2026-10-06T14:00:00Z' };
      told(office, 'fins', 'review', '1', '--decision', 'keep', '--priority', 'high', '--note', 'aunt helps');
      told(office, 'referral', 'edit', '1', '--priority', 'moderate');
      told(office, 'referral', 'contact', '2', '--outcome', 'message', '--note', 'call again');
      office = { ...office, now: '2026-10-20T14:00:00Z' };
      const dialogue = onTerminal(office, 'fins', 'review');
      await dialogue.sees('Lee Example', 'kim (2 openings)', 'Since the family was listed', 'call again');
      await dialogue.sees('can serve now: kim (back from leave)', '2 → 1 of 2 eligible on the list');
      await dialogue.answers('How great is the risk now?', 'Moderate');
      await dialogue.answers('What changed since the last look?', '');
      await dialogue.answers('What is to be done?', 'Keep');
      await dialogue.sees('Dana Sample', 'Since the last review, Oct 6, 2026', 'keep, “aunt helps” (kim)');
      await dialogue.sees('priority high → moderate', '1 of 2 eligible on the list, as then');
      await dialogue.presses('How great is the risk now?', ctrlC);
      expect((await dialogue.ends()).exit).toBe(130);
      expect(json('list', 'fins')).toMatchObject([
        { referral: 'R26-0001', overdue: true, reviewedAt: '2026-10-06T14:00:00Z' },
        { referral: 'R26-0002', overdue: false, reviewedAt: '2026-10-20T14:00:00Z', priority: 'moderate' },
      ]);
    });

    it('offers no place to a family that is not eligible, whoever has an opening', async () => {
      told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample');
      listed('Dana Sample');
      told(office, 'referral', 'screen', '1', '--answer', 'imminent_risk=no');
      office = { ...office, now: monday };
      const dialogue = onTerminal(office, 'fins', 'review');
      await dialogue.sees('nobody: it is not eligible', 'none: only eligible families wait for an opening');
      await dialogue.answers('How great is the risk now?', 'High');
      await dialogue.answers('What changed since the last look?', '');
      await dialogue.presses('What is to be done?', ctrlC);
      expect((await dialogue.ends()).shown).not.toContain('Place now');
    });

    it('passes over a family that somebody else has taken off the list meanwhile', async () => {
      listed('Dana Sample', 'Lee Example');
      office = { ...office, now: monday };
      const dialogue = onTerminal(office, 'fins', 'review');
      await dialogue.sees('Dana Sample', 'How great is the risk now?');
      told(office, 'fins', 'remove', '2', '--reason', 'need_met');
      await dialogue.presses('Stop here', accessible ? '4\r' : 's\r');
      await dialogue.sees('R26-0002 is no longer due: it left the list meanwhile.');
      expect((await dialogue.ends()).exit).toBe(0);
    });
  });

  describe('a placement of one’s own choice, on a terminal', () => {
    it('is shown again, and confirmed again, where it goes past more than was shown', async () => {
      told(office, 'specialist', 'add', '--code', 'dov', '--name', 'Dov Sample', '--county', 'Callaway');
      refer('Dana Sample');
      screened('1');
      const dialogue = onTerminal(office, 'match', '1', '--specialist', 'dov', '--reason', 'near');
      await dialogue.sees('does not serve Boone', 'Place R26-0001 with dov?');
      told(office, 'referral', 'edit', '1', '--as', 'MX', '--language', 'vi');
      await dialogue.answers('', 'y');
      await dialogue.sees('Someone else changed the records meanwhile', 'does not speak Vietnamese');
      await dialogue.answers('Place R26-0001 with dov?', 'y');
      await dialogue.sees('Assigned: 1 family');
      expect((await dialogue.ends()).exit).toBe(0);
    });
  });

  describe('what is next after a match, on a terminal', () => {
    it('puts the family that is left out on the FINS list and offers FCS', async () => {
      refer('Dana Sample');
      screened('1');
      const dialogue = onTerminal(office, 'match');
      await dialogue.sees('Dana Sample', 'has no place');
      await dialogue.answers('What is next for this family?', 'Both');
      await dialogue.answers('What does the family need most?', 'calm evenings');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(json('list', 'fins')).toMatchObject([
        { referral: 'R26-0001', need: 'calm evenings', fcs: { state: 'offered' } },
      ]);
    });

    it('is asked only for those who are not on the list; Ctrl-C names a few of those that today’s work has', async () => {
      told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample');
      for (const [at, name] of ['Ana', 'Bea', 'Cal', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida'].entries()) {
        refer(`${name} Sample`);
        screened(String(at + 1));
      }
      told(office, 'fins', 'add', '1');
      told(office, 'fcs', 'offer', '6');
      told(office, 'referral', 'edit', '1', '--language', 'vi');
      const dialogue = onTerminal(office, 'match');
      await dialogue.sees('Next: iis fcs offer R26-0001');
      await dialogue.answers('Assign R26-0002 to kim, R26-0003 to kim now?', 'y');
      await dialogue.answers('What is next for this family?', 'Leave');
      await dialogue.presses('What is next for this family?', ctrlC);
      const { exit, shown } = await dialogue.ends();
      expect(exit).toBe(130);
      expect(shown).not.toContain('R26-0001  Ana Sample has no place');
      expect(shown.replace(/\s+/g, ' ')).toContain(
        'Not decided yet: R26-0005, R26-0007 and 2 others. In today’s work: iis today',
      );
    });

    it('does what is left of both where somebody else was there first, and says what of each', async () => {
      refer('Dana Sample');
      screened('1');
      const dialogue = onTerminal(office, 'match');
      await dialogue.sees('What is next for this family?');
      told(office, 'fins', 'add', '1', '--as', 'MX');
      await dialogue.answers('', 'Both');
      await dialogue.answers('What does the family need most?', 'calm evenings');
      await dialogue.sees('R26-0001 is on the Families in Need of Services list already.');
      await dialogue.sees('The need was not kept: “calm evenings”.', 'R26-0001: FCS offered.');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(json('list', 'fins')).toMatchObject([{ need: null, fcs: { state: 'offered' } }]);
    });
  });

  describe('the settings on a terminal', () => {
    it('are asked by number or county, the time zone only where its line is chosen', async () => {
      const dialogue = onTerminal(office, 'settings', 'set');
      await dialogue.retypes('Your judicial circuits, by number or county:', '13', '99');
      await dialogue.sees('Missouri has no circuit 99');
      await dialogue.retypes('Your judicial circuits, by number or county:', '99', 'Boone, Cole');
      await dialogue.sees('circuit 13 (Boone, Callaway); circuit 19 (Cole)');
      await dialogue.answers('Your name:', 'Kim Sample');
      await dialogue.keeps('Your initials:', 'KS');
      await dialogue.ticks('take as well?', 0, 'Delinquency');
      await dialogue.sees('America/Chicago');
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(json('settings').settings).toMatchObject({
        circuits: [13, 19],
        name: 'Kim Sample',
        initials: 'KS',
        take: ['delinquency'],
        zone: 'America/Chicago',
      });
    });
  });

  describe('a specialist on a terminal', () => {
    it('is asked for, with a code from the first name and the office’s circuits', async () => {
      const dialogue = onTerminal(office, 'specialist', 'add');
      await dialogue.answers('Full name:', 'Robin Sample');
      await dialogue.keeps('Short code, such as kim:', 'robin');
      await dialogue.answers('Agency:', 'Example Family Services');
      await dialogue.answers('Supervisor:', 'Pat Example');
      await dialogue.answers('Which program do they work for?', 'IIS');
      await dialogue.keeps('Circuits they serve, by number or county:', '13');
      await dialogue.ticks('Only some counties?', 1, 'Callaway');
      await dialogue.retypes('Languages they speak:', 'English', 'English, Spansh');
      await dialogue.sees('Did you mean Spanish');
      await dialogue.retypes('Languages they speak:', 'English, Spansh', 'English, Spanish');
      await dialogue.answers('take as well?', '');
      await dialogue.answers('Phone:', '');
      await dialogue.answers('Email:', '');
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(json('list', 'specialists')).toMatchObject([
        { code: 'robin', circuits: [13], counties: ['Callaway'], languages: ['en', 'es'] },
      ]);
    });
  });

  describe('a leave on a terminal', () => {
    it('is said in words with its length and what becomes of the cases before it is saved', async () => {
      told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample');
      refer('Dana Sample');
      screened('1');
      told(office, 'match', '--yes');
      const dialogue = onTerminal(office, 'specialist', 'leave', 'kim');
      await dialogue.answers('First day of the leave:', '12/1');
      await dialogue.answers('Last day of the leave:', '10/9');
      await dialogue.sees('Fri Oct 9, 2026 is before it begins, on Tue Dec 1, 2026.');
      await dialogue.retypes('Last day of the leave:', '10/9', '11/1/2027');
      await dialogue.sees('C26-0001 with the family of R26-0001, Dana Sample');
      await dialogue.answers('What becomes of them?', 'Keep');
      await dialogue.sees('kim is away Dec 1, 2026 – Nov 1, 2027: 336 days.', 'Open cases stay with kim.');
      await dialogue.answers('Save?', 'n');
      expect((await dialogue.ends()).exit).toBe(130);
      expect(json('specialist', 'show', 'kim').specialist.leaves).toEqual([]);
    });
  });

  describe('changing a specialist on a terminal', () => {
    const kim = () => json('specialist', 'show', 'kim').specialist;
    const changing = async (question: string, line: string) => {
      told(office, 'specialist', 'add', '--code', 'kim', '--name', 'Kim Sample');
      const dialogue = onTerminal(office, 'specialist', 'edit', 'kim');
      await dialogue.answers('Is this right?', 'Change');
      await dialogue.answers('Change which line?', line);
      await dialogue.answers(question, '573-555-0101');
      await dialogue.sees('Check kim');
      return dialogue;
    };

    it('leaves what somebody else changed meanwhile', async () => {
      const dialogue = await changing('Phone:', '9');
      told(office, 'specialist', 'edit', 'kim', '--as', 'mo', '--language', 'en,es');
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(kim()).toMatchObject({ phone: '573-555-0101', languages: ['en', 'es'] });
    });

    it('says who changed the same line meanwhile, and leaves it', async () => {
      const dialogue = await changing('Phone:', '9');
      told(office, 'specialist', 'edit', 'kim', '--as', 'mo', '--phone', '573-555-0102');
      await dialogue.answers('Is this right?', 'Save');
      await dialogue.sees('kim was changed since it was shown', 'by mo');
      expect((await dialogue.ends()).exit).toBe(4);
      expect(kim().phone).toBe('573-555-0102');
    });
  });

  describe('changing a referral on a terminal', () => {
    it('shows what is kept, and changes only the lines that are chosen', async () => {
      refer('Dana Sample');
      const before = json('referral', 'show', '1').referral;
      const dialogue = onTerminal(office, 'referral', 'edit', '1');
      await dialogue.sees('R26-0001: what is to be changed?', 'County');
      await dialogue.answers('Is this right?', 'Change');
      await dialogue.answers('Change which line?', '22');
      await dialogue.narrows('County (type to narrow):', 'cole', 'Cole');
      await dialogue.sees('R26-0001: what is to be changed?', 'Cole (circuit 19)');
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(json('referral', 'show', '1').referral).toEqual({ ...before, county: 'Cole', circuit: 19 });
    });
  });

  describe('a TAPA on a terminal', () => {
    it('is asked for, and tied to the referral that was made for it', async () => {
      refer('Dana Sample');
      refer('Lee Example');
      const dialogue = onTerminal(office, 'tapa', 'add');
      await dialogue.answers('What is the family called?', 'Dana Sample');
      await dialogue.answers('On which day was the TAPA made?', '10/2/2026');
      await dialogue.answers('On which day was it put in writing?', '');
      await dialogue.narrows('County (type to narrow):', 'boone', 'Boone');
      await dialogue.answers('Who negotiated it?', 'Drew Example');
      await dialogue.sees('Check the TAPA', 'Dana Sample', 'Oct 2, 2026', 'Boone', 'Drew Example');
      await dialogue.answers('Is this right?', 'Note this TAPA');
      await dialogue.sees('T0001', 'obliges to refer the family');
      expect((await dialogue.ends()).exit).toBe(0);
      const linking = onTerminal(office, 'tapa', 'refer');
      await linking.presses('Which TAPA?', accessible ? '1\r' : `${arrowDown}\r`);
      await linking.answers('Which referral was made for T0001?', 'R26-0001');
      await linking.sees('T0001 is referred: R26-0001');
      expect((await linking.ends()).exit).toBe(0);
      expect(json('referral', 'show', '1').referral.tapa).toEqual({ date: '2026-10-02' });
    });
  });

  describe('with others looking on', () => {
    it('nobody is shown in full while a line is changed, and Enter keeps what is hidden', async () => {
      refer('Dana Hidden');
      const before = json('referral', 'show', '1').referral;
      const dialogue = onTerminal(office, 'referral', 'edit', '--private');
      await dialogue.presses('Which referral?', accessible ? '1\r' : `${arrowDown}\r`);
      await dialogue.sees('R26-0001: what is to be changed?');
      for (const [line, question] of [
        ['13', 'Child 1, full name:'],
        ['14', 'Child 1, date of birth:'],
      ] as const) {
        await dialogue.answers('Is this right?', 'Change');
        await dialogue.answers('Change which line?', line);
        await dialogue.answers(question, '');
      }
      await dialogue.answers('Is this right?', 'Change');
      await dialogue.answers('Change which line?', '22');
      await dialogue.narrows('County (type to narrow):', 'cole', 'Cole');
      await dialogue.answers('Is this right?', 'Save');
      const { exit, shown } = await dialogue.ends();
      expect(exit).toBe(0);
      expect(shown).toContain('D. H.');
      expect(shown).not.toMatch(/Hidden|2015-|5\/6\/2015|May/);
      expect(json('referral', 'show', '1').referral).toEqual({ ...before, county: 'Cole', circuit: 19 });
    });
  });

  describe('with others looking on, the review of the list', () => {
    it('shows what changed without saying who or what was said', async () => {
      refer('Dana Hidden');
      screened('1');
      told(office, 'fins', 'add', '1', '--need', 'Secret evenings');
      told(
        office,
        'referral',
        'edit',
        '1',
        '--caregiver',
        'Dana Hidden-Other',
        '--caregiver-phone',
        '573-555-0123',
      );
      told(office, 'referral', 'contact', '1', '--outcome', 'message', '--note', 'Secret call');
      office = { ...office, now: '2026-10-12T14:00:00Z' };
      const dialogue = onTerminal(office, 'fins', 'review', '--private');
      await dialogue.sees('D. H.', 'Since the family was listed', 'Contact with the submitter added');
      await dialogue.presses('How great is the risk now?', ctrlC);
      expect((await dialogue.ends()).shown).not.toMatch(/Hidden|Other|Secret|0123/);
    });
  });

  describe('a reason on a terminal', () => {
    it('“other” needs a note that says what it is', async () => {
      refer('Dana Sample');
      const dialogue = onTerminal(office, 'referral', 'close', '1');
      await dialogue.answers('What is the reason?', 'Another');
      await dialogue.answers('Which reason?', '');
      await dialogue.sees('This is needed to go on.');
      await dialogue.presses('Which reason?', ctrlC);
      expect((await dialogue.ends()).exit).toBe(130);
    });
  });
});

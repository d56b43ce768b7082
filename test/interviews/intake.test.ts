import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { ctrlC, ctrlD, type Dialogue, type Office, officesInFolder, onTerminal, told } from './terminal.ts';

const newOffice = officesInFolder();

let office: Office;
beforeEach(() => {
  office = newOffice();
  told(office, 'settings', 'set', '--circuit', '13', '--name', 'Kim Sample');
});

/** The questions of an intake in their order, each with an answer. */
const whole: [question: string, answer: string][] = [
  ['Where does the referral come from?', 'Community'],
  ['Name of who refers:', 'Ann Example'],
  ['Organization of who refers:', 'Riverside School'],
  ['Phone of who refers:', '573-555-0101'],
  ['Email of who refers:', 'ann@example.org'],
  ['Date received (Enter: now):', 'today'],
  ['Caregiver 1, full name:', 'Dana O’Sample'],
  ['Caregiver 1, date of birth:', '6/21/1991'],
  ['Caregiver 1, phone:', '573-555-0102'],
  ['Caregiver 1, email:', ''],
  ['Caregiver 1, address:', '12 Example Street, Columbia'],
  ['Is there a second caregiver?', 'No'],
  ['Child 1, full name:', 'Tom Sample'],
  ['Child 1, date of birth:', '3/14/2015'],
  ['Child 2, full name (Enter: no more children):', ''],
  ['Reason for the referral:', 'Tom is often hungry.\r'],
  ['Services already provided:', ''],
  ['Accommodations:', 'Spanish interpreter\r'],
  ['Language the family is served in', ''],
  ['Is an interpreter arranged?', 'Yes'],
  ['Date the family was spoken to:', '10/1/2026'],
  ['Does the family agree, knowing 8–10 hours of contact a week?', 'Yes'],
  ['County (type to narrow):', 'call'],
  ['What is the situation?', 'Child neg'],
  ['How is the Children’s Division involved?', 'Family ass'],
  ['(TAPA) negotiated?', 'Yes'],
  ['Date of the TAPA:', '10/2/2026'],
  ['Is there concern for a child’s immediate safety?', 'No'],
  ['How urgent is it?', 'Imminent'],
];

/** Answers everything from one question up to another, which is left open. */
async function answered(dialogue: Dialogue, from: string | null, upTo: string | null): Promise<void> {
  const at = (question: string | null, otherwise: number) =>
    question === null ? otherwise : whole.findIndex(([one]) => one === question);
  for (const [question, answer] of whole.slice(at(from, 0), at(upTo, whole.length))) {
    if (question.startsWith('County')) await dialogue.narrows(question, answer, 'Callaway (circuit 13)');
    else await dialogue.answers(question, answer);
  }
}

const saved = (id = '1') => JSON.parse(told(office, 'referral', 'show', id, '--json')).referral;

/** What is kept of how the referrals of an office came in. */
function sourcesIn({ file }: Office): object[] {
  const db = new Database(file, { readonly: true });
  const sources = db.prepare('select channel, text, leftovers, problems from intake_source').all();
  db.close();
  return sources as object[];
}

describe.each([
  { screen: 'a drawn', accessible: false },
  { screen: 'an accessible', accessible: true },
])('on $screen screen', ({ accessible }) => {
  beforeEach(() => {
    office = { ...office, accessible };
  });

  describe('an intake on a terminal', () => {
    it('is typed from nothing to saved', async () => {
      const dialogue = onTerminal(office, 'referral', 'add');
      await answered(dialogue, null, null);
      await dialogue.sees(
        'Check the referral before it is saved',
        'Dana O’Sample',
        'March 14, 2015 (age 11)',
        'obligatory [001]',
      );
      await dialogue.answers('Is this right?', 'Save');
      const { exit, shown, redrawn } = await dialogue.ends();
      expect(exit).toBe(0);
      expect(redrawn.length > 0).toBe(!accessible);
      if (accessible) expect(shown).not.toMatch(/[\u2500-\u25ff❯]/);
      expect(saved()).toMatchObject({
        status: 'received',
        source: 'community',
        circuit: 13,
        county: 'Callaway',
        priority: 'imminent',
        receivedAt: '2026-10-05T14:00:00Z',
        submitter: { name: 'Ann Example', organization: 'Riverside School' },
        family: {
          caregivers: [
            { name: 'Dana O’Sample', birthDate: '1991-06-21', phone: '573-555-0102', email: null },
          ],
          children: [{ name: 'Tom Sample', birthDate: '2015-03-14' }],
        },
        reason: 'Tom is often hungry.',
        servicesProvided: null,
        language: 'es',
        interpreterArranged: true,
        discussedOn: '2026-10-01',
        familyAgrees: true,
        tapa: { date: '2026-10-02' },
        safetyConcern: false,
      });
    });

    it('goes back with <, over questions that do not apply', async () => {
      const dialogue = onTerminal(office, 'referral', 'add');
      await answered(dialogue, null, 'Caregiver 1, phone:');
      await dialogue.answers('Caregiver 1, phone:', '<');
      await dialogue.retypes('Caregiver 1, date of birth:', '6/21/1991', '<');
      await dialogue.retypes('Caregiver 1, full name:', 'Dana O’Sample', 'Dana Sample-Jones');
      await dialogue.keeps('Caregiver 1, date of birth:', '6/21/1991');
      await dialogue.sees('June 21, 1991 (age 35)');
      await answered(dialogue, 'Caregiver 1, phone:', 'Is an interpreter arranged?');
      // Served in English there is no interpreter to ask for: the way back passes it over.
      await dialogue.goesBack('Is an interpreter arranged?');
      await dialogue.retypes('Language the family is served in (Enter: English):', 'Spanish', '');
      await dialogue.answers('Date the family was spoken to:', '<');
      await dialogue.retypes('Language the family is served in', '', 'en');
      await answered(dialogue, 'Date the family was spoken to:', null);
      await dialogue.sees('Dana Sample-Jones');
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(saved()).toMatchObject({ language: 'en', interpreterArranged: null });
    });

    it('asks again for a date that is none, with what was typed still there, and doubts a child of 19', async () => {
      const dialogue = onTerminal(office, 'referral', 'add');
      await answered(dialogue, null, 'Child 1, date of birth:');
      await dialogue.answers('Child 1, date of birth:', '2/30/2015');
      await dialogue.sees('2/30/2015 is not a date');
      await dialogue.retypes('Child 1, date of birth:', '2/30/2015', '3/14/2007');
      await dialogue.answers('That child would be 19. Is the date right?', 'n');
      await dialogue.retypes('Child 1, date of birth:', '', '3/14/2015');
      await dialogue.sees('March 14, 2015 (age 11)');
      await dialogue.presses('Child 2, full name', ctrlC);
      expect((await dialogue.ends()).exit).toBe(130);
    });

    it('changes one line on the check page, and asks what the change brings up', async () => {
      const dialogue = onTerminal(office, 'referral', 'add');
      await answered(dialogue, null, null);
      await dialogue.answers('Is this right?', 'Change');
      await dialogue.answers('Change which line?', '99');
      await dialogue.sees('Type the number of a line');
      await dialogue.retypes('Change which line?', '99', '12');
      await dialogue.answers('Is there a second caregiver?', 'Yes');
      await dialogue.answers('Caregiver 2, full name:', 'Lee Sample');
      for (const part of ['date of birth', 'phone', 'email', 'address'])
        await dialogue.answers(`Caregiver 2, ${part}:`, '');
      await dialogue.sees('Check the referral before it is saved', 'Lee Sample');
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(saved().family.caregivers.map(({ name }: { name: string }) => name)).toEqual([
        'Dana O’Sample',
        'Lee Sample',
      ]);
    });

    it('takes all lines that are pasted', async () => {
      const dialogue = onTerminal(office, 'referral', 'add');
      await answered(dialogue, null, 'Caregiver 1, address:');
      await dialogue.presses('Caregiver 1, address:', '12 Example Street\rApt. 3\rColumbia\r');
      await answered(dialogue, 'Is there a second caregiver?', 'Reason for the referral:');
      await dialogue.presses('Reason for the referral:', 'Tom is often hungry.\r\rHe sleeps in class.\r');
      await dialogue.presses('He sleeps in class.', '\r');
      await answered(dialogue, 'Services already provided:', null);
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      const { family, reason } = saved();
      expect(family.caregivers[0].address).toBe('12 Example Street Apt. 3 Columbia');
      expect(reason).toBe('Tom is often hungry.\n\nHe sleeps in class.');
    });

    it('keeps what was answered when it is interrupted, and goes on from there', async () => {
      const first = onTerminal(office, 'referral', 'add');
      await answered(first, null, 'Caregiver 1, phone:');
      await first.presses('Caregiver 1, phone:', ctrlC);
      const { exit, shown } = await first.ends();
      expect(exit).toBe(130);
      expect(shown).toContain('kept as a draft. Go on with: iis referral add');

      const later = { ...office, now: '2026-10-05T16:00:00Z' };
      const second = onTerminal(later, 'referral', 'add');
      await second.sees('for the family of Dana O’Sample was begun on Oct 5', 'Caregiver 1, Phone');
      await second.answers('What now?', 'Go on');
      await answered(second, 'Caregiver 1, phone:', null);
      await second.answers('Is this right?', 'Save');
      expect((await second.ends()).exit).toBe(0);
      expect(saved().submitter.name).toBe('Ann Example');

      const third = onTerminal(later, 'referral', 'add');
      await third.presses('Where does the referral come from?', ctrlC);
      expect((await third.ends()).shown).not.toContain('was begun');
    });

    it('offers no draft where a flag says whose family it is: that would be lost in it', async () => {
      const first = onTerminal(office, 'referral', 'add');
      await answered(first, null, null);
      await first.answers('Is this right?', 'Save');
      await first.ends();
      const second = onTerminal(office, 'referral', 'add');
      await second.answers('Where does the referral come from?', 'Community');
      await second.presses('Name of who refers:', ctrlC);
      await second.ends();
      const third = onTerminal(office, 'referral', 'add', '--same-family-as', '1');
      await third.presses('Where does the referral come from?', ctrlC);
      expect((await third.ends()).shown).not.toContain('was begun');
    });

    it('lets a draft be thrown away', async () => {
      const first = onTerminal(office, 'referral', 'add');
      await answered(first, null, 'Caregiver 1, phone:');
      await first.presses('Caregiver 1, phone:', ctrlC);
      await first.ends();
      const second = onTerminal(office, 'referral', 'add');
      await second.answers('What now?', 'Throw it away');
      await second.sees('Thrown away.');
      await second.presses('Where does the referral come from?', ctrlC);
      expect((await second.ends()).shown).toContain('Nothing was saved.');
    });

    it('shows the hotline at once where a child may not be safe', async () => {
      const dialogue = onTerminal(office, 'referral', 'add');
      await answered(dialogue, null, 'Is there concern for a child’s immediate safety?');
      await dialogue.answers('Is there concern for a child’s immediate safety?', 'Yes');
      await dialogue.sees('Hotline now: 1-800-392-3738');
      await dialogue.presses('How urgent is it?', ctrlC);
      expect((await dialogue.ends()).exit).toBe(130);
    });

    it('shows an earlier family that looks alike before the rest is typed, and links to it', async () => {
      const first = onTerminal(office, 'referral', 'add');
      await answered(first, null, null);
      await first.answers('Is this right?', 'Save');
      await first.ends();
      const second = onTerminal(office, 'referral', 'add');
      await answered(second, null, 'Caregiver 1, phone:');
      await second.sees(
        'An earlier referral looks alike',
        'This referral',
        'R26-0001, Oct 5, 2026 (received)',
      );
      await second.answers('Is it the same family?', 'Yes');
      await answered(second, 'Caregiver 1, phone:', null);
      await second.sees('Same family as');
      await second.answers('Is this right?', 'Save');
      await second.ends();
      expect(saved('2').family.id).toBe(saved('1').family.id);
    });

    it('of a form that was read asks again what is unsure, with what the form says', async () => {
      const form = 'test/fixtures/forms/python-docx.docx';
      const dialogue = onTerminal(office, 'referral', 'add', '--from', form);
      await dialogue.sees('This is what the form says', 'Emina Hadžić', 'DOB “3/4/2014”', 'day first');
      await dialogue.sees('Please check: another date on the form has the day first.');
      await dialogue.keeps('Date received (Enter: now):', 'Oct 4, 2026, 12:00 AM');
      await dialogue.keeps('Caregiver 1, date of birth:', '7/8/1990');
      await dialogue.retypes('Child 1, date of birth:', '3/4/2014', '4/3/2014');
      await dialogue.retypes('Child 2, date of birth:', '25/12/2016', '12/25/2016');
      await dialogue.keeps('Date the family was spoken to:', '10/3/2026');
      await dialogue.narrows('County (type to narrow):', 'call', 'Callaway (circuit 13)');
      await dialogue.answers('What is the situation?', 'Child neg');
      await dialogue.answers('How is the Children’s Division involved?', 'None');
      await dialogue.answers('Is there concern for a child’s immediate safety?', 'No');
      await dialogue.answers('How urgent is it?', 'Imminent');
      await dialogue.sees('Check the referral before it is saved', 'April 3, 2014');
      await dialogue.answers('Is this right?', 'Save');
      const { exit, shown } = await dialogue.ends();
      expect(exit).toBe(0);
      // Once they were looked at there is nothing left to check.
      expect(shown.slice(shown.indexOf('before it is saved'))).not.toMatch(/[Cc]heck( it)?:/);
      expect(saved().family.children).toMatchObject([
        { birthDate: '2014-04-03' },
        { birthDate: '2016-12-25' },
      ]);
    });

    it('goes on with a form that was read where it was left, with what is missing alone', async () => {
      const form = 'test/fixtures/forms/python-docx.docx';
      const first = onTerminal(office, 'referral', 'add', '--from', form);
      await first.keeps('Date received (Enter: now):', 'Oct 4, 2026, 12:00 AM');
      await first.presses('Caregiver 1, date of birth:', ctrlC);
      expect((await first.ends()).shown).toContain('kept as a draft');
      const second = onTerminal(office, 'referral', 'add');
      await second.answers('What now?', 'Go on');
      await second.sees('This is what the form says', 'Emina Hadžić');
      await second.keeps('Caregiver 1, date of birth:', '7/8/1990');
      await second.presses('Child 1, date of birth:', ctrlC);
      expect((await second.ends()).shown).not.toContain('Caregiver 1, phone:');
    });

    it('keeps of a form that was broken off how it came, and what it is known again by', async () => {
      const form = 'data/samples/01-complete.txt';
      const county = (dialogue: Dialogue) =>
        dialogue.narrows('County (type to narrow):', 'boone', 'Boone (circuit 13)');
      const theRest = async (dialogue: Dialogue) => {
        await dialogue.answers('What is the situation?', 'Child neg');
        await dialogue.answers('How is the Children’s Division involved?', 'None');
        await dialogue.answers('Is there concern for a child’s immediate safety?', 'No');
        await dialogue.answers('How urgent is it?', 'Imminent');
        await dialogue.answers('Is this right?', 'Save');
        expect((await dialogue.ends()).exit).toBe(0);
      };
      const first = onTerminal(office, 'referral', 'add', '--from', form);
      await county(first);
      await first.presses('What is the situation?', ctrlC);
      await first.ends();
      const second = onTerminal(office, 'referral', 'add');
      await second.answers('What now?', 'Go on');
      await theRest(second);

      const other = { ...newOffice(), accessible };
      told(other, 'settings', 'set', '--circuit', '13', '--name', 'Kim Sample');
      const unbroken = onTerminal(other, 'referral', 'add', '--from', form);
      await county(unbroken);
      await theRest(unbroken);

      const [source] = sourcesIn(office);
      expect(source).toMatchObject({
        channel: 'form',
        text: expect.stringContaining('Riverside Elementary'),
      });
      expect(source).toEqual(sourcesIn(other)[0]);
      const mail = ['--from', form, 'data/samples/07-names-spanish.txt', '--dry-run'];
      expect(told(office, 'referral', 'add', ...mail)).toContain('1 new, 1 taken in before');
    });

    it('of a form that was read asks only what is missing or unreadable', async () => {
      const dialogue = onTerminal(office, 'referral', 'add', '--from', 'data/samples/03-missing-fields.txt');
      await dialogue.sees('This is what the form says', 'Example Youth Shelter (fictional)');
      await dialogue.answers('Phone of who refers:', '573-555-0103');
      await dialogue.answers('Date received (Enter: now):', 'yesterday 4pm');
      await dialogue.sees('Oct 4, 2026, 4:00 PM', 'The form says “2/30/1990”.');
      await dialogue.retypes('Caregiver 1, date of birth:', '2/30/1990', '3/2/1990');
      await dialogue.retypes('Caregiver 1, phone:', '', '');
      await dialogue.answers('Caregiver 1, address:', 'no fixed address');
      await dialogue.retypes('Child 1, date of birth:', 'about 12 years old', '5/5/2014');
      await dialogue.answers('Child 2, date of birth:', '');
      await dialogue.retypes('Date the family was spoken to:', 'last week some time', '9/29/2026');
      await dialogue.answers('Does the family agree', 'Yes');
      await dialogue.narrows('County (type to narrow):', 'saint cha', 'St. Charles (circuit 11)');
      await dialogue.answers('What is the situation?', 'Status');
      await dialogue.answers('How is the Children’s Division involved?', 'None');
      await dialogue.answers('Is there concern for a child’s immediate safety?', 'No');
      await dialogue.answers('How urgent is it?', 'Not known');
      await dialogue.sees('St. Charles is in circuit 11, which is not one of yours');
      await dialogue.answers('Is this right?', 'Save');
      expect((await dialogue.ends()).exit).toBe(0);
      expect(saved()).toMatchObject({
        receivedAt: '2026-10-04T21:00:00Z',
        circuit: 11,
        priority: null,
        situation: 'status_offense',
        family: {
          caregivers: [
            { name: 'Pat Example', birthDate: '1990-03-02', phone: null, address: 'no fixed address' },
          ],
          children: [
            { name: 'Casey Example', birthDate: '2014-05-05' },
            { name: 'Robin Example', birthDate: null },
          ],
        },
      });
    });

    it('stops when the input ends, at a choice as at a line', async () => {
      const first = onTerminal(office, 'referral', 'add');
      await first.presses('Where does the referral come from?', ctrlD);
      expect((await first.ends()).exit).toBe(130);
      const second = onTerminal(office, 'referral', 'add');
      await answered(second, null, 'Name of who refers:');
      await second.presses('Name of who refers:', ctrlD);
      expect((await second.ends()).exit).toBe(130);
    });

    it('has no colour with NO_COLOR', async () => {
      const dialogue = onTerminal(office, 'referral', 'add');
      await answered(dialogue, null, 'Name of who refers:');
      await dialogue.presses('Name of who refers:', ctrlC);
      expect((await dialogue.ends()).colours).toEqual([]);
    });

    it('never asks with --no-input, and never without a terminal', async () => {
      const dialogue = onTerminal(office, 'referral', 'add', '--no-input');
      const { exit, shown } = await dialogue.ends();
      expect(exit).toBe(2);
      expect(shown).toContain('Missing: --source, --caregiver');
      expect(() => told(office, 'referral', 'add')).toThrow('Missing: --source');
    });
  });
});

import { describe, expect, it } from 'vitest';
import { readFormText, readFormTexts } from '../../src/forms/form-text.ts';
import { isReadable } from '../../src/forms/missing.ts';
import { statementOf } from '../../src/forms/own-text.ts';
import { agreementLine, facts, filledForm } from './filled-form.ts';

/** What the values were read from has its own tests. */
const read = (text: string) => {
  const { sources: _, ...reading } = readFormText(text, facts);
  return reading;
};
const plain = read(filledForm());

const heading = 'This community referral is submitted by:';
const submitterOf = (lines: string) => read(`${heading}\n${lines}\n\nFamily Contact Information:\n`);
const familyOf = (lines: string) =>
  read(
    `${heading}\nName: Ann Example\n\nFamily Contact Information:\n\n${lines}\n\nReason(s) for referral: Hunger\n`,
  );

it('reads a filled form', () => {
  expect(plain).toEqual({
    intake: {
      receivedAt: '2026-10-02T05:00:00Z',
      submitter: {
        name: 'Ann Example',
        organization: 'Riverside School',
        phone: '573-555-0101',
        email: 'ann@example.org',
      },
      caregivers: [
        {
          name: 'Dana Sample',
          birthDate: '1991-06-21',
          phone: '573-555-0111',
          email: 'dana@example.org',
          address: '12 Example St, Columbia',
        },
      ],
      children: [{ name: 'Tom Sample', birthDate: '2015-03-14' }],
      reason: 'Tom is often hungry.',
      servicesProvided: 'Food pantry',
      accommodations: 'None',
      discussedOn: '2026-10-01',
      familyAgrees: true,
      program: null,
      source: 'community',
      county: null,
      priority: null,
      situation: null,
      language: null,
      interpreterArranged: null,
      tapa: null,
      divisionInvolvement: null,
      safetyConcern: null,
    },
    problems: [],
    leftovers: [],
  });
});

describe('however it comes by mail, the same is read', () => {
  const text = filledForm();
  const sentence = (from: string, to: string) => text.replace(from, to);
  it.each([
    ['quoted', text.replace(/^/gm, '> ')],
    ['quoted twice', text.replace(/^/gm, '> > ')],
    ['quoted without spaces', text.replace(/^/gm, '>>')],
    ['with Windows line ends', text.replaceAll('\n', '\r\n')],
    ['with old Mac line ends', text.replaceAll('\n', '\r')],
    ['with non-breaking spaces', text.replaceAll(' ', '\u00A0')],
    ['with a byte order mark', `\uFEFF${text}`],
    ['with zero-width characters', text.replace(/(?<=[a-z])(?=[a-z])/g, '\u200B')],
    ['with soft hyphens', text.replaceAll('Co', 'C\u00ADo')],
    ['with smart quotes and dashes', text.replaceAll("'", '’').replaceAll(' - ', '—')],
    ['indented', text.replace(/^(?=.)/gm, '    ')],
    [
      'in capital labels',
      text.replace(/^[A-Z][\w' ()]+:|\b(?:DOB|Email|Organization):/gm, (label) => label.toUpperCase()),
    ],
    [
      'in small labels',
      text.replace(/^[A-Z][\w' ()]+:|\b(?:DOB|Email|Organization):/gm, (label) => label.toLowerCase()),
    ],
    ['with bold labels', text.replace(/([A-Z][\w']*(?: \d)?):/g, '**$1:**')],
    ['with bold labels, colon outside', text.replace(/\b(Name|DOB|Phone|Email|Address|Date):/g, '**$1**:')],
    ['with a bullet before each line', text.replace(/^(?=[A-Z])/gm, '- ')],
    ['with every line of blank lines doubled', text.replaceAll('\n', '\n\n')],
    ['without blank lines', text.replaceAll(/\n+/g, '\n')],
    ['with tabs between fields', text.replace(/ (?=(?:DOB|Email|Organization):)/g, '\t')],
    ['with commas between fields', text.replace(/(?<!_) (?=(?:DOB|Email|Organization):)/g, ', ')],
    ['with bars between fields', text.replace(/ (?=(?:DOB|Email|Organization):)/g, ' | ')],
    ['with births in brackets', text.replace(/DOB: (\d+\/\d+\/\d+)/g, '(DOB: $1)')],
    ['with births without a colon', text.replace(/DOB: (?=\d)/g, 'DOB ')],
    [
      'with a line to write on under each value',
      text.replace(/: (?=[A-Z0-9])/g, ': ____').replace(/(?<=\d) (?=Email)/g, '____ '),
    ],
    [
      'with wrapped labels',
      sentence('Special accommodations needed by the', 'Special accommodations needed\nby the'),
    ],
    [
      'with a title',
      `MISSOURI DEPARTMENT OF SOCIAL SERVICES\nCHILDREN’S DIVISION\nIntensive In-Home Services Community Referral\n\n${text}`,
    ],
    ['with each field on its own line', text.replace(/ (?=(?:DOB|Email|Organization):)/g, '\n')],
    [
      'with values on the next line',
      text
        .replace(/ (?=(?:DOB|Email|Organization):)/g, '\n')
        .replace(
          /^((?:Name|DOB|Email|Organization|Phone|Address|Date|Child's Name|Caregiver 1):) (?=[^_])/gm,
          '$1\n',
        ),
    ],
    [
      'with values two lines below',
      text
        .replace(/ (?=(?:DOB|Email|Organization):)/g, '\n')
        .replace(
          /^((?:Name|DOB|Email|Organization|Phone|Address|Date|Child's Name|Caregiver 1):) (?=[^_])/gm,
          '$1\n\n',
        ),
    ],
    ['with the family called parents', text.replaceAll('Caregiver', 'Parent/Guardian')],
    [
      'with numbered children',
      text.replace("Child's Name: Tom", "Child 1's Name: Tom").replace("Child's Name: _", 'Child 2: _'),
    ],
    [
      'in one line',
      sentence('Services provided', 'The following services have been provided').replace(/\s+/g, ' '),
    ],
  ])('%s', (_, changed) => {
    expect(read(changed)).toEqual(plain);
  });
});

describe('labels people write', () => {
  it.each([
    'Name: Ann Example',
    'NAME: Ann Example',
    'Name : Ann Example',
    'Full name: Ann Example',
    'Your name: Ann Example',
    "Submitter's name: Ann Example",
    'Name - Ann Example',
    'Name – Ann Example',
    'Name\nAnn Example',
    'Name:\tAnn Example',
    '1. Name: Ann Example',
    'Name: __Ann Example__',
    'Name: ..... Ann Example',
  ])('%j is the submitter’s name', (line) => {
    expect(submitterOf(line)).toMatchObject({
      intake: { submitter: { name: 'Ann Example' } },
      leftovers: [],
    });
  });

  it.each([
    ['Organization/Agency: Riverside School', 'organization', 'Riverside School'],
    ['Agency: Riverside School', 'organization', 'Riverside School'],
    ['Organisation name: Riverside School', 'organization', 'Riverside School'],
    ['Phone number: 573-555-0101', 'phone', '573-555-0101'],
    ['Phone #: (573) 555-0101 ext. 4', 'phone', '(573) 555-0101 ext. 4'],
    ['Cell phone: 573-555-0101', 'phone', '573-555-0101'],
    ['Telephone no.: 573-555-0101', 'phone', '573-555-0101'],
    ['Tel. 573-555-0101', 'phone', '573-555-0101'],
    ['E-mail: ann@example.org', 'email', 'ann@example.org'],
    ['E-Mail Address: ann@example.org', 'email', 'ann@example.org'],
    ['Email: ann@example.org<mailto:ann@example.org>', 'email', 'ann@example.org'],
    ['Email: [ann@example.org](mailto:ann@example.org)', 'email', 'ann@example.org'],
    ['Email: <ann@example.org>', 'email', 'ann@example.org'],
    ['Email: ann@example.org or a.example@example.org', 'email', 'ann@example.org or a.example@example.org'],
  ])('%j', (line, field, value) => {
    const { intake, leftovers } = submitterOf(line);
    expect(intake.submitter).toMatchObject({ [field]: value });
    expect(leftovers).toEqual([]);
  });

  it.each([
    'Caregiver 1: Dana Sample DOB: 6/21/1991',
    'Caregiver #1: Dana Sample D.O.B.: 6/21/1991',
    'Caregiver one: Dana Sample, born: x DOB: 6/21/1991'.replace(', born: x', ''),
    'Caregiver: Dana Sample DOB: 6/21/1991',
    'Caregiver 1 name: Dana Sample\nCaregiver 1 date of birth: 6/21/1991',
    "Caregiver's Name: Dana Sample\nCaregiver's DOB: 6/21/1991",
    'Caregiver (1): Dana Sample Birthdate: June 21, 1991',
    'Caregiver 1:\nName: Dana Sample\nDOB: 6/21/91',
    'Primary caregiver: Dana Sample Date of Birth: 1991-06-21'.replace('Primary c', 'C'),
    'Name: Dana Sample DOB: 21 Jun 1991',
    'Guardian: Dana Sample DOB: Jun 21 1991',
  ])('%j is a caregiver', (lines) => {
    const { intake, leftovers } = familyOf(lines);
    expect(intake.caregivers).toEqual([
      { name: 'Dana Sample', birthDate: '1991-06-21', phone: null, email: null, address: null },
    ]);
    expect(leftovers).toEqual([]);
  });

  it.each([
    "Child's Name: Tom Sample DOB: 3/14/2015\nChild's Name: Ida Sample DOB: 11/2/2018",
    'Child’s Name: Tom Sample DOB: 3/14/15\nChild’s Name: Ida Sample DOB: 11/2/18',
    'Childs name: Tom Sample D.O.B: 3/14/2015\nChilds name: Ida Sample D.O.B: 11/2/2018',
    'Child name: Tom Sample Date of birth: March 14, 2015\nChild name: Ida Sample Date of birth: Nov 2, 2018',
    'Child 1: Tom Sample DOB: 3/14/2015\nChild 2: Ida Sample DOB: 11/2/2018',
    'Child 1 name: Tom Sample\nChild 1 DOB: 3/14/2015\nChild 2 name: Ida Sample\nChild 2 DOB: 11/2/2018',
    'Child #1: Tom Sample\nDOB: 3/14/2015\nChild #2: Ida Sample\nDOB: 11/2/2018',
    "Child's Name #1: Tom Sample DOB: 3/14/2015\nChild's Name #2: Ida Sample DOB: 11/2/2018",
    'Child(ren): Tom Sample DOB: 3/14/2015\nIda Sample DOB: 11/2/2018',
    "Child's Name: Tom Sample DOB: 3/14/2015 Child's Name: Ida Sample DOB: 11/2/2018",
    "Child's Name: Tom Sample DOB 14 Mar 2015\nChild's Name: Ida Sample DOB 2018-11-02",
    'Child 1:\nName: Tom Sample\nDOB: 3/14/2015\nChild 2:\nName: Ida Sample\nDOB: 11/2/2018',
    "Child's Name:\nTom Sample\nDOB:\n3/14/2015\nChild's Name:\nIda Sample\nDOB:\n11/2/2018",
    "Child's Name: ____ DOB: ____\nChild's Name: Tom Sample DOB: 3/14/2015\nChild's Name: Ida Sample DOB: 11/2/2018",
    "Child's Name: DOB:\nTom Sample    3/14/2015\n\nChild's Name: DOB:\nIda Sample    11/2/2018",
    "Child's Name: DOB:\nTom Sample\n3/14/2015\n\nChild's Name: DOB:\nIda Sample\n11/2/2018",
  ])('%j are two children', (lines) => {
    const { intake, leftovers } = familyOf(lines);
    expect(intake.children).toEqual([
      { name: 'Tom Sample', birthDate: '2015-03-14' },
      { name: 'Ida Sample', birthDate: '2018-11-02' },
    ]);
    expect(leftovers).toEqual([]);
  });

  it.each([
    ['Address: 12 Example St\nApt 3\nColumbia, MO 65201', '12 Example St, Apt 3, Columbia, MO 65201'],
    ['Address:\n12 Example St,\nColumbia', '12 Example St, Columbia'],
    ['Address: 12 Example St Apt 3', '12 Example St Apt 3'],
    ['Home address: no fixed address, stays at 5 Example Ln', 'no fixed address, stays at 5 Example Ln'],
  ])('%j', (lines, address) => {
    const { intake, leftovers } = familyOf(`Caregiver 1: Dana Sample\n${lines}`);
    expect(intake.caregivers[0]?.address).toBe(address);
    expect(leftovers).toEqual([]);
  });
});

describe('names stay as typed', () => {
  it.each([
    'Nguyễn Thị Lan (mother)',
    'María Muñoz-García',
    "O'Neil",
    'O’Neil, Pat',
    'Hadžić Đenan',
    'mckenzie van der SAMPLE',
    'Dr. A. B. Example Jr.',
    '李小明',
    'سارة',
    'X Æ A-12 Sample',
    'Phone Sample',
    'Address Example',
    'Child Sample',
  ])('%s', (name) => {
    const { intake, leftovers } = read(filledForm({ caregiver: name, child: name, name }));
    expect([intake.submitter.name, intake.caregivers[0]?.name, intake.children[0]?.name]).toEqual([
      name,
      name,
      name,
    ]);
    expect(leftovers).toEqual([]);
  });

  it('composed, and with single spaces', () => {
    const typed = 'Nguyễn   Thị  Lan'.normalize('NFD');
    expect(read(filledForm({ child: typed })).intake.children[0]?.name).toBe(
      'Nguyễn Thị Lan'.normalize('NFC'),
    );
  });
});

describe('what cannot be taken is null and a problem', () => {
  it.each([
    '2/30/2015',
    '13/2/2015',
    '10/6/2026',
    '3/14/1890',
    '3/14/0015',
    '3/14',
    'March 2015',
    'about 11',
    '11',
    '3/14/2015 or 3/15/2015',
    '3/14/2015?',
    'yesterday',
  ])('the date of birth %j', (childBorn) => {
    const { intake, problems } = read(filledForm({ childBorn }));
    expect(intake.children).toEqual([{ name: 'Tom Sample', birthDate: null }]);
    expect(problems).toEqual([{ field: 'children[0].birthDate', kind: 'unreadable', text: childBorn }]);
  });

  it.each([
    ['3/14/2015', []],
    ['3-14-2015', []],
    ['14 March 2015', []],
    ['Saturday, March 14, 2015', []],
    ['3/14/2015 (11 years)', ['3/14/2015 (11 years)']],
    ['3/14/15, age 11', ['3/14/15, age 11']],
    ['March 14, 2015 - 5th grade', ['March 14, 2015 - 5th grade']],
  ])('but the date of birth %j can, and a remark is kept', (childBorn, leftovers) => {
    const reading = read(filledForm({ childBorn }));
    expect(reading.intake.children[0]?.birthDate).toBe('2015-03-14');
    expect(reading).toMatchObject({ leftovers, problems: [] });
  });

  it.each([
    ['phone', 'call the office', 'submitter.phone'],
    ['email', 'ask me', 'submitter.email'],
    ['spoke', 'last week', 'discussedOn'],
    ['spoke', '10/6/2026', 'discussedOn'],
    ['spoke', 'not yet', 'discussedOn'],
    ['date', '10/6/2026', 'receivedAt'],
    ['date', '10/2/2025', 'receivedAt'],
    ['date', 'Friday', 'receivedAt'],
    ['caregiverBorn', '1/1/2030', 'caregivers[0].birthDate'],
    ['caregiverPhone', '555', 'caregivers[0].phone'],
    ['caregiverEmail', 'dana at example', 'caregivers[0].email'],
  ])('%s %j', (value, text, field) => {
    expect(read(filledForm({ [value]: text })).problems).toContainEqual({ field, kind: 'unreadable', text });
  });

  it.each([
    ['caregiver', 'caregivers[0].name'],
    ['caregiverPhone', 'caregivers[0].phone'],
    ['address', 'caregivers[0].address'],
    ['childBorn', 'children[0].birthDate'],
    ['date', 'receivedAt'],
  ])('%s "N/A" is missing, with what stood there', (value, field) => {
    expect(read(filledForm({ [value]: 'N/A' })).problems).toEqual([{ field, kind: 'missing', text: 'N/A' }]);
  });
});

describe('what is missing is named', () => {
  it.each([
    [{ date: '' }, ['receivedAt']],
    [{ name: '' }, []],
    [{ organization: '____' }, []],
    [{ name: '', organization: '' }, ['submitter.name']],
    [{ phone: '' }, []],
    [{ phone: '', email: '' }, ['submitter.phone']],
    [{ caregiver: '____' }, ['caregivers[0].name']],
    [{ caregiverPhone: '' }, ['caregivers[0].phone']],
    [{ address: '' }, ['caregivers[0].address']],
    [{ child: '____' }, ['children[0].name']],
    [{ child: '____', childBorn: '____' }, ['children[0].name']],
    [{ childBorn: '' }, ['children[0].birthDate']],
    [{ reason: '' }, ['reason']],
    [{ services: '', accommodations: '' }, []],
    [{ spoke: '____' }, ['discussedOn']],
    [{ accommodations: 'Spanish interpreter' }, ['language']],
    [{ accommodations: 'ASL' }, ['language']],
    [{ accommodations: 'no interpreter needed' }, []],
    [{ accommodations: 'wheelchair' }, []],
  ])('%j: %j', (values, fields) => {
    const { problems } = read(filledForm(values));
    expect(problems.map(({ field }) => field)).toEqual(fields);
    expect(problems.every(({ kind }) => kind === 'missing')).toBe(true);
  });

  it.each([
    [filledForm(), true],
    [filledForm({ name: '', organization: '', caregiver: '', child: '' }), false],
    [filledForm({ name: '', organization: 'Riverside', caregiver: '', child: '' }), true],
    [filledForm({ name: '', organization: '', caregiver: '' }), true],
    ['', false],
    ['Dear gatekeeper, please call me.', false],
  ])('a form is readable when someone is named', (text, readable) => {
    expect(isReadable(read(text))).toBe(readable);
  });
});

describe('when it was received', () => {
  it.each([
    ['10/5/2026', '2026-10-05T14:00:00Z'],
    ['10/4/2026', '2026-10-04T05:00:00Z'],
    ['10/4/26', '2026-10-04T05:00:00Z'],
    ['October 4, 2026', '2026-10-04T05:00:00Z'],
    ['2026-10-04', '2026-10-04T05:00:00Z'],
    ['12/31/2025', '2025-12-31T06:00:00Z'],
    ['10/4/2026 3:15 pm', '2026-10-04T20:15:00Z'],
    ['10/4/2026 at 15:15', '2026-10-04T20:15:00Z'],
  ])('"%s" is %s', (date, receivedAt) => {
    expect(read(filledForm({ date })).intake.receivedAt).toBe(receivedAt);
  });
});

describe('prose', () => {
  it('is unwrapped, with its paragraphs and lists', () => {
    const reason =
      'The first sentence goes on and on until the mail program\nwraps it.\n\nA second paragraph.\n- one\n- two\nShort line\nanother';
    expect(read(filledForm({ reason })).intake.reason).toBe(
      'The first sentence goes on and on until the mail program wraps it.\n\nA second paragraph.\n- one\n- two\nShort line\nanother',
    );
  });

  it.each([
    'Name: calling is what the father does.\nPhone: cut off.',
    'Caregiver 1: drinks.\nCaregiver 2: is away.',
    "Child's Name: is shouted at night.",
    'Services have been refused. The date you spoke of has passed.',
    'The address: not known to the school.\nDate: every Friday.',
    'Mother: works nights.\nReason: no child care.',
    'What is the reason for referral? Fear.',
  ])('keeps what only looks like a label: %j', (reason) => {
    const reading = read(filledForm({ reason }));
    expect(reading).toEqual({ ...plain, intake: { ...plain.intake, reason } });
  });
});

describe('what fits no field is left over', () => {
  it.each([
    ['Hello,\nplease see below.\n\n', ['Hello,', 'please see below.']],
    [
      'Phone: 573-555-0199\nName: Forwarding Example\n\n',
      ['Phone: 573-555-0199', 'Name: Forwarding Example'],
    ],
    [
      'From: Ann Example <ann@example.org>\nSent: Friday, October 2, 2026 9:15 AM\nTo: Gatekeeper\nSubject: Name: referral\n\n',
      [
        'From: Ann Example <ann@example.org>',
        'Sent: Friday, October 2, 2026 9:15 AM',
        'To: Gatekeeper',
        'Subject: Name: referral',
      ],
    ],
    [
      'Date: Fri, 2 Oct 2026 09:15:00 -0500\nFrom: ann@example.org\nTo: gate@example.org,\n other@example.org\nSubject: Form\n\n',
      [
        'Date: Fri, 2 Oct 2026 09:15:00 -0500',
        'From: ann@example.org',
        'To: gate@example.org,',
        'other@example.org',
        'Subject: Form',
      ],
    ],
  ])('above the form: %j', (above, leftovers) => {
    expect(read(above + filledForm())).toEqual({ ...plain, leftovers });
  });

  it('below the form', () => {
    const after = '\nThanks\n--\nAnn Example\nPhone: 573-555-0101\nName: Ann\n';
    const leftovers = ['Thanks', 'Ann Example', 'Phone: 573-555-0101', 'Name: Ann'];
    expect(read(filledForm({ after }))).toEqual({ ...plain, leftovers });
  });

  it.each([
    ['Dana Sample\nRelationship: mother', 'Relationship: mother'],
    ['Dana Sample\nlives with her aunt', 'lives with her aunt'],
    ['Dana Sample\nCircuit: 13', 'Circuit: 13'],
  ])('within it: %j', (caregiver, leftover) => {
    expect(familyOf(`Caregiver 1: ${caregiver}`).leftovers).toEqual([leftover]);
  });

  it('a second value for the same field', () => {
    const { intake, leftovers } = submitterOf('Phone: 573-555-0101\nCell phone: 573-555-0102');
    expect(intake.submitter.phone).toBe('573-555-0101');
    expect(leftovers).toEqual(['Cell phone: 573-555-0102']);
  });

  it('values that could belong to either of two empty fields', () => {
    expect(submitterOf('Name: Organization:\nAnn Example, Riverside School')).toMatchObject({
      intake: { submitter: { name: null, organization: null } },
      leftovers: ['Ann Example, Riverside School'],
    });
  });
});

describe('several forms in one text', () => {
  const other = filledForm({ child: 'Ida Example', caregiver: 'Lee Example' });
  const blank = filledForm({
    ...{ date: '', name: '', organization: '', phone: '', email: '', caregiver: '', caregiverBorn: '' },
    ...{
      caregiverPhone: '',
      caregiverEmail: '',
      address: '',
      child: '',
      childBorn: '',
      reason: '',
      services: '',
    },
    ...{ accommodations: '', spoke: '', box: '- Yes—' },
  });
  const names = (text: string) =>
    readFormTexts(text, facts).map(({ reading }) => reading.intake.children.map(({ name }) => name));

  it.each([
    ['two families', filledForm() + other, [['Tom Sample'], ['Ida Example']]],
    ['with the blank form above', blank + filledForm(), [['Tom Sample']]],
    ['with the blank form below', filledForm() + blank, [['Tom Sample']]],
    ['the same quoted again', `${filledForm()}\n${filledForm().replace(/^/gm, '> ')}`, [['Tom Sample']]],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('keeps with each form its own part of the text, and with one alone all of it', () => {
    const cover = 'Two families today.\n';
    expect(readFormTexts(cover + filledForm() + blank + other, facts).map(({ text }) => text)).toEqual(
      [cover + filledForm() + blank, other].map((text) => text.trim()),
    );
    expect(readFormTexts(filledForm() + blank, facts).map(({ text }) => text)).toEqual([
      filledForm() + blank,
    ]);
  });

  it('never mixes families: read as one form, the second is left over', () => {
    const { intake, leftovers } = read(filledForm() + other);
    expect(intake).toEqual(plain.intake);
    expect(leftovers).toContain("Child's Name: Ida Example DOB: 3/14/2015");
  });
});

it('gives what stands under a second name to the next person, never to the one before', () => {
  const { intake } = familyOf(
    'Caregiver 1: Dana Sample\nCaregiver 1: Lee Sample DOB: 2/9/1988\nChild 1: Tom Sample\nChild 1: Ida Sample DOB: 11/2/2018',
  );
  expect(intake.caregivers.map(({ name, birthDate }) => [name, birthDate])).toEqual([
    ['Dana Sample', null],
    ['Lee Sample', '1988-02-09'],
  ]);
  expect(intake.children.map(({ name, birthDate }) => [name, birthDate])).toEqual([
    ['Tom Sample', null],
    ['Ida Sample', '2018-11-02'],
  ]);
});

it('drops the form’s own sentences, re-wrapped or not, and nothing that is near them', () => {
  const own =
    'If there are concerns for the immediate or imminent safety of the child(ren) in\nquestion, a hotline should be made to the Children’s Division Child Abuse and Neglect Hotline by calling 1-800-392-3738.';
  const changed = own.replace('imminent safety', 'imminent well-being');
  expect(statementOf(own)).toEqual({ begins: 'if there', words: 36, digest: '58a83bec78d2' });
  expect(read(filledForm({ after: own }))).toEqual(plain);
  expect(read(filledForm({ after: `Call me first. ${own} Thank you.` })).leftovers).toEqual([
    'Call me first.',
    'Thank you.',
  ]);
  expect(read(filledForm({ after: changed })).leftovers).toEqual(changed.split('\n'));
});

it('finds the agreement where it is wrapped', () => {
  const wrapped = agreementLine.replace('with the family', 'with\nthe family');
  expect(read(filledForm().replace(agreementLine, wrapped))).toEqual(plain);
});

it('goes past a line of a million dashes, which once took the square of that', () => {
  const { intake } = readFormText(filledForm({ after: '-'.repeat(1_000_000) }), facts);
  expect(intake.familyAgrees).toBe(true);
});

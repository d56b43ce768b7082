import type { Command } from '../../src/cli/json/schemas/commands.ts';
import { sample } from './program.ts';

/**
 * A day's work as somebody would write it who has read what the commands take and give, and nothing else. Each
 * step names its command; the first step of a command is its example in docs/json.md.
 */
export interface Step {
  command: Command;
  args: string[];
  stdin?: unknown;
  /** Text on stdin, where that is no JSON. */
  text?: string;
  now?: string;
}

const step = (command: Command, ...args: string[]): Step => ({
  command,
  args: [...command.split(' '), ...args],
});
const given = (stdin: unknown, { args, ...rest }: Step): Step => ({ ...rest, args, stdin });
const table = (text: string, rest: Step): Step => ({ ...rest, text });
const later = (now: string, rest: Step): Step => ({ ...rest, now });

/** Every criterion answered, one of them with a note. */
export const answers = {
  situation: 'yes',
  imminent_risk: 'yes',
  family_accepts: 'yes',
  safety_assured: { answer: 'yes', note: 'the father has left' },
  child_at_home: 'yes',
  authorized: 'yes',
};

const screen = (id: string, more: Record<string, unknown> = {}): Step =>
  given({ ...answers, ...more }, step('referral screen', id, '--answers', '-'));

const form = (name: string, ...more: string[]): Step => step('referral add', '--from', sample(name), ...more);

/** A referral with every field that can be given. */
export const wholeReferral = {
  source: 'division',
  program: 'IIS',
  receivedAt: '2026-10-05T13:20:00Z',
  submitter: {
    name: 'Drew Example',
    organization: 'Children’s Division (fictional worker)',
    phone: '573-555-0110',
    email: 'drew@example.org',
  },
  family: {
    caregivers: [
      {
        name: 'Robin Sample',
        birthDate: '1992-12-24',
        phone: '573-555-0161',
        email: 'robin@example.org',
        address: '3 Sample Lane, Columbia',
      },
    ],
    children: [{ name: 'Alva Sample', birthDate: '2014-01-31' }],
  },
  reason: 'The school reports hunger and bruises.',
  servicesProvided: 'Food pantry.',
  accommodations: 'Spanish interpreter',
  discussedOn: '2026-10-04',
  familyAgrees: true,
  county: 'Boone',
  priority: 'high',
  situation: 'neglect',
  language: 'es',
  interpreterArranged: false,
  tapa: { date: '2026-10-02' },
  divisionInvolvement: 'tapa',
  safetyConcern: false,
};

const plain = (name: string, more: object = {}) => ({
  ...wholeReferral,
  family: { caregivers: [{ name: `${name} Example` }], children: [{ name: `Lin ${name}` }] },
  tapa: null,
  divisionInvolvement: 'investigation',
  language: 'en',
  ...more,
});

const reunifying = [
  ...['in_custody', 'long_stay_likely', 'good_chance', 'site'],
  ...['family_accepts', 'safety_assured', 'authorized'],
];
const caseDay = '2026-10-06T14:00:00Z';
const caseEnd = '2026-11-09T16:00:00Z';
const afterMonths = '2027-02-10T16:00:00Z';

/** A case from the first visit to the follow-up, and what can happen on the way. */
const caseScript: Step[] = [
  step('case list'),
  step('list cases', '--private'),
  later(caseDay, step('case seen', '2', '--at', '10/6/2026 8:30am')),
  later(caseDay, step('case seen', '3', '--at', '10/6/2026 8:30am')),
  later(caseDay, step('case accept', '2')),
  later(caseDay, step('case decline', '3', '--reason', 'safety_not_assured', '--screening-hours', '2.5')),
  later(caseDay, step('case goal', '2', '--goal', 'regular meals', '--measure', 'food at 4 of 4 visits')),
  later(caseDay, step('case hours', '2', '--kind', 'face_to_face', '--hours', '2:30')),
  later(caseDay, step('case staffing', '2', '--who', 'specialist,supervisor', '--next', '10/20/2026')),
  later(caseDay, step('case unsafe', '2', '--note', 'the partner is back')),
  later(caseDay, step('case settle', '2', '--how', 'safety plan made')),
  later(caseDay, step('case placed', '2', '--on', '10/6/2026')),
  later(caseDay, step('case transfer', '2', '--specialist', 'lee', '--reason', 'kim is away')),
  later(caseDay, step('case transfer', '2', '--specialist', 'kim', '--reason', 'kim is back')),
  later(
    caseEnd,
    step('case extend', '2', '--until', '11/30/2026', '--approved-by', 'Jo Sample', '--reason', 'the move'),
  ),
  later(caseEnd, step('case goal', '2', '--number', '1', '--met', 'yes')),
  later(
    caseEnd,
    step('case close', '2', '--reason', 'goals_met', '--intact', 'yes', '--whereabouts', 'home'),
  ),
  later(caseEnd, step('case reopen', '2', '--reason', 'closed by mistake')),
  later(
    caseEnd,
    step('case close', '2', '--reason', 'goals_met', '--intact', 'yes', '--whereabouts', 'home'),
  ),
  later(afterMonths, step('case abuse', '2', '--confirmed', 'no')),
  later(
    afterMonths,
    step('case followup', '2', '--month', '3', '--reached', 'yes', '--abuse', 'no', '--placed', 'no'),
  ),
  step('settings set', '--ifrs-circuit', '13'),
  given(plain('Gus', { program: 'IFRS' }), step('referral add', '--from', '-')),
  given(
    Object.fromEntries(reunifying.map((id) => [id, 'yes'])),
    step('referral screen', 'Gus', '--answers', '-'),
  ),
  step('match', '--program', 'IFRS', '--yes'),
  later(caseDay, step('case seen', 'Gus', '--at', '10/6/2026 8:30am')),
  later(caseDay, step('case accept', 'Gus')),
  later(caseDay, step('case visit', 'Gus')),
  later(caseDay, step('case home', 'Gus')),
  step('case show', '2'),
  step('case show', '2', '--private'),
];

export const script: Step[] = [
  step(
    'settings set',
    ...[
      '--circuit',
      '13',
      '--name',
      'Kim Example',
      '--initials',
      'KE',
      '--zone',
      'America/Chicago',
      '--accessible',
      'no',
    ],
    ...['--phone', '573-555-0100', '--email', 'kim@example.org'],
    ...['--take', 'delinquency,severe_emotional_disturbance'],
  ),
  step('settings'),
  step(
    'specialist add',
    ...['--code', 'kim', '--name', 'Kim Sample', '--program', 'IIS', '--circuit', '13'],
    ...[
      '--county',
      'Boone,Callaway',
      '--language',
      'en,es',
      '--takes',
      'delinquency,severe_emotional_disturbance',
    ],
    ...['--agency', 'Example Family Services', '--phone', '573-555-0150', '--email', 'kim@example.org'],
  ),
  step('specialist add', '--code', 'lee', '--name', 'Lee Sample', '--program', 'IIS', '--circuit', '13'),
  step('specialist add', '--code', 'ifa', '--name', 'Ifa Sample', '--program', 'IFRS', '--circuit', '13,19'),
  step('specialist edit', 'lee', '--phone', '573-555-0151', '--language', 'en,vi'),
  step('specialist list'),
  step('specialist show', 'kim'),

  form('01-complete.txt', '--county', 'Boone', '--priority', 'imminent', '--situation', 'abuse'),
  form('02-next-line-values.txt'),
  form('03-missing-fields.txt'),
  form('04-family-has-not-agreed.txt'),
  form('05-four-children-two-caregivers.txt'),
  form('06-names-vietnamese.txt'),
  form('07-names-spanish.txt'),
  form('08-names-bosnian.txt'),
  form('09-safety-concern-forwarded.txt'),
  form('10-division-referral.json'),
  form('11-batch.json'),
  given(wholeReferral, step('referral add', '--from', '-')),
  given(
    ['Ari', 'Bea', 'Cal', 'Dee', 'Eva'].map((name) => plain(name)),
    step('referral add', '--from', '-'),
  ),
  given([plain('Fay', { language: 'Bosnian' })], step('referral add', '--from', '-')),
  step(
    'referral add',
    '--from',
    sample('01-complete.txt'),
    sample('11-batch.json'),
    sample('.'),
    '--dry-run',
  ),
  step(
    'referral add',
    '--from',
    sample('11-batch.json'),
    sample('../programs/iis.json'),
    '--skip-unreadable',
  ),
  step('find', 'hadzich'),
  step('find', 'sample', '13', '--all'),
  step('find', 'nobody', '--private'),
  step('list referrals'),
  step('referral list', '--status', 'received'),

  step(
    'referral contact',
    '1',
    '--at',
    '2026-10-05 9:00',
    '--outcome',
    'reached',
    '--note',
    'confirmed the dates',
  ),
  step('referral contact', '2', '--outcome', 'no_answer'),
  step('referral contact', '2', '--outcome', 'message'),
  step('referral edit', '2', '--county', 'Callaway', '--priority', 'high'),
  step('referral edit', '2', '--private', '--caregiver', 'Jo Sample-Example'),
  screen('1'),
  given(
    { situation: 'yes', imminent_risk: { answer: 'unknown', note: 'the worker is to say' } },
    step('referral screen', 'R26-0002', '--answers', '-'),
  ),
  screen('r26-10', { child_at_home: 'no' }),
  ...['14', '15', '16', '17', '18', '19', '20'].map((id) => screen(id)),
  screen('12', { imminent_risk: 'no', safety_assured: { answer: 'no', note: 'threats' } }),
  step('referral faces', '1', '--number', '1234567', '--on', '2026-10-05'),
  step('referral faces', '12', '--denial'),

  step('match', '--dry-run'),
  step('match', '--yes'),
  step('list openings'),
  step('fund budget', '--circuit', '13', '--amount', '1000'),
  step(
    'fund request',
    '1',
    '--kind',
    'rent',
    '--item',
    'October rent',
    '--amount',
    '412.50',
    '--why',
    'They would lose the home.',
    '--tried',
    'the church',
    '--by',
    'kim',
  ),
  step('fund decide', 'E26-0001', '--decision', 'approved', '--amount', '400'),
  step('fund pay', 'E26-0001', '--amount', '350', '--to', 'Sample Rentals'),
  step('fund show', 'E26-0001', '--private'),
  step('fund list'),
  step('report year'),
  step('report timeliness'),
  step('report outcomes'),
  step('report fund'),
  step('report capacity', '--circuit', '13'),
  step('fund close', 'E26-0001', '--note', 'the rest is not needed'),
  step('fins add', '20', '--need', 'a specialist or an interpreter for Bosnian'),
  step('fins add', '18', '--need', 'evening visits'),
  step('fins add', '19'),
  step('fcs offer', '20', '--on', '2026-10-05'),
  step('fcs answer', '20', '--answer', 'declined', '--on', '2026-10-05'),
  step('fcs offer', '18'),
  step('fcs answer', '18', '--answer', 'accepted', '--on', '2026-10-05'),
  step(
    'tapa add',
    '--family',
    'Ola Sample',
    '--on',
    '2026-10-02',
    '--county',
    'Boone',
    '--worker',
    'Drew Example',
  ),
  step('tapa add', '--family', 'Uma Sample', '--on', '2026-10-01', '--written', '2026-10-02'),
  step('tapa written', 'T0001', '--on', '2026-10-05'),
  step('tapa written', '10', '--on', '2026-10-05'),
  step('tapa list'),
  step('today'),
  step('today', '--private'),
  step('list due'),
  step('why', '18', 'review'),
  step('why', 'kim'),
  step('why', 'T0001'),
  step('why', 'E26-0001'),
  step('tapa refer', 'T0001', '--referral', '13'),
  step('tapa end', 'T0002', '--reason', 'moved_away'),
  step('tapa end', '13', '--on', '2026-10-05'),
  step('tapa list', '--all', '--private'),
  ...['1', '2', '3', '12', '13', '18', '20'].map((id) => step('why', id)),
  step('why', '20', '--private'),
  step('list fins'),
  step('list fins --since', '10/1/2026'),
  later('2026-10-12T14:00:00Z', step('list fins', '--overdue')),
  later('2026-10-12T14:00:00Z', step('match', '--dry-run')),
  step('fins review', '20', '--decision', 'keep', '--priority', 'high', '--note', 'no change'),
  step('fins review', '18', '--decision', 'match', '--priority', 'imminent', '--note', 'risk has risen'),
  step('fins review', '19', '--decision', 'fcs', '--priority', 'moderate'),
  step('referral withdraw', '1', '--reason', 'need_met', '--note', 'the grandmother has moved in'),
  step('match', '18', '--yes'),
  step('match', '--program', 'IFRS', '--dry-run'),
  step('fins remove', '20', '--reason', 'moved_away'),
  step('fins add', '20'),
  step('fins review', '20', '--decision', 'remove', '--priority', 'moderate', '--reason', 'need_met'),
  step('match', '--dry-run'),
  step('fins add', '20'),
  step('referral return', '3', '--reason', 'information_missing', '--note', 'Which school?'),
  step('referral close', '12', '--reason', 'fcs_accepted'),
  step('list fins --since', 'today', '--private'),
  step('referral show', '18'),
  step('referral show', '1'),
  step('referral show', '10', '--faces'),
  step('referral show', '12', '--faces', '--private'),
  step('referral show', '13', '--faces', '--number', '1234568'),

  ...caseScript,

  step('export referrals'),
  step('export referrals', '--private'),
  step('export fins'),
  step('export cases'),
  step('export cases', '--csv', '--out', 'cases.csv'),
  step('export specialists'),
  table(
    'Date received,Referred by,Parent name,Child name,County,Worker\n' +
      '10/1/2026,Ann Example,Pam Example,Kai Example,Boone,Lee\n' +
      '10/1/2026,Ann Example,Pam Example,Kai Example,Boone,Lee\n',
    step('import referrals', '-', '--map', 'Worker=note'),
  ),
  table(
    'Code,Name,Languages,Team\nlee,Lee Sample,en,A\nmai,Mai Sample,en; vi,A\n',
    step('import specialists', '-', '--map', 'Team=-', '--dry-run'),
  ),

  step('specialist leave', 'lee', '--from', '2026-10-05', '--until', '2026-10-09', '--cases', 'keep'),
  step('list openings', '--private'),
  step('specialist return', 'lee'),
  step('specialist edit', 'ifa', '--supervisor', 'Pat Example'),
  step('specialist training', 'ifa', '--hours', '7.5', '--on', '2026-10-01', '--note', 'core skills'),
  step('specialist training'),
  step('referral close', '16', '--reason', 'moved_away'),
  step('match', '19', '--specialist', 'lee', '--reason', 'knows the family'),
  step('specialist end', 'lee', '--on', '2026-10-05', '--reason', 'moves away', '--cases', 'give-back'),
  step('list specialists', '--all'),
  step('history', '18', '--last', '2'),
  step('history', 'kim'),
  step('history', '--private'),
  step('history', 'F0001'),
  step('history --page', '1'),
  step('history --page', 'F0001', '--private'),
  step('history', '10/5/2026', '--by', 'kl', '--last', '3'),
  step('referral edit', '2', '--priority', 'moderate'),
  step('undo', '--yes'),
  step('referral list', '--all', '--private'),
  step('policy', 'IFRS'),
  step('policy'),
  step('circuits', 'Boone'),
  step('circuits'),
  step('demo'),
  step('form blank', '--out', 'referral.pdf', '--yes'),
  step('form fill', '18', '--out', 'R26-0018.pdf', '--yes'),
  step('list fins', '--pdf', 'fins.pdf', '--yes'),
  step('completion', 'fish'),
];

import { join } from 'node:path';
import iis from '../../data/programs/iis.json';
import type { Instant } from '../rules/time.ts';

/** One command of the demo, with a word on what it is for. */
export interface DemoStep {
  /** From this step on the clock stands here, a few minutes further with each. */
  now?: Instant;
  title?: string;
  words?: string;
  argv: readonly string[];
}

/** The Monday morning on which the demo plays, 9 AM in circuit 13. */
export const demoDay = '2026-10-05T14:00:00Z' as Instant;

const specialist = (code: string, name: string, ...more: string[]): DemoStep => ({
  argv: ['specialist', 'add', '--code', code, '--name', name, '--program', 'IIS', ...more],
});

const criteria = iis.criteria.map(({ id }) => id);

const screen = (id: string, answers: Record<string, string> = {}): DemoStep => ({
  argv: ['referral', 'screen', id, ...criteria.flatMap((c) => ['--answer', `${c}=${answers[c] ?? 'yes'}`])],
});

const clock = (at: string): Instant => at as Instant;

/** One family all the way: the clock goes forward with it. */
const toTheEnd: readonly DemoStep[] = [
  {
    title: 'One family, all the way',
    words: 'The next morning: the specialist has seen the family within 24 hours, and takes it.',
    now: clock('2026-10-06T14:00:00Z'),
    argv: ['case', 'seen', '1', '--at', '10/6/2026 8am'],
  },
  { argv: ['case', 'accept', '1'] },
  {
    argv: [
      ...['case', 'goal', '1', '--goal', 'regular meals', '--measure'],
      'food in the house at 4 of 4 visits',
    ],
  },
  {
    words: 'A week later: hours are kept by day, and a staffing agrees on the next one.',
    now: clock('2026-10-13T21:00:00Z'),
    argv: ['case', 'hours', '1', '--on', '10/12/2026', '--kind', 'face_to_face', '--hours', '9'],
  },
  { argv: ['case', 'staffing', '1', '--who', 'specialist,supervisor', '--next', '10/27/2026'] },
  {
    words: 'A warning stays first on the sheet until somebody says how it was dealt with.',
    now: clock('2026-10-20T14:00:00Z'),
    argv: ['case', 'unsafe', '1', '--note', 'the stepfather is back'],
  },
  { argv: ['case', 'settle', '1', '--how', 'he has left; a safety plan is signed'] },
  {
    words: 'Five weeks after the start: the goal is met, and the place is free at once.',
    now: clock('2026-11-10T16:00:00Z'),
    argv: ['case', 'goal', '1', '--number', '1', '--met', 'yes'],
  },
  {
    argv: [
      ...['case', 'close', '1', '--reason', 'goals_met', '--intact', 'yes', '--whereabouts', 'home'],
      ...['--follow-up', 'family therapy'],
    ],
  },
  {
    words:
      'Three months later nobody is reached, which is never counted as a success; after six and twelve the family is.',
    now: clock('2027-02-10T16:00:00Z'),
    argv: ['case', 'followup', '1', '--reached', 'no'],
  },
  {
    now: clock('2027-05-10T16:00:00Z'),
    argv: ['case', 'followup', '1', '--reached', 'yes', '--abuse', 'no', '--placed', 'no'],
  },
  {
    now: clock('2027-11-10T16:00:00Z'),
    argv: ['case', 'followup', '1', '--reached', 'yes', '--abuse', 'no', '--placed', 'no'],
  },
  { argv: ['case', 'show', '1'] },
];

/** A morning in a fictional circuit, from its set-up to the reviewed list, then one family until a year after its case; `samples` is the folder of forms. */
export const demoSteps = (samples: string): DemoStep[] => {
  const form = (file: string, county: string, priority: string, ...more: string[]): DemoStep => ({
    argv: [
      'referral',
      'add',
      '--from',
      join(samples, file),
      '--county',
      county,
      '--priority',
      priority,
      ...more,
    ],
  });
  return [
    {
      title: 'Setting up',
      words: 'Whose desk this is, and who can take families. Everyone in this demo is made up.',
      argv: ['settings', 'set', '--circuit', '13', '--name', 'Kim Example', '--initials', 'KE'],
    },
    specialist('ana', 'Ana Sample', '--language', 'en,es', '--agency', 'Example Family Services'),
    specialist('ben', 'Ben Sample', '--agency', 'Example Family Services'),
    specialist('chi', 'Chi Sample', '--language', 'en,vi', '--county', 'Boone', '--agency', 'Sample House'),
    { argv: ['list', 'openings'] },
    {
      title: 'Referrals come in',
      words:
        'Filled forms as they arrive by email. What is missing or unreadable is named; nothing is guessed.',
      ...form('01-complete.txt', 'Boone', 'imminent', '--situation', 'abuse'),
    },
    form('02-next-line-values.txt', 'Callaway', 'high', '--situation', 'neglect'),
    form('03-missing-fields.txt', 'Boone', 'high', '--situation', 'status_offense'),
    {
      words: 'A family that has not agreed is not screened; the form is kept, and can be taken up again.',
      ...form('04-family-has-not-agreed.txt', 'Boone', 'moderate'),
    },
    form('05-four-children-two-caregivers.txt', 'Boone', 'moderate', '--situation', 'neglect'),
    form('06-names-vietnamese.txt', 'Boone', 'imminent', '--situation', 'abuse', '--language', 'vi'),
    form('07-names-spanish.txt', 'Callaway', 'high', '--situation', 'neglect', '--language', 'es'),
    form('08-names-bosnian.txt', 'Boone', 'high', '--situation', 'neglect', '--language', 'bs'),
    form(
      '09-safety-concern-forwarded.txt',
      'Boone',
      'imminent',
      '--situation',
      'abuse',
      '--safety-concern',
      'yes',
    ),
    {
      words: 'The Division’s own staff send JSON; a TAPA makes a referral obligatory.',
      argv: ['referral', 'add', '--from', join(samples, '10-division-referral.json')],
    },
    { argv: ['referral', 'list'] },
    {
      title: 'Contact and screening',
      words: 'The submitter is contacted, and each criterion is answered: yes, no, or not known.',
      argv: [
        'referral',
        'contact',
        '1',
        '--outcome',
        'reached',
        '--note',
        'confirmed the bruises and the dates',
      ],
    },
    screen('1'),
    screen('3', { family_accepts: 'unknown', imminent_risk: 'unknown' }),
    screen('2'),
    screen('5', { imminent_risk: 'no' }),
    screen('6'),
    screen('7'),
    screen('8'),
    screen('9'),
    screen('10'),
    {
      title: 'Matching',
      words: 'The best set of families for the openings there are. Nothing is saved by a dry run.',
      argv: ['match', '--dry-run'],
    },
    { argv: ['match', '--yes'] },
    {
      title: 'Who could not be served',
      words:
        'No specialist speaks Bosnian. The family goes on the Families in Need of Services list, and FCS is offered.',
      argv: ['fins', 'add', '8', '--need', 'a specialist or an interpreter for Bosnian'],
    },
    { argv: ['fcs', 'offer', '8'] },
    { argv: ['fcs', 'offer', '5'] },
    { argv: ['list', 'fins'] },
    {
      title: 'Things change',
      words: 'One family’s crisis is resolved, and its place is free. An interpreter is found for another.',
      argv: ['referral', 'withdraw', '2', '--reason', 'need_met'],
    },
    { argv: ['referral', 'edit', '8', '--interpreter', 'yes'] },
    {
      words: 'A family on the list is placed only on a fresh review.',
      argv: [
        'fins',
        'review',
        '8',
        '--decision',
        'match',
        '--priority',
        'imminent',
        '--note',
        'interpreter found; risk has risen',
      ],
    },
    { argv: ['match', '8', '--yes'] },
    { argv: ['list', 'openings'] },
    { argv: ['history', '8'] },
    ...toTheEnd,
  ];
};

/** What is worth typing after the demo, with its database. */
export const tryNext = (database: string): string[] => {
  const named = /\s/.test(database) ? `"${database}"` : database;
  return [
    `  iis list fins --db ${named}`,
    `  iis referral show 1 --db ${named}`,
    `  iis referral screen 3 --db ${named}`,
    `  iis report year --sfy 2027 --db ${named}`,
    `  iis referral add --db ${named}          (asked step by step)`,
    '  iis policy                              (every number and criterion, with its source)',
    '',
    'For your own desk, leave out --db: iis settings set',
  ];
};

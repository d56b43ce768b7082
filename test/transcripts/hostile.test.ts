import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import iis from '../../data/programs/iis.json';
import { newOffice, type Office, type Shown } from '../cli/program.ts';

/** Names and notes that would command a terminal, in every field: what reaches it must only show. */

const csi = '\x1b[2J\x1b[1;1H\x9b31m';
const links = '\x1b]8;;http://example.test\x07here\x1b]8;;\x07\x1b]52;c;cm0=\x07';
const turned = '\u202egnp.exe\u2066\u200b\u200f\ufeff\r\x07\x85';
const hostile = (word: string): string => `${word}${csi}${links}${turned}`;

/** Whatever does more than show; a line feed ends a line. */
const commanding =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

const person = { birthDate: '1990-05-06', phone: hostile('573-555-0101'), email: hostile('x@example.org') };
const referral = {
  source: 'community',
  submitter: {
    name: hostile('Ann'),
    organization: hostile('School'),
    phone: person.phone,
    email: person.email,
  },
  family: {
    caregivers: [{ name: hostile('Dana'), ...person, address: hostile('1 Example Street') }],
    children: [{ name: hostile('Tom'), birthDate: '2015-03-14' }],
  },
  reason: hostile('reason'),
  servicesProvided: hostile('services'),
  accommodations: hostile('accommodations'),
  [hostile('unknown')]: hostile('left over'),
  county: 'Boone',
  priority: 'high',
  situation: 'neglect',
  familyAgrees: true,
  discussedOn: '2026-10-01',
};
const criteria = iis.criteria.map(({ id }) => id);
const answers = Object.fromEntries(criteria.map((one) => [one, { answer: 'yes', note: hostile('note') }]));

const given = (stdin: unknown, ...args: string[]) => ({ args, stdin: JSON.stringify(stdin) });
const done = (...args: string[]) => ({ args, stdin: '' });

const day = [
  done('settings', 'set', '--circuit', '13', '--name', hostile('Kim'), '--initials', hostile('K')),
  done('specialist', 'add', '--code', 'ana', '--name', hostile('Ana'), '--agency', hostile('Agency')),
  done('specialist', 'edit', 'ana', '--agency', hostile('Another')),
  done(
    'specialist',
    'leave',
    'ana',
    '--from',
    'today',
    '--until',
    '10/9',
    '--cases',
    'keep',
    '--note',
    hostile('n'),
  ),
  given(referral, 'referral', 'add', '--from', '-'),
  given(referral, 'referral', 'add', '--from', '-'),
  done('referral', 'contact', '1', '--outcome', 'reached', '--note', hostile('note')),
  done('referral', 'edit', '1', '--caregiver', hostile('Dana Changed'), '--reason', hostile('reason')),
  given(answers, 'referral', 'screen', '1', '--answers', '-'),
  given(answers, 'referral', 'screen', '2', '--answers', '-'),
  done('match', '--dry-run'),
  done('fins', 'add', '1', '--need', hostile('need')),
  done('fcs', 'offer', '1', '--note', hostile('note')),
  done('fins', 'review', '1', '--decision', 'keep', '--priority', 'high', '--note', hostile('note')),
  done('referral', 'faces', '1', '--number', '1234567'),
  done('specialist', 'return', 'ana'),
  done('match', '2', '--specialist', 'ana', '--reason', hostile('reason'), '--as', hostile('kl')),
  done(
    ...['fund', 'request', '2', '--kind', 'rent', '--item', hostile('item'), '--amount', '5'],
    ...['--why', hostile('why'), '--tried', hostile('tried'), '--by', hostile('asks')],
  ),
  done('fund', 'decide', 'E26-0001', '--decision', 'approved', '--note', hostile('note')),
  done('fund', 'pay', 'E26-0001', '--amount', '4', '--to', hostile('payee')),
  done('fund', 'close', 'E26-0001', '--note', hostile('note')),
  done('specialist', 'edit', 'ana', '--supervisor', hostile('Pat')),
  done('specialist', 'training', 'ana', '--hours', '5', '--note', hostile('note')),
];

const looks = [
  ['referral', 'list', '--all'],
  ['referral', 'show', '1'],
  ['referral', 'show', '2'],
  ['referral', 'show', 'Dana'],
  ['list', 'fins'],
  ['list', 'openings'],
  ['list', 'referrals'],
  ['list', 'specialists'],
  ['specialist', 'show', 'ana'],
  ['history'],
  ['history', '1'],
  ['history', 'ana'],
  ['match', '--dry-run'],
  ['settings'],
  ['fund', 'list', '--all'],
  ['fund', 'show', 'E26-0001'],
  ['why', 'E26-0001'],
  ['specialist', 'training'],
  ['history', '2', '--page'],
  ['fins', 'review'],
  ['referral', 'show', '1', '--faces'],
  ['export', 'referrals', '--json'],
  ['export', 'specialists', '--json'],
];

const long = hostile('x'.repeat(500));
const wrongs = [
  [long],
  ['referral', long],
  ['referral', 'show', long],
  ['referral', 'list', '--status', long],
  ['referral', 'list', '--county', long],
  ['referral', 'list', '--circuit', long],
  ['referral', 'list', '--program', long],
  ['referral', 'list', `--${long}`],
  ['referral', 'add', '--from', long],
  ['referral', 'add', '--caregiver-born', long, '--caregiver', 'Dana'],
  ['referral', 'contact', '1', '--outcome', long],
  ['referral', 'contact', '1', '--outcome', 'reached', '--at', long],
  ['referral', 'close', '1', '--reason', long],
  ['referral', 'edit', '1', '--county', long],
  ['referral', 'screen', '1', '--answer', `${long}=yes`],
  ['referral', 'screen', '1', '--answer', `situation=${long}`],
  ['fins', 'review', '1', '--decision', long, '--priority', 'high'],
  ['fcs', 'answer', '1', '--answer', long],
  ['specialist', 'show', long],
  ['specialist', 'add', '--code', long, '--name', 'Ana'],
  ['specialist', 'add', '--code', 'new', '--name', 'Ana', '--language', long],
  ['history', long],
  ['history', '--last', long],
  ['policy', long],
  ['circuits', long],
  ['settings', 'set', '--circuit', long],
  ['settings', 'set', '--zone', long],
  ['settings', 'set', '--take', long],
  ['settings', 'set', '--accessible', long],
  ['list', 'fins', '--db', long],
  ['import', 'referrals', long],
  ['export', 'fins', '--out', long],
];

const ways = [[], ['--json'], ['--private']];
let office: Office;
let said: { args: string[]; shown: Shown }[];

beforeAll(async () => {
  office = newOffice();
  said = [];
  for (const { args, stdin } of day) said.push({ args, shown: await office.run(args, { stdin }) });
});
afterAll(() => office.leave());

/** What an array that is passed on by the system can't hold. */
const passable = (args: readonly string[]): string[] => args.map((arg) => arg.replaceAll('\0', ''));
const safe = ({ stdout, stderr }: Shown) => commanding.exec(`${stdout}${stderr}`)?.[0] ?? null;
const words = (args: readonly string[]) => args.slice(0, 3).join(' ').slice(0, 40).replace(commanding, '…');

describe('hostile names and notes', () => {
  it('are taken in, and nothing of them commands', () =>
    expect(said.map(({ args, shown }) => [words(args), shown.exit, safe(shown)])).toEqual(
      day.map(({ args }) => [words(args), 0, null]),
    ));

  it.each(
    looks.flatMap((args) => ways.map((way) => [...args, ...way])).map((args) => [args.join(' '), args]),
  )('iis %s', async (_, args) => {
    const shown = await office.run(args as string[]);
    expect(`${shown.stdout}${shown.stderr}`.length).toBeGreaterThan(10);
    expect(safe(shown)).toBeNull();
  });

  it('and tables that are refused say so harmlessly', async () => {
    const heading = hostile('Head').replace(/[\r;]/g, '');
    const cells = `${heading},County,Child name\n${heading},${heading},Lin\n`;
    const specialists = `Code,Name,${heading}\n${heading},${heading},${heading}\n`;
    for (const way of ways) {
      const unread = await office.run(['import', 'referrals', '-', ...way], { stdin: cells });
      const unknown = await office.run(['import', 'specialists', '-', ...way], { stdin: specialists });
      const taken = await office.run(
        ['import', 'referrals', '-', '--dry-run', '--map', 'County=note', ...way],
        {
          stdin: cells,
        },
      );
      expect([unread, unknown, taken].map((shown) => [shown.exit, safe(shown)])).toEqual([
        [2, null],
        [2, null],
        [0, null],
      ]);
    }
  });

  it.each(wrongs.map((args) => [words(args), args] as const))(
    'iis %s: what was typed comes back harmless, and no more than 80 signs of it',
    async (_, args) => {
      for (const way of [[], ['--json']]) {
        const shown = await office.run(passable([...args, ...way]));
        expect([2, 3, 5]).toContain(shown.exit);
        expect(safe(shown)).toBeNull();
        expect(/x{81}/.exec(`${shown.stdout}${shown.stderr}`)).toBeNull();
      }
    },
  );
});

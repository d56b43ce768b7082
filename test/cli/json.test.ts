import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Command, values } from '../../src/cli/json/schemas/commands.ts';
import { answersInput, referralInput } from '../../src/cli/json/schemas/input.ts';
import { failure } from '../../src/cli/json/schemas/office.ts';
import { type Example, fieldsOf, jsonPage } from '../docs/json-page.ts';
import { answers, script, wholeReferral } from './json-script.ts';
import { home, newOffice, type Office, type Shown } from './program.ts';

let office: Office;
let told: Shown[];

/** The value on stdout, which holds that one and nothing else. */
const jsonOf = ({ stdout }: Shown): unknown => JSON.parse(stdout);

beforeAll(async () => {
  office = newOffice();
  told = [];
  for (const { args, stdin, now, text = stdin === undefined ? '' : JSON.stringify(stdin) } of script) {
    told.push(await office.run([...args, '--json'], { stdin: text, env: now ? { IIS_NOW: now } : {} }));
  }
});

afterAll(() => office.leave());

describe('every answer is what its schema says', () => {
  it.each(script.map((step, i) => ({ ...step, i, line: step.args.slice(0, 4).join(' ') })))(
    '$i iis $line',
    ({ command, i }) => {
      const shown = told[i]!;
      expect({ exit: shown.exit, stderr: shown.stderr, ...(shown.exit && { stdout: shown.stdout }) }).toEqual(
        {
          exit: 0,
          stderr: '',
        },
      );
      expect(values[command].safeParse(jsonOf(shown)).error?.issues ?? []).toEqual([]);
    },
  );

  it('no command is left out', () => {
    expect([...new Set(script.map(({ command }) => command))].sort()).toEqual(Object.keys(values).sort());
  });
});

/** The answer of the first step of a command that has these words. */
const answerTo = (command: Command, ...words: string[]) =>
  jsonOf(told[script.findIndex((s) => s.command === command && words.every((w) => s.args.includes(w)))]!);

/** The fields that scripts were promised, under the names that they were promised. */
const referralPaths = [
  ...['id', 'status', 'source', 'program', 'circuit', 'county', 'priority', 'receivedAt', 'contactDueAt'],
  ...['family.id', 'family.caregivers.0.name', 'family.caregivers.0.birthDate', 'family.caregivers.0.phone'],
  ...['family.caregivers.0.email', 'family.caregivers.0.address', 'family.children.0.name'],
  ...['family.children.0.birthDate', 'submitter.name', 'submitter.organization', 'submitter.phone'],
  ...[
    'submitter.email',
    'reason',
    'servicesProvided',
    'accommodations',
    'discussedOn',
    'familyAgrees',
    'tapa',
  ],
].map((path) => `referral.${path}`);

const promised: [Command, words: string[], paths: string[]][] = [
  ['referral add', [], [...referralPaths, 'warnings', 'possibleDuplicates']],
  [
    'referral screen',
    [],
    [
      ...['referral.id', 'referral.status', 'screening.result', 'screening.criteria.5.id'],
      ...['screening.criteria.5.answer', 'screening.criteria.5.source', 'screening.criteria.5.note'],
      ...['screening.reasons', 'screening.questions', 'screening.suggestedProgram'],
    ],
  ],
  [
    'match',
    ['--yes'],
    [
      ...['referral', 'specialist', 'place', 'priority', 'waitingHours', 'why.0'].map(
        (key) => `plan.0.${key}`,
      ),
      ...['referral', 'priority', 'blockers.0.kind', 'blockers.0.detail', 'next.0'].map(
        (key) => `unserved.0.${key}`,
      ),
      ...['case', 'referral', 'specialist'].map((key) => `assigned.0.${key}`),
      ...['openingsBefore', 'openingsAfter'],
    ],
  ],
  [
    'list fins',
    [],
    [
      ...['referral', 'family', 'circuit', 'county', 'priority', 'addedAt', 'daysOnList', 'reviewedAt'],
      ...['reviewDueAt', 'overdue', 'children', 'youngestAge', 'need', 'couldBeServedBy', 'fcs'],
    ].map((key) => `0.${key}`),
  ],
  [
    'list openings',
    [],
    [
      ...[
        'specialist',
        'name',
        'program',
        'circuits',
        'languages',
        'places',
        'openCases',
        'openings',
        'onLeave',
      ],
    ].map((key) => `0.${key}`),
  ],
];

describe('scripts find what they were promised', () => {
  it.each(promised)('iis %s', (command, words, paths) => {
    const answer = answerTo(command, ...words);
    for (const path of paths) expect(answer).toHaveProperty(path);
  });

  it('a referral comes back as it was given', () => {
    const { referral, warnings } = answerTo('referral add', '-') as { referral: object; warnings: string[] };
    expect(referral).toMatchObject(wholeReferral);
    expect(referral).toMatchObject({ circuit: 13, status: 'received', obligatory: true });
    expect(warnings).toEqual(['A TAPA was negotiated: this referral is obligatory [001].']);
  });

  it('an array gives an array, one object an object', () => {
    const added = script.flatMap(({ command, args }, i) =>
      command === 'referral add' && !args.includes('--dry-run') ? [{ args, value: jsonOf(told[i]!) }] : [],
    );
    const lists = added.filter(({ value }) => Array.isArray(value)).map(({ value }) => (value as []).length);
    expect(lists).toEqual([3, 5, 1, 4]);
  });

  it('answers with and without a note', () => {
    expect(answerTo('referral screen', 'R26-0002')).toMatchObject({
      referral: { id: 'R26-0002', status: 'in_screening' },
      screening: {
        result: 'needs_information',
        criteria: expect.arrayContaining([
          expect.objectContaining({ id: 'imminent_risk', answer: 'unknown', note: 'the worker is to say' }),
        ]),
      },
    });
    expect(answerTo('referral screen', '12')).toMatchObject({
      referral: { status: 'not_eligible' },
      screening: { result: 'not_eligible', reasons: ['imminent_risk', 'safety_assured'] },
    });
    expect(answerTo('referral screen', 'r26-10')).toMatchObject({ screening: { suggestedProgram: 'IFRS' } });
  });

  it('a dry run plans the same and saves nothing', () => {
    const [dry, done] = [answerTo('match', '--dry-run'), answerTo('match', '--yes')] as Record<
      string,
      unknown[]
    >[];
    expect(dry).toEqual({ ...done, assigned: [] });
    expect(done!.assigned!.length).toBe(done!.plan!.length);
  });

  it('the list is in the order of the screen', () => {
    const list = answerTo('list fins', '--overdue') as { referral: string; overdue: boolean }[];
    expect(list.map(({ overdue }) => overdue)).toEqual([true, true, true]);
  });

  it('what was printed can be given again, and nothing of it is left over', async () => {
    const again = await office.run(['referral', 'add', '--from', '-', '--json'], {
      stdin: JSON.stringify(answerTo('referral add', '-')),
    });
    const { referral, leftovers } = jsonOf(again) as { referral: object; leftovers: string[] };
    expect(referral).toMatchObject(wholeReferral);
    expect(leftovers).toEqual([]);
  });

  it('--private shows nobody’s name, in any field', () => {
    const shown = told.filter((_, i) => script[i]!.args.includes('--private')).map(({ stdout }) => stdout);
    expect(shown.length).toBeGreaterThan(3);
    for (const text of shown) expect(text).not.toMatch(/Robin|Alva|Jo Sample|Dana|573-555-01[16]/);
  });
});

describe('what can be given', () => {
  it('the whole referral is what the input schema says', () => {
    expect(referralInput.parse(wholeReferral)).toEqual(wholeReferral);
    expect(answersInput.parse(answers)).toEqual(answers);
  });
});

interface Wrong {
  args: string;
  code: string;
  stdin?: string;
  env?: Record<string, string>;
}

const beside = (name: string) => ({ IIS_DB: join(office.folder, name) });

const wrongs: Record<number, (Wrong | (() => Wrong))[]> = {
  2: [
    { args: 'refferal list', code: 'usage' },
    { args: 'referral lst', code: 'usage' },
    { args: 'list weather', code: 'usage' },
    { args: 'referral list --colour red', code: 'usage' },
    { args: 'list', code: 'usage' },
    { args: 'referral add', code: 'flags_missing' },
    { args: 'referral screen 1', code: 'flags_missing' },
    { args: 'match', code: 'flags_missing' },
    { args: 'referral add --from nothing.txt', code: 'unreadable_file' },
    { args: 'referral add --from -', code: 'nobody_named', stdin: '{"reason": "the photocopier"}' },
    { args: 'referral add --from -', code: 'form_refused', stdin: '{"__proto__": {}}' },
    { args: 'referral add --from nothing.txt nobody.txt', code: 'unreadable_mail' },
    { args: 'referral add --from home', code: 'empty_folder' },
    { args: 'referral add --from - -', code: 'too_much' },
    { args: 'referral add --dry-run', code: 'flags_missing' },
    { args: 'referral screen 1 --answers -', code: 'form_refused', stdin: '{"situation": "perhaps"}' },
    { args: 'referral contact 2 --outcome shouted', code: 'bad_value' },
    { args: 'referral contact 2 --outcome reached --at tomorrow', code: 'in_future' },
    { args: 'referral close 2 --reason because', code: 'unknown_reason' },
    { args: 'referral show Example', code: 'several_referrals' },
    { args: 'referral list --circuit abc', code: 'bad_values' },
    { args: 'referral list --county Bone', code: 'unknown_county' },
    { args: 'fund list --circuit 99', code: 'bad_values' },
    { args: 'specialist add --code kim --name Kim', code: 'code_taken' },
    { args: 'settings set --circuit 99', code: 'bad_values' },
    { args: 'export fins --csv', code: 'two_formats' },
    { args: 'export fins --out iis.db', code: 'file_exists' },
    { args: 'export fins --out nowhere/fins.csv', code: 'unwritable_file' },
    { args: 'referral show 1 --number 12', code: 'flags_missing' },
    { args: 'import referrals', code: 'flags_missing' },
    { args: 'import referrals -', code: 'form_refused', stdin: 'County\n' },
    { args: 'import referrals -', code: 'form_refused', stdin: 'iis referral (initials only)\nR26-0001\n' },
    {
      args: 'import referrals -',
      code: 'bad_rows',
      stdin: 'Child name,DOB,County\nLin,,Atlantis\n,,Boone\n',
    },
    { args: 'import referrals - --map County=moon', code: 'bad_columns', stdin: 'County\nBoone\n' },
    { args: 'import referrals - --map Town=county', code: 'bad_columns', stdin: 'County\nBoone\n' },
    { args: 'import specialists -', code: 'unknown_columns', stdin: 'Code,Name,Team\nlou,Lou,A\n' },
    { args: 'import specialists -', code: 'bad_rows', stdin: 'Code,Name,Circuits\n7,,99\n' },
    { args: 'list fins', code: 'bad_clock', env: { IIS_NOW: 'noon' } },
  ],
  3: [
    { args: 'referral show 99', code: 'no_such_referral' },
    { args: 'match 99 --yes', code: 'no_such_referral' },
    { args: 'specialist show nobody', code: 'no_such_specialist' },
    { args: 'history nobody', code: 'no_such_subject' },
    { args: 'policy XYZ', code: 'unknown_program' },
    { args: 'report year --program XYZ', code: 'unknown_program' },
    { args: 'referral list --program XYZ', code: 'unknown_program' },
    { args: 'match --dry-run --program XYZ', code: 'unknown_program' },
    { args: 'circuits Atlantis', code: 'no_such_circuit' },
  ],
  4: [
    { args: 'referral screen 4 --answers -', code: 'family_has_not_agreed', stdin: '{"situation": "yes"}' },
    { args: 'referral screen 1 --answers -', code: 'referral_ended', stdin: '{"situation": "yes"}' },
    { args: 'fins add 5', code: 'not_screened' },
    { args: 'fins remove 5 --reason need_met', code: 'not_on_list' },
    { args: 'fcs answer 5 --answer accepted', code: 'no_offer' },
    { args: 'match 10 --yes', code: 'not_eligible' },
    { args: 'specialist return kim', code: 'not_on_leave' },
    { args: 'match 17 --specialist lee --reason x', code: 'specialist_ended' },
    {
      args: 'import specialists - --duplicates refuse',
      code: 'duplicates',
      stdin: 'Code,Name\nkim,Kim Sample\n',
    },
  ],
  5: [
    () => ({ args: 'list fins', code: 'no_database', env: beside('nowhere.db') }),
    () => ({ args: 'list fins', code: 'empty_file', env: fileWith('empty.db', '') }),
    () => ({ args: 'list fins', code: 'damaged', env: fileWith('letter.db', 'Dear gatekeeper,') }),
    () => ({ args: 'list fins', code: 'not_ours', env: foreignDatabase() }),
    () => ({ args: 'list fins', code: 'newer_database', env: newerDatabase() }),
    () => ({ args: 'settings set --circuit 13', code: 'no_access', env: folderAsDatabase() }),
  ],
};

function fileWith(name: string, text: string): Record<string, string> {
  writeFileSync(join(office.folder, name), text);
  return beside(name);
}

function foreignDatabase(): Record<string, string> {
  const raw = new Sqlite(beside('foreign.db').IIS_DB);
  raw.exec('create table song (title text)');
  raw.close();
  return beside('foreign.db');
}

function newerDatabase(): Record<string, string> {
  const raw = new Sqlite(join(office.folder, 'iis.db'));
  raw.prepare('vacuum into ?').run(beside('newer.db').IIS_DB);
  raw.close();
  const copy = new Sqlite(beside('newer.db').IIS_DB);
  copy.pragma('user_version = 999');
  copy.close();
  return beside('newer.db');
}

function folderAsDatabase(): Record<string, string> {
  mkdirSync(join(office.folder, 'folder.db'), { recursive: true });
  return beside('folder.db');
}

describe('every refusal is one JSON value and its exit code', () => {
  const cases = Object.entries(wrongs).flatMap(([exit, all]) =>
    all.map((wrong, i) => ({
      exit: Number(exit),
      wrong,
      name: typeof wrong === 'function' ? `file ${i}` : wrong.args,
    })),
  );

  it.each(cases)('exit $exit: iis $name', async ({ exit, wrong }) => {
    const { args, code, stdin = '', env = {} } = typeof wrong === 'function' ? wrong() : wrong;
    const shown = await office.run([...args.split(' '), '--json'], { stdin, env });
    const { error } = failure.parse(jsonOf(shown));
    expect({ exit: shown.exit, code: error.code }).toEqual({ exit, code });
  });

  it('the reasons are in the details', async () => {
    const shown = await office.run(['match', '20', '--yes', '--json']);
    const { error } = failure.parse(jsonOf(shown));
    expect(error).toMatchObject({
      code: 'no_opening',
      details: { reasons: [expect.any(String)] },
    });
  });

  it('names stay out of a refusal with --private', async () => {
    for (const more of [['--json'], []]) {
      const { stdout, stderr } = await office.run(['referral', 'show', 'Example', '--private', ...more]);
      expect(`${stdout}${stderr}`).toMatch(/R26-0017/);
      expect(`${stdout}${stderr}`).not.toMatch(/Cal Example/);
    }
  });
});

describe('docs/json.md', () => {
  const schemas = [...Object.values(values), failure] as z.ZodType[];

  it('says of every field what it is, and of every one that can be null when', () => {
    const fields = schemas.flatMap((schema) => fieldsOf(schema));
    expect(fields.filter(({ schema }) => !schema.meta()?.description).map(({ path }) => path)).toEqual([]);
    const unsaid = fields.filter(
      ({ schema }) => schema instanceof z.ZodNullable !== (schema.meta()?.nullWhen !== undefined),
    );
    expect(unsaid.map(({ path }) => path)).toEqual([]);
  });

  it('is made from the schemas', async () => {
    const page = jsonPage({
      commands: new Map([...script].reverse().map((step) => [step.command, exampleOf(step)])),
      error: {
        line: 'iis referral show 99 --json',
        value: jsonOf(await office.run(['referral', 'show', '99', '--json'])),
      },
      referral: wholeReferral,
      answers,
    });
    await expect(page).toMatchFileSnapshot(join(home, 'docs', 'json.md'));
  });
});

/** The first step of a command, as somebody would type it. */
function exampleOf(step: (typeof script)[number]): Example {
  const args = step.args.map((arg) =>
    arg.replace(join(home, 'data', 'samples'), '.').replace(/^\.[\\/]/, ''),
  );
  const typed = args.map((arg) => (/[\s;"'’]/.test(arg) ? `"${arg}"` : arg)).join(' ');
  const text = told[script.indexOf(step)]!.stdout;
  return {
    line: `iis ${typed} --json${step.stdin === undefined ? '' : ' < answers.json'}`,
    value: withoutPaths(JSON.parse(text)),
  };
}

/** Where the demo put its database is the machine's affair. */
const withoutPaths = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'database' in value
    ? { ...value, database: '/tmp/iis-demo-5qKx2a/iis-demo.db' }
    : value;

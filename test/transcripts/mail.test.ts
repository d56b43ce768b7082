import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newOffice, type Office, sample } from '../cli/program.ts';
import { filledForm } from '../forms/filled-form.ts';
import { docxSaying, mailWith } from '../forms/hostile-files.ts';

/** A day’s mail as it lies in a folder. */

const windows = process.platform === 'win32';
let office: Office;
let mail: string;

beforeEach(async () => {
  office = newOffice();
  mail = join(office.folder, 'mail');
  mkdirSync(mail);
  await office.run(['settings', 'set', '--circuit', '13']);
});
afterEach(() => office.leave());

const surnames = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gum', 'Hazel', 'Ironwood', 'Juniper'];
const firstNames = ['Dana', 'Lupe', 'Orla'];

/** A form of a family that is like none of the other thirty. */
const formOf = (i: number): string =>
  filledForm({
    caregiver: `${firstNames[i % 3]} ${surnames[Math.floor(i / 3)]}-Sample`,
    caregiverBorn: `${1 + (i % 12)}/${1 + (i % 28)}/${1970 + i}`,
    caregiverPhone: `573-555-01${String(i).padStart(2, '0')}`,
    caregiverEmail: `family${i}@example.org`,
    address: `${100 + i} Example Street, Columbia`,
    child: `Child ${surnames[Math.floor(i / 3)]}-Sample`,
    childBorn: `${1 + (i % 12)}/${1 + ((i * 3) % 28)}/${2008 + (i % 15)}`,
  });

const put = (name: string, text: string) => writeFileSync(join(mail, name), text);
const putThirty = () => {
  for (let i = 0; i < 30; i += 1) put(`form ${i + 1}.txt`, formOf(i));
};
const add = (...more: string[]) => office.run(['referral', 'add', '--from', ...more]);
const addJson = async (...more: string[]) => {
  const shown = await add(...more, '--json');
  return { ...shown, value: JSON.parse(shown.stdout) };
};
const kept = async (): Promise<{ id: string; family: { caregivers: { name: string }[] } }[]> =>
  JSON.parse((await office.run(['referral', 'list', '--all', '--json'])).stdout);

describe('a folder of thirty forms', () => {
  beforeEach(putThirty);

  it('is shown without saving anything, then taken in once, however often it is given', async () => {
    const dry = await addJson(mail, '--dry-run');
    expect(dry.value).toHaveLength(30);
    expect(new Set(dry.value.map(({ outcome }: { outcome: string }) => outcome))).toEqual(new Set(['new']));
    expect(await kept()).toEqual([]);

    const first = await addJson(mail);
    expect(first).toMatchObject({ exit: 0, stderr: '' });
    const inOrder = Array.from({ length: 30 }, (_, i) => ({
      file: join(mail, `form ${i + 1}.txt`),
      outcome: 'taken',
      referral: { id: `R26-00${String(i + 1).padStart(2, '0')}` },
    }));
    expect(first.value).toMatchObject(inOrder);

    put('form 31.txt', formOf(0).replace('Tom is often hungry.', 'Another reason.'));
    const again = await addJson(mail);
    expect(again.value).toMatchObject([
      ...inOrder.map((one) => ({ ...one, outcome: 'already_taken' })),
      { outcome: 'taken', possibleDuplicates: [{ referral: 'R26-0001' }] },
    ]);
    expect(await kept()).toHaveLength(31);
  });

  it('is not saved at all when one of them can’t be read, and each is named', async () => {
    put('photo.jpg', '\u00ff\u00d8 nothing of a form');
    put('broken.json', '{"family":');
    const whole = await add(mail);
    expect(whole).toMatchObject({ exit: 2, stdout: '' });
    expect(whole.stderr).toMatch(
      /^2 forms can’t be read, so none was saved\.\n {2}- broken\.json: .+\n {2}- photo\.jpg: .+\n/,
    );
    expect(whole.stderr).toContain('--skip-unreadable');
    expect(await kept()).toEqual([]);

    const { value } = await addJson(mail);
    expect(value.error).toMatchObject({
      code: 'unreadable_mail',
      details: {
        unreadable: [{ file: join(mail, 'broken.json'), code: 'form_refused' }, { code: 'nobody_named' }],
      },
    });

    const rest = await addJson(mail, '--skip-unreadable');
    expect(rest.exit).toBe(0);
    const left = rest.value.filter(({ referral }: { referral: unknown }) => referral === null);
    expect(left).toMatchObject([{ outcome: 'unreadable' }, { outcome: 'unreadable' }]);
    expect(await kept()).toHaveLength(30);
  });

  it('takes what is said beside it for all of them', async () => {
    await add(mail, '--county', 'Boone', '--priority', 'high');
    const all = (await kept()) as unknown as { county: string; priority: string }[];
    expect(new Set(all.map(({ county, priority }) => `${county} ${priority}`))).toEqual(
      new Set(['Boone high']),
    );
  });

  it('names nobody with --private', async () => {
    put('Dana Alder.txt', 'nothing of a form');
    if (!windows) symlinkSync(join(mail, 'gone'), join(mail, 'Lupe Birch.txt'));
    for (const more of [
      ['--dry-run'],
      ['--dry-run', '--json'],
      [],
      ['--json'],
      ['--skip-unreadable'],
      ['--json'],
    ]) {
      const { stdout, stderr } = await add(mail, '--private', ...more);
      expect(`${stdout}${stderr}`).not.toMatch(/Alder|Sample|Lupe|Birch|555-01/);
    }
  });
});

describe('files with hostile names', () => {
  const names = [
    '-rf.txt',
    '--dry-run.txt',
    '-',
    'Muñoz García ☂.txt',
    'Nguyễn Thị Lan.txt',
    '例え.txt',
    ...(windows
      ? []
      : [
          '\u001b[2J\u001b[1;31mred.txt',
          'a\nR26-0099 saved.txt',
          'bell\u0007.txt',
          '\u202etxt.exe',
          'back\\slash.txt',
          '*?.txt',
          '$(touch pwned).txt',
        ]),
    `${'x'.repeat(200)}.txt`,
  ];

  it('are taken in as they are called, and nothing of them commands', async () => {
    for (const [i, name] of names.entries()) put(name, formOf(i));
    const looks = [
      await add(mail, '--dry-run'),
      await add('.', '--dry-run', '--json'),
      await add(mail, sample('../README.md'), 'x'.repeat(300)),
      await addJson(mail),
      await add(mail),
    ];
    expect(looks.map(({ exit }) => exit)).toEqual([0, 0, 2, 0, 0]);
    for (const { stdout, stderr } of looks) {
      expect(`${stdout}${stderr}`).not.toMatch(/[\0-\x08\v-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
      expect(`${stdout}${stderr}`).not.toMatch(/^R26-0099/m);
    }
    expect(looks[0]!.stdout.split('\n').every((line) => [...line].length <= 100)).toBe(true);
    expect(await kept()).toHaveLength(names.length);
  });

  it.skipIf(windows)('that can’t be read are named on one line each', async () => {
    put('a\nR26-0099 saved.txt', 'nothing of a form');
    put('b.txt', 'nothing of a form');
    const { stderr } = await add(mail);
    expect(stderr.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^ {2}- a.R26-0099 saved\.txt: The form/),
      expect.stringMatching(/^ {2}- b\.txt: The form/),
    ]);
  });

  it('in the folder at hand, one that is called - is not standard input', async () => {
    writeFileSync(join(office.folder, '-'), formOf(0));
    const { stdout } = await office.run(['referral', 'add', '--from', '.', '--skip-unreadable'], {
      stdin: formOf(1),
    });
    expect(stdout).toMatch(/R26-0001 .* Dana Alder-Sample/);
    expect(await kept()).toHaveLength(1);
  });

  it('can be named one by one', async () => {
    put('-rf.txt', formOf(0));
    put('Nguyễn.txt', formOf(1));
    const { value, exit } = await addJson(join(mail, '-rf.txt'), '--from', join(mail, 'Nguyễn.txt'));
    expect(exit).toBe(0);
    expect(value).toHaveLength(2);
  });
});

describe('files of many kinds', () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const sheet =
    'Caregiver 1 name,Child 1 name,Child 1 date of birth\nEva Dogwood,Kai Dogwood,3/14/2015\nUgo Elm,Pia Elm,2/1/2011\n';

  beforeEach(() => {
    put('a.txt', formOf(0));
    writeFileSync(join(mail, 'b.eml'), mailWith([formOf(3), picture]));
    writeFileSync(join(mail, 'c.docx'), docxSaying(formOf(6).split('\n')));
    put('d.csv', sheet);
  });

  it('are taken in together, and known again', async () => {
    const dry = await addJson(mail, '--dry-run');
    expect(dry.value.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(5).fill('new'));
    expect(dry.value[1].callsFor).toEqual([expect.stringMatching(/Attachment 2 of 2 .* was not read/)]);
    await add(mail);
    put('d.csv', `${sheet}Ned Fir,Ole Fir,1/2/2016\n`);
    const { value } = await addJson(mail);
    expect(value.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      ...Array(5).fill('already_taken'),
      'taken',
    ]);
  });

  it('tell what is to be checked without saying it with --private', async () => {
    put('e.txt', formOf(9).replace(/Caregiver's DOB.*/i, ''));
    put('f.txt', formOf(12).replaceAll(/\b(\d+)\/(\d+)\/20(\d\d)\b/g, '$1/$2/1999'));
    const open = await add(mail, '--dry-run');
    expect(open.stdout).toMatch(/to be\s+checked|checked:/);
    const { stdout } = await add(mail, '--dry-run', '--private');
    expect(stdout).not.toMatch(/1999|Sample/);
  });
});

describe('what else can be named', () => {
  it('files and standard input together', async () => {
    put('a.txt', formOf(0));
    const { stdout } = await office.run(['referral', 'add', '--from', join(mail, 'a.txt'), '-', '--json'], {
      stdin: formOf(1),
    });
    expect(JSON.parse(stdout)).toMatchObject([
      { file: join(mail, 'a.txt') },
      { file: '-', outcome: 'taken' },
    ]);
  });

  it('a list whose entries were partly taken in before', async () => {
    const entry = (name: string) => ({
      submitter: { name: 'Ann Example' },
      family: { caregivers: [{ name }] },
    });
    put('day.json', JSON.stringify([entry('Dana Alder'), entry('Lupe Birch')]));
    await add(join(mail, 'day.json'));
    put('day.json', JSON.stringify([entry('Lupe Birch'), entry('Orla Cedar')]));
    const { value } = await addJson(join(mail, 'day.json'));
    expect(value).toMatchObject([
      { place: 1, outcome: 'already_taken', referral: { id: 'R26-0002' } },
      { place: 2, outcome: 'taken', referral: { id: 'R26-0003' } },
    ]);
  });

  it('entries of one list that say the same are left as they are: a list is an answer for each of them', async () => {
    const entry = { submitter: { name: 'Ann Example' }, source: 'division' };
    put('day.json', JSON.stringify([entry, entry]));
    expect((await addJson(join(mail, 'day.json'))).value).toMatchObject([
      { outcome: 'taken' },
      { outcome: 'taken' },
    ]);
  });
});

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  copyChecked,
  openSqlite,
  type RawDatabase,
  schemaVersion,
  setSchemaVersion,
} from '../../src/records/engines/sqlite.ts';
import { migrate } from '../../src/records/migrate.ts';
import { type Migration, migrations } from '../../src/records/migrations.ts';
import { openStore } from '../../src/records/store.ts';
import { eligible, folder, office, refusal, specialist } from '../office.ts';
import { nextStep } from '../processes/next-step.ts';
import { script } from '../processes/start.ts';

const withNext = [...migrations, nextStep];

/** The file of an office that has done some work and is closed. */
async function filledFile(): Promise<string> {
  const desk = await office();
  await specialist(desk, 'kim');
  await eligible(desk);
  await desk.store.close();
  return desk.store.file;
}

const open = (file: string): RawDatabase => openSqlite(file, { create: false });

const rows = (raw: RawDatabase) => {
  const tables = raw
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all();
  return tables.map((table) => [table, raw.prepare(`select * from "${table}"`).all()]);
};

const copiesBeside = (file: string): string[] =>
  readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.before-`));

describe('the migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, i) => i + 1));
  });

  it('bring an empty file to the newest schema, without a copy of nothing', () => {
    const file = join(folder(), 'iis.db');
    const raw = openSqlite(file, { create: true });
    expect(migrate(raw, migrations)).toBeNull();
    expect(schemaVersion(raw)).toBe(migrations.length);
    expect(migrate(raw, migrations)).toBeNull();
    expect(copiesBeside(file)).toEqual([]);
    raw.close();
  });
});

describe('a step on a database that holds something', () => {
  it('is taken after a private copy was made and checked', async () => {
    const file = await filledFile();
    const raw = open(file);
    const before = rows(raw);
    const copiedTo = migrate(raw, withNext)!;
    expect(schemaVersion(raw)).toBe(withNext.length);
    expect(raw.prepare('select colour from specialist').pluck().all()).toEqual(['green']);
    raw.close();
    if (process.platform !== 'win32') expect(statSync(copiedTo).mode & 0o777).toBe(0o600);
    const copy = open(copiedTo);
    expect(schemaVersion(copy)).toBe(migrations.length);
    expect(rows(copy)).toEqual(before);
    copy.close();
  });

  const failing: [where: string, Migration][] = [
    [
      'at its second statement',
      { ...nextStep, statements: (words) => [...nextStep.statements(words), 'no such statement'] },
    ],
    [
      'on what the schema forbids',
      {
        ...nextStep,
        statements: (words) => [...nextStep.statements(words), 'insert into place values (9, 9, 9)'],
      },
    ],
  ];

  it.each(failing)(
    'that fails %s leaves the old schema and every row, and can be taken again',
    async (_, step) => {
      const file = await filledFile();
      const raw = open(file);
      const before = rows(raw);
      expect(() => migrate(raw, [...migrations, step])).toThrow();
      expect(schemaVersion(raw)).toBe(migrations.length);
      expect(rows(raw)).toEqual(before);
      expect(copiesBeside(file)).toEqual([]);
      migrate(raw, withNext);
      expect(schemaVersion(raw)).toBe(withNext.length);
      raw.close();
      expect(copiesBeside(file)).toHaveLength(1);
    },
  );

  it('has the database to itself before it looks', async () => {
    const file = await filledFile();
    const [raw, other] = [open(file), open(file)];
    other.pragma('busy_timeout = 0');
    const statements: Migration['statements'] = (words) => {
      expect(() => other.exec('begin immediate')).toThrow('database is locked');
      return nextStep.statements(words);
    };
    migrate(raw, [...migrations, { ...nextStep, statements }]);
    expect(schemaVersion(other)).toBe(withNext.length);
    raw.close();
    other.close();
  });

  it.each([false, true])(
    'is taken once when four processes come at once (to the newest but one: %s)',
    async (next) => {
      const openUp = await script('open-up');
      const file = next ? await filledFile() : join(folder(), 'iis.db');
      const said = await Promise.all([1, 2, 3, 4].map(() => openUp(file, ...(next ? ['next'] : [])).ended));
      expect(said.filter((line) => /refused|fault/.test(line))).toEqual([]);
      const raw = open(file);
      expect(schemaVersion(raw)).toBe(next ? withNext.length : migrations.length);
      expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
      raw.close();
    },
  );
});

describe('a database that is newer than the program', () => {
  const newer = (file: string, mode: 'wal' | 'delete') => {
    const raw = open(file);
    setSchemaVersion(raw, migrations.length + 1);
    raw.pragma(`journal_mode = ${mode}`);
    raw.close();
  };

  it.each(['wal', 'delete'] as const)('is refused and stays as it is (journal mode %s)', async (mode) => {
    const file = await filledFile();
    newer(file, mode);
    const before = readFileSync(file);
    const expected = { kind: 'database', code: 'newer_database' };
    expect(await refusal(() => openStore(file, { create: false }))).toEqual(expected);
    expect(await refusal(() => openStore(file, { create: true }))).toEqual(expected);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(copiesBeside(file)).toEqual([]);
  });
});

describe('a copy', () => {
  it('never goes over a file that is there', async () => {
    const file = await filledFile();
    const target = join(folder(), 'copy.db');
    writeFileSync(target, 'something else');
    const raw = open(file);
    expect(() => copyChecked(raw, target)).toThrow('EEXIST');
    expect(readFileSync(target, 'utf8')).toBe('something else');
    raw.close();
  });

  it('that can’t be made whole is taken away', async () => {
    const raw = open(await filledFile());
    const target = join(folder(), 'copy.db');
    raw.exec('begin');
    expect(() => copyChecked(raw, target)).toThrow('VACUUM');
    expect(readdirSync(dirname(target))).toEqual([]);
    raw.exec('rollback');
    raw.close();
  });
});

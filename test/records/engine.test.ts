import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createPrivately, openSqlite, requireSafeVersion } from '../../src/records/engines/sqlite.ts';
import { record } from '../../src/records/journal.ts';
import { migrations } from '../../src/records/migrations.ts';
import { openStore, read, type Store } from '../../src/records/store.ts';
import { folder, monday, opened, refusal } from '../office.ts';
import { scriptUnder } from '../processes/start.ts';

const act = { who: 'KL', at: monday, command: 'test', clock: 'IIS_NOW' } as const;

const pragma = async ({ db }: Store, name: string) =>
  Object.values((await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];

const addName = (store: Store, value: string) =>
  record(store, act, ({ insert }) => insert('setting', { key: value, value }));

const countNames = async ({ db }: Pick<Store, 'db'>) =>
  (await db.selectFrom('setting').select('id').execute()).length;

describe('every connection', () => {
  const wanted: [string, unknown][] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['busy_timeout', 10_000],
    ['temp_store', 2],
    ['secure_delete', 1],
    ['application_id', 0x49495331],
    ['user_version', migrations.length],
  ];

  it.each(wanted)('has %s = %s, when made, written to and opened again', async (name, value) => {
    const file = join(folder(), 'iis.db');
    const first = opened(file);
    expect(await pragma(first, name)).toBe(value);
    await addName(first, 'a');
    expect(await pragma(first, name)).toBe(value);
    await first.close();
    expect(await pragma(opened(file, false), name)).toBe(value);
  });

  it('lets go of its file when it is closed without having been asked anything', async () => {
    const file = join(folder(), 'iis.db');
    await openStore(file, { create: true }).close();
    expect(() => statSync(`${file}-wal`)).toThrow('ENOENT');
  });
});

describe('the oldest version of SQLite that is safe', () => {
  it.each(['3.51.3', '3.51.10', '3.52.0', '3.53.2', '4.0.0'])('takes %s', (version) => {
    expect(() => requireSafeVersion(version)).not.toThrow();
  });
  it.each(['3.51.2', '3.50.9', '3.9.99', '2.99.99', '3.51'])('refuses %s', async (version) => {
    expect(await refusal(() => requireSafeVersion(version))).toEqual({
      kind: 'database',
      code: 'unsafe_engine',
    });
  });
});

describe('two connections', () => {
  it('one that reads and then writes keeps the other from writing in between', async () => {
    const file = join(folder(), 'iis.db');
    const [first, second] = [opened(file), opened(file)];
    await sql`pragma busy_timeout = 20`.execute(second.db);
    await record(first, act, async ({ db, insert }) => {
      await countNames({ db });
      expect(await refusal(() => addName(second, 'b'))).toEqual({ kind: 'database', code: 'locked' });
      await insert('setting', { key: 'a', value: 'a' });
    });
    await addName(second, 'c');
    expect(await countNames(first)).toBe(2);
  });

  it('a reader sees one moment, and keeps nobody from writing', async () => {
    const file = join(folder(), 'iis.db');
    const [reader, writer] = [opened(file), opened(file)];
    await read(reader, async (db) => {
      expect(await countNames({ db })).toBe(0);
      await addName(writer, 'a');
      expect(await countNames({ db })).toBe(0);
    });
    expect(await countNames(reader)).toBe(1);
  });

  it('a query past the open transaction fails at once, and the transaction is undone', async () => {
    const store = opened(join(folder(), 'iis.db'));
    const past = record(store, act, async ({ insert }) => {
      await insert('setting', { key: 'a', value: 'a' });
      return countNames(store);
    });
    await expect(past).rejects.toThrow('a query went past the open transaction');
    expect(await countNames(store)).toBe(0);
    await addName(store, 'b');
    expect(await countNames(store)).toBe(1);
  });
});

it('every table is strict: bytes are taken by none of them', () => {
  const raw = openSqlite(opened(join(folder(), 'iis.db')).file, { create: false });
  const tables = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  expect(tables.length).toBeGreaterThan(15);
  for (const table of tables) {
    const columns = raw.pragma(`table_info(${table})`) as { name: string }[];
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const values = columns.map(({ name }) => (name === 'id' ? '1' : "x'00'")).join(', ');
    const insert = `insert into ${table} (${names}) values (${values})`;
    expect(() => raw.exec(insert), table).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_DATATYPE' }),
    );
  }
  raw.close();
});

describe.skipIf(process.platform === 'win32')('nobody else on the machine can read', () => {
  it.each(['000', '022', '077'])('the files and a new folder under umask %s', async (mask) => {
    const openUp = await scriptUnder('open-up');
    const said = await openUp(`umask ${mask}`, join(folder(), 'new', 'iis.db')).ended;
    expect(said).toBe('600 600 600 700\n');
  });

  it('a file that was left loose, once it is opened', async () => {
    const file = join(folder(), 'iis.db');
    await openStore(file, { create: true }).close();
    chmodSync(file, 0o664);
    await openStore(file, { create: false }).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('a file that is not a database of ours is refused and stays as it is', () => {
  const foreign = (wal: boolean) => (file: string) => {
    const raw = new Sqlite(file);
    if (wal) raw.pragma('journal_mode = wal');
    raw.exec('create table song (title text); insert into song values (1)');
    raw.close();
  };
  const emptyForeign = (file: string) => {
    const raw = new Sqlite(file);
    raw.pragma('application_id = 1234');
    raw.close();
  };
  const files: [what: string, code: string, make: (file: string) => void][] = [
    ['a database of another program', 'not_ours', foreign(false)],
    ['a database of another program in WAL mode', 'not_ours', foreign(true)],
    ['an empty database of another program', 'not_ours', emptyForeign],
    ['a short text', 'damaged', (file) => writeFileSync(file, 'Dana Sample\n')],
    ['a long text', 'damaged', (file) => writeFileSync(file, 'Dana Sample\n'.repeat(1000))],
    ['the start of a database', 'not_ours', (file) => writeFileSync(file, 'SQLite format 3\0')],
    ['an empty file', 'empty_file', (file) => writeFileSync(file, '')],
  ];

  it.each(files)('%s', async (_, code, make) => {
    const file = join(folder(), 'other.db');
    make(file);
    chmodSync(file, 0o644);
    const before = { bytes: readFileSync(file), mode: statSync(file).mode };
    expect(await refusal(() => openStore(file, { create: false }))).toEqual({ kind: 'database', code });
    expect({ bytes: readFileSync(file), mode: statSync(file).mode }).toEqual(before);
  });

  it('one that has gone missing is not made anew', async () => {
    const file = join(folder(), 'iis.db');
    const expected = { kind: 'database', code: 'no_database' };
    expect(await refusal(() => openStore(file, { create: false }))).toEqual(expected);
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it.each([true, false])('a folder (to be made: %s)', async (create) => {
    const file = join(folder(), 'iis.db');
    mkdirSync(file);
    const { mode } = statSync(file);
    expect(await refusal(() => openStore(file, { create }))).toEqual({ kind: 'database', code: 'no_access' });
    expect(statSync(file).mode).toBe(mode);
  });

  it('a file that would lie within another file', async () => {
    const file = join(folder(), 'iis.db');
    writeFileSync(file, '');
    const expected = { kind: 'database', code: 'no_access' };
    expect(await refusal(() => openStore(join(file, 'iis.db'), { create: true }))).toEqual(expected);
  });

  it('one of ours whose pages were overwritten', async () => {
    const file = join(folder(), 'iis.db');
    await openStore(file, { create: true }).close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 100);
    writeFileSync(file, bytes);
    expect(await refusal(() => openStore(file, { create: false }))).toEqual({
      kind: 'database',
      code: 'damaged',
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

it('an empty file may become a database where a new one is asked for', async () => {
  const file = join(folder(), 'iis.db');
  createPrivately(file);
  expect(await countNames(opened(file))).toBe(0);
});

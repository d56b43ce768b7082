import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Expression,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type TransactionSettings,
} from 'kysely';
import { Refusal } from '../../rules/refusal.ts';
import type { SchemaWords } from '../migrations.ts';
import type { Tables } from '../tables.ts';

export const schemaWords: SchemaWords = { tableEnd: 'strict' };

/** Before this version two processes that share a WAL file can lose an acknowledged commit. */
const OLDEST_SAFE_SQLITE = [3, 51, 3];
/** "IIS1" in the file's header: tells our files from those of other programs. */
const APPLICATION_ID = 0x49495331;
/** How long a writer waits for another one before it gives up. */
const BUSY_TIMEOUT_MS = 10_000;

export type RawDatabase = Sqlite.Database;

/**
 * The raw connection of a SQLite file, open with every safeguard and read back. `look` sees it before anything
 * is set, so that what it refuses stays as it is; another program's file is not even opened.
 */
export function openSqlite(
  file: string,
  { create, look }: { create: boolean; look?: (raw: RawDatabase) => void },
): RawDatabase {
  let raw: RawDatabase | null = null;
  try {
    if (create) createIfAbsent(file);
    else if (!existsSync(file)) throw missing(file);
    const isNew = requireOurs(file, create);
    makePrivate(file);
    raw = forGood(new Sqlite(file, bindingOption()));
    requireSafeVersion(answerOf(raw, 'select sqlite_version()') as string);
    look?.(raw);
    // Before the switch to WAL, so that the file says whose it is whenever the process ends.
    if (isNew) answerOf(raw, `pragma application_id = ${APPLICATION_ID}`);
    for (const [name, value, readBack] of pragmas) {
      answerOf(raw, `pragma ${name} = ${value}`);
      const found = answerOf(raw, `pragma ${name}`);
      if (found !== readBack) throw new Error(`pragma ${name} is ${String(found)}, not ${readBack}`);
    }
    return raw;
  } catch (error) {
    raw?.close();
    throw asRefusal(error, file);
  }
}

const held: unknown[] = [];

/**
 * Keeps what the library made until the process ends. Built for Node 24.19 or newer, it aborts the process when
 * one of its objects is collected as garbage while no JavaScript runs.
 */
function forGood<T>(made: T): T {
  held.push(made);
  return made;
}

/** The first value of the first row that a statement gives, if it gives any. */
export function answerOf(raw: RawDatabase, sql: string): unknown {
  const statement = forGood(raw.prepare(sql));
  return statement.reader ? statement.pluck().get() : void statement.run();
}

const pragmas: [name: string, value: string, readBack: unknown][] = [
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
  ['journal_mode', 'wal', 'wal'],
  // better-sqlite3 leaves a WAL file at NORMAL, where a power cut can lose what was acknowledged.
  ['synchronous', 'full', 2],
  ['foreign_keys', 'on', 1],
  ['temp_store', 'memory', 2],
  ['secure_delete', 'on', 1],
];

/** SQLite gives -wal and -shm the mode of the file, so it must be private before it is first opened. */
export function createPrivately(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'wx', 0o600));
}

function createIfAbsent(file: string): void {
  try {
    createPrivately(file);
  } catch (error) {
    // It is there, or another process made it this moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function makePrivate(file: string): void {
  const { mode } = statSync(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) chmodSync(file, mode & 0o700);
}

/** In the bundle the library can't look around itself for its binary, so it is told. */
function bindingOption(): { nativeBinding?: string } {
  if (typeof __BUNDLED__ === 'undefined') return {};
  const binding = (library: string) => join(library, 'build', 'Release', 'better_sqlite3.node');
  // Mostly it is here: to ask Node where takes longer than to open it.
  const near = binding(join(__dirname, '..', 'node_modules', 'better-sqlite3'));
  if (existsSync(near)) return { nativeBinding: near };
  return { nativeBinding: binding(dirname(require.resolve('better-sqlite3/package.json'))) };
}
declare const __BUNDLED__: true | undefined;

/** Refuses a version of SQLite, such as `3.51.2`, that is older than the oldest safe one. */
export function requireSafeVersion(version: string): void {
  const parts = version.split('.').map(Number);
  const difference =
    OLDEST_SAFE_SQLITE.map((oldest, i) => (parts[i] ?? 0) - oldest).find((d) => d !== 0) ?? 0;
  if (difference >= 0) return;
  throw new Refusal({
    kind: 'database',
    code: 'unsafe_engine',
    message: `SQLite ${version} can lose saved work when two people write at once.`,
    hint: `Install iis again with better-sqlite3 12.11.1 or newer (SQLite ${OLDEST_SAFE_SQLITE.join('.')} or newer).`,
  });
}

/** Reads whose file it is in its first bytes (sqlite.org/fileformat2.html); `true` where it is still empty. */
function requireOurs(file: string, create: boolean): boolean {
  const head = firstBytes(file, 100);
  if (head.length === 0 && create) return true;
  if (head.length === 0) throw emptied(file);
  if (head.toString('latin1', 0, 15) !== 'SQLite format 3') throw asRefusal({ code: 'SQLITE_NOTADB' }, file);
  if (head.length === 100 && head.readUInt32BE(68) === APPLICATION_ID) return false;
  throw new Refusal({
    kind: 'database',
    code: 'not_ours',
    message: `${file} is a database of another program.`,
    hint: 'Nothing was changed in it. Name the right file with --db.',
  });
}

function firstBytes(file: string, length: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}

/** A Kysely handle over the raw connection whose writing transactions take the write lock at once. */
export const kyselyOver = (raw: RawDatabase): Kysely<Tables> => kyselyWith(() => new ImmediateDriver(raw));

/** A Kysely handle that writes SQL for this engine, and sends it by this driver. */
export const kyselyWith = (createDriver: () => Driver): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });

class ImmediateDriver extends SqliteDriver {
  #inTransaction = false;
  readonly #raw: RawDatabase;

  constructor(raw: RawDatabase) {
    const statements = forGood(new Map<string, Sqlite.Statement>());
    const prepare = (sql: string): Sqlite.Statement => {
      const statement = statements.get(sql) ?? raw.prepare(sql);
      statements.set(sql, statement);
      return statement;
    };
    super({ database: { prepare, close: () => raw.close() } as SqliteDatabase });
    this.#raw = raw;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    // There is one connection: waiting for it here would wait for ever.
    if (this.#inTransaction) {
      throw new Error('a query went past the open transaction: use the handle that the transaction gave');
    }
    return super.acquireConnection();
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    // A deferred transaction that reads and then writes fails at once when another one wrote in between.
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
    this.#inTransaction = true;
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#inTransaction = false;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#inTransaction = false;
    // A full disk makes SQLite undo it by itself; to undo it again would fail and hide the cause.
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** So many times 24 hours after a moment, to be compared with others as they are kept. */
export const daysLater = (moment: Expression<string | null>, days: number): RawBuilder<string> =>
  sql<string>`strftime('%Y-%m-%dT%H:%M:%SZ', ${moment}, ${`+${days} days`})`;

export const schemaVersion = (raw: RawDatabase): number => answerOf(raw, 'pragma user_version') as number;

export const setSchemaVersion = (raw: RawDatabase, version: number): void => {
  answerOf(raw, `pragma user_version = ${version}`);
};

/**
 * Copies the database into a private file and checks the copy: it opens, is sound, and holds as many rows.
 * Throws where any of that fails; a copy that failed is removed.
 */
export function copyChecked(raw: RawDatabase, target: string): void {
  createPrivately(target);
  try {
    forGood(raw.prepare('vacuum into ?')).run(target);
    const copy = forGood(new Sqlite(target, { ...bindingOption(), readonly: true }));
    try {
      const sound = answerOf(copy, 'pragma integrity_check');
      if (sound !== 'ok' || rowCounts(copy) !== rowCounts(raw)) throw new Error('the copy does not match');
    } finally {
      copy.close();
    }
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

function rowCounts(raw: RawDatabase): string {
  const names = forGood(raw.prepare("select name from sqlite_master where type = 'table' order by name"));
  return names
    .pluck()
    .all()
    .map((name) => `${name}:${answerOf(raw, `select count(*) from "${name}"`)}`)
    .join(' ');
}

const missing = (file: string) =>
  new Refusal({
    kind: 'database',
    code: 'no_database',
    message: `There is no database at ${file}.`,
    hint: 'Make one with: iis settings set --circuit N. Or name another with --db FILE. To try the program out: iis demo',
  });

/** An empty file may be all that a full disk left of a database: it is no empty list. */
const emptied = (file: string) =>
  new Refusal({
    kind: 'database',
    code: 'empty_file',
    message: `${file} is empty: there is no database in it.`,
    hint: 'If it held records, put back the newest backup. To begin a new one: iis settings set --circuit N',
  });

const causes: [RegExp, code: string, message: string, hint: string][] = [
  [
    /^(MODULE_NOT_FOUND|ERR_DLOPEN_FAILED)$/,
    'no_engine',
    'The database engine, better-sqlite3, was not built for this version of Node.',
    'Build it: npm rebuild better-sqlite3 in the folder of iis. npm 11 asks for leave first: npm install -g --allow-scripts=better-sqlite3',
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'locked',
    'The database is busy: someone else has been writing for a while.',
    'Nothing was saved. Try again in a moment.',
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    'damaged',
    'The database is damaged, or is not a database of iis.',
    'Nothing was changed. Keep the file as it is, and put back the newest backup beside it.',
  ],
  [
    /^SQLITE_(FULL|IOERR)|^E(NOSPC|DQUOT|FBIG|IO)$/,
    'disk',
    'The disk is full or does not answer.',
    'Nothing of this step was saved. Free some room, then do it again.',
  ],
  [
    /^EISDIR$/,
    'no_access',
    'This is a folder, not a database.',
    'Name the file in it, such as iis.db, with --db.',
  ],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^E(ACCES|PERM|ROFS|NOTDIR|EXIST|NOENT|LOOP)$/,
    'no_access',
    'The database can’t be opened: its file and its folder must be there and writable, even to read it.',
    'Check who may write to them. What is on a disk that only reads, copy to a folder of yours first.',
  ],
];

/** Turns a failure of the engine or the disk into a refusal in words; anything else passes as it is. */
export function asRefusal(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown })?.code;
  if (typeof code !== 'string') return error;
  const cause = causes.find(([pattern]) => pattern.test(code));
  if (!cause) return error;
  const [, name, message, hint] = cause;
  return new Refusal({ kind: 'database', code: name, message, hint, reasons: [`Database: ${file}`] });
}

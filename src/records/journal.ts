import { randomBytes } from 'node:crypto';
import type { Insertable, Updateable } from 'kysely';
import type { Instant } from '../rules/time.ts';
import { asRefusal } from './engines/sqlite.ts';
import { actionDigest, type ChangeRow, salted } from './journal-chain.ts';
import { dropSearchKeys, keepSearchKeys, keysChangedOf } from './search-keys.ts';
import type { Store } from './store.ts';
import type { Db, RecordTables } from './tables.ts';

/** Who does something, when, and with which command (without its arguments: they may name a child). */
export interface Act {
  who: string;
  at: Instant;
  command: string;
  note?: string | undefined;
  /** The number of the action that this one takes back. */
  undoes?: number | undefined;
  /** `IIS_NOW` when the clock was set by hand. */
  clock: 'system' | 'IIS_NOW';
}

type Table = keyof RecordTables;
type NewRow<T extends Table> = Omit<Insertable<RecordTables[T]>, 'id'>;
type Patch<T extends Table> = Omit<Updateable<RecordTables[T]>, 'id'>;

/** The only way to write: every row that changes is kept as it was and as it became. */
export interface Writing {
  /** Reads what this transaction sees. */
  readonly db: Db;
  readonly at: Instant;
  readonly who: string;
  /** The number that this action will have in the journal. */
  readonly action: number;
  /** Adds a row and returns its id. */
  insert<T extends Table>(table: T, values: NewRow<T>): Promise<number>;
  /** Changes the row with this id; what already has the value is left alone. */
  update<T extends Table>(table: T, id: number, patch: Patch<T>): Promise<void>;
  remove(table: Table, id: number): Promise<void>;
  /** Makes the row what it was: `null` where it was not there. An image of an older schema leaves newer columns alone. */
  restore(table: Table, id: number, image: Image | null): Promise<void>;
  /** Lets what was written be found: done at the end too, and once for many rows, since a family’s keys are made together. */
  index(): Promise<void>;
}

type Image = Record<string, unknown>;

interface Change {
  table: Table;
  id: number;
  before: Image | null;
  after: Image | null;
}

/**
 * Does `work` in one transaction that takes the write lock at once, and journals what it wrote. Whatever
 * `work` throws undoes everything. What writes nothing leaves no entry.
 */
export async function record<T>(store: Store, act: Act, work: (writing: Writing) => Promise<T>): Promise<T> {
  try {
    return await store.db.transaction().execute(async (db) => {
      const changes: Change[] = [];
      const last = await lastLink(db as Db);
      const writing = writingTo(db as Db, { ...act, action: last.id + 1 }, changes);
      const result = await work(writing);
      await writing.index();
      if (changes.length > 0) await append(db as Db, act, last, changes);
      return result;
    });
  } catch (error) {
    throw asRefusal(error, store.file);
  }
}

interface Link {
  id: number;
  digest: string;
}

/** The end of the chain: the write lock is held, so the next action follows it. */
const lastLink = async (db: Db): Promise<Link> =>
  (await db
    .selectFrom('journal_action')
    .select(['id', 'digest'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? { id: 0, digest: '' };

function writingTo(db: Db, act: Act & { action: number }, changes: Change[]): Writing {
  // Which table it is, the compiler can't follow through a variable: the signatures of `Writing` hold it.
  const any = db as unknown as Record<'insertInto' | 'updateTable' | 'deleteFrom' | 'selectFrom', Loose>;
  const rowOf = async (table: Table, id: number) => {
    const row = await any.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new Error(`no row ${id} in ${table}`);
    return row as Image;
  };
  const toIndex = new Set<number>();
  const changed = (change: Change) => {
    changes.push(change);
    const referral = keysChangedOf(change.table, change.before, change.after);
    if (referral !== null) toIndex.add(referral);
  };
  const add = async (table: Table, id: number, values: object) => {
    await any
      .insertInto(table)
      .values({ ...values, id })
      .execute();
    const after = await rowOf(table, id);
    changed({ table, id, before: null, after });
  };
  const change = async (table: Table, id: number, patch: object) => {
    const before = await rowOf(table, id);
    const differs = Object.entries(patch).some(([column, value]) => before[column] !== value);
    if (!differs) return;
    await any.updateTable(table).set(patch).where('id', '=', id).execute();
    const after = await rowOf(table, id);
    changed({ table, id, before, after });
  };
  const remove = async (table: Table, id: number) => {
    const before = await rowOf(table, id);
    if (table === 'referral') await dropSearchKeys(db, id);
    await any.deleteFrom(table).where('id', '=', id).execute();
    changed({ table, id, before, after: null });
  };
  return {
    db,
    at: act.at,
    who: act.who,
    action: act.action,
    async insert(table, values) {
      const id = await nextId(db, any, table);
      await add(table, id, values);
      return id;
    },
    update: change,
    remove,
    async restore(table, id, image) {
      if (image === null) return remove(table, id);
      const isThere = await any.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
      return isThere ? change(table, id, image) : add(table, id, image);
    },
    async index() {
      for (const referral of toIndex) await keepSearchKeys(db, referral);
      toIndex.clear();
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: one place where the table is a variable
type Loose = (table: string) => any;

/** A number that no row of the table ever had: the journal still speaks of the rows that are gone. */
async function nextId(db: Db, any: Record<'selectFrom', Loose>, table: string): Promise<number> {
  const row = await any.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const gone = await db
    .selectFrom('journal_change')
    .select('row_id')
    .where('table_name', '=', table)
    .orderBy('row_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Math.max(row?.id ?? 0, gone?.row_id ?? 0) + 1;
}

async function append(db: Db, act: Act, last: Link, changes: readonly Change[]): Promise<void> {
  const id = last.id + 1;
  const rows = changes.map((change) => changeRow(id, change));
  const action = {
    id,
    at: act.at,
    who: act.who,
    command: act.command,
    note: act.note ?? null,
    clock: act.clock,
    salt: newSalt(),
    previous: last.digest,
    undoes: act.undoes ?? null,
  };
  await db
    .insertInto('journal_action')
    .values({ ...action, digest: actionDigest(action, rows) })
    .execute();
  const lastChange = await db
    .selectFrom('journal_change')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst();
  const firstId = (lastChange?.id ?? 0) + 1;
  for (let i = 0; i < rows.length; i += 500) {
    const some = rows.slice(i, i + 500).map((row, j) => ({ ...row, id: firstId + i + j }));
    await db.insertInto('journal_change').values(some).execute();
  }
}

function changeRow(actionId: number, { table, id, before, after }: Change): ChangeRow {
  const salt = newSalt();
  const image = after ?? before ?? {};
  const texts = { before: before && JSON.stringify(before), after: after && JSON.stringify(after) };
  return {
    action_id: actionId,
    table_name: table,
    row_id: id,
    referral_id: table === 'referral' ? id : ((image.referral_id as number | undefined) ?? null),
    specialist_id: table === 'specialist' ? id : ((image.specialist_id as number | undefined) ?? null),
    ...texts,
    salt,
    before_digest: texts.before && salted(salt, texts.before),
    after_digest: texts.after && salted(salt, texts.after),
  };
}

const newSalt = (): string => randomBytes(16).toString('hex');

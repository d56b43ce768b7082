import { asRefusal, kyselyOver, openSqlite } from './engines/sqlite.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import type { Db } from './tables.ts';

/** An open database. */
export interface Store {
  readonly file: string;
  readonly db: Db;
  /** Where a copy was put before the database was brought up to date; `null` where that was not needed. */
  readonly copiedTo: string | null;
  close(): Promise<void>;
}

/**
 * Opens the database at `file`, brought up to date. Refuses (exit 5) one that is missing (unless `create`),
 * damaged, busy, not ours or newer than the program.
 */
export function openStore(file: string, options: { create: boolean }): Store {
  const raw = openSqlite(file, options);
  try {
    const copiedTo = migrate(raw, migrations);
    const db = kyselyOver(raw);
    return { file, db, copiedTo, close: () => db.destroy() };
  } catch (error) {
    raw.close();
    throw asRefusal(error, file);
  }
}

/** Reads in one sitting: everything that `work` sees is of the same moment. */
export const read = async <T>(store: Store, work: (db: Db) => Promise<T>): Promise<T> => {
  try {
    return await store.db.transaction().setAccessMode('read only').execute(work);
  } catch (error) {
    throw asRefusal(error, store.file);
  }
};

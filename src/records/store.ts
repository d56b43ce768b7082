import { asRefusal, kyselyOver, openSqlite, schemaVersion } from './engines/sqlite.ts';
import { migrate, requireKnown } from './migrate.ts';
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
export function openStore(file: string, { create }: { create: boolean }): Store {
  const newest = migrations.length;
  const raw = openSqlite(file, { create, look: (found) => requireKnown(schemaVersion(found), newest) });
  try {
    const copiedTo = migrate(raw, migrations);
    const db = kyselyOver(raw);
    // Without a query Kysely has not taken the connection up, and would not close it.
    const close = async () => {
      await db.destroy();
      raw.close();
    };
    return { file, db, copiedTo, close };
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

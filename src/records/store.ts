import { asRefusal, kyselyOver, openSqlite, schemaVersion } from './engines/sqlite.ts';
import { searchKeysAreCurrent } from './key-version.ts';
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

/**
 * Makes the look-up keys anew, all at once, where the rules that they are made by have changed. With referrals there
 * `before` is called first, since it can take a while.
 */
export async function renewSearchKeys({ db, file }: Store, before: () => void): Promise<void> {
  try {
    if (await searchKeysAreCurrent(db)) return;
    const { remakeSearchKeys } = await import('./search-keys.ts');
    if (await db.selectFrom('referral').select('id').limit(1).executeTakeFirst()) before();
    await db.transaction().execute(async (writing) => {
      // Another process may have come first, between the look and the lock.
      if (!(await searchKeysAreCurrent(writing))) await remakeSearchKeys(writing);
    });
  } catch (error) {
    throw asRefusal(error, file);
  }
}

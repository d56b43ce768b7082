import { fixedQuery } from './engines/fixed-queries.ts';
import type { Db } from './tables.ts';

/**
 * Goes up whenever the same record gives other keys than before, or a word other parts: the records of an office that was
 * opened with an earlier version get their keys anew. It stands apart from the rules, which every start would load with it.
 */
export const KEY_VERSION = 1;

/** Under which name the version is kept. */
export const DERIVED = 'search_keys';

/** Whether the look-up keys were made by the rules of today. */
export async function searchKeysAreCurrent(db: Db): Promise<boolean> {
  const [row] = await versionKept(db);
  return row?.version === KEY_VERSION;
}

const versionKept = fixedQuery('version of the search keys', (db) =>
  db.selectFrom('derived').select('version').where('name', '=', DERIVED),
);

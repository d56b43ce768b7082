import { Refusal } from '../rules/refusal.ts';
import {
  answerOf,
  copyChecked,
  type RawDatabase,
  schemaVersion,
  schemaWords,
  setSchemaVersion,
} from './engines/sqlite.ts';
import type { Migration } from './migrations.ts';

/**
 * Brings the database to the newest migration, each in a transaction of its own. A database that already
 * holds something is first copied beside itself, and the copy checked; returns the copy's path, or `null`
 * where none was needed. A database newer than the program is refused and left untouched.
 */
export function migrate(raw: RawDatabase, steps: readonly Migration[]): string | null {
  const newest = steps.length;
  const version = schemaVersion(raw);
  if (version === newest) return null;
  requireKnown(version, newest);
  const copy = version === 0 ? null : `${raw.name}.before-${version + 1}-${stamp(version, raw)}`;
  if (copy) copyChecked(raw, copy);
  for (const step of steps.slice(version)) applyOnce(raw, step);
  return copy;
}

function applyOnce(raw: RawDatabase, step: Migration): void {
  raw
    .transaction(() => {
      // Another process may have come first, between the look and the lock.
      if (schemaVersion(raw) >= step.number) return;
      for (const statement of step.statements(schemaWords)) raw.exec(statement);
      setSchemaVersion(raw, step.number);
    })
    .immediate();
}

/** A name that no earlier copy has: the schema it was made from, and a random part. */
const stamp = (version: number, raw: RawDatabase): string =>
  `${version}-${answerOf(raw, 'select lower(hex(randomblob(4)))')}`;

/** Refuses a schema that is newer than the newest one that is known. */
export function requireKnown(version: number, newest: number): void {
  if (version <= newest) return;
  throw new Refusal({
    kind: 'database',
    code: 'newer_database',
    message: `The database was made by a newer iis (schema ${version}; this one knows up to ${newest}).`,
    hint: 'Nothing was changed in it. Install the newest iis and try again.',
  });
}

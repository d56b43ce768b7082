import { rmSync } from 'node:fs';
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
 * Brings the database to the newest migration, each in a transaction of its own, or an empty one in one for all, so
 * that nobody meets it half made. A database that already holds something is first copied beside itself, and the copy
 * checked; returns the copy's path, or `null` where none was needed. A database newer than the program is refused and left untouched.
 */
export function migrate(raw: RawDatabase, steps: readonly Migration[]): string | null {
  const newest = steps.length;
  const version = schemaVersion(raw);
  if (version === newest) return null;
  requireKnown(version, newest);
  const copy = version === 0 ? null : `${raw.name}.before-${version + 1}-${stamp(version, raw)}`;
  if (copy === null) {
    raw.transaction(() => applyFrom(raw, steps)).immediate();
    return null;
  }
  try {
    copyChecked(raw, copy);
  } catch (error) {
    // Another process may have changed the schema while it was copied, after a copy of its own.
    if (schemaVersion(raw) !== version) return migrate(raw, steps);
    throw error;
  }
  try {
    for (const step of steps.slice(version)) raw.transaction(() => applyFrom(raw, [step])).immediate();
  } catch (error) {
    // Each start that fails so would leave one more.
    if (isAsBefore(raw, version)) rmSync(copy, { force: true });
    throw error;
  }
  return copy;
}

/** Whether a failed step was wholly undone and the database is sound, so that a copy of it is not needed. */
function isAsBefore(raw: RawDatabase, version: number): boolean {
  try {
    return schemaVersion(raw) === version && answerOf(raw, 'pragma integrity_check') === 'ok';
  } catch {
    return false;
  }
}

/** Takes those of the steps that another process has not taken, between the look and the lock. */
function applyFrom(raw: RawDatabase, steps: readonly Migration[]): void {
  for (const step of steps) {
    if (schemaVersion(raw) >= step.number) continue;
    for (const statement of step.statements(schemaWords)) raw.exec(statement);
    setSchemaVersion(raw, step.number);
  }
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

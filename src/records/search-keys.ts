import { nameWords, searchKeysOf } from '../rules/name-keys.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { Db, RecordTables, Row } from './tables.ts';

/** Brings the look-up keys of a person up to date with the row that was just written, or is about to go. */
export async function keepSearchKeys(
  db: Db,
  table: keyof RecordTables,
  id: number,
  row: Record<string, unknown> | null,
): Promise<void> {
  if (table !== 'person') return;
  await db.deleteFrom('person_key').where('person_id', '=', id).execute();
  if (row === null) return;
  const { name, birth_date, phone, address, email } = row as Row<'person'>;
  const alike = searchKeysOf({ name, birthDate: birth_date as CalendarDate | null, phone, address, email });
  const keys = [...new Set([...nameWords(name ?? '').map((word) => `n:${word}`), ...alike])];
  if (keys.length === 0) return;
  await db
    .insertInto('person_key')
    .values(keys.map((key) => ({ key, person_id: id })))
    .execute();
}

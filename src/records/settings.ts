import { defaultSettings, type Settings } from '../rules/settings.ts';
import { fixedQuery } from './engines/fixed-queries.ts';
import type { Writing } from './journal.ts';
import type { Db } from './tables.ts';

/** The office's settings; what was never set is the default. */
export async function readSettings(db: Db): Promise<Settings> {
  const rows = await allSettings(db);
  return {
    ...defaultSettings,
    ...Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)])),
  };
}

const allSettings = fixedQuery('settings', (db) => db.selectFrom('setting').select(['key', 'value']));

/** Keeps the settings that are given and leaves the others. */
export async function saveSettings(writing: Writing, patch: Partial<Settings>): Promise<void> {
  for (const [key, value] of Object.entries(patch)) {
    const text = JSON.stringify(value);
    const row = await writing.db.selectFrom('setting').select('id').where('key', '=', key).executeTakeFirst();
    if (row) await writing.update('setting', row.id, { value: text });
    else await writing.insert('setting', { key, value: text });
  }
}

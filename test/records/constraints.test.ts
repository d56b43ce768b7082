import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onlyOnce, references } from '../../src/records/constraints.ts';
import type { Db } from '../../src/records/tables.ts';
import { office } from '../office.ts';

const notRecords = /^(journal_|search_key$|name_part$|derived$|sqlite_)/;

const rows = async <T>(db: Db, statement: string): Promise<T[]> =>
  (await sql.raw<T>(statement).execute(db)).rows;

const tablesOf = async (db: Db): Promise<string[]> =>
  (await rows<{ name: string }>(db, "select name from sqlite_master where type = 'table'"))
    .map(({ name }) => name)
    .filter((name) => !notRecords.test(name));

const sorted = (lines: readonly string[]): string[] => [...lines].sort();

it('the references are those of the schema', async () => {
  const { db } = (await office()).store;
  const found: string[] = [];
  for (const table of await tablesOf(db)) {
    const keys = await rows<{ id: number; table: string; from: string; to: string }>(
      db,
      `select * from pragma_foreign_key_list('${table}') order by id, seq`,
    );
    for (const id of new Set(keys.map((key) => key.id))) {
      const parts = keys.filter((key) => key.id === id);
      const from = parts.map((part) => part.from).join();
      found.push(`${table}(${from}) → ${parts[0]!.table}(${parts.map((part) => part.to).join()})`);
    }
  }
  const told = references.map(
    ({ from, columns, to, means = ['id'] }) => `${from}(${columns.join()}) → ${to}(${means.join()})`,
  );
  expect(sorted(told)).toEqual(sorted(found));
});

it('what can be there only once is what the schema says', async () => {
  const { db } = (await office()).store;
  const found: string[] = [];
  for (const table of await tablesOf(db)) {
    const indexes = await rows<{ name: string }>(
      db,
      `select name from pragma_index_list('${table}') where "unique" = 1 and origin <> 'pk'`,
    );
    for (const { name } of indexes) {
      const columns = await rows<{ name: string }>(db, `select name from pragma_index_info('${name}')`);
      const [made] = await rows<{ sql: string | null }>(
        db,
        `select sql from sqlite_master where name = '${name}'`,
      );
      const open = /where (\w+) is null$/.exec(made?.sql ?? '')?.[1];
      found.push(`${table}(${columns.map((column) => column.name).join()}) ${open ?? ''}`);
    }
  }
  const told = onlyOnce.map(
    ({ table, columns, whileNull }) => `${table}(${columns.join()}) ${whileNull ?? ''}`,
  );
  expect(sorted(told)).toEqual(sorted(found));
});

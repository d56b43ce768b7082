import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { fixedQueries } from './engines/fixed-queries.ts';
import './fins.ts';
import './key-version.ts';
import './settings.ts';
import './specialists.ts';
import type { Tables } from './tables.ts';

/** Run by the build: writes the queries that are always the same beside itself, for the program to be built with. */
const noDatabase = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
writeFileSync(join(__dirname, 'fixed-queries.json'), JSON.stringify(fixedQueries(noDatabase)));

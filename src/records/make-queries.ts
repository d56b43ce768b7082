import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DummyDriver } from 'kysely';
import { fixedQueries } from './engines/fixed-queries.ts';
import { kyselyWith } from './engines/sqlite.ts';
import './fins.ts';
import './key-version.ts';
import './settings.ts';
import './specialists.ts';

/** Run by the build: writes the queries that are always the same beside itself, for the program to be built with. */
writeFileSync(
  join(__dirname, 'fixed-queries.json'),
  JSON.stringify(fixedQueries(kyselyWith(() => new DummyDriver()))),
);

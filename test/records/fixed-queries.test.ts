import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixedQueries } from '../../src/records/engines/fixed-queries.ts';
import { office } from '../office.ts';

const home = join(import.meta.dirname, '../..');
const records = join(home, 'src', 'records');
const textOf = (file: string) => readFileSync(join(records, file), 'utf8');

/** The files that have such queries, for the build as for this test. */
const imported = [...textOf('make-queries.ts').matchAll(/^import '\.\/(.+)';$/gm)].map(([, file]) => file!);

describe('queries that are always the same', () => {
  it('the build knows every file that has one', () => {
    const having = readdirSync(records, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.ts') && !file.startsWith('engines') && /= fixed(Query|Rows)\(/.test(textOf(file)),
    );
    expect(imported).toEqual(having.sort());
  });

  it('the program is built with each of them as it is made', async () => {
    for (const file of imported) await import(pathToFileURL(join(records, file)).href);
    const { store } = await office();
    const built = JSON.parse(readFileSync(join(home, 'build', 'fixed-queries.json'), 'utf8'));
    expect(built).toEqual(JSON.parse(JSON.stringify(fixedQueries(store.db))));
    expect(Object.keys(built)).toContain('fins families');
    const list = readFileSync(join(home, 'dist', 'listing.cjs'), 'utf8');
    for (const { sql } of Object.values<{ sql: string }>(built))
      expect(list.includes(sql.slice(0, 40)) || list.includes(sql.slice(0, 40).replaceAll('"', '\\"'))).toBe(
        true,
      );
  });
});

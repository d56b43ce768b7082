import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rules of the house that no compiler holds. Each names the file, and what in it is against the rule. */

const root = process.cwd();

const sourceFiles = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(])\/\/.*$/gm, '$1');

const textOf = new Map(sourceFiles.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const codeOf = new Map([...textOf].map(([file, text]) => [file, withoutComments(text)]));

/** What a file imports: as a path from the project's folder, or the name of a library. */
const importsOf = (file: string, code: string): string[] => {
  const written = /(?:\bfrom|\bimport|\bimport\(|\brequire(?:\.resolve)?\()\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(written)].map(([, name = '']) =>
    name.startsWith('.') ? posix.join(dirname(file), name) : name,
  );
};

const imports = [...codeOf].flatMap(([file, code]) =>
  importsOf(file, code).map((imported) => ({ file, imported })),
);

/** `src/records/engines/sqlite.ts` is of `records`. */
const layerOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];

const allowed: Record<string, string[]> = {
  cli: ['cli', 'desk', 'forms', 'reports', 'records', 'rules'],
  desk: ['desk', 'records', 'rules'],
  forms: ['forms', 'records', 'rules'],
  reports: ['reports', 'records', 'rules'],
  records: ['records', 'rules'],
  rules: ['rules'],
};

describe('the reading of imports', () => {
  it.each([
    ["import { a } from '../rules/a.ts';", 'src/rules/a.ts'],
    ["import type {\n  A,\n} from './a.ts';", 'src/desk/a.ts'],
    ['export { a } from "./a.ts";', 'src/desk/a.ts'],
    ["import './a.ts';", 'src/desk/a.ts'],
    ["const { a } = await import('../cli/a.ts');", 'src/cli/a.ts'],
    ["require.resolve('better-sqlite3')", 'better-sqlite3'],
    ["import rules from '../../data/a.json';", 'data/a.json'],
  ])('sees %s', (code, expected) => expect(importsOf('src/desk/x.ts', code)).toEqual([expected]));

  it('looks past comments', () => {
    expect(withoutComments("// from 'a'\nconst b = 1; // from 'c'\n/* from 'd'\n */")).not.toContain('from');
    expect(withoutComments("'https://example.org'")).toBe("'https://example.org'");
  });
});

describe('direction', () => {
  it('every file is in a folder of the house', () => {
    const lost = sourceFiles.filter((file) => !(layerOf(file)! in allowed));
    expect(lost.map((file) => `${file} is in no folder that architecture names.`)).toEqual([]);
  });

  it('goes down: cli, desk, records, rules; forms and reports stand beside the desk', () => {
    const up = imports.filter(({ file, imported }) => {
      const layer = layerOf(imported);
      return layer !== undefined && !allowed[layerOf(file)!]?.includes(layer);
    });
    expect(up.map(({ file, imported }) => `${file} must not import ${imported}: it points up.`)).toEqual([]);
  });

  it('what lies outside of src is data', () => {
    const outside = imports.filter(
      ({ imported }) => imported.includes('/') && /^(\.\.|data|test|bin|dist)\//.test(imported),
    );
    const strange = outside.filter(({ imported }) => !imported.startsWith('data/'));
    expect(strange.map(({ file, imported }) => `${file} must not import ${imported}.`)).toEqual([]);
  });

  it('rules ask nobody: no files, no network, no database', () => {
    const asking = imports.filter(
      ({ file, imported }) =>
        layerOf(file) === 'rules' && /^node:|kysely|sqlite|commander|inquirer/.test(imported),
    );
    expect(
      asking.map(({ file, imported }) => `${file} must not import ${imported}: rules are pure.`),
    ).toEqual([]);
  });
});

/** The files whose code has this in it, each in a sentence; but for those that may. */
const against = (pattern: RegExp, may: readonly string[], why: string): string[] =>
  [...codeOf].flatMap(([file, code]) => {
    const found = pattern.exec(code);
    return found && !may.includes(file) ? [`${file} has “${found[0].trim()}”: ${why}`] : [];
  });

describe('one place each', () => {
  it('only main touches the process', () => {
    // Whether files have modes depends on the operating system.
    const may = ['src/cli/main.ts', 'src/records/engines/sqlite.ts', 'src/forms/apart/read-apart.ts'];
    const why = 'only src/cli/main.ts touches the process.';
    expect(against(/\bprocess\.\w+|\bprocess\b(?=\s*[;\]])|node:process/, may, why)).toEqual([]);
    const of = (file: string) => new Set(codeOf.get(file)!.match(/\bprocess\.\w+/g));
    expect(of('src/records/engines/sqlite.ts')).toEqual(new Set(['process.platform']));
    // What a hostile file costs shows only in the memory of the process as a whole.
    expect(of('src/forms/apart/read-apart.ts')).toEqual(new Set(['process.memoryUsage']));
  });

  it('only main reads the clock', () => {
    const why = 'only src/cli/main.ts reads the clock; everyone else is told.';
    const clock =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bDate\(\s*\)|performance\.now|hrtime|Temporal\.Now/;
    expect(against(clock, ['src/cli/main.ts'], why)).toEqual([]);
  });

  it('only the journal writes tables', () => {
    const may = [
      'src/records/journal.ts',
      // Look-up keys are derived from the rows that the journal writes, in the same step and on its behalf.
      'src/records/search-keys.ts',
      'src/records/migrations.ts',
    ];
    const why = 'only the journal writes tables, so that every change can be told and undone.';
    expect(against(/\b(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\b/, may, why)).toEqual([]);
    const raw =
      /\b(insert (or \w+ )?into|update "?\w+"? set|delete from|replace into|drop table|alter table|create (unique )?(table|index|trigger))\b/i;
    const migrations = sourceFiles.filter((file) => /^src\/records\/migrations[./]/.test(file));
    expect(against(raw, migrations, why)).toEqual([]);
  });

  it('look-up keys are all that is written beside the journal', () => {
    const written = codeOf
      .get('src/records/search-keys.ts')!
      .matchAll(/(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)/g);
    expect(new Set([...written].map(([, table]) => table))).toEqual(
      new Set(['search_key', 'name_part', 'derived']),
    );
  });

  it('only an engine knows better-sqlite3, and only records know SQL', () => {
    const engines = imports.filter(
      ({ file, imported }) =>
        imported.startsWith('better-sqlite3') && !file.startsWith('src/records/engines/'),
    );
    expect(
      engines.map(({ file }) => `${file} must not import better-sqlite3: it belongs to an engine.`),
    ).toEqual([]);
    const sql = imports.filter(({ file, imported }) => imported === 'kysely' && layerOf(file) !== 'records');
    expect(sql.map(({ file }) => `${file} must not import kysely: all SQL is in src/records.`)).toEqual([]);
  });

  it('only a desk’s write opens a transaction', () => {
    const may = ['src/records/journal.ts', 'src/records/store.ts', 'src/records/migrate.ts'];
    expect(against(/\.transaction\(/, may, 'a step is written with record() and read with read().')).toEqual(
      [],
    );
  });
});

describe('form', () => {
  it('no file is longer than 400 lines', () => {
    const long = [...textOf].map(([file, text]) => ({ file, lines: text.split('\n').length - 1 }));
    expect(
      long.filter(({ lines }) => lines > 400).map(({ file, lines }) => `${file} has ${lines} lines.`),
    ).toEqual([]);
  });

  it('nothing is exported by default', () => {
    // It stands in for a module that is imported so.
    const standIns = ['src/cli/no-colour-guess.ts'];
    expect(against(/\bexport default\b|\bas default\b/, standIns, 'what is exported has a name.')).toEqual(
      [],
    );
  });

  it('no file or folder is called after nothing in particular', () => {
    const vague = sourceFiles.filter((file) =>
      /(^|[/-])(utils?|helpers?|managers?|services?|common|misc)([./-]|$)/.test(file),
    );
    expect(vague.map((file) => `${file} needs a name that says what it is.`)).toEqual([]);
  });
});

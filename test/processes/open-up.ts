import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSqlite } from '../../src/records/engines/sqlite.ts';
import { migrate } from '../../src/records/migrate.ts';
import { migrations } from '../../src/records/migrations.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import { nextStep } from './next-step.ts';

/** open-up FILE [next]: makes or opens the database, with `next` one migration on, and says the modes of its files. */
function main([file = '', next]: string[]): void {
  const raw = openSqlite(file, { create: true });
  migrate(raw, next ? [...migrations, nextStep] : migrations);
  raw.exec(
    "begin immediate; insert into setting (key, value) values ('open-up', '1'); delete from setting where key = 'open-up'; commit",
  );
  const names = [file, `${file}-wal`, `${file}-shm`, dirname(file)];
  process.stdout.write(`${names.map((name) => (statSync(name).mode & 0o777).toString(8)).join(' ')}\n`);
  raw.close();
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stdout.write(error instanceof Refusal ? `refused ${error.facts.code}\n` : `fault ${error}\n`);
}

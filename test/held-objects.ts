import Sqlite from 'better-sqlite3';

/**
 * Keeps every database and statement that tests and benchmarks make past the program's own engine, which keeps its own. Built
 * for Node 24.19 or newer, the library aborts the process when one of them is collected while no JavaScript runs.
 */
const held = new Set<unknown>();
const { close, prepare } = Sqlite.prototype;

Sqlite.prototype.prepare = function (this: Sqlite.Database, sql: string) {
  const statement = prepare.call(this, sql);
  held.add(this).add(statement);
  return statement;
} as typeof prepare;

// The library's own makes a statement that nobody else gets to see.
Sqlite.prototype.pragma = function (this: Sqlite.Database, source, { simple = false } = {}) {
  const statement = this.prepare(`pragma ${source}`);
  if (!statement.reader) return statement.run();
  return simple ? statement.pluck().get() : statement.all();
};

Sqlite.prototype.close = function (this: Sqlite.Database) {
  held.add(this);
  return close.call(this);
};

import type Sqlite from 'better-sqlite3';
import type { Tables } from '../../src/records/tables.ts';

type Value = string | number | null;

export interface Rows {
  /** Adds a row and returns its id; columns that are not given are null. */
  add(table: keyof Tables, values: Readonly<Record<string, Value>>, or?: 'or ignore'): number;
  change(table: keyof Tables, id: number, values: Readonly<Record<string, Value>>): void;
  /** The next number of a year, such as `R21-0042`. */
  number(
    table: 'referral' | 'service_case' | 'fund_request',
    year: number,
  ): Record<string, Value> & { number: string };
}

const prefixes = { referral: 'R', service_case: 'C', fund_request: 'E' };

export function rowsOf(raw: Sqlite.Database): Rows {
  const statements = new Map<string, Sqlite.Statement>();
  const statement = (text: string) => {
    const known = statements.get(text) ?? raw.prepare(text);
    statements.set(text, known);
    return known;
  };
  const last = new Map<string, number>();
  return {
    add(table, values, or = undefined) {
      const columns = Object.keys(values);
      const text = `insert ${or ?? ''} into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`;
      return Number(statement(text).run(...Object.values(values)).lastInsertRowid);
    },
    change(table, id, values) {
      const set = Object.keys(values).map((column) => `${column} = ?`);
      statement(`update ${table} set ${set.join()} where id = ?`).run(...Object.values(values), id);
    },
    number(table, year) {
      const key = `${table} ${year}`;
      const kept = () => raw.prepare(`select max(sequence) from ${table} where year = ?`).pluck().get(year);
      const sequence = (last.get(key) ?? Number(kept() ?? 0)) + 1;
      last.set(key, sequence);
      const number = `${prefixes[table]}${String(year % 100).padStart(2, '0')}-${String(sequence).padStart(4, '0')}`;
      return { number, year, sequence };
    },
  };
}

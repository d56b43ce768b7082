import type { Db } from './tables.ts';

export interface Numbered {
  number: string;
  year: number;
  sequence: number;
}

const prefix = { referral: 'R', service_case: 'C', fund_request: 'E' } as const;

/**
 * The next number of a year, such as `R26-0042`. Called inside the transaction that uses it. One that was taken back
 * is not given again: it may have been told to somebody.
 */
export async function nextNumber(db: Db, table: keyof typeof prefix, year: number): Promise<Numbered> {
  const last = await db
    .selectFrom(table)
    .select('sequence')
    .where('year', '=', year)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const sequence = Math.max(last?.sequence ?? 0, await lastGiven(db, table, year)) + 1;
  const number = `${prefix[table]}${String(year % 100).padStart(2, '0')}-${String(sequence).padStart(4, '0')}`;
  return { number, year, sequence };
}

/** The number of the newest row that there ever was, where it is of this year; else 0. */
async function lastGiven(db: Db, table: keyof typeof prefix, year: number): Promise<number> {
  const newest = await db
    .selectFrom('journal_change')
    .select(['before', 'after'])
    .where('table_name', '=', table)
    .orderBy('row_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const image = newest?.after ?? newest?.before;
  const row = image ? (JSON.parse(image) as Numbered) : null;
  return row?.year === year ? row.sequence : 0;
}

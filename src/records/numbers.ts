import type { Db } from './tables.ts';

export interface Numbered {
  number: string;
  year: number;
  sequence: number;
}

const prefix = { referral: 'R', service_case: 'C' } as const;

/** The next number of a year, such as `R26-0042`. Called inside the transaction that uses it. */
export async function nextNumber(db: Db, table: keyof typeof prefix, year: number): Promise<Numbered> {
  const last = await db
    .selectFrom(table)
    .select('sequence')
    .where('year', '=', year)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const sequence = (last?.sequence ?? 0) + 1;
  const number = `${prefix[table]}${String(year % 100).padStart(2, '0')}-${String(sequence).padStart(4, '0')}`;
  return { number, year, sequence };
}

import { manyRows, type Selecting } from '../engines/many-rows.ts';
import type { Db } from '../tables.ts';

/** The year of the whole state fits the first page. Where there is more, small ones leave the least behind in memory. */
const FIRST = 2500;
const NEXT = 500;

/** The last row of the page before, by the time that the rows are in order of. */
export interface After<Time extends string> {
  since: Time;
  id: number;
}

/**
 * The rows of a query in order of a time, then of `id`, some at once, so that memory does not grow with them: text, whole
 * numbers and nulls (`manyRows`).
 */
export async function* inPages<Time extends string, Row extends After<Time>>(
  db: Db,
  from: Time,
  page: (after: After<Time>, limit: number) => Selecting<Row>,
): AsyncGenerator<Row[]> {
  let after: After<Time> = { since: from, id: 0 };
  for (let limit = FIRST; ; limit = NEXT) {
    const rows = await manyRows(db, page(after, limit));
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    after = rows.at(-1)!;
  }
}

import type { ReferenceExpression, SelectQueryBuilder } from 'kysely';
import { manyRows } from '../engines/many-rows.ts';
import type { Db } from '../tables.ts';

/** The year of the whole state fits the first page. Where there is more, small ones leave the least behind in memory. */
const FIRST = 2500;
const NEXT = 500;

/** The last row of a page, by the time that the rows are in order of. */
export interface After<Time extends string> {
  since: Time;
  id: number;
}

/** Which rows, and in which order: by a time, of which it takes those from one on and before another, then by an id. */
export interface InOrder<DB, TB extends keyof DB, Time extends string> {
  by: ReferenceExpression<DB, TB>;
  id: ReferenceExpression<DB, TB>;
  from: Time;
  before: Time | null;
}

/**
 * The rows of a query in order, some at once, so that memory does not grow with them: text, whole numbers and nulls
 * (`manyRows`). It selects the time as `since` and the id as `id`.
 */
export async function* inPages<DB, TB extends keyof DB, Time extends string, Row extends After<Time>>(
  db: Db,
  query: SelectQueryBuilder<DB, TB, Row>,
  { by, id, from, before }: InOrder<DB, TB, Time>,
): AsyncGenerator<Row[]> {
  const inOrder = query
    .$if(before !== null, (all) => all.where(by, '<', before as never))
    .orderBy(by as never)
    .orderBy(id as never);
  let after: After<Time> = { since: from, id: 0 };
  for (let limit = FIRST; ; limit = NEXT) {
    const [since, last] = [after.since as never, after.id as never];
    const page = inOrder
      .where(by, '>=', since)
      .where((e) => e.or([e(by, '>', since), e(id, '>', last)]))
      .limit(limit);
    const rows: Row[] = await manyRows(db, page);
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    after = rows.at(-1)!;
  }
}

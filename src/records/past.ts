import type { Instant } from '../rules/time.ts';
import { grouped, inChunks } from './columns.ts';
import type { Image } from './history.ts';
import type { Db, RecordTables, Row } from './tables.ts';

/** Rows as they stood at an earlier moment, from what the journal kept of each change. Nothing is kept twice. */

type Table = keyof RecordTables;

/** Up to where the records are read: all that was done before a time, or up to an action and with it; `null` is now. */
export type Moment = { before: Instant } | { upTo: number } | null;

/** One change of a row, with the action that made it. */
export interface PastChange {
  action: number;
  at: Instant;
  who: string;
  undoes: number | null;
  row: number;
  before: Image | null;
  after: Image | null;
}

/** All that was ever recorded of some rows of a table, by row, first to last. */
export type Recorded = ReadonlyMap<number, readonly PastChange[]>;

/** Whether the change was made later than the moment. */
export const isSince = (change: Pick<PastChange, 'action' | 'at'>, from: Moment): boolean =>
  from !== null && ('before' in from ? change.at >= from.before : change.action > from.upTo);

/** What was recorded of the rows of a table that were changed since the moment, and of these. */
export async function recordedOf(
  db: Db,
  table: Table,
  from: Moment,
  these: readonly number[] = [],
): Promise<Recorded> {
  const rows = [...new Set([...(await rowsChangedSince(db, table, from)), ...these])];
  const changes = await inChunks(rows, (some) =>
    db
      .selectFrom('journal_change as c')
      .innerJoin('journal_action as a', 'a.id', 'c.action_id')
      .where('c.table_name', '=', table)
      .where('c.row_id', 'in', some)
      .select(['a.id as action', 'a.at', 'a.who', 'a.undoes', 'c.row_id as row', 'c.before', 'c.after'])
      .orderBy('c.id')
      .execute(),
  );
  return grouped(
    changes.map((change) => ({
      ...change,
      at: change.at as Instant,
      before: imageOf(change.before),
      after: imageOf(change.after),
    })),
    ({ row }) => row,
  );
}

async function rowsChangedSince(db: Db, table: Table, from: Moment): Promise<number[]> {
  if (from === null) return [];
  const changes = db
    .selectFrom('journal_action as a')
    .innerJoin('journal_change as c', 'c.action_id', 'a.id')
    .where('c.table_name', '=', table)
    .select('c.row_id')
    .distinct();
  const since =
    'before' in from ? changes.where('a.at', '>=', from.before) : changes.where('a.id', '>', from.upTo);
  return (await since.execute()).map(({ row_id }) => row_id);
}

const imageOf = (text: string | null): Image | null => (text === null ? null : (JSON.parse(text) as Image));

/** The row as these changes, first to last, left it at the moment; `null` where it was not there. */
export function stateAt(changes: readonly PastChange[], moment: Moment): Image | null {
  // Actions count in the order in which they were done, also where a clock was set wrong.
  return changes.findLast((change) => moment === null || !isSince(change, moment))?.after ?? null;
}

/** The rows of a table at the moment: those that are there now, but for what is recorded of them. */
export function rowsAt<T extends Table>(
  now: readonly Row<T>[],
  recorded: Recorded,
  moment: Moment,
): Row<T>[] {
  const rows = new Map(now.map((row) => [(row as { id: number }).id, row]));
  for (const [id, changes] of recorded) {
    const state = stateAt(changes, moment);
    if (state) rows.set(id, state as Row<T>);
    else rows.delete(id);
  }
  return [...rows.values()];
}

/** When the first action was recorded; `null` where none was. */
export async function recordsBeginAt(db: Db): Promise<Instant | null> {
  const first = await db
    .selectFrom('journal_action')
    .select((e) => e.fn.min('at').as('at'))
    .executeTakeFirst();
  return (first?.at as Instant | null | undefined) ?? null;
}

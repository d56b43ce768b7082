import { createHash } from 'node:crypto';
import { grouped } from './columns.ts';
import type { Db, JournalActionTable, JournalChangeTable } from './tables.ts';

/** The chain of the journal: each action's digest holds the one before it and the digests of its row images. */

export type ChangeRow = Omit<JournalChangeTable, 'id'>;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
export const salted = (salt: string, text: string): string => digestOf(`${salt}\n${text}`);

/** Over digests, not images: so that a family can be erased later and the chain still holds. */
export function actionDigest(
  action: Omit<JournalActionTable, 'digest'>,
  changes: readonly ChangeRow[],
): string {
  const { previous, id, at, who, command, clock, salt, note, undoes } = action;
  const rows = changes.map((c) => [
    c.table_name,
    c.row_id,
    c.referral_id,
    c.specialist_id,
    c.before_digest,
    c.after_digest,
  ]);
  // Only an action that takes one back says so: the digests of those from before there was such a thing hold.
  const said = undoes === null ? [] : [undoes];
  return digestOf(
    JSON.stringify([previous, id, at, who, command, clock, salted(salt, note ?? ''), rows, ...said]),
  );
}

/**
 * Walks the chain from its first action. Returns the number of the first action that does not hold, with
 * what is wrong, or `null` when all do. It can't tell that the last actions were cut off whole, nor a chain that
 * someone with the file made anew.
 */
export async function firstBrokenLink(db: Db): Promise<Break | null> {
  let previous = '';
  let expected = 1;
  for (;;) {
    const actions = await actionsFrom(db, expected);
    if (actions.length === 0) return strayChange(db);
    const changesOf = grouped(await changesOfActions(db, actions), (change) => change.action_id);
    for (const action of actions) {
      const what = faultOf(action, changesOf.get(action.id) ?? [], { expected, previous });
      if (what) return { action: expected, what };
      previous = action.digest;
      expected += 1;
    }
  }
}

export interface Break {
  action: number;
  what: string;
}

/** Read in pages: a journal of years does not fit the memory. */
const PAGE = 1000;

const actionsFrom = (db: Db, first: number) =>
  db.selectFrom('journal_action').selectAll().where('id', '>=', first).orderBy('id').limit(PAGE).execute();

const changesOfActions = (db: Db, actions: readonly JournalActionTable[]) =>
  db
    .selectFrom('journal_change')
    .selectAll()
    .where('action_id', '>=', actions[0]!.id)
    .where('action_id', '<=', actions.at(-1)!.id)
    .orderBy('id')
    .execute();

function faultOf(
  action: JournalActionTable,
  changes: readonly ChangeRow[],
  { expected, previous }: { expected: number; previous: string },
): string | null {
  if (action.id !== expected) return 'an action is missing';
  if (action.previous !== previous) return 'the chain is cut';
  if (actionDigest(action, changes) !== action.digest) return 'the action was altered';
  const holds = (c: ChangeRow) =>
    imageHolds(c.salt, c.before, c.before_digest) && imageHolds(c.salt, c.after, c.after_digest);
  return changes.every(holds) ? null : 'a row image was altered';
}

async function strayChange(db: Db): Promise<Break | null> {
  const stray = await db
    .selectFrom('journal_change')
    .select('action_id')
    .where('action_id', 'not in', db.selectFrom('journal_action').select('id'))
    .orderBy('action_id')
    .executeTakeFirst();
  return stray ? { action: stray.action_id, what: 'an action is missing' } : null;
}

/** An image that was erased on purpose leaves its digest behind and still holds. */
const imageHolds = (salt: string, image: string | null, digest: string | null): boolean =>
  image === null || salted(salt, image) === digest;

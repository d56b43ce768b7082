import type { Instant } from '../rules/time.ts';
import { actionOf, type JournalEntry } from './history.ts';
import type { Writing } from './journal.ts';
import type { Db } from './tables.ts';

/** An interview that was not finished. */
export interface Draft<T = unknown> {
  id: number;
  kind: string;
  owner: string;
  startedAt: Instant;
  savedAt: Instant;
  content: T;
}

/** Keeps a draft, anew or over what it was; returns its id. */
export async function saveDraft(
  writing: Writing,
  draft: { id: number | null; kind: string; content: unknown },
): Promise<number> {
  const content = JSON.stringify(draft.content);
  if (draft.id === null) {
    const times = { started_at: writing.at, saved_at: writing.at };
    return writing.insert('draft', { kind: draft.kind, owner: writing.who, ...times, content });
  }
  await writing.update('draft', draft.id, { saved_at: writing.at, content });
  return draft.id;
}

/** Lets a draft go; `false` where it is gone already. */
export async function dropDraft(writing: Writing, id: number): Promise<boolean> {
  const row = await writing.db.selectFrom('draft').select('id').where('id', '=', id).executeTakeFirst();
  if (row) await writing.remove('draft', id);
  return row !== undefined;
}

/** The last action that kept this draft or let it go, and the kind that it is of. */
export async function lastOfDraft(db: Db, id: number): Promise<{ kind: string; entry: JournalEntry }> {
  const { action_id } = await db
    .selectFrom('journal_change')
    .select('action_id')
    .where('table_name', '=', 'draft')
    .where('row_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const entry = (await actionOf(db, action_id))!;
  const { before, after } = entry.changes.find(({ table, row }) => table === 'draft' && row === id)!;
  return { kind: (after ?? before)!.kind as string, entry };
}

/** The drafts of this kind, newest first. */
export async function listDrafts<T>(db: Db, kind: string): Promise<Draft<T>[]> {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('saved_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    owner: row.owner,
    startedAt: row.started_at as Instant,
    savedAt: row.saved_at as Instant,
    content: JSON.parse(row.content) as T,
  }));
}

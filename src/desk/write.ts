import type { Writing } from '../records/journal.ts';
import type { Desk } from './desk.ts';

/** Does `work` in one journaled transaction; what it throws undoes everything. The draft that it comes from goes with it. */
export async function write<T>(
  desk: Desk,
  work: (writing: Writing) => Promise<T>,
  note?: string,
  undoes?: number,
): Promise<T> {
  const { store, who, now: at, command, clock, draft = null } = desk;
  // Most commands only look: they start without the journal and its digests.
  const { record } = await import('../records/journal.ts');
  return record(store, { who, at, command, clock, note, undoes }, async (writing) => {
    if (draft !== null) await settle(writing, draft);
    return work(writing);
  });
}

async function settle(writing: Writing, draft: number): Promise<void> {
  const { dropDraft } = await import('../records/drafts.ts');
  await dropDraft(writing, draft);
}

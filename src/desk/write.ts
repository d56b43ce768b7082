import type { Writing } from '../records/journal.ts';
import type { Desk } from './desk.ts';

/** Does `work` in one journaled transaction; what it throws undoes everything. The draft that it comes from goes with it: where it is gone, all is refused (`changed_meanwhile`). */
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
    if (draft !== null) await settle(desk, writing, draft);
    return work(writing);
  });
}

/** Of two who go on with one draft, one saves it. */
async function settle({ settings }: Desk, writing: Writing, draft: number): Promise<void> {
  const { dropDraft } = await import('../records/drafts.ts');
  if (await dropDraft(writing, draft)) return;
  const { draftGoneOn } = await import('./draft-gone-on.ts');
  throw await draftGoneOn(writing.db, draft, settings.zone);
}

import { type Draft, dropDraft as drop, listDrafts, saveDraft } from '../records/drafts.ts';
import { type Desk, look } from './desk.ts';
import { write } from './write.ts';

/**
 * Keeps what was said in an interview so far, anew or over what it was (`id`), and returns the draft's
 * number. One that somebody else threw away meanwhile is kept anew: what was typed is never lost.
 */
export const keepDraft = (
  desk: Desk,
  { id, kind, content }: { id: number | null; kind: string; content: unknown },
): Promise<number> =>
  write(desk, async (writing) => {
    const isKept = id !== null && (await listDrafts(writing.db, kind)).some((draft) => draft.id === id);
    return saveDraft(writing, { id: isKept ? id : null, kind, content });
  });

/** Lets a draft go: what it held was saved, or is not wanted. */
export const dropDraft = (desk: Desk, id: number): Promise<void> =>
  write(desk, (writing) => drop(writing, id));

/** The interviews of this kind that were begun and not finished, the last one first. */
export const openDrafts = <T>(desk: Desk, kind: string): Promise<Draft<T>[]> =>
  look(desk, (db) => listDrafts<T>(db, kind));

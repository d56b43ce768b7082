import { type Draft, dropDraft as drop, listDrafts, saveDraft } from '../records/drafts.ts';
import { type Desk, look } from './desk.ts';
import { draftGoneOn } from './draft-gone-on.ts';
import { write } from './write.ts';

/**
 * Keeps what was said in an interview so far, anew or over what it was (`id`), and returns the draft's number. One that
 * somebody else saved, threw away or went on with since it was as in `was` is kept anew: what was typed is never lost.
 */
export const keepDraft = (
  desk: Desk,
  { id, kind, content, was }: { id: number | null; kind: string; content: unknown; was?: unknown },
): Promise<number> =>
  write(desk, async (writing) => {
    const before = (await listDrafts(writing.db, kind)).find((draft) => draft.id === id);
    const isOurs = before && (was === undefined || isSame(before.content, was));
    return saveDraft(writing, { id: isOurs ? id : null, kind, content });
  });

/** Whether a draft still holds what it held. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Lets a draft go: what it held is not wanted. */
export const dropDraft = (desk: Desk, id: number): Promise<boolean> =>
  write(desk, (writing) => drop(writing, id));

/** The interviews of this kind that were begun and not finished, the last one first. */
export const openDrafts = <T>(desk: Desk, kind: string): Promise<Draft<T>[]> =>
  look(desk, (db) => listDrafts<T>(db, kind));

/** The refusal to go on with a draft that somebody else saved, threw away or went on with meanwhile. */
export const refusedDraft = (desk: Desk, id: number) =>
  look(desk, (db) => draftGoneOn(db, id, desk.settings.zone));

import type { Writing } from '../records/journal.ts';
import type { Desk } from './desk.ts';

/** Does `work` in one journaled transaction; what it throws undoes everything. */
export async function write<T>(
  desk: Desk,
  work: (writing: Writing) => Promise<T>,
  note?: string,
  undoes?: number,
): Promise<T> {
  const { store, who, now: at, command, clock } = desk;
  // Most commands only look: they start without the journal and its digests.
  const { record } = await import('../records/journal.ts');
  return record(store, { who, at, command, clock, note, undoes }, work);
}

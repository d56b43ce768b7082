import type { Desk } from '../desk/desk.ts';

/** What was answered in an interview, or told by flags. */
export interface Answered<A> {
  answers: A;
  /** The draft that it is kept in; `null`: none. */
  draft: number | null;
}

/** What was told by flags: nothing was kept of it. */
export const asTold = <A>(answers: A): Answered<A> => ({ answers, draft: null });

/** Saves what was answered, and lets the draft go in the same transaction: both or neither. */
export const saved = <A, T>(
  desk: Desk,
  { answers, draft }: Answered<A>,
  save: (desk: Desk, answers: A) => Promise<T>,
): Promise<T> => save({ ...desk, draft }, answers);

import type { Desk } from '../desk/desk.ts';
import { Refusal } from '../rules/refusal.ts';

/** What was answered in an interview, or told by flags. */
export interface Answered<A> {
  answers: A;
  /** The draft that it is kept in; `null`: none. */
  draft(): number | null;
  /** Keeps it as a draft of its own, where that one is gone. */
  keepAnew(): Promise<void>;
}

/** What was told by flags: nothing was kept of it. */
export const asTold = <A>(answers: A): Answered<A> => ({
  answers,
  draft: () => null,
  keepAnew: async () => {},
});

/**
 * Saves what was answered, and lets the draft go in the same transaction: both or neither. Refuses (`changed_meanwhile`)
 * where somebody else saved the draft or threw it away meanwhile; what was answered here is kept then as a draft of its own.
 */
export async function saved<A, T>(
  desk: Desk,
  { answers, draft, keepAnew }: Answered<A>,
  save: (desk: Desk, answers: A) => Promise<T>,
): Promise<T> {
  try {
    return await save({ ...desk, draft: draft() }, answers);
  } catch (error) {
    if (error instanceof Refusal && error.facts.code === 'changed_meanwhile') await keepAnew();
    throw error;
  }
}

/** Somebody wants to go back to the question before. */
export const BACK: unique symbol = Symbol('back');
export type Back = typeof BACK;

export interface Choice<T> {
  value: T;
  label: string;
  /** Says more about the choice while it is under the cursor. */
  hint?: string;
}

/** What typed text means, or a sentence on why it can't be taken. */
export type Parsed<T> = { value: T } | { refused: string };

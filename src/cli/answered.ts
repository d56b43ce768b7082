/** What was answered in an interview, or told by flags. */
export interface Answered<A> {
  answers: A;
  /** Lets the draft go that it was kept in: to be called once it is saved. */
  drop(): Promise<void>;
}

/** What was told by flags: nothing was kept of it. */
export const asTold = <A>(answers: A): Answered<A> => ({ answers, drop: async () => {} });

/** Saves what was answered, and only then lets the draft go. */
export async function saved<A, T>(
  { answers, drop }: Answered<A>,
  save: (answers: A) => Promise<T>,
): Promise<T> {
  const done = await save(answers);
  await drop();
  return done;
}

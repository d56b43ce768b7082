import { Interrupted } from './failure.ts';
import type { Session } from './session.ts';

/**
 * Goes on when somebody says yes to what their answers come to, in words, before it is saved. Where nothing was asked
 * there is nothing to check: flags say what they say.
 */
export async function answersConfirmed(session: Session, asked: boolean, words: string): Promise<void> {
  if (asked) await confirmed(session, `Save this? ${words}`);
}

/** Goes on when somebody says yes; where nobody can be asked, giving the command is the yes. */
export async function confirmed(session: Session, message: string): Promise<void> {
  if (!session.canAsk || session.flags.yes) return;
  const ask = await session.ask();
  if (await ask.confirm({ message, initial: false })) return;
  throw new Interrupted('Left as it was.');
}

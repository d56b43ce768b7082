import { Interrupted } from './failure.ts';
import type { Session } from './session.ts';

/** Goes on when somebody says yes; where nobody can be asked, giving the command is the yes. */
export async function confirmed(session: Session, message: string): Promise<void> {
  if (!session.canAsk || session.flags.yes) return;
  const ask = await session.ask();
  if (await ask.confirm({ message, initial: false })) return;
  throw new Interrupted('Left as it was.');
}

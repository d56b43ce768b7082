import type { Desk } from '../../desk/desk.ts';
import { effectInWords, type ReasonUse, reasonsFor } from '../../rules/reasons.ts';
import type { Session } from '../session.ts';
import { type Ask, BACK, type Back } from './ask.ts';

export interface AskedReason {
  code: string;
  note: string | null;
}

/** Asks for a coded reason, each with its class and its effect, and a note; the reason "other" needs one. */
export async function askReason(session: Session, desk: Desk, use: ReasonUse): Promise<AskedReason> {
  const ask = await session.ask();
  const chosen = await chooseReason(ask, desk, use, { back: false });
  return chosen === BACK ? askReason(session, desk, use) : chosen;
}

/** The same within an interview, where somebody can go back out of it. */
export async function chooseReason(
  ask: Ask,
  { reasons: book }: Desk,
  use: ReasonUse,
  { back }: { back: boolean },
): Promise<AskedReason | Back> {
  while (true) {
    const code = await ask.choose({
      message: 'What is the reason?',
      choices: reasonsFor(book, use).map((reason) => ({
        value: reason.code,
        label: reason.words,
        hint: `${book.classes[reason.class] ?? reason.class}. ${effectInWords(book, reason)}`,
      })),
      back,
    });
    if (code === BACK) return BACK;
    const isOther = code === 'other';
    const message = isOther ? 'Which reason?' : 'Note (Enter: none):';
    const note = await ask.text({ message, optional: !isOther, back: true });
    if (note !== BACK) return { code, note };
  }
}

import { Command } from 'commander';
import { considerUndo, type Undoing, undo } from '../../desk/undo.ts';
import { actionInWords } from '../../rules/in-words.ts';
import { Refusal } from '../../rules/refusal.ts';
import { examples, type NounCommand } from '../command.ts';
import { confirmed } from '../confirm.ts';
import { needFlags, wholeNumber } from '../flags.ts';
import { undoneJson } from '../json/history.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { maskedEntry } from '../views/masked-history.ts';
import { screenSafe } from '../views/safe-text.ts';
import { undoingLines, undoingView, undoneView } from '../views/undo.ts';
import { type Wording, wordingOf } from '../views/wording.ts';

export const undoCommand: NounCommand = (run) =>
  new Command('undo')
    .argument('[action]', 'its number in iis history; without it, the last thing that you did', wholeNumber)
    .option('--reason <text>', 'why; needed for what somebody else did')
    .addHelpText(
      'after',
      examples('iis undo', 'iis undo 17 --yes', 'iis undo 17 --reason "wrong family" --yes'),
    )
    .action(run(undoAction));

async function undoAction(
  session: Session,
  action: number | undefined,
  flags: { reason?: string },
): Promise<Answer> {
  const desk = await session.desk();
  const found = await considerUndo(desk, action ?? null);
  const { entry, isAnothers } = found;
  const shown = seen(session, found);
  const reason = flags.reason ?? (isAnothers ? await askedReason(session, found) : null);
  const wording = wordingOf(desk);
  const isAsked = session.canAsk && !session.flags.yes;
  if (isAsked) session.say(`${undoingView(shown, session.talkLook, wording)}\n`);
  else if (!session.flags.yes) throw notConfirmed(shown, wording);
  await confirmed(session, `Take action ${entry.action} back?`);
  const { undone, by } = await undo(desk, entry.action, reason);
  const told = { undone: session.flags.private ? maskedEntry(undone) : undone, by };
  return answer(told, {
    json: undoneJson,
    show: (value, look) =>
      isAsked
        ? undoneView(value)
        : `${undoingView({ ...shown, entry: value.undone }, look, wording)}\n\n${undoneView(value)}`,
  });
}

/** What is shown of it: safe for the screen, and with --private nobody’s name. */
const seen = ({ flags }: Session, found: Undoing): Undoing =>
  screenSafe(flags.private ? { ...found, entry: maskedEntry(found.entry) } : found);

async function askedReason(session: Session, { entry }: Undoing): Promise<string> {
  if (!session.canAsk)
    needFlags(['--reason'], `Action ${entry.action} is ${entry.who}’s: say why it is taken back.`);
  const ask = await session.ask();
  const message = `Action ${entry.action} is ${entry.who}’s. Why is it taken back?`;
  return (await ask.text({ message })) as string;
}

const notConfirmed = (found: Undoing, wording: Wording) =>
  new Refusal({
    kind: 'invalid',
    code: 'not_confirmed',
    message: `This would be taken back: ${actionInWords(found.entry, wording.zone)}.`,
    reasons: undoingLines(found, wording),
    hint: 'Nothing was changed. To take it back: add --yes',
    details: { action: found.entry.action },
  });

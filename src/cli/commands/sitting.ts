import { dueNow } from '../../desk/due.ts';
import type { Due } from '../../rules/due.ts';
import { Refusal } from '../../rules/refusal.ts';
import { aside } from '../aside.ts';
import { Interrupted } from '../failure.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { cutSheet, dueSheet } from '../views/due-sheet.ts';
import { masked } from '../views/masked.ts';
import { screenSafe } from '../views/safe-text.ts';
import { welcome } from '../views/welcome.ts';
import { wordingOf } from '../views/wording.ts';
import { showToday } from './today.ts';

/**
 * `iis` alone: the sheet of the day. On a terminal what is on it can be done one after the other, and the sheet is
 * made anew each time. Where there is no database yet, it says what this is.
 */
export async function sitDown(session: Session): Promise<Answer | undefined> {
  try {
    if (!session.canAsk) return await showToday(session, {});
    await workThrough(session);
    return undefined;
  } catch (error) {
    const isNew = error instanceof Refusal && error.facts.code === 'no_database';
    if (!isNew || session.flags.json) throw error;
    return answer({ database: session.file }, { json: (value) => value, show: welcome });
  }
}

async function workThrough(session: Session): Promise<void> {
  const opened = await session.desk();
  for (;;) {
    const desk = { ...opened, now: session.clock() };
    const found = await dueNow(desk);
    const items = (session.flags.private ? masked(found) : found) as Due[];
    session.out(dueSheet(screenSafe(cutSheet(items)), session.look, wordingOf(desk)));
    if (items.length === 0) return;
    const chosen = await chosenOf(session, items);
    if (chosen === null) return;
    session.say(`\n$ ${chosen.command}`);
    await aside(session, chosen.command.split(' ').slice(1));
    session.say('');
  }
}

async function chosenOf(session: Session, items: readonly Due[]): Promise<Due | null> {
  const { askWhichDue } = await import('../questions/which-due.ts');
  try {
    return await askWhichDue(await session.ask(), items);
  } catch (error) {
    // Whoever leaves here loses nothing, so that nothing is to be said.
    throw error instanceof Interrupted ? new Interrupted('') : error;
  }
}

import { Command } from 'commander';
import { dueNow } from '../../desk/due.ts';
import { examples, type NounCommand } from '../command.ts';
import { dueJson } from '../json/due.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { cutSheet, dueSheet } from '../views/due-sheet.ts';
import { wordingOf } from '../views/wording.ts';

export const todayCommand: NounCommand = (run) =>
  new Command('today')
    .option('--all', 'every line, of long kinds too')
    .addHelpText('after', examples('iis today', 'iis today --json'))
    .action(run(showToday));

/** The sheet of everything that is due, as `iis today`, `iis list due` and, where nobody can answer, `iis` show it. */
export async function showToday(session: Session, flags: { all?: boolean }): Promise<Answer> {
  const desk = await session.desk();
  const items = await dueNow(desk);
  const all = flags.all || session.flags.json;
  return answer(cutSheet(items, all), {
    json: ({ overdue, rest }) => [...overdue.shown, ...rest.shown].map(dueJson),
    show: (sheet, look) => dueSheet(sheet, look, wordingOf(desk)),
  });
}

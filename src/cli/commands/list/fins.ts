import { Command, Option } from 'commander';
import { today } from '../../../desk/desk.ts';
import { type FinsList, finsList } from '../../../desk/fins-list.ts';
import { examples, type Run } from '../../command.ts';
import { finsLineJson } from '../../json/fins.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { finsView } from '../../views/fins-table.ts';
import { wordingOf } from '../../views/wording.ts';

/** What the list can be besides looked at, each loaded when it is asked for. */
export interface FinsLoads {
  since(): Promise<typeof import('./since.ts')>;
  paper(): Promise<typeof import('./paper.ts')>;
}

export const fins = (run: Run, loads: FinsLoads): Command =>
  new Command('fins')
    .description('the Families in Need of Services list: overdue reviews first, then priority')
    .addOption(new Option('--overdue', 'only families whose review is overdue'))
    .addOption(
      new Option(
        '--since <day>',
        'who came and left from this day on, and why; the list day by day',
      ).conflicts('overdue'),
    )
    .option('--pdf <file>', 'on paper: a PDF to take to a staffing')
    .addHelpText(
      'after',
      examples(
        'iis list fins',
        'iis list fins --overdue',
        'iis list fins --since monday',
        'iis list fins --json',
        'iis list fins --pdf fins.pdf',
      ),
    )
    .action(run((session: Session, flags: FinsFlags) => listFins(session, flags, loads)));

interface FinsFlags {
  overdue?: boolean;
  since?: string;
  pdf?: string;
}

async function listFins(session: Session, flags: FinsFlags, loads: FinsLoads): Promise<Answer> {
  const desk = await session.desk();
  if (flags.since !== undefined) return (await loads.since()).listSince(desk, flags.since);
  const list = await finsList(desk);
  const shown = flags.overdue ? { ...list, lines: list.lines.filter((line) => line.overdue) } : list;
  const wording = wordingOf(desk);
  const json = ({ lines }: FinsList) => lines.map((line) => finsLineJson(line, today(desk)));
  if (flags.pdf === undefined)
    return answer(shown, { json, show: (value, look) => finsView(value, look, wording) });
  const written = await (await loads.paper()).listOnPaper(session, desk, shown, flags.pdf);
  return answer(shown, { json, show: () => written });
}

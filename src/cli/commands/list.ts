import { Command, Option } from 'commander';
import { type Desk, today } from '../../desk/desk.ts';
import { type FinsList, finsList } from '../../desk/fins-list.ts';
import { openingsToday } from '../../desk/specialists.ts';
import { examples, type NounCommand, type Run } from '../command.ts';
import { dayOf } from '../flags.ts';
import { finsLineJson, finsSinceJson } from '../json/fins.ts';
import { openingsJson } from '../json/openings.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { finsView } from '../views/fins-table.ts';
import { openingsView } from '../views/openings.ts';
import { wordingOf } from '../views/wording.ts';
import { addListFlags as addCaseFlags, type CaseListFlags } from './case/flags.ts';
import { addListFlags as addReferralFlags, type ReferralListFlags } from './referral/flags.ts';
import { addListFlags as addSpecialistFlags, type SpecialistListFlags } from './specialist/flags.ts';

export const listCommand: NounCommand = (run) =>
  new Command('list')
    .addCommand(fins(run))
    .addCommand(openings(run))
    .addCommand(due(run))
    .addCommand(referrals(run))
    .addCommand(cases(run))
    .addCommand(specialists(run));

const fins = (run: Run): Command =>
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
    .action(run(listFins));

async function listFins(
  session: Session,
  flags: { overdue?: boolean; since?: string; pdf?: string },
): Promise<Answer> {
  const desk = await session.desk();
  if (flags.since !== undefined) return listSince(desk, flags.since);
  const list = await finsList(desk);
  const shown = flags.overdue ? { ...list, lines: list.lines.filter((line) => line.overdue) } : list;
  const wording = wordingOf(desk);
  const json = ({ lines }: FinsList) => lines.map((line) => finsLineJson(line, today(desk)));
  if (flags.pdf === undefined)
    return answer(shown, { json, show: (value, look) => finsView(value, look, wording) });
  const { writeSheet } = await import('../write-pdf.ts');
  const { finsSheet } = await import('../views/paper-sheets.ts');
  const written = await writeSheet(session, flags.pdf, (seen) => finsSheet(seen(shown), wording, desk.who));
  return answer(shown, { json, show: () => written });
}

async function listSince(desk: Desk, since: string): Promise<Answer> {
  const { finsSince } = await import('../../desk/fins-since.ts');
  const { finsSinceView } = await import('../views/fins-since.ts');
  return answer(await finsSince(desk, await dayOf(desk, '--since', since)), {
    json: finsSinceJson,
    show: (value, look) => finsSinceView(value, look, wordingOf(desk)),
  });
}

const openings = (run: Run): Command =>
  new Command('openings')
    .description('the specialists with their places, open cases and openings')
    .addHelpText('after', examples('iis list openings'))
    .action(
      run(async (session: Session) => {
        const desk = await session.desk();
        return answer(await openingsToday(desk), {
          json: (all) => all.map(openingsJson),
          show: (all, look) => openingsView(all, look, wordingOf(desk)),
        });
      }),
    );

const due = (run: Run): Command =>
  new Command('due')
    .description('everything that is due or overdue, most urgent first (as iis today)')
    .option('--all', 'every line, of long kinds too')
    .addHelpText('after', examples('iis list due'))
    .action(
      run(async (session: Session, flags: { all?: boolean }) =>
        (await import('./today.ts')).showToday(session, flags),
      ),
    );

const referrals = (run: Run): Command =>
  addReferralFlags(
    new Command('referrals').description('the referrals that are not ended (as iis referral list)'),
  )
    .addHelpText('after', examples('iis list referrals', 'iis list referrals --status eligible'))
    .action(
      run(async (session: Session, flags: ReferralListFlags) =>
        (await import('./referral/look.ts')).listReferrals(session, flags),
      ),
    );

const cases = (run: Run): Command =>
  addCaseFlags(new Command('cases').description('the open cases (as iis case list)'))
    .addHelpText('after', examples('iis list cases', 'iis list cases --agency "Example Family Services"'))
    .action(
      run(async (session: Session, flags: CaseListFlags) =>
        (await import('./case/look.ts')).listCases(session, flags),
      ),
    );

const specialists = (run: Run): Command =>
  addSpecialistFlags(new Command('specialists').description('the specialists (as iis specialist list)'))
    .addHelpText('after', examples('iis list specialists', 'iis list specialists --program IFRS'))
    .action(
      run(async (session: Session, flags: SpecialistListFlags) =>
        (await import('./specialist/list.ts')).listSpecialists(session, flags),
      ),
    );

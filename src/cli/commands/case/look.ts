import { Command } from 'commander';
import { caseFile, cases } from '../../../desk/case/look.ts';
import { programOf } from '../../../rules/policy.ts';
import { examples, type NounCommand } from '../../command.ts';
import { caseJson, caseLineJson } from '../../json/case.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { caseCard } from '../../views/case-card.ts';
import { caseTable } from '../../views/case-table.ts';
import { wordingOf } from '../../views/wording.ts';
import { whichCase } from '../../which-case.ts';
import { whichSpecialist } from '../../which-specialist.ts';
import { caseArgument } from './answers.ts';
import { addListFlags, type CaseListFlags } from './flags.ts';

export const listVerb: NounCommand = (run) =>
  addListFlags(new Command('list').description('the open cases, with where they stand'))
    .addHelpText('after', examples('iis case list', 'iis case list --agency "Example Family Services" --all'))
    .action(run(listCases));

/** Also `iis list cases`. */
export async function listCases(session: Session, flags: CaseListFlags): Promise<Answer> {
  const desk = await session.desk();
  const found = await cases(desk, {
    all: flags.all,
    agency: flags.agency,
    program: flags.program && programOf(desk.programs, flags.program.toUpperCase()).code,
    specialist:
      flags.specialist === undefined ? undefined : await whichSpecialist(session, desk, flags.specialist),
  });
  return answer(found, {
    json: (all) => all.map((one) => caseLineJson(one, desk)),
    show: (all, look) => caseTable(all, look, { ...wordingOf(desk), programs: desk.programs }),
  });
}

export const showVerb: NounCommand = (run) =>
  new Command('show')
    .description('everything that is known of one case')
    .argument(...caseArgument)
    .addHelpText('after', examples('iis case show 7', 'iis case show C26-0007 --json'))
    .action(
      run(async (session: Session, what: string | undefined) => {
        const desk = await session.desk();
        const file = await caseFile(desk, await whichCase(session, desk, what, 'all'));
        return answer(file, {
          json: (value) => caseJson(value, desk),
          show: (value, look) => caseCard(value, look, { ...wordingOf(desk), programs: desk.programs }),
        });
      }),
    );

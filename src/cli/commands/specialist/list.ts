import { Command } from 'commander';
import { specialistsToday } from '../../../desk/specialist-list.ts';
import { programOf } from '../../../rules/policy.ts';
import { examples, type NounCommand } from '../../command.ts';
import { specialistJson } from '../../json/specialist.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { specialistCard } from '../../views/specialist-card.ts';
import { specialistsView } from '../../views/specialists.ts';
import { wordingOf } from '../../views/wording.ts';
import { specialistMeant } from '../../which-specialist.ts';
import { addListFlags, type SpecialistListFlags } from './flags.ts';

export const listVerb: NounCommand = (run) =>
  addListFlags(new Command('list').description('the specialists, what they serve, and how they stand today'))
    .addHelpText('after', examples('iis specialist list', 'iis specialist list --program IFRS --json'))
    .action(run(listSpecialists));

/** Also `iis list specialists`. */
export async function listSpecialists(session: Session, flags: SpecialistListFlags): Promise<Answer> {
  const desk = await session.desk();
  const program = flags.program && programOf(desk.programs, flags.program.toUpperCase()).code;
  const lines = (await specialistsToday(desk))
    .filter(({ works }) => works || flags.all)
    .filter(({ specialist }) => program === undefined || specialist.program === program);
  return answer(lines, {
    json: (all) => all.map(specialistJson),
    show: (all, look) => specialistsView(all, look, wordingOf(desk)),
  });
}

export const showVerb: NounCommand = (run) =>
  new Command('show')
    .description('everything that is known of one specialist')
    .argument('[code]', 'the specialist’s code, such as kim')
    .addHelpText('after', examples('iis specialist show kim', 'iis specialist show kim --json'))
    .action(
      run(async (session: Session, code: string | undefined) => {
        const desk = await session.desk();
        return answer(await specialistMeant(session, desk, code), {
          json: (line) => ({ specialist: specialistJson(line) }),
          show: (line, look) => specialistCard(line, look, wordingOf(desk)),
        });
      }),
    );

import { Command } from 'commander';
import { examples, type NounCommand, type Run } from '../command.ts';
import { answer, type Session } from '../session.ts';
import { wordingOf } from '../views/wording.ts';
import { addListFlags as addCaseFlags, type CaseListFlags } from './case/flags.ts';
import { type FinsLoads, fins } from './list/fins.ts';
import { addListFlags as addReferralFlags, type ReferralListFlags } from './referral/flags.ts';
import { addListFlags as addSpecialistFlags, type SpecialistListFlags } from './specialist/flags.ts';

export const listCommand: NounCommand = (run) =>
  new Command('list')
    .addCommand(fins(run, finsLoads))
    .addCommand(openings(run))
    .addCommand(due(run))
    .addCommand(referrals(run))
    .addCommand(cases(run))
    .addCommand(specialists(run));

const finsLoads: FinsLoads = {
  since: () => import('./list/since.ts'),
  paper: () => import('./list/paper.ts'),
};

const openings = (run: Run): Command =>
  new Command('openings')
    .description('the specialists with their places, open cases and openings')
    .addHelpText('after', examples('iis list openings'))
    .action(
      run(async (session: Session) => {
        const { openingsToday } = await import('../../desk/openings.ts');
        const { openingsJson } = await import('../json/openings.ts');
        const { openingsView } = await import('../views/openings.ts');
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

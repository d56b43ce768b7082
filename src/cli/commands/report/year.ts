import { Command } from 'commander';
import { examples, type NounCommand } from '../../command.ts';
import type { Session } from '../../session.ts';
import { addReportFlags, answerReport, type ReportFlags } from './flags.ts';

export const yearVerb: NounCommand = (run) =>
  addReportFlags(
    new Command('year').description(
      'the year’s referrals: what came of them, how soon, and for how many families',
    ),
  )
    .addHelpText(
      'after',
      examples(
        'iis report year',
        'iis report year --sfy 2021',
        'iis report year --sfy 2027 --circuit 13 --csv',
      ),
    )
    .action(
      run(async (session: Session, flags: ReportFlags) =>
        answerReport(session, flags, async (desk, scope) => {
          const { yearReport } = await import('../../../reports/year.ts');
          return yearReport(desk, scope);
        }),
      ),
    );

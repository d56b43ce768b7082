import { Command } from 'commander';
import { examples, type NounCommand } from '../../command.ts';
import type { Session } from '../../session.ts';
import { addReportFlags, answerReport, type ReportFlags } from './flags.ts';

export const fundVerb: NounCommand = (run) =>
  addReportFlags(
    new Command('fund').description('the crisis intervention fund: what was asked for, approved and paid'),
  )
    .addHelpText(
      'after',
      examples('iis report fund', 'iis report fund --sfy 2026 --circuit 13', 'iis report fund --csv'),
    )
    .action(
      run(async (session: Session, flags: ReportFlags) =>
        answerReport(session, flags, async (desk, scope) => {
          const { fundReport } = await import('../../../reports/fund.ts');
          return fundReport(desk, scope);
        }),
      ),
    );

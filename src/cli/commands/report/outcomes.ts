import { Command } from 'commander';
import { examples, type NounCommand } from '../../command.ts';
import type { Session } from '../../session.ts';
import { addReportFlags, answerReport, type ReportFlags } from './flags.ts';

export const outcomesVerb: NounCommand = (run) =>
  addReportFlags(
    new Command('outcomes').description(
      'how it came out for families whose service ended, against the contract’s targets',
    ),
  )
    .addHelpText(
      'after',
      examples('iis report outcomes', 'iis report outcomes --sfy 2026', 'iis report outcomes --program IFRS'),
    )
    .action(
      run(async (session: Session, flags: ReportFlags) =>
        answerReport(session, flags, async (desk, scope) => {
          const { outcomesReport } = await import('../../../reports/outcomes.ts');
          return outcomesReport(desk, scope);
        }),
      ),
    );

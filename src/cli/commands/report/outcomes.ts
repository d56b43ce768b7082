import { Command } from 'commander';
import { groupings } from '../../../rules/figures/who-may.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { examples, type NounCommand } from '../../command.ts';
import { oneOf } from '../../flags.ts';
import type { Session } from '../../session.ts';
import { addReportFlags, answerReport, type ReportFlags } from './flags.ts';

interface OutcomesFlags extends ReportFlags {
  by?: string;
}

const notForOthers = new Refusal({
  kind: 'rule',
  code: 'not_for_others',
  message: 'Figures by agency, specialist or supervisor are not given out.',
  hint: 'Leave --by or --public out.',
});

export const outcomesVerb: NounCommand = (run) =>
  addReportFlags(
    new Command('outcomes').description(
      'how it came out for families whose service ended, against the contract’s targets',
    ),
  )
    .option(
      '--by <what>',
      `also by ${groupings.join(', ')}: only for those whom the office has named (iis settings)`,
    )
    .addHelpText(
      'after',
      examples(
        'iis report outcomes',
        'iis report outcomes --sfy 2026',
        'iis report outcomes --program IFRS',
        'iis report outcomes --by agency',
      ),
    )
    .action(
      run(async (session: Session, flags: OutcomesFlags) =>
        answerReport(session, flags, async (desk, scope) => {
          const by = flags.by === undefined ? null : oneOf('--by', flags.by, groupings);
          if (by !== null && flags.public) throw notForOthers;
          const { outcomesReport } = await import('../../../reports/outcomes.ts');
          return outcomesReport(desk, scope, by);
        }),
      ),
    );

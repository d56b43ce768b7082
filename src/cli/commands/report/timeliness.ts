import { Command } from 'commander';
import { examples, type NounCommand } from '../../command.ts';
import type { Session } from '../../session.ts';
import { addReportFlags, answerReport, type ReportFlags } from './flags.ts';

export const timelinessVerb: NounCommand = (run) =>
  addReportFlags(
    new Command('timeliness').description(
      'what was due in the year, and whether it was done in time: contacts, visits, reviews, TAPAs, offers, follow-ups',
    ),
  )
    .addHelpText(
      'after',
      examples(
        'iis report timeliness',
        'iis report timeliness --sfy 2021',
        'iis report timeliness --sfy 2027 --circuit 13 --csv',
      ),
    )
    .action(
      run(async (session: Session, flags: ReportFlags) =>
        answerReport(session, flags, async (desk, scope) => {
          const { timelinessReport } = await import('../../../reports/timeliness.ts');
          return timelinessReport(desk, scope);
        }),
      ),
    );

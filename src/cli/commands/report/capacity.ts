import { Command, InvalidArgumentError } from 'commander';
import { examples, type NounCommand } from '../../command.ts';
import type { Session } from '../../session.ts';
import { typedWhatIf } from '../../typed-what-if.ts';
import { addReportFlags, answerReport, type ReportFlags } from './flags.ts';

interface CapacityFlags extends ReportFlags {
  target?: number;
  whatIf?: string;
}

export const capacityVerb: NounCommand = (run) =>
  addReportFlags(
    new Command('capacity').description(
      'how many specialists each circuit needs, so that few families find no opening',
    ),
  )
    .option(
      '--target <percent>',
      'so many percent of families may find no opening (else the office’s)',
      percent,
    )
    .option(
      '--what-if <change>',
      'the recorded year with other specialists: specialists=+1, specialists=13:-1, specialists=+1,language=es',
    )
    .addHelpText(
      'after',
      examples(
        'iis report capacity --circuit 13',
        'iis report capacity --sfy 2026 --target 10',
        'iis report capacity --circuit 13 --what-if specialists=+1',
        'iis report capacity --circuit 13 --what-if specialists=+1,language=es',
        'iis report capacity --program IFRS --csv',
      ),
    )
    .action(
      run(async (session: Session, flags: CapacityFlags) =>
        answerReport(session, flags, async (desk, scope, { target, whatIf }) => {
          const { capacityReport } = await import('../../../reports/capacity.ts');
          return capacityReport(desk, scope, {
            target: target ?? null,
            whatIf: whatIf === undefined ? null : typedWhatIf(whatIf),
          });
        }),
      ),
    );

/** A share above 0 and below 100 in percent, for commander. */
function percent(text: string): number {
  const value = /^\d{1,2}(\.\d{1,2})?\s*%?$/.test(text.trim()) ? Number.parseFloat(text) : 0;
  if (value > 0) return value;
  throw new InvalidArgumentError('Give a percentage above 0 and below 100, such as 5.');
}

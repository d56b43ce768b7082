import { type Command, Option } from 'commander';
import { type Desk, today } from '../../../desk/desk.ts';
import { type FigureLine, figureLines } from '../../../reports/csv.ts';
import type { Report, Scope } from '../../../reports/report.ts';
import { scopeOf } from '../../../reports/scope.ts';
import { programOf } from '../../../rules/policy.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { listed } from '../../command.ts';
import { fiscalYear } from '../../flags.ts';
import { reportJson } from '../../json/report.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { refuseFaults, typedCircuits } from '../../typed-lists.ts';
import { reportView } from '../../views/report.ts';

export interface ReportFlags {
  sfy?: number;
  circuit?: string[];
  program?: string;
  csv?: boolean;
  html?: string;
  public?: boolean;
}

/** The flags that every report takes. */
export const addReportFlags = (command: Command): Command =>
  command
    .option(
      '--sfy <year>',
      'the state fiscal year by the year in which it ends (else the one that runs)',
      fiscalYear,
    )
    .option('--circuit <numbers>', 'only of these circuits, by number or county', listed)
    .option('--program <program>', 'only of this program')
    .addOption(new Option('--csv', 'every figure on a line of a table, for a spreadsheet'))
    .option('--html <file>', 'a page with charts, to look at in a browser, to print and to hand on')
    .option(
      '--public',
      'for others: small counts are hidden, and whatever would tell them; it is kept that it was given out',
    );

/** Makes a report of what the flags ask for, and answers with it as they ask. */
export async function answerReport<Flags extends ReportFlags>(
  session: Session,
  flags: Flags,
  make: (desk: Desk, scope: Scope, flags: Flags) => Promise<Report>,
): Promise<Answer | undefined> {
  if (flags.csv && session.flags.json) throw bothFormats;
  const desk = await session.desk();
  const made = await make(desk, askedScope(desk, flags), flags);
  const report = flags.public ? await givenToOthers(desk, made) : made;
  const written =
    flags.html === undefined
      ? null
      : await pageWritten(session, desk, flags.html, report, flags.public !== true);
  if (flags.csv) return pourLines(session, desk, figureLines(report));
  return answer(report, {
    json: reportJson,
    show: (value, look) => written ?? reportView(value, look, desk.settings.zone),
  });
}

/** Who made it is nobody else’s concern: a page for others doesn’t say it. */
async function pageWritten(
  session: Session,
  desk: Desk,
  file: string,
  report: Report,
  saysWho: boolean,
): Promise<string> {
  const { writePage } = await import('../../write-page.ts');
  return writePage(session, file, report, { zone: desk.settings.zone, who: saysWho ? desk.who : null });
}

async function givenToOthers(desk: Desk, report: Report): Promise<Report> {
  const { forOthers } = await import('./for-others.ts');
  return forOthers(desk, report);
}

function askedScope(desk: Desk, { sfy, circuit, program }: ReportFlags): Scope {
  const circuits = circuit && typedCircuits('--circuit', circuit);
  refuseFaults(circuits?.faults ?? []);
  const code = program === undefined ? undefined : programOf(desk.programs, program.toUpperCase()).code;
  return scopeOf({ sfy, circuits: circuits?.values, program: code }, { today: today(desk), fund: desk.fund });
}

const headings: Record<keyof FigureLine, string> = {
  report: 'Report',
  sfy: 'SFY',
  circuits: 'Circuits',
  program: 'Program',
  section: 'Section',
  row: 'Row',
  column: 'Column',
  value: 'Value',
  unit: 'Unit',
  hidden: 'Hidden',
};

async function pourLines(session: Session, desk: Desk, lines: readonly FigureLine[]): Promise<undefined> {
  const { csvHead, csvLines } = await import('../../../forms/csv/write-csv.ts');
  const columns = Object.entries(headings).map(([path, heading]) => ({ path, heading }));
  await session.pour(csvHead(columns, { isPrivate: false }) + csvLines(columns, lines, desk.settings.zone));
}

const bothFormats = new Refusal({
  kind: 'invalid',
  code: 'two_formats',
  message: 'The answer is either CSV or JSON.',
  hint: 'Leave --csv or --json out.',
});

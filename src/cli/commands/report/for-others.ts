import { randomInt } from 'node:crypto';
import type { Desk } from '../../../desk/desk.ts';
import { givenOutOf, giveOut } from '../../../desk/give-out.ts';
import type { Release } from '../../../records/releases.ts';
import { madeReport } from '../../../reports/made.ts';
import { publicReport } from '../../../reports/public/public-report.ts';
import { type CountTable, tableKey, tableOf, tableOfGiven } from '../../../reports/public/tables.ts';
import type { Report, Scope } from '../../../reports/report.ts';
import { Refusal } from '../../../rules/refusal.ts';

/**
 * The report as it may be given to others. That it was is kept before this returns, so that nothing is given out which a later
 * report does not know of.
 */
export async function forOthers(desk: Desk, report: Report): Promise<Report> {
  const { numbers } = desk.figures;
  const limits = { small: desk.settings.smallCells, possible: numbers.possibleCounts.value };
  // Most commands need no solver.
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs();
  for (;;) {
    const releases = await givenOutOf(desk, report.scope.sfy);
    const others = await asTheyAre(desk, report, releases);
    const known = { releases, others, usual: numbers.smallCells.value, chance };
    const { report: hidden, given, tells } = publicReport(highs, report, known, limits);
    if (tells) throw wouldTell(report.scope);
    if (given === null || (await giveOut(desk, given, releases))) return hidden;
  }
}

const RANGE = 2 ** 32;
const chance = (): number => randomInt(RANGE) / RANGE;

/** What was given out of the year in other scopes, and of other reports, as it stands now. */
async function asTheyAre(
  desk: Desk,
  { id, scope }: Report,
  releases: readonly Release[],
): Promise<CountTable[]> {
  const asked = tableKey({ report: id, whose: scope });
  const others = new Map(releases.map((release) => [tableKey(tableOfGiven(release)), release]));
  others.delete(asked);
  const tables: CountTable[] = [];
  for (const { report, circuits, program } of others.values()) {
    const made = await madeReport(report, desk, { ...scope, circuits, program });
    if (made) tables.push(tableOf(made));
  }
  return tables;
}

const wouldTell = ({ sfy }: Scope) =>
  new Refusal({
    kind: 'rule',
    code: 'would_tell',
    message: 'This report can’t be given out: beside what was given out before, it would tell small counts.',
    reasons: [
      `It was looked at beside everything of SFY${sfy} that was given out: at other times, of other circuits, programs and reports.`,
    ],
    hint: 'Give it out later, when more has changed, or as it was given out before. See what was: iis history',
  });

import type { Highs } from 'highs';
import type { Release } from '../../../src/records/releases.ts';
import { type Public, publicReport } from '../../../src/reports/public/public-report.ts';
import { tableKey, tableOf } from '../../../src/reports/public/tables.ts';
import type { Report } from '../../../src/reports/report.ts';
import type { Instant } from '../../../src/rules/time.ts';
import { dice } from './made-reports.ts';

export const limits = { small: 10, possible: 5 };

/** Chance that is the same each time. */
function chanceOf(seed: number): () => number {
  const roll = dice(seed);
  return () => roll(1_000_000) / 1_000_000;
}

/** Gives reports out one after another, as the desk does: each knows of those before it. `now` makes one as it stands then. */
export interface Desk {
  releases: Release[];
  /** What was given out of each, with the report that it was made from. */
  pages: { report: Report; shown: Report }[];
}

export function giveOut(highs: Highs, desk: Desk, report: Report, asTheyAre: readonly Report[] = []): Public {
  const asked = tableKey(tableOf(report));
  const others = new Map(asTheyAre.map((other) => [tableKey(tableOf(other)), tableOf(other)]));
  others.delete(asked);
  const made = publicReport(
    highs,
    report,
    {
      releases: desk.releases,
      others: [...others.values()],
      usual: 10,
      chance: chanceOf(desk.releases.length + 1),
    },
    limits,
  );
  if (made.tells) return made;
  if (made.given)
    desk.releases.push({
      ...made.given,
      id: desk.releases.length + 1,
      at: '2026-11-28T12:00:00Z' as Instant,
      by: 'KL',
    });
  desk.pages.push({ report, shown: made.report });
  return made;
}

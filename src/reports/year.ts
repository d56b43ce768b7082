import { referralsBySource } from '../records/figures/referrals.ts';
import { read } from '../records/store.ts';
import type { ReportDesk } from './desk.ts';
import { count, share } from './figures.ts';
import { cell, type Report, type Scope, type Section, type Sum } from './report.ts';
import { momentsOf } from './scope.ts';

/** The year’s referrals: what came of them, how soon, and for how many families. */
export async function yearReport(desk: ReportDesk, scope: Scope): Promise<Report> {
  const within = {
    ...momentsOf(scope, desk.settings.zone),
    circuits: scope.circuits,
    program: scope.program,
  };
  const sources = await read(desk.store, (db) => referralsBySource(db, within));
  const bySource = sourceSection(sources);
  return {
    id: 'year',
    title: 'The year’s referrals',
    scope,
    madeAt: desk.now,
    headline: [],
    sections: [bySource],
    sums: [sourceSum],
    notes: [],
  };
}

const sourceRows = ['division', 'community', 'unknown'] as const;
const sourceTitles = { division: 'Children’s Division', community: 'Community', unknown: 'Not known' };
const at = (row: string) => cell('source', row, 'referrals');
const sourceSum: Sum = { whole: at('all'), parts: sourceRows.map(at) };

function sourceSection(counts: ReadonlyMap<string, number>): Section {
  const all = sourceRows.reduce((sum, source) => sum + (counts.get(source) ?? 0), 0);
  const row = (id: string, title: string, n: number) => ({
    id,
    title,
    figures: [count(n), share(n, all, { part: at(id), of: at('all') })],
  });
  return {
    id: 'source',
    title: 'Referrals by source',
    counts: 'Each referral received in the year once, by who sent it.',
    columns: [
      { id: 'referrals', title: 'Referrals' },
      { id: 'share', title: 'Share' },
    ],
    rows: [
      row('all', 'All', all),
      ...sourceRows.map((source) => ({
        ...row(source, sourceTitles[source], counts.get(source) ?? 0),
        level: 1 as const,
      })),
    ],
    chart: { kind: 'bars', of: ['referrals'], says: 'Referrals received in the year, by source.' },
  };
}

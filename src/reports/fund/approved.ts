import { count, money, share } from '../figures.ts';
import { cell, type ReportRow, type Section, type Sum } from '../report.ts';
import { type Fate, type FundTally, fates, isPaid, sumsOf } from './tally.ts';

const titles: Record<Fate, string> = {
  paid: 'Paid whole',
  part: 'Paid in part, more to come',
  'part-let-go': 'Paid in part, the rest let go',
  unpaid: 'Nothing paid yet',
  'unpaid-let-go': 'Closed unpaid',
};

const at = (row: string) => cell('approved', row, 'requests');

/** What came of what was approved. */
export function approvedSection(tally: FundTally): Section {
  const all = sumsOf(tally);
  const row = (
    id: string,
    title: string,
    of: { requests: number; approved: number; paid: number },
    level: 0 | 1,
  ): ReportRow => ({
    id,
    title,
    level,
    figures: [
      count(of.requests),
      share(of.requests, all.approved, { part: at(id), of: at('all') }),
      money(of.approved, at(id)),
      money(of.paid, id === 'all' ? cell('kinds', 'all', 'paid') : at(id)),
    ],
  });
  return {
    id: 'approved',
    title: 'What came of what was approved',
    counts:
      'Requests asked for in the year that were approved. Closed: somebody said that nothing more is to be paid; what was not is free in the budget again.',
    columns: [
      { id: 'requests', title: 'Requests' },
      { id: 'share', title: 'Share' },
      { id: 'approved', title: 'Approved' },
      { id: 'paid', title: 'Paid' },
    ],
    rows: [
      row('all', 'Approved', { requests: all.approved, approved: all.approvedCents, paid: all.paidCents }, 0),
      ...fates.map((fate) => row(fate, titles[fate], tally.fates[fate], 1)),
    ],
  };
}

export const approvedSums: Sum[] = [
  { whole: at('all'), parts: fates.map(at) },
  { whole: at('all'), parts: [cell('kinds', 'all', 'approved')] },
  { whole: cell('kinds', 'all', 'paid'), parts: fates.filter(isPaid).map(at) },
  { whole: cell('kinds', 'all', 'unpaid'), parts: fates.filter((fate) => !isPaid(fate)).map(at) },
];

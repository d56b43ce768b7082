// [000] program description: the crisis intervention fund and what it pays
import { count, money } from '../figures.ts';
import { cell, type Figure, type ReportRow, type Section, type Sum } from '../report.ts';
import { type FundTally, sumsOf } from './tally.ts';

/** A row of requests: of a kind of expense, or of a month. */
export interface Part {
  id: string;
  title: string;
  tally: FundTally;
}

const countColumns = [
  ['requests', 'Requests'],
  ['pending', 'Pending'],
  ['denied', 'Denied'],
  ['let-go', 'Let go'],
  ['approved', 'Approved'],
  ['paid', 'Paid'],
  ['unpaid', 'Not paid'],
] as const;

const countsIn = (tally: FundTally): Figure[] => {
  const sums = sumsOf(tally);
  return countColumns.map(([id]) => count(sums[id]));
};

/** Each amount is of as many requests as the count beside it says, at the same row of another section. */
const amountsIn = (section: string, row: string, tally: FundTally): Figure[] => {
  const sums = sumsOf(tally);
  return [
    money(sums.askedCents, cell(section, row, 'requests')),
    money(sums.approvedCents, cell(section, row, 'approved')),
    money(sums.paidCents, cell(section, row, 'paid')),
  ];
};

const amountColumns = [
  { id: 'asked', title: 'Asked' },
  { id: 'approved', title: 'Approved' },
  { id: 'paid', title: 'Paid' },
];

const rowsOf = (
  all: FundTally,
  parts: readonly Part[],
  figures: (row: string, tally: FundTally) => Figure[],
) => [
  { id: 'all', title: 'All', figures: figures('all', all) },
  ...parts.map(({ id, title, tally }): ReportRow => ({ id, title, level: 1, figures: figures(id, tally) })),
];

/** How many were asked for, and how they stand, by kind of expense. */
export const kindsSection = (all: FundTally, parts: readonly Part[]): Section => ({
  id: 'kinds',
  title: 'Requests by kind of expense',
  counts:
    'Requests asked for in the year, as they stand now, each in one of pending, denied, let go (before a decision) and approved. Paid: something of it was, also where more is to come or the rest was let go.',
  columns: countColumns.map(([id, title]) => ({ id, title })),
  rows: rowsOf(all, parts, (_, tally) => countsIn(tally)),
  chart: {
    kind: 'bars',
    of: ['requests'],
    rows: parts.map(({ id }) => id),
    says: 'Requests to the fund by kind of expense.',
  },
});

export const amountsSection = (all: FundTally, parts: readonly Part[]): Section => ({
  id: 'amounts',
  title: 'Money by kind of expense',
  counts:
    'Of the same requests: what was asked for in all of them, what was approved, and what was paid of it so far.',
  columns: amountColumns,
  rows: rowsOf(all, parts, (row, tally) => amountsIn('kinds', row, tally)),
});

/** The same requests by the month in which they were asked for. */
export const monthsSection = (all: FundTally, parts: readonly Part[]): Section => ({
  id: 'months',
  title: 'By month',
  counts:
    'By the month in which it was asked for, whenever it was decided on and paid; months still to come have no row.',
  columns: [
    ...countColumns.map(([id, title]) => ({ id, title })),
    ...amountColumns.map(({ id, title }) => ({ id: `${id}-dollars`, title })),
  ],
  rows: rowsOf(all, parts, (row, tally) => [...countsIn(tally), ...amountsIn('months', row, tally)]),
  chart: {
    kind: 'months',
    of: ['requests'],
    rows: parts.map(({ id }) => id),
    says: 'Requests to the fund by the month in which they were asked for.',
  },
});

/** Each row is the sum of its classes, and each column that of its rows; amounts add up as the counts that they are of. */
export function partSums(section: 'kinds' | 'months', parts: readonly Part[]): Sum[] {
  const at = (row: string, column: string) => cell(section, row, column);
  return [
    ...countColumns.map(([column]) => ({
      whole: at('all', column),
      parts: parts.map(({ id }) => at(id, column)),
    })),
    ...['all', ...parts.map(({ id }) => id)].flatMap((row) => [
      {
        whole: at(row, 'requests'),
        parts: ['pending', 'denied', 'let-go', 'approved'].map((column) => at(row, column)),
      },
      { whole: at(row, 'approved'), parts: ['paid', 'unpaid'].map((column) => at(row, column)) },
    ]),
    ...(section === 'months'
      ? countColumns.map(([column]) => ({ whole: at('all', column), parts: [cell('kinds', 'all', column)] }))
      : []),
  ];
}

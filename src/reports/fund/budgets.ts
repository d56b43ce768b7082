import type { FundLine } from '../../records/figures/fund.ts';
import { committed } from '../../rules/fund.ts';
import type { Cents } from '../../rules/money.ts';
import { count, money } from '../figures.ts';
import { type Cell, cell, type Figure, type ReportRow, type Section, type Sum } from '../report.ts';

/** How a circuit's budget stands. */
export interface Budgeted {
  budget: Cents | null;
  /** Requests that were approved, and what is bound by them. */
  approved: number;
  committed: Cents;
  /** Of those, for which something was paid. */
  paid: number;
  paidCents: Cents;
  /** Asked for and not decided on. */
  pending: number;
  pendingCents: Cents;
}

export const noBudget = (budget: Cents | null): Budgeted => ({
  budget,
  ...{ approved: 0, committed: 0, paid: 0, paidCents: 0, pending: 0, pendingCents: 0 },
});

/** Adds a request that is counted against the year's budget. */
export function budgetUp(to: Budgeted, line: FundLine): void {
  if (line.decision === 'approved') {
    to.approved += 1;
    to.committed += committed(line);
    to.paid += line.paid > 0 ? 1 : 0;
    to.paidCents += line.paid;
  } else if (line.decision === null && !line.isClosed) {
    to.pending += 1;
    to.pendingCents += line.asked;
  }
}

const at = (row: string, column: string): Cell => cell('budgets', row, column);
const rowOf = (circuit: number): string => `circuit-${circuit}`;
const inDollars = (cents: Cents, from?: Cell[]): Figure => ({
  kind: 'number',
  value: cents / 100,
  unit: 'dollars',
  ...(from && { from }),
});

function figuresOf(row: string, one: Budgeted): (Figure | null)[] {
  const { budget } = one;
  return [
    budget === null ? null : inDollars(budget),
    count(one.approved),
    money(one.committed, at(row, 'approved')),
    count(one.paid),
    money(one.paidCents, at(row, 'paid')),
    budget === null ? null : inDollars(budget - one.committed, [at(row, 'approved')]),
    count(one.pending),
    money(one.pendingCents, at(row, 'pending')),
  ];
}

/** The circuits' budgets against what was approved and paid. */
export function budgetsSection(circuits: ReadonlyMap<number, Budgeted>): Section {
  const inOrder = [...circuits].sort(([a], [b]) => a - b);
  const all = inOrder.reduce(
    (sum, [, one]) => ({
      budget: one.budget === null ? sum.budget : (sum.budget ?? 0) + one.budget,
      approved: sum.approved + one.approved,
      committed: sum.committed + one.committed,
      paid: sum.paid + one.paid,
      paidCents: sum.paidCents + one.paidCents,
      pending: sum.pending + one.pending,
      pendingCents: sum.pendingCents + one.pendingCents,
    }),
    noBudget(null),
  );
  const hasAll = inOrder.every(([, { budget }]) => budget !== null);
  return {
    id: 'budgets',
    title: 'Budgets',
    counts:
      'Of both programs, since they share a budget. A request counts in the year of its decision, undecided ones in that in which they were asked for: so its figures differ from those above. Approved: what is bound, of requests that were closed only what was paid. Left is the budget without it.',
    columns: [
      { id: 'budget', title: 'Budget' },
      { id: 'approved', title: 'Requests' },
      { id: 'approved-dollars', title: 'Approved' },
      { id: 'paid', title: 'With payments' },
      { id: 'paid-dollars', title: 'Paid' },
      { id: 'left', title: 'Left' },
      { id: 'pending', title: 'Pending' },
      { id: 'pending-dollars', title: 'Asked' },
    ],
    rows: [
      // Without a budget of every circuit, what is left of all tells nothing.
      { id: 'all', title: 'All', figures: figuresOf('all', hasAll ? all : { ...all, budget: null }) },
      ...inOrder.map(
        ([circuit, one]): ReportRow => ({
          id: rowOf(circuit),
          title: `Circuit ${circuit}`,
          level: 1,
          figures: figuresOf(rowOf(circuit), one),
        }),
      ),
    ],
  };
}

export const budgetSums = (circuits: ReadonlyMap<number, Budgeted>): Sum[] =>
  ['approved', 'paid', 'pending'].map((column) => ({
    whole: at('all', column),
    parts: [...circuits.keys()].map((circuit) => at(rowOf(circuit), column)),
  }));

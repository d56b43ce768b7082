import type { FundLine } from '../../records/figures/fund.ts';
import type { Cents } from '../../rules/money.ts';

/** How a request stands, each in one class. */
export const standings = ['pending', 'denied', 'let-go', 'approved'] as const;
export type Standing = (typeof standings)[number];

/** What came of one that was approved, each in one class. */
export const fates = ['paid', 'part', 'part-let-go', 'unpaid', 'unpaid-let-go'] as const;
export type Fate = (typeof fates)[number];

export const isPaid = (fate: Fate): boolean => fate === 'paid' || fate === 'part' || fate === 'part-let-go';

export interface FundTally {
  by: Record<Standing, number>;
  fates: Record<Fate, { requests: number; approved: Cents; paid: Cents }>;
  asked: Cents;
}

export const emptyFund = (): FundTally => ({
  by: { pending: 0, denied: 0, 'let-go': 0, approved: 0 },
  fates: Object.fromEntries(
    fates.map((fate) => [fate, { requests: 0, approved: 0, paid: 0 }]),
  ) as FundTally['fates'],
  asked: 0,
});

export const standingOf = ({ decision, isClosed }: FundLine): Standing =>
  decision ?? (isClosed ? 'let-go' : 'pending');

export function fateOf({ approved, paid, isClosed }: FundLine): Fate {
  if (paid >= approved) return 'paid';
  if (paid > 0) return isClosed ? 'part-let-go' : 'part';
  return isClosed ? 'unpaid-let-go' : 'unpaid';
}

export function fundTallyUp(tally: FundTally, line: FundLine): void {
  const standing = standingOf(line);
  tally.by[standing] += 1;
  tally.asked += line.asked;
  if (standing !== 'approved') return;
  const fate = tally.fates[fateOf(line)];
  fate.requests += 1;
  fate.approved += line.approved;
  fate.paid += line.paid;
}

/** What is counted of it in all. */
export function sumsOf({ by, fates: of, asked }: FundTally) {
  const sum = (of: readonly number[]) => of.reduce((all, n) => all + n, 0);
  const paid = sum(fates.filter(isPaid).map((fate) => of[fate].requests));
  return {
    requests: sum(standings.map((standing) => by[standing])),
    ...by,
    paid,
    unpaid: by.approved - paid,
    askedCents: asked,
    approvedCents: sum(fates.map((fate) => of[fate].approved)),
    paidCents: sum(fates.map((fate) => of[fate].paid)),
  };
}

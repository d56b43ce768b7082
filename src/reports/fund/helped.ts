import type { FundLine } from '../../records/figures/fund.ts';
import { count, share } from '../figures.ts';
import { cell, type ReportRow, type Section, type Sum } from '../report.ts';

/** The family of each request: whether something was paid for it, and how many children it had at its last request. */
export type Families = Map<number, { isPaid: boolean; children: number }>;

/** Adds requests, with how many children the families of their referrals have. */
export function familiesUp(
  families: Families,
  lines: readonly FundLine[],
  children: ReadonlyMap<number, number>,
): void {
  for (const { family, referral, paid } of lines)
    families.set(family, {
      isPaid: paid > 0 || (families.get(family)?.isPaid ?? false),
      children: children.get(referral) ?? 0,
    });
}

const columns = ['families', 'children'] as const;
const at = (row: string, column: string) => cell('helped', row, column);

/** How many families and children the fund helped. */
export function helpedSection(families: Families): Section {
  const all = [...families.values()];
  const children = (some: typeof all) => some.reduce((sum, one) => sum + one.children, 0);
  const row = (id: string, title: string, some: typeof all, level: 0 | 1): ReportRow => ({
    id,
    title,
    level,
    figures: [
      count(some.length),
      share(some.length, all.length, { part: at(id, 'families'), of: at('all', 'families') }),
      count(children(some)),
    ],
  });
  return {
    id: 'helped',
    title: 'Families and children',
    counts:
      'Families for which something was asked for in the year, each once, with the children of its last referral that did. Helped: something was paid for it.',
    columns: [
      { id: 'families', title: 'Families' },
      { id: 'share', title: 'Share' },
      { id: 'children', title: 'Children' },
    ],
    rows: [
      row('all', 'Asked for', all, 0),
      row(
        'helped',
        'Helped',
        all.filter(({ isPaid }) => isPaid),
        1,
      ),
      row(
        'not-helped',
        'Not helped, or not yet',
        all.filter(({ isPaid }) => !isPaid),
        1,
      ),
    ],
  };
}

export const helpedSums: Sum[] = columns.map((column) => ({
  whole: at('all', column),
  parts: ['helped', 'not-helped'].map((row) => at(row, column)),
}));

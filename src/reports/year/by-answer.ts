import { count, share } from '../figures.ts';
import { cell, type ReportRow, type Section, type Sum } from '../report.ts';
import type { Counted } from './tally.ts';

/** A table of referrals in groups, each with what came of them. */

export const answerColumns = [
  { id: 'referrals', title: 'Referrals' },
  { id: 'share', title: 'Share' },
  { id: 'accepted', title: 'Accepted' },
  { id: 'accepted_share', title: 'Rate' },
  { id: 'not_accepted', title: 'Not accepted' },
  { id: 'neither', title: 'Neither' },
] as const;

const counted = ['referrals', 'accepted', 'not_accepted', 'neither'] as const;

export interface Group {
  id: string;
  title: string;
  counted: Counted;
}

/** A section with the sums that hold in it, and with the same counts in the section of the outcome. */
export interface Built {
  section: Section;
  sums: Sum[];
}

export const referralsIn = ({ accepted, notAccepted, neither }: Counted): number =>
  accepted + notAccepted + neither;

/** The groups under a row for all of them, which is the sum of them. */
export function byAnswer(
  about: Pick<Section, 'id' | 'title' | 'counts' | 'chart'>,
  all: Counted,
  groups: readonly Group[],
): Built {
  const at = (row: string, column: string) => cell(about.id, row, column);
  const figures = (row: string, of: Counted) => [
    count(referralsIn(of)),
    share(referralsIn(of), referralsIn(all), { part: at(row, 'referrals'), of: at('all', 'referrals') }),
    count(of.accepted),
    share(of.accepted, referralsIn(of), { part: at(row, 'accepted'), of: at(row, 'referrals') }),
    count(of.notAccepted),
    count(of.neither),
  ];
  const rows: ReportRow[] = [
    { id: 'all', title: 'All', figures: figures('all', all) },
    ...groups.map(({ id, title, counted }) => ({
      id,
      title,
      level: 1 as const,
      figures: figures(id, counted),
    })),
  ];
  const sums = [
    ...counted.map((column) => ({ whole: at('all', column), parts: groups.map(({ id }) => at(id, column)) })),
    ...rows.map(({ id }) => ({
      whole: at(id, 'referrals'),
      parts: counted.slice(1).map((column) => at(id, column)),
    })),
    { whole: at('all', 'referrals'), parts: ['outcome/all/referrals'] },
    ...counted
      .slice(1)
      .map((column) => ({ whole: at('all', column), parts: [`outcome/${column}/referrals`] })),
  ];
  return { section: { ...about, columns: answerColumns, rows }, sums };
}

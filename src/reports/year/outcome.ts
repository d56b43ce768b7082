import { neither } from '../../rules/figures/answer.ts';
import { rowsWithShare, sharesOf, sharesWithin } from '../figures.ts';
import { cell, type ReportRow, sentence } from '../report.ts';
import { type Built, referralsIn } from './by-answer.ts';
import type { YearTally } from './tally.ts';

const at = (row: string) => cell('outcome', row, 'referrals');

const neitherTitles = {
  pending: 'Not decided yet',
  returned: 'Returned to who sent them',
  withdrawn: 'Withdrawn',
  closed: 'Closed without either',
} as const;

/** Accepted, not accepted, and neither; with the parts of each that follow from it. */
export function outcomeSection({ all, answers, later }: YearTally): Built {
  const total = referralsIn(all);
  const wholes = sharesOf([all.accepted, all.notAccepted, all.neither]);
  const row = rowsWithShare(at, 'all', total);
  const parts = (items: readonly (readonly [string, string, number])[], together: number): ReportRow[] => {
    const counts = items.map(([, , n]) => n);
    const shares = sharesWithin(counts, total, together);
    return items.map(([id, title, n], i) => row(id, title, n, shares[i]!, 1));
  };
  const rows = [
    row('all', 'All referrals', total, 100),
    row('accepted', 'Accepted', all.accepted, wholes[0]!),
    row('not_accepted', 'Not accepted', all.notAccepted, wholes[1]!),
    ...parts(
      [
        ['served_later', 'served later', later],
        ['not_served', 'not served so far', all.notAccepted - later],
      ],
      wholes[1]!,
    ),
    row('neither', 'Neither', all.neither, wholes[2]!),
    ...parts(
      neither.map((one) => [one, neitherTitles[one], answers[one]] as const),
      wholes[2]!,
    ),
  ];
  return {
    section: {
      id: 'outcome',
      title: 'What came of the referrals',
      counts:
        'Each referral received in the year counts once, by its first final answer. Accepted: a specialist took the family before any denial. Not accepted: a denial came first, for whatever reason, opening or not [001]; a family that is served all the same counts here, and its service below, on the day on which it began. Neither: no final answer so far.',
      columns: [
        { id: 'referrals', title: 'Referrals' },
        { id: 'share', title: 'Share' },
      ],
      rows,
      chart: {
        kind: 'bars',
        of: ['referrals'],
        says: 'Referrals received in the year, by what came of them.',
      },
    },
    sums: [
      { whole: at('all'), parts: [at('accepted'), at('not_accepted'), at('neither')] },
      { whole: at('not_accepted'), parts: [at('served_later'), at('not_served')] },
      { whole: at('neither'), parts: neither.map(at) },
    ],
  };
}

const share = (row: string) => cell('outcome', row, 'share');

export const outcomeHeadline = sentence`${{ at: at('all'), one: 'referral', many: 'referrals' }}: ${at('accepted')} accepted (${share('accepted')}), ${at('not_accepted')} not accepted (${share('not_accepted')}), ${at('neither')} neither (${share('neither')}).`;

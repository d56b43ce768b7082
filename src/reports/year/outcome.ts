import { neither } from '../../rules/figures/answer.ts';
import { rowsWithShare } from '../figures.ts';
import { cell, sentence } from '../report.ts';
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
  const row = rowsWithShare(at, 'all', total);
  const rows = [
    row('all', 'All referrals', total),
    row('accepted', 'Accepted', all.accepted),
    row('not_accepted', 'Not accepted', all.notAccepted),
    row('served_later', 'served later', later, 1),
    row('not_served', 'not served so far', all.notAccepted - later, 1),
    row('neither', 'Neither', all.neither),
    ...neither.map((one) => row(one, neitherTitles[one], answers[one], 1)),
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

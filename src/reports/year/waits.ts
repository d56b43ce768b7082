import type { Spread } from '../../rules/figures/spread.ts';
import { count, extreme, measure } from '../figures.ts';
import { cell } from '../report.ts';
import type { Built } from './by-answer.ts';
import type { YearTally } from './tally.ts';

const titles = {
  contact: 'Submitter reached',
  screening: 'Family screened',
  placement: 'Family assigned',
  visit: 'Family seen',
} as const;

/** How soon after the receipt each step was. */
export function waitSection({ waits }: YearTally): Built {
  const row = (id: keyof typeof titles, all: Spread) => {
    const from = cell('waits', id, 'referrals');
    return {
      id,
      title: titles[id],
      figures: [count(all.n), measure(all.median(), 'days', from), extreme(all.longest(), 'days', from)],
    };
  };
  return {
    section: {
      id: 'waits',
      title: 'How soon',
      counts:
        'From the receipt of a referral of the year to the first of each step that there was, in days of 24 hours; at night and on weekends time runs on. Against the limits of the policy: iis report timeliness.',
      columns: [
        { id: 'referrals', title: 'Referrals' },
        { id: 'median', title: 'Median' },
        { id: 'longest', title: 'Longest' },
      ],
      rows: (['contact', 'screening', 'placement', 'visit'] as const).map((id) => row(id, waits[id])),
    },
    sums: [],
  };
}

import { count } from '../figures.ts';
import { cell, sentence } from '../report.ts';
import type { Built } from './by-answer.ts';
import type { Begun } from './served.ts';
import type { People, YearTally } from './tally.ts';

const at = (row: string, column: string) => cell('people', row, column);

/** Families and children: referred, served, and not served for lack of an opening. */
export function peopleSection({ referred, noOpening, noOpeningLater }: YearTally, { served }: Begun): Built {
  const row = (id: string, title: string, { referrals, families, children }: People) => ({
    id,
    title,
    figures: [count(referrals), count(families), count(children)],
  });
  return {
    section: {
      id: 'people',
      title: 'Families and children',
      counts:
        'A family counts once in each row, with the children of its first referral there. Served: the service began in the year, whenever the referral came. No opening: the first denial of a referral of the year was for lack of one; each referral by whether a service followed.',
      columns: [
        { id: 'referrals', title: 'Referrals' },
        { id: 'families', title: 'Families' },
        { id: 'children', title: 'Children' },
      ],
      rows: [
        row('referred', 'Referred', referred),
        row('served', 'Served', served),
        row('no_opening', 'No opening, not served', noOpening),
        row('no_opening_later', 'No opening, served later', noOpeningLater),
      ],
      chart: {
        kind: 'bars',
        of: ['children'],
        says: 'Children referred, served and not served for lack of an opening.',
      },
    },
    sums: [
      { whole: at('referred', 'referrals'), parts: ['outcome/all/referrals'] },
      { whole: at('served', 'referrals'), parts: ['begun/all/services'] },
    ],
  };
}

export const peopleHeadline = sentence`${{ at: at('served', 'families'), one: 'family', many: 'families' }} with ${{ at: at('served', 'children'), one: 'child', many: 'children' }} served; ${{ at: at('no_opening', 'families'), one: 'family', many: 'families' }} with ${{ at: at('no_opening', 'children'), one: 'child', many: 'children' }} not served for lack of an opening.`;

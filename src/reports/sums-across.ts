import type { Cell, Sum } from './report.ts';

/**
 * Sums that hold, or mostly hold, between counts of one year and the same circuits: of two reports, or of one that can’t say
 * so itself. A cell has its report before it. Whoever knows the desk takes them for granted, so `--public` does, too, wherever
 * the counts are so. `*` stands for every row that is in both sections.
 */
export const sumsAcross: readonly Sum[] = [
  // Answers, and what they are counted as elsewhere.
  sum(
    'timeliness/steps/decision/n',
    'year/outcome/accepted/referrals',
    'year/outcome/not_accepted/referrals',
  ),
  sum(
    'year/reasons/no_opening/referrals',
    'year/people/no_opening/referrals',
    'year/people/no_opening_later/referrals',
  ),
  same('year/people/no_opening_later/referrals', 'year/outcome/served_later/referrals'),
  sum('year/waits/visit/referrals', 'year/outcome/accepted/referrals', 'year/outcome/served_later/referrals'),
  same('year/reasons/no_opening/referrals', 'capacity/opening/IIS-all/denied'),
  same('year/reasons/no_opening/referrals', 'capacity/opening/IFRS-all/denied'),
  // A family is mostly referred once in a year.
  ...['referred', 'served', 'no_opening', 'no_opening_later'].map((row) =>
    same(`year/people/${row}/families`, `year/people/${row}/referrals`),
  ),
  // Clocks.
  same('timeliness/clocks/contact/due', 'year/outcome/all/referrals'),
  same('timeliness/contact_months/*/due', 'year/months/*/referrals'),
  same('timeliness/clocks/contact/done', 'year/waits/contact/referrals'),
  same('timeliness/clocks/visit/done', 'year/people/served/referrals'),
  same('timeliness/clocks/visit/due', 'year/people/served/referrals'),
  sum('timeliness/clocks/tapa/due', 'year/tapas/noted/n', 'year/tapas/referrals/n'),
  sum('timeliness/clocks/fcs/done', 'year/fcs/declined/offers', 'year/fcs/taken/offers'),
  same('timeliness/clocks/fcs/missed', 'year/fcs/open/offers'),
  same('timeliness/clocks/review/in_time', 'year/reviews/in_time/reviews'),
  same('timeliness/clocks/review/late', 'year/reviews/late/reviews'),
  same('timeliness/clocks/review/missed', 'year/reviews/missed/reviews'),
  // Services that ended: outcomes are of one program, a year may be of all.
  same('outcomes/closing/all/families', 'year/length/IIS/services'),
  same('outcomes/closing/all/families', 'year/length/IFRS/services'),
  ...(
    [
      ['intact', 'intact'],
      ['not-intact', 'not_intact'],
      ['not-known', 'intact_unknown'],
    ] as const
  ).map(([outcome, year]) => same(`outcomes/closing/${outcome}/families`, `year/ended/${year}/services`)),
  // Who is not reached for one question is mostly not reached for the other.
  ...[3, 6, 12, 48].flatMap((months) =>
    ['due', 'known', 'not-reached', 'not-asked'].map((column) =>
      same(
        `outcomes/known/abuse-months-${months}/${column}`,
        `outcomes/known/placement-months-${months}/${column}`,
      ),
    ),
  ),
  same('outcomes/long-term/abuse/children', 'outcomes/long-term/placement/children'),
  same('outcomes/placement/service/with', 'outcomes/closing/not-intact/families'),
  // Whoever waits for a decision counts in the year of the request and in that of the budget.
  same('fund/budgets/all/pending', 'fund/kinds/all/pending'),
];

/** Counts that are a part of another without a share that says so: what is left of the other is a count, too. */
export const partsOf: readonly { part: Cell; of: Cell }[] = ['contact', 'screening'].map((step) => ({
  part: `year/waits/${step}/referrals`,
  of: 'year/outcome/all/referrals',
}));

function sum(whole: Cell, ...parts: Cell[]): Sum {
  return { whole, parts };
}

function same(one: Cell, other: Cell): Sum {
  return { whole: one, parts: [other] };
}

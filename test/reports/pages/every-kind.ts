import { count, extreme, measure, rounded, share } from '../../../src/reports/figures.ts';
import { cell, type Figure, type Report, type Section, sentence } from '../../../src/reports/report.ts';
import type { CalendarDate, Instant } from '../../../src/rules/time.ts';

/** A made report with every kind of figure and of chart: what a page must be able to show. */

const hidden: Figure = { kind: 'hidden' };
const number = (value: number, unit: 'families a year' | 'percent' | null): Figure => ({
  kind: 'number',
  value,
  unit,
});

const outcomeAt = (row: string) => cell('outcome', row, 'families');
const ofAll = (row: string, n: number) => share(n, 2328, { part: outcomeAt(row), of: outcomeAt('all') });

const outcome: Section = {
  id: 'outcome',
  title: 'What came of the referrals',
  counts:
    'Each referral received in the year once, by its first answer. One that was not accepted and served later counts as not accepted here.',
  columns: [
    { id: 'families', title: 'Referrals' },
    { id: 'share', title: 'Share of all' },
    { id: 'how', title: 'How it is told' },
  ],
  rows: [
    { id: 'all', title: 'All', figures: [count(2328), null, null] },
    ...(
      [
        ['accepted', 'Accepted', 1601],
        ['not_accepted', 'Not accepted', 693],
        ['neither', 'Neither: pending, returned, withdrawn, or closed without an answer', 34],
      ] as const
    ).map(([id, title, n]) => ({
      id,
      title,
      level: 1 as const,
      figures: [count(n), ofAll(id, n), { kind: 'words' as const, words: 'by the first of its answers' }],
    })),
  ],
  chart: { kind: 'bars', of: ['families'], says: 'Referrals of the year, by what came of them.' },
};

const arrivals = [182, 197, 204, 231, 188, 163, 201, 214, 240, 199, 176, 133];
const monthOf = (i: number) => `${i < 6 ? 2020 : 2021}-${String(((i + 6) % 12) + 1).padStart(2, '0')}`;
const names = 'July August September October November December January February March April May June'.split(
  ' ',
);
const months = arrivals.map((n, i) => ({
  id: monthOf(i),
  title: `${names[i]} ${i < 6 ? 2020 : 2021}`,
  n,
  i,
}));

const received: Section = {
  id: 'received',
  title: 'Referrals by month',
  counts: 'Each referral in the month in which it was received.',
  columns: [{ id: 'referrals', title: 'Referrals' }],
  rows: months.map(({ id, title, n, i }) => ({
    id,
    title,
    figures: [i === 3 ? hidden : i === 11 ? null : count(n)],
  })),
  chart: {
    kind: 'months',
    of: ['referrals'],
    says: 'Referrals received in each month of the year.',
    axes: { y: 'Referrals' },
  },
};

const trend: Section = {
  id: 'trend',
  title: 'Accepted and turned away by month',
  counts: 'Each referral in the month of its answer.',
  columns: [
    { id: 'accepted', title: 'Accepted' },
    { id: 'no_opening', title: 'Not accepted: no opening' },
    { id: 'safety', title: 'Not accepted: safety not assured' },
  ],
  rows: months.map(({ id, title, n, i }) => ({
    id,
    title,
    figures: [
      count(Math.round(n * 0.69)),
      i === 5 ? hidden : count(Math.round(n * 0.08) + (i % 4) * 3),
      count(Math.round(n * 0.07) + ((i + 2) % 3)),
    ],
  })),
  chart: {
    kind: 'months',
    of: ['accepted', 'no_opening', 'safety'],
    says: 'Referrals accepted and not accepted in each month of the year.',
  },
};

const targets: Section = {
  id: 'targets',
  title: 'Outcomes against the contract',
  counts: 'Families that reached the point in the year, among those whose outcome is known.',
  columns: [
    { id: 'families', title: 'Families' },
    { id: 'intact', title: 'Without' },
    { id: 'share', title: 'Share' },
    { id: 'interval', title: '95 % interval' },
    { id: 'target', title: 'Target' },
  ],
  rows: (
    [
      ['during', 'No confirmed child abuse or neglect during service', 148, 139, 90],
      ['three', 'No confirmed child abuse or neglect within 3 months', 96, 78, 85],
      ['twelve', 'No out-of-home placement within 12 months', 41, 31, 80],
      ['few', 'No out-of-home placement within 48 months', 6, 5, null],
    ] as const
  ).map(([id, title, of, part, target]) => {
    const at = { part: cell('targets', id, 'intact'), of: cell('targets', id, 'families') };
    const p = (100 * part) / of;
    return {
      id,
      title,
      figures: [
        count(of),
        count(part),
        id === 'few' ? hidden : share(part, of, at),
        { kind: 'interval' as const, low: rounded(p - 8), high: rounded(Math.min(p + 5, 100)), ...at },
        target === null ? null : number(target, 'percent'),
      ],
    };
  }),
  chart: {
    kind: 'bars',
    of: ['share'],
    intervals: { share: 'interval' },
    target: { title: 'Target of the contract', column: 'target' },
    says: 'Share of the families, its 95 % interval, and the target of the contract.',
  },
};

const lost = [61.2, 44.8, 31.3, 20.7, 12.9, 7.5, 4.1, 2.1, 1, 0.4];
const capacity: Section = {
  id: 'curve',
  title: 'How many specialists keep families from being turned away',
  counts: 'Erlang’s loss formula, from the arrivals and the lengths of service of the year.',
  columns: [
    { id: 'lost', title: 'Find no opening' },
    { id: 'interval', title: 'Interval' },
    { id: 'season', title: 'In the fullest month' },
    { id: 'target', title: 'Target' },
  ],
  rows: lost.map((p, i) => ({
    id: `n${i + 1}`,
    title: String(i + 1),
    figures: [
      number(p, 'percent'),
      {
        kind: 'interval' as const,
        low: rounded(p * 0.8),
        high: rounded(p * 1.15),
        part: outcomeAt('accepted'),
        of: outcomeAt('all'),
      },
      number(rounded(p * 1.25 + 3), 'percent'),
      number(5, 'percent'),
    ],
  })),
  chart: {
    kind: 'lines',
    of: ['lost', 'season'],
    intervals: { lost: 'interval' },
    target: { title: 'Target', at: cell('curve', 'n1', 'target') },
    mark: { row: 'n4', says: 'today' },
    says: 'The share of families that find no opening, by the number of specialists.',
    axes: { x: 'Specialists', y: 'Share that finds no opening' },
  },
};

const counties: Section = {
  id: 'circuits',
  title: 'Circuits',
  counts: 'Each referral with the circuit of its county.',
  columns: [
    { id: 'referrals', title: 'Referrals' },
    { id: 'accepted', title: 'Accepted' },
  ],
  rows: Array.from({ length: 46 }, (_, i) => ({
    id: `c${i + 1}`,
    title: `Circuit ${i + 1}`,
    figures: [i % 9 === 4 ? hidden : count((i * 37) % 151), count((i * 23) % 61)],
  })),
  chart: { kind: 'bars', of: ['referrals'], says: 'Referrals of each circuit.' },
};

const kinds: Section = {
  id: 'kinds',
  title: 'Every kind of figure, in more columns than a phone is wide',
  counts: 'What each stands for is said in its title.',
  columns: [
    'count',
    'share',
    'interval',
    'measure',
    'longest',
    'money',
    'number',
    'words',
    'hidden',
    'nothing',
  ].map((id) => ({ id, title: `${id[0]!.toUpperCase()}${id.slice(1)} of the year` })),
  rows: ['mail', 'door', 'phone'].map((id, i) => ({
    id,
    title: ['By mail', 'At the door', 'By telephone'][i]!,
    figures: [
      count(1200 + i),
      share(600, 1200 + i, { part: cell('kinds', id, 'count'), of: cell('kinds', id, 'count') }),
      { kind: 'interval' as const, low: 46.1, high: 54, part: outcomeAt('accepted'), of: outcomeAt('all') },
      measure(30.25 + i, 'business hours', cell('kinds', id, 'count')),
      extreme(417 + i, 'hours', cell('kinds', id, 'count'), 0),
      { kind: 'money' as const, cents: 123_456_78, from: cell('kinds', id, 'count') },
      number(13, 'families a year'),
      { kind: 'words' as const, words: 'too few to say' },
      hidden,
      null,
    ],
  })),
};

const grouped: Section = {
  id: 'grouped',
  title: 'Families and children, served and not',
  counts: 'Each family once.',
  columns: [
    { id: 'families', title: 'Families' },
    { id: 'children', title: 'Children' },
  ],
  rows: [
    { id: 'served', title: 'Served', figures: [count(1601), count(3195)] },
    { id: 'none', title: 'Not served for lack of an opening', figures: [count(145), count(301)] },
    { id: 'fins', title: 'On the list at the end of the year', figures: [hidden, count(33)] },
  ],
  chart: { kind: 'bars', of: ['families', 'children'], says: 'Families and their children, served and not.' },
};

const nothing: Section = {
  id: 'nothing',
  title: 'What nobody did',
  counts: 'Each that was done.',
  columns: [{ id: 'n', title: 'Times' }],
  rows: [],
  chart: { kind: 'bars', of: ['n'], says: 'Nothing.' },
};

export const everyKind: Report = {
  id: 'year',
  title: 'A made year of every kind',
  scope: {
    sfy: 2021,
    from: '2020-07-01' as CalendarDate,
    before: '2021-07-01' as CalendarDate,
    circuits: [13, 14],
    program: null,
  },
  madeAt: '2026-11-28T15:00:00Z' as Instant,
  headline: [
    sentence`${{ at: outcomeAt('accepted'), one: 'referral', many: 'referrals' }} of ${outcomeAt('all')} were accepted (${cell('outcome', 'accepted', 'share')}).`,
    sentence`${cell('outcome', 'not_accepted', 'share')} were not: mostly there was no opening, or safety could not be assured.`,
  ],
  sections: [outcome, received, trend, targets, capacity, grouped, counties, kinds, nothing],
  sums: [],
  notes: ['All of it is made up.', 'The counts of the year are those of SFY2021 [001].'],
};

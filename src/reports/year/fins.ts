import type { OfferOfYear } from '../../records/figures/fcs.ts';
import type { StayOfYear } from '../../records/figures/stays.ts';
import { daysOnList } from '../../rules/clocks.ts';
import { type Kept, reviewClocks } from '../../rules/figures/clock.ts';
import { type Spread, spread } from '../../rules/figures/spread.ts';
import { reasonInWords } from '../../rules/reasons.ts';
import type { Instant } from '../../rules/time.ts';
import { addDays, dateIn } from '../../rules/zone.ts';
import type { ReportDesk } from '../desk.ts';
import { count, extreme, measure, rowsWithShare, share } from '../figures.ts';
import { cell, type ReportRow, sentence } from '../report.ts';
import type { Built } from './by-answer.ts';

/** The stays on the list in the year. */
export interface Stays {
  start: number;
  came: number;
  left: Spread;
  still: Spread;
  /** In the order of `bins`. */
  leftIn: number[];
  stillIn: number[];
  reasons: Map<string, number>;
  reviews: Record<Kept, number>;
}

/** Days on the list, each up to and including the last. */
export const bins = [
  { id: 'days_0_1', title: 'up to 1 day', until: 1 },
  { id: 'days_2_3', title: '2–3 days', until: 3 },
  { id: 'days_4_7', title: '4–7 days', until: 7 },
  { id: 'days_8_14', title: '8–14 days', until: 14 },
  { id: 'days_15_30', title: '15–30 days', until: 30 },
  { id: 'days_31_60', title: '31–60 days', until: 60 },
  { id: 'days_61', title: '61 days and more', until: Number.POSITIVE_INFINITY },
] as const;

export async function staysOf(
  pages: AsyncIterable<readonly StayOfYear[]>,
  year: { from: Instant; before: Instant },
  desk: ReportDesk,
): Promise<Stays> {
  const { now, settings } = desk;
  const { zone } = settings;
  const stays: Stays = {
    start: 0,
    came: 0,
    left: spread(),
    still: spread(),
    leftIn: bins.map(() => 0),
    stillIn: bins.map(() => 0),
    reasons: new Map(),
    reviews: { in_time: 0, late: 0, missed: 0, open: 0, needless: 0 },
  };
  const lastDay = now < year.before ? dateIn(now, zone) : addDays(dateIn(year.before, zone), -1);
  const rules = { programs: desk.programs, holidays: desk.holidays, zone, now };
  const binOf = (days: number) => bins.findIndex(({ until }) => days <= until);
  for await (const page of pages)
    for (const stay of page) {
      stays[stay.addedAt < year.from ? 'start' : 'came'] += 1;
      const hasLeft = stay.removedAt !== null && stay.removedAt < year.before;
      const days = daysOnList(stay.addedAt, hasLeft ? dateIn(stay.removedAt!, zone) : lastDay, zone);
      stays[hasLeft ? 'left' : 'still'].add(days);
      stays[hasLeft ? 'leftIn' : 'stillIn'][binOf(days)]! += 1;
      if (hasLeft)
        stays.reasons.set(
          stay.removedFor ?? 'other',
          (stays.reasons.get(stay.removedFor ?? 'other') ?? 0) + 1,
        );
      for (const { from, kept } of reviewClocks(stay, rules))
        if (from >= year.from && from < year.before) stays.reviews[kept] += 1;
    }
  return stays;
}

const at = (row: string, column = 'stays') => cell('fins', row, column);

/** Who came onto the list, and who left it. */
export function finsSection({ start, came, left, still }: Stays): Built {
  const row = (id: string, title: string, n: number, of: Spread | null): ReportRow => ({
    id,
    title,
    figures: [
      count(n),
      of && measure(of.median(), 'days', at(id)),
      of && extreme(of.longest(), 'days', at(id)),
    ],
  });
  return {
    section: {
      id: 'fins',
      title: 'The FINS list',
      counts:
        'Stays on the Families in Need of Services list; a family that came back counts again. Days of the calendar: 0 for who left on the day on which they came. Those still on it are counted until the end of the year, or until now. It is no waiting list: nobody moves up by waiting [000].',
      columns: [
        { id: 'stays', title: 'Stays' },
        { id: 'median', title: 'Median' },
        { id: 'longest', title: 'Longest' },
      ],
      rows: [
        row('start', 'On it when the year began', start, null),
        row('came', 'Came', came, null),
        row('left', 'Left', left.n, left),
        row('still', 'On it at the end', still.n, still),
        row('all', 'All stays of the year', start + came, null),
      ],
    },
    sums: [
      { whole: at('all'), parts: [at('start'), at('came')] },
      { whole: at('all'), parts: [at('left'), at('still')] },
    ],
  };
}

/** Why families left it. */
export function leftSection({ left, reasons }: Stays, { reasons: book }: ReportDesk): Built {
  const at = (row: string) => cell('fins_left', row, 'stays');
  const byCount = [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const row = rowsWithShare(at, 'all', left.n);
  return {
    section: {
      id: 'fins_left',
      title: 'Why families left the list',
      counts:
        'The stays that ended in the year, by the reason that was given; placed: the family got a specialist.',
      columns: [
        { id: 'stays', title: 'Stays' },
        { id: 'share', title: 'Share' },
      ],
      rows: [
        row('all', 'Left', left.n),
        ...byCount.map(([code, n]) => row(code, reasonInWords(book, code), n, 1)),
      ],
      bySize: true,
      chart: {
        kind: 'bars',
        of: ['stays'],
        says: 'Stays on the FINS list that ended in the year, by reason.',
      },
    },
    sums: [
      { whole: at('all'), parts: ['fins/left/stays'] },
      { whole: at('all'), parts: byCount.map(([code]) => at(code)) },
    ],
  };
}

/** How old the list is, and how long those who left it had been on it. */
export function ageSection({ left, still, leftIn, stillIn }: Stays): Built {
  const at = (row: string, column: string) => cell('fins_age', row, column);
  const columns = ['left', 'still'] as const;
  return {
    section: {
      id: 'fins_age',
      title: 'How long on the list',
      counts:
        'The stays that ended in the year by their days, and who was on the list at the end by the days until then.',
      columns: [
        { id: 'still', title: 'On it at the end' },
        { id: 'left', title: 'Left' },
      ],
      rows: [
        { id: 'all', title: 'All', figures: [count(still.n), count(left.n)] },
        ...bins.map(({ id, title }, i) => ({
          id,
          title,
          level: 1 as const,
          figures: [count(stillIn[i]!), count(leftIn[i]!)],
        })),
      ],
      chart: {
        kind: 'bars',
        of: ['still', 'left'],
        says: 'Families on the FINS list at the end, and stays that ended, by days on the list.',
      },
    },
    sums: columns.flatMap((column) => [
      { whole: at('all', column), parts: [`fins/${column}/stays`] },
      { whole: at('all', column), parts: bins.map(({ id }) => at(id, column)) },
    ]),
  };
}

/** Whether families on the list were looked at in time. */
export function reviewSection({ reviews }: Stays): Built {
  const at = (row: string) => cell('reviews', row, 'reviews');
  const due = reviews.in_time + reviews.late + reviews.missed;
  const row = (id: string, title: string, n: number, level: 0 | 1): ReportRow => ({
    id,
    title,
    level,
    figures: [count(n), share(n, due, { part: at(id), of: at('due') })],
  });
  return {
    section: {
      id: 'reviews',
      title: 'Reviews of the list',
      counts:
        'Each look at a family on the list is followed by another as soon as the policy says for its risk. Those that follow on a look of this year, and whose time is over or that were made. By risk: iis report timeliness.',
      columns: [
        { id: 'reviews', title: 'Reviews' },
        { id: 'share', title: 'Share' },
      ],
      rows: [
        row('due', 'Due', due, 0),
        row('in_time', 'in time', reviews.in_time, 1),
        row('late', 'late', reviews.late, 1),
        row('missed', 'not made', reviews.missed, 1),
      ],
    },
    sums: [{ whole: at('due'), parts: ['in_time', 'late', 'missed'].map(at) }],
  };
}

/** Family Centered Services: offered, and how families answered [002]. */
export async function fcsSection(pages: AsyncIterable<readonly OfferOfYear[]>): Promise<Built> {
  const at = (row: string) => cell('fcs', row, 'offers');
  const counts = { accepted: 0, declined: 0, open: 0 };
  for await (const page of pages) for (const { answer } of page) counts[answer ?? 'open'] += 1;
  const all = counts.accepted + counts.declined + counts.open;
  const row = rowsWithShare(at, 'offered', all);
  return {
    section: {
      id: 'fcs',
      title: 'Family Centered Services',
      counts:
        'Offers made in the year, by the answer that is known by now; a family can be offered them again.',
      columns: [
        { id: 'offers', title: 'Offers' },
        { id: 'share', title: 'Share' },
      ],
      rows: [
        row('offered', 'Offered', all),
        row('taken', 'taken', counts.accepted, 1),
        row('declined', 'declined', counts.declined, 1),
        row('open', 'not answered', counts.open, 1),
      ],
    },
    sums: [{ whole: at('offered'), parts: ['taken', 'declined', 'open'].map(at) }],
  };
}

export const finsHeadline = sentence`FINS list: ${{ at: at('came'), one: 'family', many: 'families' }} came, ${at('left')} left (median stay ${at('left', 'median')}), ${at('still')} on it at the end.`;

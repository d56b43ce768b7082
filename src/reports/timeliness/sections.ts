import type { NeededNumber } from '../../rules/policy.ts';
import type { ReportDesk } from '../desk.ts';
import { count, extreme, measure, share } from '../figures.ts';
import type { Month } from '../months.ts';
import { cell, type ReportRow, type Scope, type Section, type Sum, sentence, type Unit } from '../report.ts';
import type { OfReferrals } from './clocks.ts';
import { type ClockTally, dueIn } from './tally.ts';

export interface ClockRow {
  id: string;
  title: string;
  level?: 0 | 1;
  tally: ClockTally;
  unit: Unit;
  /** The number of the policy; `null` where its parts have their own. */
  limit: NeededNumber | null;
}

interface Built {
  section: Section;
  sums: Sum[];
}

const counted = ['in_time', 'late', 'missed'] as const;

const columns = [
  { id: 'due', title: 'Due' },
  { id: 'in_time', title: 'In time' },
  { id: 'share', title: 'Share' },
  { id: 'late', title: 'Late' },
  { id: 'missed', title: 'Not done' },
];

const figuresAt = (section: string, row: string, of: ClockTally['all']) => [
  count(dueIn(of)),
  count(of.in_time),
  share(of.in_time, dueIn(of), { part: cell(section, row, 'in_time'), of: cell(section, row, 'due') }),
  count(of.late),
  count(of.missed),
];

const addsUp = (section: string, row: string): Sum => ({
  whole: cell(section, row, 'due'),
  parts: counted.map((column) => cell(section, row, column)),
});

/** Everything that was due, and whether it was done in time. */
export function clockSection(rows: readonly ClockRow[]): Built {
  const done = (id: string) => cell('clocks', id, 'done');
  const parts = ['imminent', 'high', 'moderate'];
  return {
    section: {
      id: 'clocks',
      title: 'In time',
      counts:
        'What began to be due in the year: with the receipt of a referral, the assignment of a family, a look at the list, a TAPA, an offer, or the day of a follow-up. Due: done by now, or its time is over; what ended before its time was over is no fault and not counted. Contacts take business hours, visits hours of the clock, all else days.',
      columns: [
        ...columns,
        { id: 'median', title: 'Median' },
        { id: 'longest', title: 'Longest' },
        { id: 'done', title: 'Done' },
      ],
      rows: rows.map(({ id, title, level = 0, tally: { all, took }, unit }) => ({
        id,
        title,
        level,
        figures: [
          ...figuresAt('clocks', id, all),
          measure(took.median(), unit, done(id)),
          extreme(took.longest(), unit, done(id)),
          count(took.n),
        ],
      })),
    },
    sums: [
      ...rows.map(({ id }) => addsUp('clocks', id)),
      ...rows.map(({ id }) => ({
        whole: done(id),
        parts: [cell('clocks', id, 'in_time'), cell('clocks', id, 'late')],
      })),
      ...['due', ...counted, 'done'].map((column) => ({
        whole: cell('clocks', 'review', column),
        parts: parts.map((id) => cell('clocks', id, column)),
      })),
    ],
  };
}

/** By when each is due, as the policy of each program says. */
export function limitSection(rows: readonly ClockRow[], scope: Scope, { programs }: ReportDesk): Section {
  const shown = Object.values(programs).filter(
    ({ code }) => scope.program === null || scope.program === code,
  );
  return {
    id: 'limits',
    title: 'By when it is due',
    counts:
      'As the policy of each program says [000][002][003][004], or what is usual here; each with its source: iis policy',
    columns: shown.map(({ code }) => ({ id: code.toLowerCase(), title: code })),
    rows: rows.flatMap(({ id, title, level, limit }): ReportRow[] => {
      if (limit === null) return [];
      const figures = shown.map(({ numbers }) => {
        const { value, unit } = numbers[limit]!;
        const words = `in ${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
        return { kind: 'words' as const, words };
      });
      return [{ id, title: level === 1 ? `FINS review, ${title}` : title, figures }];
    }),
  };
}

/** Month by month, of what is due most often. */
export function monthSections(rows: readonly ClockRow[], months: readonly Month[], now: string): Built[] {
  const begun = months.filter(({ from }) => from <= now);
  return ['contact', 'visit', 'review'].map((which) => {
    const { title, tally } = rows.find(({ id }) => id === which)!;
    const id = `${which}_months`;
    return {
      section: {
        id,
        title: `${title}, month by month`,
        counts: 'By the month in which it began to be due; months still to come have no row.',
        columns,
        rows: [
          { id: 'all', title: 'All', figures: figuresAt(id, 'all', tally.all) },
          ...begun.map((month, i) => ({
            id: month.id,
            title: month.title,
            level: 1 as const,
            figures: figuresAt(id, month.id, tally.byMonth[i]!),
          })),
        ],
        chart: {
          kind: 'months' as const,
          of: ['share'],
          says: `${title} in time, in percent of what was due, month by month.`,
        },
      },
      sums: [
        addsUp(id, 'all'),
        ...begun.map((month) => addsUp(id, month.id)),
        ...['due', ...counted].flatMap((column) => [
          { whole: cell(id, 'all', column), parts: begun.map((month) => cell(id, month.id, column)) },
          { whole: cell(id, 'all', column), parts: [cell('clocks', which, column)] },
        ]),
      ],
    };
  });
}

/** The steps for which no policy has a limit. */
export function stepSection({ screening, decision }: OfReferrals): Section {
  const row = (id: string, title: string, of: OfReferrals['screening']): ReportRow => {
    const from = cell('steps', id, 'n');
    return {
      id,
      title,
      figures: [count(of.n), measure(of.median(), 'days', from), extreme(of.longest(), 'days', from)],
    };
  };
  return {
    id: 'steps',
    title: 'Steps without a limit',
    counts:
      'Of the referrals received in the year, each step that there was, in days of 24 hours. Decided: the family was assigned or denied for the first time.',
    columns: [
      { id: 'n', title: 'Referrals' },
      { id: 'median', title: 'Median' },
      { id: 'longest', title: 'Longest' },
    ],
    rows: [
      row('screening', 'From contact to screening', screening),
      row('decision', 'From screening to the decision', decision),
    ],
  };
}

const inTime = (row: string) => cell('clocks', row, 'share');
const due = (row: string) => cell('clocks', row, 'due');

export const timelinessHeadline = [
  sentence`Submitters contacted in time: ${inTime('contact')} of ${due('contact')}.`,
  sentence`Families seen in time: ${inTime('visit')} of ${due('visit')}.`,
  sentence`Reviews of the FINS list in time: ${inTime('review')} of ${due('review')}.`,
];

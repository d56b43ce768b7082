import type { FundLine } from '../../records/figures/fund.ts';
import { addBusinessDays } from '../../rules/business-hours.ts';
import type { FundBook } from '../../rules/fund.ts';
import type { Holidays } from '../../rules/holidays.ts';
import type { PolicyNumber } from '../../rules/policy.ts';
import type { CalendarDate } from '../../rules/time.ts';
import { count, share } from '../figures.ts';
import { cell, type ReportRow, type Section, type Sum } from '../report.ts';
import { standingOf } from './tally.ts';

/** Whether something was done by its day: `waiting` while that day is not over. */
const classes = ['in-time', 'late', 'overdue', 'waiting', 'let-go'] as const;
type Timely = Record<(typeof classes)[number], number>;

export interface FundTimes {
  decide: Timely;
  pay: Timely;
}

const none = (): Timely => ({ 'in-time': 0, late: 0, overdue: 0, waiting: 0, 'let-go': 0 });
export const noTimes = (): FundTimes => ({ decide: none(), pay: none() });

interface Clock {
  today: CalendarDate;
  fund: FundBook;
  holidays: Holidays;
}

function classOf(
  {
    from,
    within,
    done,
    isClosed,
  }: { from: CalendarDate; within: PolicyNumber; done: CalendarDate | null; isClosed: boolean },
  { today, holidays }: Clock,
): keyof Timely {
  const by = addBusinessDays(from, within.value, holidays);
  if (done !== null) return done <= by ? 'in-time' : 'late';
  if (isClosed) return 'let-go';
  return today > by ? 'overdue' : 'waiting';
}

/** Adds a request: when it was decided on, and when the last of what was approved was paid. */
export function timesUp({ decide, pay }: FundTimes, line: FundLine, clock: Clock): void {
  const { requestedOn, decidedOn, approved, paid, lastPaidOn, isClosed } = line;
  const { decideWithin, payWithin } = clock.fund.numbers;
  decide[classOf({ from: requestedOn, within: decideWithin, done: decidedOn, isClosed }, clock)] += 1;
  if (standingOf(line) !== 'approved') return;
  const done = paid >= approved ? lastPaidOn : null;
  pay[classOf({ from: decidedOn!, within: payWithin, done, isClosed }, clock)] += 1;
}

const titles: Record<keyof Timely, [decide: string, pay: string]> = {
  'in-time': ['In time', 'In time'],
  late: ['Late', 'Late'],
  overdue: ['Overdue', 'Overdue'],
  waiting: ['Waiting, not due yet', 'Waiting, not due yet'],
  'let-go': ['Let go before', 'Let go before all was paid'],
};

const at = (row: string) => cell('in-time', row, 'requests');

/** How many were decided on, and paid, by the day on which they should have been. */
export function inTimeSection({ decide, pay }: FundTimes, { numbers }: FundBook): Section {
  const rows = (kind: 'decide' | 'pay', title: string, of: Timely): ReportRow[] => {
    const all = classes.reduce((sum, one) => sum + of[one], 0);
    const row = (id: string, name: string, n: number, level: 0 | 1): ReportRow => ({
      id,
      title: name,
      level,
      figures: [count(n), share(n, all, { part: at(id), of: at(kind) })],
    });
    return [
      row(kind, title, all, 0),
      ...classes.map((one) => row(`${kind}-${one}`, titles[one][kind === 'decide' ? 0 : 1], of[one], 1)),
    ];
  };
  const inWords = ({ value, unit, source }: PolicyNumber) =>
    `${value} ${value === 1 ? unit.replace(/s$/, '') : unit} (${source})`;
  return {
    id: 'in-time',
    title: 'In time',
    counts: `A request is decided on within ${inWords(numbers.decideWithin)} of being asked for, and what was approved is paid, to the last cent of it, within ${inWords(numbers.payWithin)} of the decision: by the end of that day. Overdue as of today.`,
    columns: [
      { id: 'requests', title: 'Requests' },
      { id: 'share', title: 'Share' },
    ],
    rows: [...rows('decide', 'Decisions', decide), ...rows('pay', 'Payments of what was approved', pay)],
  };
}

export const inTimeSums: Sum[] = [
  ...(['decide', 'pay'] as const).map((kind) => ({
    whole: at(kind),
    parts: classes.map((one) => at(`${kind}-${one}`)),
  })),
  { whole: at('decide'), parts: [cell('kinds', 'all', 'requests')] },
  { whole: at('pay'), parts: [cell('kinds', 'all', 'approved')] },
  { whole: cell('kinds', 'all', 'pending'), parts: [at('decide-overdue'), at('decide-waiting')] },
  { whole: at('decide-let-go'), parts: [cell('kinds', 'all', 'let-go')] },
  { whole: cell('approved', 'paid', 'requests'), parts: [at('pay-in-time'), at('pay-late')] },
  {
    whole: at('pay-let-go'),
    parts: ['part-let-go', 'unpaid-let-go'].map((row) => cell('approved', row, 'requests')),
  },
];

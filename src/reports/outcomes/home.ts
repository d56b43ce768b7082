// [004] Practice Point PN08-25: children come home, usually within two weeks
import type { Closing } from '../../records/figures/closings.ts';
import { usuallyHomeOn } from '../../rules/case/policy.ts';
import { homeSince } from '../../rules/figures/outcome.ts';
import type { Program } from '../../rules/policy.ts';
import { count, share } from '../figures.ts';
import { cell, type ReportRow, type Section, type Sum } from '../report.ts';

/** How many families a program brought a child home to, and how soon. */
export interface HomeTally {
  inTime: number;
  later: number;
  dayUnknown: number;
  none: number;
}

export const noHomes = (): HomeTally => ({ inTime: 0, later: 0, dayUnknown: 0, none: 0 });

/** Adds a service to what is counted. That a child came home with no day kept is told by where it lived at the end. */
export function homeTallyUp(tally: HomeTally, one: Closing, program: Program): void {
  const came = one.events.find(({ kind }) => kind === 'home');
  const usually = one.startedOn && usuallyHomeOn(one.startedOn, program);
  if (homeSince(one) === null) tally.none += 1;
  else if (!came || !usually) tally.dayUnknown += 1;
  else if (came.on <= usually) tally.inTime += 1;
  else tally.later += 1;
}

const at = (row: string) => cell('home', row, 'families');

export function homeSection({ inTime, later, dayUnknown, none }: HomeTally, { numbers }: Program): Section {
  const home = inTime + later + dayUnknown;
  const { value, unit } = numbers.usuallyHomeWithin!;
  const row = (id: string, title: string, n: number, of: [string, number], level: 0 | 1 = 0): ReportRow => ({
    id,
    title,
    level,
    figures: [count(n), share(n, of[1], { part: at(id), of: at(of[0]) })],
  });
  const [all, came] = [
    ['all', home + none],
    ['home', home],
  ] as const;
  return {
    id: 'home',
    title: 'Children who came home',
    counts:
      'Families whose service ended in the year, by the day that was kept for the first child who came home; without one, by a child who lived at home at the end. What is usual is the program’s number [004].',
    columns: [
      { id: 'families', title: 'Families' },
      { id: 'share', title: 'Share' },
    ],
    rows: [
      row('all', 'All', home + none, [...all]),
      row('home', 'A child came home', home, [...all]),
      row('in-time', `Within ${value} ${unit} of the start`, inTime, [...came], 1),
      row('later', 'Later', later, [...came], 1),
      row('day-unknown', 'Day not kept', dayUnknown, [...came], 1),
      row('none', 'None came home', none, [...all]),
    ],
  };
}

export const homeSums: Sum[] = [
  { whole: at('all'), parts: ['home', 'none'].map(at) },
  { whole: at('home'), parts: ['in-time', 'later', 'day-unknown'].map(at) },
  { whole: at('all'), parts: [cell('closing', 'all', 'families')] },
];

import type { Capacity } from '../../rules/figures/capacity.ts';
import { type Evenness, evennessOf } from '../../rules/figures/poisson.ts';
import type { CalendarDate } from '../../rules/time.ts';
import { monthNames, type Zone } from '../../rules/time.ts';
import { addDays, dateIn, daysBetween } from '../../rules/zone.ts';
import type { ReportDesk } from '../desk.ts';
import { calculated, count, inWords } from '../figures.ts';
import { cell, type Figure, type Section, type Sum } from '../report.ts';
import { allLine, circuitLine, eligibleAt, hasAll, type Lines, rowsOf, unknownLine } from './lines.ts';
import { inClumps, isEnough, tooFew } from './opening.ts';

interface Months {
  /** The first day of each month that has begun, and the first day that is not looked at. */
  starts: readonly CalendarDate[];
  end: CalendarDate;
}

/** The months of the year up to the day that is the first not looked at. */
export function monthsOf(from: CalendarDate, end: CalendarDate): Months {
  const starts: CalendarDate[] = [];
  for (let first = from; first < end; first = nextMonth(first)) starts.push(first);
  return { starts, end };
}

const nextMonth = (day: CalendarDate): CalendarDate =>
  `${addDays(`${day.slice(0, 7)}-28` as CalendarDate, 4).slice(0, 7)}-01` as CalendarDate;

const countsByMonth = (ats: readonly string[], { starts }: Months, zone: Zone): number[] => {
  const counts = starts.map(() => 0);
  for (const at of ats) {
    const day = dateIn(at as Parameters<typeof dateIn>[0], zone);
    counts[starts.findLastIndex((first) => first <= day)]! += 1;
  }
  return counts;
};

function seasons(ats: readonly string[], months: Months, zone: Zone): Evenness | null {
  const days = months.starts.map((first, i) => daysBetween(first, months.starts[i + 1] ?? months.end));
  return evennessOf(countsByMonth(ats, months, zone), days);
}

/** Whether families come by chance, or in clumps and seasons. */
export function evennessSection(
  lines: readonly Lines[],
  months: Months,
  desk: Pick<ReportDesk, 'figures' | 'settings'>,
): Section {
  const { zone } = desk.settings;
  const { clumpsBelow } = desk.figures.numbers;
  const uneven = (found: Evenness | null) =>
    found !== null && found.index > 1 && found.chance < clumpsBelow.value / 100;
  const say = (one: Capacity, line: string): (Figure | null)[] => {
    if (!isEnough(one, desk) || one.evenness === null) return [null, tooFew(line), null];
    const from = [eligibleAt(line)];
    const clumps = inClumps(one, desk);
    return [
      calculated(one.evenness.index, from),
      inWords(clumps ? 'in clumps: Erlang is too hopeful' : 'as chance has it', from),
      inWords(uneven(seasons(one.at, months, zone)) ? 'uneven' : 'as chance has it', from),
    ];
  };
  return {
    id: 'evenness',
    title: 'Clumps and seasons',
    counts:
      'Unevenness: the variance of the families found eligible a week (in four weeks where fewer than one a week comes) over what chance gives: about 1 where they come independently. ' +
      `In clumps, uneven: chance alone makes counts so uneven in less than ${clumpsBelow.value} % of years (Fisher’s dispersion test). Erlang’s formula takes families to come by chance; of those in clumps more find every place taken.`,
    columns: [
      { id: 'index', title: 'Unevenness' },
      { id: 'weeks', title: 'Weeks' },
      { id: 'months', title: 'Months' },
    ],
    rows: rowsOf(lines, { all: () => [null, null, null], circuit: say }).filter(({ figures }) =>
      figures.some((figure) => figure !== null),
    ),
  };
}

/** Families found eligible, month by month. */
export function monthsSection(
  lines: readonly Lines[],
  ats: readonly string[],
  months: Months,
  zone: Zone,
): Section {
  const counts = countsByMonth(ats, months, zone);
  const row = (id: string, title: string, n: number, level: 0 | 1) => ({
    id,
    title,
    level,
    figures: [count(n)],
  });
  return {
    id: 'months',
    title: 'Month by month',
    counts: 'Eligible: each referral once, in the month in which it was first found eligible.',
    columns: [{ id: 'eligible', title: 'Eligible' }],
    rows:
      lines.length === 0
        ? []
        : [
            row('all', 'All', ats.length, 0),
            ...months.starts.map((first, i) =>
              row(
                first.slice(0, 7),
                `${monthNames[Number(first.slice(5, 7)) - 1]!} ${first.slice(0, 4)}`,
                counts[i]!,
                1,
              ),
            ),
          ],
    chart: {
      kind: 'months',
      of: ['eligible'],
      rows: months.starts.map((first) => first.slice(0, 7)),
      says: 'Families found eligible in each month of the year.',
      axes: { x: 'Month', y: 'Families' },
    },
  };
}

const monthAt = (row: string) => cell('months', row, 'eligible');

export const monthSums = (lines: readonly Lines[], { starts }: Months): Sum[] =>
  lines.length === 0
    ? []
    : [
        { whole: monthAt('all'), parts: starts.map((first) => monthAt(first.slice(0, 7))) },
        { whole: monthAt('all'), parts: lines.flatMap(topCells) },
      ];

const topCells = (of: Lines) =>
  (hasAll(of)
    ? [allLine(of.program)]
    : [...of.circuits.map(circuitLine), ...(of.unknown.eligible > 0 ? [unknownLine(of.program)] : [])]
  ).map(eligibleAt);

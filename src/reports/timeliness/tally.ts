import type { Kept } from '../../rules/figures/clock.ts';
import { type Spread, spread } from '../../rules/figures/spread.ts';
import type { Month } from '../months.ts';

/** What was due, by what became of it, in the year and in each month in which its time began. */
export interface ClockTally {
  all: Record<Kept, number>;
  byMonth: Record<Kept, number>[];
  /** How long what was done took. */
  took: Spread;
}

const none = (): Record<Kept, number> => ({ in_time: 0, late: 0, missed: 0, open: 0, needless: 0 });

export const clockTally = (months: readonly Month[]): ClockTally => ({
  all: none(),
  byMonth: months.map(none),
  took: spread(),
});

/** Counts one that began in the month; `took` where it was done. */
export function countClock(tally: ClockTally, month: number, kept: Kept, took: number | null): void {
  tally.all[kept] += 1;
  tally.byMonth[month]![kept] += 1;
  if (took !== null) tally.took.add(Math.max(0, took));
}

export const dueIn = ({ in_time, late, missed }: Record<Kept, number>): number => in_time + late + missed;

/** The month of the year in which a moment or a day falls; -1 where it is in none. */
export const monthOfMoment = (months: readonly Month[], at: string): number =>
  months.findIndex(({ from, before }) => from <= at && at < before);

export const monthOfDay = (months: readonly Month[], day: string): number =>
  months.findIndex(({ id }) => id === day.slice(0, 7));

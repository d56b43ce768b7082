import { isActive, type Leave, type Specialist } from '../specialist.ts';
import type { CalendarDate, Instant, Zone } from '../time.ts';
import { addDays, dateIn, daysBetween } from '../zone.ts';

/** A specialist as matching knows them, with when they were taken on. */
export type Employed = Pick<
  Specialist,
  'code' | 'program' | 'circuits' | 'counties' | 'languages' | 'takes' | 'ended'
> & { addedAt: Instant; leaves: readonly Leave[] };

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

/** The days on which the specialist worked from one day on and before another, leaves taken off. */
export function daysAtWork(one: Employed, from: CalendarDate, before: CalendarDate, zone: Zone): number {
  const first = later(from, dateIn(one.addedAt, zone));
  const end = one.ended === null ? before : earlier(before, one.ended.on);
  const days = (a: CalendarDate, b: CalendarDate) => Math.max(0, daysBetween(a, b));
  const away = one.leaves.map((leave) =>
    days(later(first, leave.from), earlier(end, addDays(leave.until, 1))),
  );
  return away.reduce((left, off) => left - off, days(first, end));
}

/** Taken on by that day and not ended, on leave or not. */
export const isEmployed = (one: Employed, day: CalendarDate, zone: Zone): boolean =>
  dateIn(one.addedAt, zone) <= day && isActive(one, day);

/**
 * How much of a specialist counts in each of their circuits: as much of the whole as the referrals that come from there, or
 * the same in each where none come.
 */
export function splitOf(
  { circuits }: Pick<Employed, 'circuits'>,
  arrivals: (circuit: number) => number,
): ReadonlyMap<number, number> {
  const whole = circuits.reduce((sum, circuit) => sum + arrivals(circuit), 0);
  return new Map(
    circuits.map((circuit) => [circuit, whole === 0 ? 1 / circuits.length : arrivals(circuit) / whole]),
  );
}

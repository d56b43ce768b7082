import { type Program, type Programs, programOf } from '../policy.ts';
import { DAY, type Instant, msOf, type Zone } from '../time.ts';
import type { ProgramCode } from '../words.ts';
import { dateIn, startOfDay } from '../zone.ts';
import { daysAtWork, type Employed, isEmployed, splitOf } from './at-work.ts';
import type { FigureBook } from './book.ts';
import { lengthOf } from './length.ts';
import { countInterval, type Ends, type Evenness, evennessOf } from './poisson.ts';

/** From when to when the records are looked at, and how many days the whole year has. */
export interface Watched {
  from: Instant;
  until: Instant;
  daysOfYear: number;
  zone: Zone;
}

/** The first that the records of the office know: a specialist who was taken on, or a family that was screened. */
export interface Begun {
  at: Instant;
  by: 'specialist' | 'family';
}

/**
 * The time looked at without the days before the records begin: that nobody came then is not known. They begin for the whole
 * office, since a circuit in which nobody came at first was quiet, not unrecorded. What ended before, or with their first day, stays as it is.
 */
export function watchedFrom(begun: Begun | null, watched: Watched): Watched {
  if (begun === null) return watched;
  const day = dateIn(begun.at, watched.zone);
  const from = startOfDay(day, watched.zone);
  return from > watched.from && day < dateIn(watched.until, watched.zone) ? { ...watched, from } : watched;
}

/** A referral that was found eligible for the first time. */
export interface FoundEligible {
  at: Instant;
  circuit: number | null;
  program: ProgramCode;
  /** It has a denial for lack of an opening, served later or not [001]. */
  denied: boolean;
}

/** A case, from its assignment to its end. */
export interface HeldPlace {
  circuit: number | null;
  program: ProgramCode;
  referral: number;
  assignedAt: Instant;
  endedAt: Instant | null;
}

export interface Recorded {
  arrivals: readonly FoundEligible[];
  held: readonly HeldPlace[];
  employed: readonly Employed[];
}

/** How long a family holds places, and whose cases say so. */
export interface Holding {
  /** All its cases together. */
  days: number;
  /** Of the circuit, of all circuits of the program, or what the policy says where these have too few. */
  basis: 'own' | 'all' | 'policy';
  /** See `Length`. */
  overlap: number;
}

export interface Capacity {
  program: ProgramCode;
  circuit: number;
  eligible: number;
  denied: number;
  /** Cases that ended while they were watched. */
  ended: number;
  aYear: number;
  /** Between which the families a year lie. */
  aYearEnds: Ends;
  holding: Holding;
  /** Places that would be in use on average if there were always room. */
  load: number;
  loadEnds: Ends;
  /** On average over the time that is looked at. */
  places: number;
  /** Specialists on its last day; part of one where they serve other circuits too. */
  specialists: number;
  /** A specialist serves other circuits too. */
  shared: boolean;
  placesEach: number;
  evenness: Evenness | null;
  /** When each family was found eligible. */
  at: readonly Instant[];
}

/** What each circuit of each program has, by program and circuit. */
export function capacities(
  recorded: Recorded,
  watched: Watched,
  { programs, figures }: { programs: Programs; figures: FigureBook },
): Capacity[] {
  const codes = Object.keys(programs);
  return codes.flatMap((code) => {
    const of = <T extends { program: ProgramCode }>(all: readonly T[]) =>
      all.filter(({ program }) => program === code);
    const own = {
      arrivals: of(recorded.arrivals),
      held: of(recorded.held),
      employed: of(recorded.employed),
    };
    return ofProgram(own, watched, programOf(programs, code), figures);
  });
}

function ofProgram(recorded: Recorded, watched: Watched, program: Program, figures: FigureBook): Capacity[] {
  const { arrivals, held, employed } = recorded;
  const circuits = new Set([
    ...arrivals.flatMap(({ circuit }) => circuit ?? []),
    ...employed.flatMap((one) => one.circuits),
  ]);
  const ofCircuit = <T extends { circuit: number | null }>(all: readonly T[], circuit: number) =>
    all.filter((one) => one.circuit === circuit);
  const count = (circuit: number) => ofCircuit(arrivals, circuit).length;
  const work = workOf(employed, count, watched);
  const all = holdingOf(held, watched, figures, 'all');
  const each = program.numbers.placesPerSpecialist!.value;
  const years = daysOf(watched) / watched.daysOfYear;
  return [...circuits]
    .sort((a, b) => a - b)
    .map((circuit) => {
      const own = ofCircuit(arrivals, circuit);
      const cases = ofCircuit(held, circuit);
      const holding = holdingOf(cases, watched, figures, 'own') ?? all ?? usualHolding(program);
      const ends = countInterval(own.length, figures.numbers.confidence.value / 100);
      const loadOf = (n: number) => (n / daysOf(watched)) * holding.days;
      const { days = 0, now = 0 } = work.get(circuit) ?? {};
      return {
        program: program.code,
        circuit,
        eligible: own.length,
        denied: own.filter(({ denied }) => denied).length,
        ended: endedOf(cases, watched),
        aYear: own.length / years,
        aYearEnds: { low: ends.low / years, high: ends.high / years },
        holding,
        load: loadOf(own.length),
        loadEnds: { low: loadOf(ends.low), high: loadOf(ends.high) },
        places: (days * each) / daysOf(watched),
        specialists: now,
        shared: employed.some((one) => one.circuits.length > 1 && one.circuits.includes(circuit)),
        placesEach: each,
        evenness: weeklyEvenness(own, watched),
        at: own.map(({ at }) => at),
      };
    });
}

/** Whole days that are looked at; at least one. */
export const daysOf = ({ from, until }: Watched): number => Math.max(1, (msOf(until) - msOf(from)) / DAY);

interface Work {
  /** Days of specialists at work. */
  days: number;
  now: number;
}

function workOf(
  employed: readonly Employed[],
  arrivals: (circuit: number) => number,
  { from, until, zone }: Watched,
): Map<number, Work> {
  const [first, end] = [dateIn(from, zone), dateIn(until, zone)];
  const last = dateIn(new Date(msOf(until) - 1000).toISOString() as Instant, zone);
  const work = new Map<number, Work>();
  for (const one of employed) {
    const days = daysAtWork(one, first, end, zone);
    const now = isEmployed(one, last, zone) ? 1 : 0;
    for (const [circuit, part] of splitOf(one, arrivals)) {
      const before = work.get(circuit) ?? { days: 0, now: 0 };
      work.set(circuit, { days: before.days + part * days, now: before.now + part * now });
    }
  }
  return work;
}

const endedIn = ({ endedAt }: HeldPlace, { until }: Watched): boolean => endedAt !== null && endedAt < until;

const endedOf = (cases: readonly HeldPlace[], watched: Watched): number =>
  cases.filter((one) => endedIn(one, watched)).length;

/** `null` where too few have ended, or too many are longer than any that has. */
function holdingOf(
  cases: readonly HeldPlace[],
  watched: Watched,
  { numbers }: FigureBook,
  basis: 'own' | 'all',
): Holding | null {
  if (endedOf(cases, watched) < numbers.endedFrom.value) return null;
  const length = lengthOf(cases.map((one) => heldWithin(one, watched)));
  if (length === null || length.beyond > numbers.openBeyond.value / 100) return null;
  return { days: length.mean * casesAFamily(cases, watched), basis, overlap: length.overlap };
}

function heldWithin(one: HeldPlace, watched: Watched) {
  const age = (at: Instant) => (msOf(at) - msOf(one.assignedAt)) / DAY;
  const ended = endedIn(one, watched);
  const last = ended ? one.endedAt! : watched.until;
  return { from: Math.max(0, age(watched.from)), until: age(last), ended };
}

/** A family whose first specialist did not take it holds a place twice. */
function casesAFamily(cases: readonly HeldPlace[], { from }: Watched): number {
  const begun = cases.filter(({ assignedAt }) => assignedAt >= from);
  const families = new Set(begun.map(({ referral }) => referral)).size;
  return families === 0 ? 1 : begun.length / families;
}

const daysIn: Record<string, number> = { days: 1, weeks: 7 };

/** The policy’s usual length in days; where it has none, the longest that it allows. */
export function usualDaysOf({ numbers }: Program): number {
  const { value, unit } = numbers.usualLength ?? numbers.servicePeriodAtMost!;
  return value * (daysIn[unit] ?? 1);
}

const usualHolding = (program: Program): Holding => ({
  days: usualDaysOf(program),
  basis: 'policy',
  overlap: 1,
});

/** By weeks; by four weeks where fewer than one family a week comes, since of so few most weeks have none. */
function weeklyEvenness(arrivals: readonly FoundEligible[], watched: Watched): Evenness | null {
  const weeks = Math.floor(daysOf(watched) / 7);
  const long = arrivals.length < weeks ? 4 : 1;
  const counts = Array.from({ length: Math.floor(weeks / long) }, () => 0);
  for (const { at } of arrivals) {
    const stretch = Math.floor((msOf(at) - msOf(watched.from)) / (7 * long * DAY));
    if (stretch < counts.length) counts[stretch]! += 1;
  }
  return evennessOf(counts);
}

import { everEmployed, foundEligible, heldPlaces, recordsBegin } from '../records/figures/found-eligible.ts';
import { read } from '../records/store.ts';
import { type Begun, type Recorded, type Watched, watchedFrom } from '../rules/figures/capacity.ts';
import { dayInWords, monthInWords } from '../rules/in-words.ts';
import type { WhatIf } from '../rules/replay/what-if.ts';
import { addMs, DAY, type Instant } from '../rules/time.ts';
import { dateIn, daysBetween } from '../rules/zone.ts';
import { curveSection } from './capacity/curve.ts';
import { evennessSection, monthSums, monthsOf, monthsSection } from './capacity/evenness.ts';
import { linesOf } from './capacity/lines.ts';
import { circuitSums, loadSection } from './capacity/load.ts';
import { isEnough, openingSection } from './capacity/opening.ts';
import { saidFirst } from './capacity/said-first.ts';
import { specialistsSection } from './capacity/specialists.ts';
import { whatIf } from './capacity/what-if.ts';
import type { ReportDesk } from './desk.ts';
import type { Report, Scope } from './report.ts';
import { isRunning, momentsOf } from './scope.ts';

export interface CapacityAsked {
  /** Percent of families that may find no opening; `null`: as the office’s figures say. */
  target: number | null;
  /** `null`: only the year as it was. */
  whatIf: WhatIf | null;
}

/**
 * How many specialists each circuit needs. IIS has no waiting list [000]: a circuit is a loss system, whose share turned away
 * follows from arrivals, length of service and places. It is what the state counts denials for [001].
 */
export async function capacityReport(desk: ReportDesk, scope: Scope, asked: CapacityAsked): Promise<Report> {
  const begun = await read(desk.store, recordsBegin);
  const whole = watchedOf(desk, scope);
  const watched = watchedFrom(begun, whole);
  const recorded = await recordedIn(desk, watched);
  const lines = linesOf(recorded, watched, desk, scope);
  const target = (asked.target ?? desk.figures.numbers.lossTarget.value) / 100;
  const months = monthsOf(
    dateIn(watched.from, desk.settings.zone),
    dateIn(watched.until, desk.settings.zone),
  );
  const shown = lines.flatMap(({ circuits }) => circuits);
  const ats = recorded.arrivals
    .filter((one) => lines.some(({ program }) => program === one.program))
    .filter(
      ({ circuit }) => scope.circuits === null || (circuit !== null && scope.circuits.includes(circuit)),
    )
    .map(({ at }) => at);
  const only = shown.length === 1 && isEnough(shown[0]!, desk) ? shown[0]! : null;
  const changed = asked.whatIf && (await whatIf(desk, scope, watched, asked.whatIf));
  return {
    id: 'capacity',
    title: 'How many specialists are needed',
    scope,
    madeAt: desk.now,
    headline: [...saidFirst(lines, desk), ...(changed?.headline ?? [])],
    sections: [
      loadSection(lines, desk),
      openingSection(lines, desk),
      specialistsSection(lines, target, desk),
      evennessSection(lines, months, desk),
      monthsSection(lines, ats, months, desk.settings.zone),
      ...(only ? [curveSection(only, lines.find(({ program }) => program === only.program)!, target)] : []),
      ...(changed?.sections ?? []),
    ],
    sums: [...circuitSums(lines), ...monthSums(lines, months), ...(changed?.sums ?? [])],
    notes: [
      ...(begun ? beginNote(begun, whole, watched) : []),
      ...(isRunning(scope, desk)
        ? ['The year is not over: what is a year is counted up from the days gone by.']
        : []),
      'Erlang’s formula takes a family that finds no opening to be lost, and any specialist of a circuit to fit any family. Families that were served later from the list, and languages, counties and leaves, make it too hopeful or too grim: beside it stands what was recorded.',
      ...(shown.length > 1 ? ['For what each specialist changes: one circuit, --circuit.'] : []),
      ...(changed?.notes ?? []),
    ],
  };
}

/** Up to now where the year is not over. */
function watchedOf(desk: ReportDesk, scope: Scope): Watched {
  const { from, before } = momentsOf(scope, desk.settings.zone);
  const hasBegun = desk.now > from;
  const until = isRunning(scope, desk) ? (hasBegun ? desk.now : from) : before;
  return { from, until, daysOfYear: daysBetween(scope.from, scope.before), zone: desk.settings.zone };
}

/** Only the month where the first that the records know is a family: it stands in what is given out, too. */
function beginNote({ at, by }: Begun, whole: Watched, { from, until, zone }: Watched): string[] {
  const day = dateIn(at, zone);
  if (from > whole.from) {
    const since = by === 'specialist' ? dayInWords(day) : monthInWords(day);
    return [
      `Counted from ${since}, when these records begin: the days before are no part of what is counted up to a year.`,
    ];
  }
  return at < until
    ? []
    : [`These records begin in ${monthInWords(day)}: of the time before they know nothing.`];
}

/** Cases that began longer ago than this are not looked for: no service is as long. */
const longestCase = 400 * DAY;

const recordedIn = (desk: ReportDesk, { from, until }: Watched): Promise<Recorded> =>
  read(desk.store, async (db) => {
    const span = { from, before: until };
    return {
      arrivals: await foundEligible(db, span),
      held: await heldPlaces(db, span, addMs(from, -longestCase) as Instant),
      employed: await everEmployed(db),
    };
  });

import { type Employed, isEmployed } from '../figures/at-work.ts';
import type { ReviewRules } from '../fins.ts';
import { type AvailableSpecialist, openingsOf, planMatch } from '../matching.ts';
import { asFamily, barOnTheList, type WaitingRecord } from '../placing.ts';
import { numberOf, programOf } from '../policy.ts';
import { leaveOn } from '../specialist.ts';
import { type CalendarDate, type Instant, msOf, toInstant } from '../time.ts';
import type { Priority, ReferralNumber, SpecialistCode } from '../words.ts';
import { dateIn } from '../zone.ts';
import type { Wait } from './waits.ts';

/** A time gone by, as it is lived through again. */
export interface World {
  from: Instant;
  /** The first moment that is not lived through. */
  until: Instant;
  /** Those whose wait reaches into it. */
  waits: readonly Wait[];
  employed: readonly Employed[];
  /** Cases that were begun before it. */
  before: readonly { specialist: SpecialistCode; at: Instant; until: Instant | null }[];
  rules: ReviewRules;
}

/** Who was placed, and as it is lived through, when and with whom. */
export type Lived = Map<Wait, Placed>;

export interface Placed {
  at: Instant;
  specialist: SpecialistCode;
  priority: Priority;
}

interface Working {
  facts: Employed;
  places: number;
  /** When each of the cases ends, in ms. */
  ends: number[];
  lastMove: number | null;
}

/**
 * Lives through a time again: whenever the gatekeeper looked for a place in it – a family was listed, denied, reviewed or
 * placed – the plan for all who then wait is made by the rules of matching, with the openings that then are. A family waits
 * from when it was found eligible until it is placed or left as it did; on the FINS list it needs a review that is current.
 * The same world always gives the same.
 */
export function replay(world: World): Lived {
  const lived: Lived = new Map();
  for (const part of partsOf(world)) liveThrough(part, lived);
  return lived;
}

/**
 * When plans are made: at every placement that was recorded, and at each look that led to none. Who reviews the list in the
 * morning and then places families looked once: a look before a placement of the same day is that one.
 */
function momentsOf({ waits, from, until, rules: { zone } }: World): Instant[] {
  const placements = [...new Set(waits.flatMap(({ placed }) => placed?.at ?? []))].sort();
  const moments = new Set(placements);
  let next = 0;
  for (const look of [...new Set(waits.flatMap(({ looks }) => looks))].sort()) {
    while (next < placements.length && placements[next]! < look) next += 1;
    const placement = placements[next];
    const isSameDay = placement !== undefined && dateIn(placement, zone) === dateIn(look, zone);
    if (!isSameDay) moments.add(look);
  }
  return [...moments].filter((at) => at >= from && at < until).sort();
}

function liveThrough(world: World, lived: Lived): void {
  const { waits } = world;
  const moments = momentsOf(world);
  const working = new Map(world.employed.map((one) => [one.code, asWorking(one, world)]));
  let next = 0;
  let waiting: Wait[] = [];
  const away = new Map<ReferralNumber, number>();
  for (const at of moments) {
    for (; next < waits.length && waits[next]!.since <= at; next += 1) {
      // The same family, waiting anew, no longer waits as before.
      waiting = waiting.filter(({ referral }) => referral !== waits[next]!.referral);
      waiting.push(waits[next]!);
    }
    waiting = waiting.filter(({ leftAt }) => leftAt === null || leftAt >= at);
    const now = msOf(at);
    const available = availableAt(working, at, now, world);
    if (!available.some((one) => openingsOf(one) > 0)) continue;
    const there = waiting.filter(({ referral }) => (away.get(referral) ?? 0) <= now);
    const byReferral = new Map(there.map((wait) => [wait.referral, wait]));
    const families = there.flatMap((wait) => {
      const record = recordAt(wait, at);
      return barOnTheList(record, at, world.rules) === null ? [asFamily(record)] : [];
    });
    for (const { referral, specialist, priority } of planMatch(families, available).placements) {
      const wait = byReferral.get(referral)!;
      const one = working.get(specialist)!;
      one.ends.push(now + wait.holds);
      one.lastMove = now;
      away.set(referral, now + wait.holds);
      lived.set(wait, { at, specialist, priority });
      waiting = waiting.filter((other) => other !== wait);
    }
  }
}

function asWorking(facts: Employed, { before, from, rules }: World): Working {
  const own = before.filter(({ specialist }) => specialist === facts.code);
  const moves = own.flatMap(({ at, until }) => [at, ...(until !== null && until <= from ? [until] : [])]);
  return {
    facts,
    places: numberOf(programOf(rules.programs, facts.program), 'placesPerSpecialist'),
    ends: own
      .filter(({ until }) => until === null || until > from)
      .map(({ until }) => (until === null ? Number.POSITIVE_INFINITY : msOf(until))),
    lastMove: moves.length === 0 ? null : Math.max(...moves.map(msOf)),
  };
}

function availableAt(
  working: ReadonlyMap<SpecialistCode, Working>,
  at: Instant,
  now: number,
  { rules: { zone } }: World,
): AvailableSpecialist[] {
  const day: CalendarDate = dateIn(at, zone);
  return [...working.values()].flatMap((one) => {
    const ended = one.ends.filter((end) => end <= now);
    if (ended.length > 0) {
      one.lastMove = Math.max(one.lastMove ?? 0, ...ended);
      one.ends = one.ends.filter((end) => end > now);
    }
    if (!isEmployed(one.facts, day, zone)) return [];
    const { code, program, circuits, counties, languages, takes } = one.facts;
    return [
      {
        code,
        program,
        circuits,
        counties,
        languages,
        takes,
        places: one.places,
        openCases: one.ends.length,
        onLeaveUntil: leaveOn(one.facts, day)?.until ?? null,
        idleSince: one.lastMove === null ? null : toInstant(one.lastMove),
      },
    ];
  });
}

/** The family as the desk had it then. Where it waits longer than it really did, its reviews are taken to be kept up. */
function recordAt({ facts, stays, placed }: Wait, at: Instant): WaitingRecord {
  const stay = stays.findLast(
    ({ addedAt, removedAt }) => addedAt <= at && (removedAt === null || removedAt >= at),
  );
  const reviews = stays.flatMap((one) => one.reviews);
  const last = reviews.findLast((review) => review.at <= at) ?? reviews[0];
  const overtime = placed !== null && at > placed.at;
  const reviewedAt = stay?.reviews.findLast((review) => review.at <= at)?.at ?? null;
  return {
    ...facts,
    priority: last?.priority ?? facts.priority,
    fins: stay && !overtime ? { addedAt: stay.addedAt, reviewedAt } : null,
    leftFins: null,
    fcsOffered: false,
  };
}

/** Circuits that share specialists are lived through together, others apart: whoever looks in one looks not in another. */
function partsOf(world: World): World[] {
  const leader = new Map<string, string>();
  const find = (key: string): string => {
    const up = leader.get(key) ?? key;
    return up === key ? key : find(up);
  };
  const key = (program: string, circuit: number | null) => `${program} ${circuit}`;
  for (const { program, circuits } of world.employed)
    for (const circuit of circuits) leader.set(find(key(program, circuit)), find(key(program, circuits[0]!)));
  const parts = new Map<string, { waits: Wait[]; employed: Employed[] }>();
  const partOf = (name: string) => {
    const part = parts.get(name) ?? { waits: [], employed: [] };
    parts.set(name, part);
    return part;
  };
  for (const wait of world.waits) partOf(find(key(wait.facts.program, wait.facts.circuit))).waits.push(wait);
  for (const one of world.employed) partOf(find(key(one.program, one.circuits[0]!))).employed.push(one);
  return [...parts.values()].map((part) => ({ ...world, ...part }));
}

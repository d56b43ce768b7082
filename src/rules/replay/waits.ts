import type { MatchFacts } from '../placing.ts';
import { DAY, type Instant, msOf } from '../time.ts';
import type { Priority, ReferralNumber, SpecialistCode } from '../words.ts';

/** A referral that was found eligible, with all that was recorded of how it waited and where it was placed. */
export interface RecordedWay {
  facts: MatchFacts;
  /** Whether it still stands as eligible; since when it stands where it does. */
  isEligible: boolean;
  standsSince: Instant;
  foundEligible: readonly Instant[];
  deniedForNoOpening: readonly Instant[];
  cases: readonly { at: Instant; until: Instant | null; specialist: SpecialistCode }[];
  stays: readonly Stay[];
}

interface Stay {
  addedAt: Instant;
  removedAt: Instant | null;
  reviews: readonly { at: Instant; priority: Priority }[];
}

/** One time that a family waited for a place: until it was placed, or left without one. */
export interface Wait {
  referral: ReferralNumber;
  facts: RecordedWay['facts'];
  since: Instant;
  /** When it left without a place; `null` where it was placed, or waits still. */
  leftAt: Instant | null;
  placed: RecordedWay['cases'][number] | null;
  stays: readonly Stay[];
  /** When the gatekeeper looked for a place: the family was listed, denied, reviewed or placed. */
  looks: readonly Instant[];
  /** For how long it holds its place, in ms; for ever where its case is still open. */
  holds: number;
}

/**
 * The times that families waited. `lengths`, in ms, by circuit: how long those hold a place who had none, one after the other
 * and then from the start again, so that every replay gives each family the same.
 */
export function waitsOf(
  ways: readonly RecordedWay[],
  lengths: (circuit: number | null) => readonly number[],
): Wait[] {
  const turns = new Map<number | null, number>();
  const lent = (circuit: number | null): number => {
    const turn = turns.get(circuit) ?? 0;
    turns.set(circuit, turn + 1);
    const those = lengths(circuit);
    return those[turn % those.length]!;
  };
  return ways
    .flatMap(ofOne)
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.referral < b.referral ? -1 : 1))
    .map(({ placed, ...wait }) => ({
      ...wait,
      placed,
      holds: placed ? heldFor(placed) : lent(wait.facts.circuit),
    }));
}

const heldFor = ({ at, until }: RecordedWay['cases'][number]): number =>
  until === null ? Number.POSITIVE_INFINITY : msOf(until) - msOf(at);

function ofOne(way: RecordedWay): Omit<Wait, 'holds'>[] {
  const { facts, foundEligible, cases } = way;
  const waits: Omit<Wait, 'holds'>[] = [];
  const wait = (since: Instant, leftAt: Instant | null, placed: Wait['placed']) => {
    const end = placed?.at ?? leftAt;
    const within = (at: Instant) => at >= since && (end === null || at <= end);
    const looked = [
      ...way.deniedForNoOpening,
      ...way.stays.flatMap(({ addedAt, reviews }) => [addedAt, ...reviews.map(({ at }) => at)]),
      ...(placed ? [placed.at] : []),
    ];
    waits.push({
      referral: facts.referral,
      facts,
      since,
      leftAt,
      placed,
      stays: way.stays,
      looks: looked.filter(within),
    });
  };
  let after = '' as Instant;
  for (const one of cases) {
    wait(
      foundEligible.find((at) => at >= after && at <= one.at) ?? (after === '' ? one.at : after),
      null,
      one,
    );
    if (one.until === null) return waits;
    after = one.until;
  }
  const since =
    foundEligible.find((at) => at >= after) ?? (way.isEligible && cases.length > 0 ? after : null);
  if (since !== null) wait(since, way.isEligible ? null : later(way.standsSince, since), null);
  return waits;
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Lengths of cases that ended, in ms, in the order in which they began; `usual` days where there are none. */
export const lengthsOf = (ways: readonly RecordedWay[], usualDays: number): number[] => {
  const ended = ways
    .flatMap(({ cases }) => cases)
    .filter(({ until }) => until !== null)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(heldFor);
  return ended.length > 0 ? ended : [usualDays * DAY];
};

import { type FinsFamily, nextReviewDue, type ReviewRules } from './fins.ts';
import { dayInWords, momentInWords } from './in-words.ts';
import { languageName } from './languages.ts';
import {
  type AvailableSpecialist,
  type Blocker,
  blockerInWords,
  openingsOf,
  type Placement,
  planMatch,
  type WaitingFamily,
} from './matching.ts';
import { missingForMatch } from './referral.ts';
import type { Instant, Zone } from './time.ts';
import type { Priority, ReferralNumber, SpecialistCode } from './words.ts';

/** An eligible family that waits for a place, as the records have it: facts may be missing. */
export type WaitingRecord = Pick<
  FinsFamily,
  | 'referral'
  | 'program'
  | 'priority'
  | 'receivedAt'
  | 'circuit'
  | 'county'
  | 'language'
  | 'interpreterArranged'
  | 'situation'
> & {
  /** The stay on the FINS list, where the family is on it. */
  fins: Pick<FinsFamily, 'addedAt' | 'reviewedAt'> | null;
  /** Family Centered Services were offered and are not answered yet. */
  fcsOffered: boolean;
};

/** What keeps a family from being considered at all. */
export type Bar = { kind: 'facts_missing'; missing: string[] } | { kind: 'stale_review'; dueAt: Instant };

/** What the gatekeeper can do next for a family that is left out. */
export type NextStep = 'fins' | 'fcs' | 'review' | 'edit';

export interface LeftOut {
  referral: ReferralNumber;
  priority: Priority | null;
  blockers: (Blocker | Bar)[];
  next: NextStep[];
}

export interface Planned extends Placement {
  /** The number of the specialist's place that will be taken. */
  place: number;
  receivedAt: Instant;
}

export interface Plan {
  placements: Planned[];
  unserved: LeftOut[];
  openingsBefore: number;
  openingsAfter: number;
}

/** A specialist at work with the numbers of the places that are taken. */
export type PlacedSpecialist = AvailableSpecialist & { takenPlaces: readonly number[] };

/**
 * A family on the FINS list can be placed only on a review that is still current [002 Community Referral
 * form], and any family only when county and priority are known. `null` when nothing bars it.
 */
export function barOf(record: WaitingRecord, now: Instant, rules: ReviewRules): Bar | null {
  const missing = missingForMatch(record);
  if (missing.length > 0) return { kind: 'facts_missing', missing };
  if (!record.fins) return null;
  const dueAt = nextReviewDue({ ...record, ...record.fins }, rules);
  return dueAt <= now ? { kind: 'stale_review', dueAt } : null;
}

/** The record as matching takes it; for one that nothing bars. */
export const asFamily = (record: WaitingRecord): WaitingFamily => ({
  referral: record.referral,
  program: record.program,
  priority: record.priority!,
  receivedAt: record.receivedAt,
  circuit: record.circuit!,
  county: record.county!,
  language: record.language,
  interpreterArranged: record.interpreterArranged,
  situation: record.situation,
});

export interface Candidates {
  waiting: readonly WaitingRecord[];
  bars: ReadonlyMap<ReferralNumber, Bar>;
  specialists: readonly PlacedSpecialist[];
}

/**
 * The best plan for everyone who waits, and of it what concerns the referrals in `only` (`null`: all): so
 * that naming a family never takes a place from one above it.
 */
export function planPlacements(
  { waiting, bars, specialists }: Candidates,
  only: readonly ReferralNumber[] | null,
): Plan {
  const wanted = (referral: ReferralNumber) => only === null || only.includes(referral);
  const records = new Map(waiting.map((record) => [record.referral, record]));
  const families = waiting.filter(({ referral }) => !bars.has(referral)).map(asFamily);
  const matched = planMatch(families, specialists);
  const nextPlace = placeNumbers(specialists);
  const placements = matched.placements
    .map((placement) => ({
      ...placement,
      place: nextPlace(placement.specialist),
      receivedAt: records.get(placement.referral)!.receivedAt,
    }))
    .filter(({ referral }) => wanted(referral));
  const barred = waiting.flatMap(({ referral, priority }) => {
    const bar = bars.get(referral);
    return bar ? [{ referral, priority, blockers: [bar] }] : [];
  });
  const unserved = [...matched.unserved, ...barred]
    .filter(({ referral }) => wanted(referral))
    .map(({ referral, priority, blockers }) => ({
      referral,
      priority,
      blockers,
      next: nextSteps(records.get(referral)!, bars.get(referral)),
    }));
  const openingsBefore = totalOpenings(specialists);
  return { placements, unserved, openingsBefore, openingsAfter: openingsBefore - placements.length };
}

export const totalOpenings = (specialists: readonly AvailableSpecialist[]): number =>
  specialists.reduce((sum, specialist) => sum + openingsOf(specialist), 0);

/** Hands out the free places of each specialist, lowest number first. */
export function placeNumbers(specialists: readonly PlacedSpecialist[]): (code: SpecialistCode) => number {
  const taken = new Map(specialists.map(({ code, takenPlaces }) => [code, new Set(takenPlaces)]));
  return (code) => {
    const numbers = taken.get(code)!;
    let place = 1;
    while (numbers.has(place)) place += 1;
    numbers.add(place);
    return place;
  };
}

const nextSteps = ({ fins, fcsOffered }: WaitingRecord, bar: Bar | undefined): NextStep[] => {
  if (bar) return [bar.kind === 'stale_review' ? 'review' : 'edit'];
  return [...(fins ? [] : ['fins' as const]), ...(fcsOffered ? [] : ['fcs' as const])];
};

/** Whether both plans place the same families with the same specialists. */
export const samePlacements = (a: Plan, b: Plan): boolean => {
  const pairs = ({ placements }: Plan) => placements.map((p) => `${p.referral} ${p.specialist}`).join('\n');
  return pairs(a) === pairs(b);
};

/** What stands in the way of a family, in a short phrase. */
export function obstacleInWords(obstacle: Blocker | Bar, zone: Zone): string {
  switch (obstacle.kind) {
    case 'facts_missing':
      return `${obstacle.missing.join(' and ')} not known`;
    case 'stale_review':
      return `the FINS review was due ${momentInWords(obstacle.dueAt, zone)}`;
    default:
      return blockerInWords(obstacle, languageName, dayInWords);
  }
}

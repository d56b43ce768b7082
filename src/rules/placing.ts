import { type FinsFamily, nextReviewDue, type ReviewRules } from './fins.ts';
import { dayInWords, deadlineInWords } from './in-words.ts';
import { languageName } from './languages.ts';
import { byRank } from './matching/order.ts';
import {
  type AvailableSpecialist,
  type Blocker,
  blockerInWords,
  type Placement,
  pastThePlan,
  planMatch,
  totalOpenings,
  type WaitingFamily,
  type Why,
} from './matching.ts';
import type { Given } from './reason-effects.ts';
import { canBePlacedAgain, type ReasonBook, reasonInSentence } from './reasons.ts';
import { missingForMatch } from './referral.ts';
import type { Away } from './specialist.ts';
import type { Instant, Zone } from './time.ts';
import type { Priority, ProgramCode, ReferralNumber, SpecialistCode } from './words.ts';
import { dateIn } from './zone.ts';

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
  /** How it left the list, where it is off it and was not found eligible anew since. */
  leftFins: Given | null;
  /** Family Centered Services were offered and are not answered yet. */
  fcsOffered: boolean;
};

/** What matching goes by, whatever was done for the family. */
export type MatchFacts = Omit<WaitingRecord, 'fins' | 'leftFins' | 'fcsOffered'>;

/** What keeps a family from being considered at all. */
export type Bar =
  | { kind: 'facts_missing'; missing: string[] }
  | { kind: 'stale_review'; dueAt: Instant }
  /** The reason, a phrase such as "the family moved away", for which it was taken off the FINS list. */
  | { kind: 'off_list'; at: Instant; because: string };

/** What the gatekeeper can do next for a family that is left out. */
export type NextStep = 'fins' | 'fcs' | 'review' | 'edit' | 'close';

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
  /** The same for each program that somebody works for or a family waits for. */
  byProgram: { program: ProgramCode; before: number; after: number }[];
}

/** A specialist at work with the numbers of the places that are taken, and when they are next away. */
export type PlacedSpecialist = AvailableSpecialist & { takenPlaces: readonly number[]; away: Away | null };

/**
 * A family on the FINS list can be placed only on a review that is still current [002 Community Referral
 * form], one that was taken off it only after it is listed or found eligible anew, unless it left for lack of an
 * opening, and any family only when county and priority are known. `null` when nothing bars it.
 */
export const barOf = (
  record: WaitingRecord,
  now: Instant,
  rules: ReviewRules & { reasons: ReasonBook },
): Bar | null => barOfLeft(record, rules.reasons) ?? barOnTheList(record, now, rules);

const barOfLeft = ({ fins, leftFins }: WaitingRecord, reasons: ReasonBook): Bar | null =>
  fins !== null || leftFins === null || canBePlacedAgain(reasons, leftFins.reason)
    ? null
    : { kind: 'off_list', at: leftFins.at, because: reasonInSentence(reasons, leftFins.reason) };

/** The same but for how it left the list. */
export function barOnTheList(record: WaitingRecord, now: Instant, rules: ReviewRules): Bar | null {
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
  const whyWith = whyOfGoing(specialists);
  const placements = matched.placements
    .map((placement) => ({
      ...placement,
      why: whyWith(placement),
      place: nextPlace(placement.specialist),
      receivedAt: records.get(placement.referral)!.receivedAt,
    }))
    .filter(({ referral }) => wanted(referral));
  const blockers = new Map<ReferralNumber, (Blocker | Bar)[]>();
  for (const [referral, bar] of bars) blockers.set(referral, [bar]);
  for (const left of matched.unserved) blockers.set(left.referral, left.blockers);
  const unserved = waiting
    .filter(({ referral }) => wanted(referral) && blockers.has(referral))
    .toSorted(byRank)
    .map((record) => ({
      referral: record.referral,
      priority: record.priority,
      blockers: blockers.get(record.referral)!,
      next: nextSteps(record, bars.get(record.referral)),
    }));
  return { placements, unserved, ...openingsAround({ waiting, specialists }, placements) };
}

/** Openings before and after these placements. */
function openingsAround(
  { waiting, specialists }: Pick<Candidates, 'waiting' | 'specialists'>,
  placements: readonly Placement[],
): Pick<Plan, 'openingsBefore' | 'openingsAfter' | 'byProgram'> {
  const programs = [...new Set([...waiting, ...specialists].map(({ program }) => program))].sort();
  const worksFor = new Map(specialists.map(({ code, program }) => [code, program]));
  const byProgram = programs.map((program) => {
    const before = totalOpenings(specialists.filter((one) => one.program === program));
    const given = placements.filter(({ specialist }) => worksFor.get(specialist) === program).length;
    return { program, before, after: before - given };
  });
  const openingsBefore = totalOpenings(specialists);
  return { openingsBefore, openingsAfter: openingsBefore - placements.length, byProgram };
}

/**
 * One family with a specialist of the gatekeeper's choice, with what that goes past. Expects both to be among the
 * candidates, nothing to bar the family, and an opening.
 */
export function planChosen(
  { waiting, bars, specialists }: Candidates,
  { referral, specialist: code }: { referral: ReferralNumber; specialist: SpecialistCode },
): Plan {
  const families = waiting.filter((record) => !bars.has(record.referral)).map(asFamily);
  const family = families.find((one) => one.referral === referral)!;
  const specialist = specialists.find((one) => one.code === code)!;
  const others = families.filter((one) => one !== family);
  const taken = specialists.map((one) =>
    one === specialist ? { ...one, openCases: one.openCases + 1 } : one,
  );
  const why = pastThePlan(family, specialist, {
    without: planMatch(families, specialists),
    after: planMatch(others, taken),
  });
  const { priority, receivedAt } = family;
  const place = placeNumbers(specialists)(code);
  const placement = { referral, specialist: code, priority, why };
  const placements = [{ ...placement, why: whyOfGoing(specialists)(placement), place, receivedAt }];
  return { placements, unserved: [], ...openingsAround({ waiting, specialists }, placements) };
}

/** Matching goes by who has an opening now: that a specialist is to go is for the gatekeeper to weigh. */
function whyOfGoing(specialists: readonly PlacedSpecialist[]): (placement: Placement) => Why[] {
  const going = new Map(specialists.flatMap(({ code, away }) => (away ? [[code, away] as const] : [])));
  return ({ specialist, why }) => {
    const away = going.get(specialist);
    return away ? [...why, { kind: 'goes_away', ...away }] : why;
  };
}

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

const nextOf: Record<Bar['kind'], NextStep[]> = {
  facts_missing: ['edit'],
  stale_review: ['review'],
  off_list: ['close', 'fins'],
};

const nextSteps = ({ fins, fcsOffered }: WaitingRecord, bar: Bar | undefined): NextStep[] => {
  if (bar) return nextOf[bar.kind];
  return [...(fins ? [] : ['fins' as const]), ...(fcsOffered ? [] : ['fcs' as const])];
};

/** Whether both plans place the same families with the same specialists. */
export const samePlacements = (a: Plan, b: Plan): boolean => {
  const pairs = ({ placements }: Plan) => placements.map((p) => `${p.referral} ${p.specialist}`).join('\n');
  return pairs(a) === pairs(b);
};

/** Whether both plans place them for the same reasons, too, and go past the same. */
export const samePlacementsAndWhy = (a: Plan, b: Plan): boolean =>
  JSON.stringify(a.placements) === JSON.stringify(b.placements);

/** What stands in the way of a family, in a short phrase. */
export function obstacleInWords(obstacle: Blocker | Bar, zone: Zone): string {
  switch (obstacle.kind) {
    case 'facts_missing':
      return `${obstacle.missing.join(' and ')} not known`;
    case 'stale_review':
      return `the FINS review was due by ${deadlineInWords(obstacle.dueAt, zone)}`;
    case 'off_list':
      return `taken off the FINS list on ${dayInWords(dateIn(obstacle.at, zone))}: ${obstacle.because}`;
    default:
      return blockerInWords(obstacle, languageName, dayInWords);
  }
}

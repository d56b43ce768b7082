// [002] Community Referral form: families are looked at again as need and openings change
import { inRank, isWaiting } from './census.ts';
import { dayInWords } from './in-words.ts';
import {
  type AvailableSpecialist,
  type Blocker,
  couldServeNow,
  openingsOf,
  planMatch,
  type WaitingFamily,
} from './matching.ts';
import { type Bar, type MatchFacts, obstacleInWords } from './placing.ts';
import { missingForMatch, type ReferralStatus, statusInWords } from './referral.ts';
import type { CalendarDate, Zone } from './time.ts';
import type { ReferralNumber, SpecialistCode } from './words.ts';

/** A family on the list with what matching goes by: facts may be missing, and it may not be eligible. */
export type FamilyFacts = MatchFacts & { status: string };

/** The list and the specialists at work at one time. */
export interface ListState {
  families: readonly FamilyFacts[];
  specialists: readonly AvailableSpecialist[];
}

/** Why somebody can serve a family who could not at the last look. */
export type Gained = 'new' | 'back_from_leave' | 'has_place' | 'fits_now';
/** Why somebody who could serve it then can’t now; a leave has its last day. */
export type Lost = { kind: 'ended' | 'full' | 'fits_no_more' } | { kind: 'leave'; until: CalendarDate };

export interface FinsChanges {
  /** Its place among the eligible families on the list for the same program; `null` where it was not one of them. */
  rank: { before: number | null; now: number | null; of: number };
  gained: { specialist: SpecialistCode; why: Gained }[];
  lost: { specialist: SpecialistCode; why: Lost }[];
  /** Who could serve the family now, in order of preference. */
  canServe: { specialist: SpecialistCode; openings: number }[];
  /** What stands in the way where nobody can. */
  inTheWay: InTheWay[];
}

/** What keeps a family on the list from being placed with anybody. */
export type InTheWay = Blocker | Bar | { kind: 'not_eligible'; status: string };

/** What the time between two states of the list has changed for a family: its rank, and who could serve it. */
export function finsChanges(id: ReferralNumber, then: ListState, now: ListState): FinsChanges {
  const able = ableIn(id, then);
  const canServe = ableIn(id, now);
  return {
    rank: { before: rankIn(id, then), now: rankIn(id, now), of: ofProgram(id, now) },
    gained: canServe
      .filter(isNotIn(able))
      .map(({ code }) => ({ specialist: code, why: gainedBy(code, then) })),
    lost: able.filter(isNotIn(canServe)).map(({ code }) => ({ specialist: code, why: lostBy(code, now) })),
    canServe: canServe.map((one) => ({ specialist: one.code, openings: openingsOf(one) })),
    inTheWay: canServe.length > 0 ? [] : obstacles(id, now),
  };
}

const familyIn = (id: ReferralNumber, { families }: ListState): FamilyFacts | undefined =>
  families.find(({ referral }) => referral === id);

/**
 * The family as matching takes it, or `null` where it could not be placed: it is not eligible, or its county is not known.
 * The risk is asked by every review, so that one that is not known yet keeps nobody from serving.
 */
function asKnown(family: FamilyFacts | undefined): WaitingFamily | null {
  if (!family || !isWaiting(family) || family.circuit === null || family.county === null) return null;
  const { circuit, county, priority } = family;
  return { ...family, circuit, county, priority: priority ?? 'imminent' };
}

function ableIn(id: ReferralNumber, state: ListState): AvailableSpecialist[] {
  const family = asKnown(familyIn(id, state));
  return family ? couldServeNow(family, state.specialists) : [];
}

function obstacles(id: ReferralNumber, state: ListState): InTheWay[] {
  const record = familyIn(id, state);
  if (record && !isWaiting(record)) return [{ kind: 'not_eligible', status: record.status }];
  const family = asKnown(record);
  if (!family) {
    const missing = record ? missingForMatch(record).filter((what) => what !== 'priority') : [];
    return missing.length > 0 ? [{ kind: 'facts_missing', missing }] : [];
  }
  return planMatch([family], state.specialists).unserved.flatMap(({ blockers }) => blockers);
}

const isNotIn =
  (others: readonly AvailableSpecialist[]) =>
  ({ code }: AvailableSpecialist): boolean =>
    !others.some((other) => other.code === code);

function gainedBy(code: SpecialistCode, then: ListState): Gained {
  const was = then.specialists.find((one) => one.code === code);
  if (!was) return 'new';
  if (was.onLeaveUntil !== null) return 'back_from_leave';
  return openingsOf(was) === 0 ? 'has_place' : 'fits_now';
}

function lostBy(code: SpecialistCode, now: ListState): Lost {
  const is = now.specialists.find((one) => one.code === code);
  if (!is) return { kind: 'ended' };
  if (is.onLeaveUntil !== null) return { kind: 'leave', until: is.onLeaveUntil };
  return { kind: openingsOf(is) === 0 ? 'full' : 'fits_no_more' };
}

const ofProgram = (id: ReferralNumber, state: ListState): number => {
  const program = familyIn(id, state)?.program;
  return state.families.filter((family) => family.program === program && isWaiting(family)).length;
};

const rankIn = (id: ReferralNumber, state: ListState): number | null =>
  inRank(state.families).find(({ referral }) => referral === id)?.rank ?? null;

const gains: Record<Gained, string> = {
  new: 'new here',
  back_from_leave: 'back from leave',
  has_place: 'has a place again',
  fits_now: 'fits now',
};

/** `kim (has a place again)`. */
export const gainedInWords = ({ specialist, why }: FinsChanges['gained'][number]): string =>
  `${specialist} (${gains[why]})`;

/** `lee (on leave until Oct 9, 2026)`. */
export function lostInWords({ specialist, why }: FinsChanges['lost'][number]): string {
  if (why.kind === 'leave') return `${specialist} (on leave until ${dayInWords(why.until)})`;
  const losses = { ended: 'no longer works here', full: 'has no opening', fits_no_more: 'no longer fits' };
  return `${specialist} (${losses[why.kind]})`;
}

/** What stands in the way of a family on the list, in a short phrase. */
export const inTheWayInWords = (way: InTheWay, zone: Zone): string =>
  way.kind === 'not_eligible'
    ? `it is ${statusInWords[way.status as ReferralStatus]}`
    : obstacleInWords(way, zone);

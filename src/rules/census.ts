// [002] Community Referral form · [000] program description
import { byRank } from './matching/order.ts';
import type { ReferralStatus } from './referral.ts';
import type { CalendarDate, Instant } from './time.ts';
import type { CaseNumber, Priority, ProgramCode, ReferralNumber, SpecialistCode } from './words.ts';

/** The Families in Need of Services list as it stood: who, in which rank, at what priority. */

export interface OnList {
  referral: ReferralNumber;
  program: ProgramCode;
  priority: Priority | null;
  receivedAt: Instant;
  /** Where the referral stands: only an eligible one waits for an opening. */
  status: string;
}

export interface Ranked {
  referral: ReferralNumber;
  program: ProgramCode;
  /** 1 is first among the eligible families on the list for the same program; `null` for one that is not eligible. */
  rank: number | null;
  priority: Priority | null;
}

/**
 * The families in the order in which they would be served: imminent risk first [002], within a level the one received
 * first [000], and behind them those who are not eligible. A priority that is not known counts as imminent, as everywhere
 * on the list.
 */
export function inRank(families: readonly OnList[]): Ranked[] {
  const counts = new Map<ProgramCode, number>();
  return families
    .map((family) => ({ ...family, known: family.priority, priority: family.priority ?? 'imminent' }))
    .sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)) || byRank(a, b))
    .map((family) => {
      const { referral, program, known: priority } = family;
      if (!isWaiting(family)) return { referral, program, rank: null, priority };
      const rank = (counts.get(program) ?? 0) + 1;
      counts.set(program, rank);
      return { referral, program, rank, priority };
    });
}

/** Whether the family waits for an opening: only an eligible one can be placed. */
export const isWaiting = ({ status }: Pick<OnList, 'status'>): boolean => status === 'eligible';

/** The list at the end of a day, or now. */
export interface CensusDay {
  day: CalendarDate;
  openings: number;
  families: Ranked[];
}

export interface Came {
  at: Instant;
  by: string;
  /** `put_back`: that it had left was taken back. */
  how: 'listed' | 'put_back';
  /** Where the referral stood then. */
  status: ReferralStatus;
  /** The reason of the denial that was kept with it; `null` where none was. */
  denial: string | null;
}

export interface Left {
  at: Instant;
  by: string;
  /** `taken_back`: that it was listed was taken back. */
  how: 'removed' | 'taken_back';
  /** The code of the reason; `null` where the listing was taken back. */
  reasonCode: string | null;
  note: string | null;
  /** With whom it was placed; `null` where it was not. */
  case: { id: CaseNumber; specialist: SpecialistCode } | null;
}

/** One stay on the list with what became of it since a day. */
export interface Stay {
  referral: ReferralNumber;
  family: string | null;
  program: ProgramCode;
  addedAt: Instant;
  need: string | null;
  /** `null`: it was on the list when the time began. */
  came: Came | null;
  /** `null`: it is on the list now. */
  left: Left | null;
  /** As it is now, or was when the family left. */
  priority: Priority | null;
  /** Within the time and the stay, first to last. */
  priorityChanges: { at: Instant; before: Priority | null; after: Priority | null }[];
  /** Reviews within the time. */
  reviews: number;
  reviewedAt: Instant | null;
}

/** They add up: those at the start, with who came and without who left, are those who are on the list now. */
export const countsOf = (stays: readonly Stay[]) => ({
  atStart: stays.filter(({ came }) => came === null).length,
  came: stays.filter(({ came }) => came !== null).length,
  left: stays.filter(({ left }) => left !== null).length,
  now: stays.filter(({ left }) => left === null).length,
});

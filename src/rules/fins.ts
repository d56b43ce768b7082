import { reviewDueAt } from './clocks.ts';
import type { Holidays } from './holidays.ts';
import type { WaitingFamily } from './matching.ts';
import { type Programs, programOf, reviewInterval } from './policy.ts';
import type { CalendarDate, Instant, Zone } from './time.ts';
import type { Priority } from './words.ts';

export const reviewDecisions = ['keep', 'match', 'fcs', 'remove'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export type FcsState =
  | { state: 'offered'; offeredOn: CalendarDate }
  | { state: 'accepted' | 'declined'; offeredOn: CalendarDate; answeredOn: CalendarDate | null };

/** One family on the Families in Need of Services list, as it is kept. */
export interface FinsFamily extends Omit<WaitingFamily, 'priority' | 'circuit' | 'county'> {
  status: string;
  priority: Priority | null;
  circuit: number | null;
  county: string | null;
  family: string | null;
  addedAt: Instant;
  need: string | null;
  /** When the family was last reviewed; `null` when it has not been since it was listed. */
  reviewedAt: Instant | null;
  children: number;
  youngestBirthDate: CalendarDate | null;
  fcs: FcsState | null;
}

/** The review that the next one is counted from: being listed rests on a fresh look too. */
export const lastLookAt = (family: Pick<FinsFamily, 'reviewedAt' | 'addedAt'>): Instant =>
  family.reviewedAt ?? family.addedAt;

export interface ReviewRules {
  programs: Programs;
  holidays: Holidays;
  zone: Zone;
}

/**
 * When the next review is due: so long after the last look as the program's policy says for the priority. A
 * family whose priority is not known is looked at as often as one at imminent risk.
 */
export const nextReviewDue = (
  family: Pick<FinsFamily, 'reviewedAt' | 'addedAt' | 'priority' | 'program'>,
  { programs, holidays, zone }: ReviewRules,
): Instant =>
  reviewDueAt(
    lastLookAt(family),
    reviewInterval(programOf(programs, family.program), family.priority ?? 'imminent'),
    zone,
    holidays,
  );

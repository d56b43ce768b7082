// [000] program description · [001] Practice Alert PA22-CM-10 · [003] results flyer · [004] Practice Point PN08-25
import type { Why } from '../matching.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { CaseNumber, ProgramCode, ReferralNumber, SpecialistCode } from '../words.ts';

/** Where a case stands. `given_back`: it ended without a decision of the specialist, and the family is placed anew. */
export type CaseStatus = 'assigned' | 'accepted' | 'not_accepted' | 'closed' | 'given_back';

export const caseStatusInWords: Record<CaseStatus, string> = {
  assigned: 'assigned',
  accepted: 'accepted',
  not_accepted: 'not accepted',
  closed: 'closed',
  given_back: 'given back',
};

export const hoursKinds = ['face_to_face', 'other'] as const;
export const staffingParts = [
  'specialist',
  'supervisor',
  'referral_agent',
  'follow_up_provider',
  'other',
] as const;
export const whereaboutsKinds = [
  'home',
  'relative',
  'foster_care',
  'residential_care',
  'other',
  'not_known',
] as const;
/** `unsafe` and `placed` are dealt with; `home` and `visit` are of a program that brings a child home [004]. */
export const eventKinds = ['unsafe', 'placed', 'home', 'visit'] as const;

export type HoursKind = (typeof hoursKinds)[number];
export type StaffingPart = (typeof staffingParts)[number];
export type Whereabouts = (typeof whereaboutsKinds)[number];
export type EventKind = (typeof eventKinds)[number];

export interface Goal {
  /** From 1, in the order in which they were set. */
  number: number;
  goal: string;
  measure: string;
  setOn: CalendarDate;
  /** `null` while nobody has said. */
  met: boolean | null;
  metOn: CalendarDate | null;
}

export interface Hours {
  on: CalendarDate;
  kind: HoursKind;
  minutes: number;
  note: string | null;
}

export interface Staffing {
  on: CalendarDate;
  who: StaffingPart[];
  nextOn: CalendarDate | null;
  note: string | null;
}

export interface CaseEvent {
  kind: EventKind;
  on: CalendarDate;
  note: string | null;
  /** How it was dealt with. */
  settled: { on: CalendarDate; note: string } | null;
}

export interface Extension {
  until: CalendarDate;
  approvedBy: string;
  reason: string;
  at: Instant;
}

export interface Transfer {
  from: SpecialistCode;
  to: SpecialistCode;
  reason: string;
  at: Instant;
}

/** That the gatekeeper chose the specialist, and why. */
export interface Override {
  by: string;
  reason: string;
  /** What the choice went past; empty where it went past nothing. */
  past: Why[];
}

/** Where a child lived when the case was closed. */
export interface ChildThen {
  name: string | null;
  whereabouts: Whereabouts;
}

export interface CaseFollowUp {
  months: number;
  on: CalendarDate;
  reached: boolean;
  /** Confirmed child abuse or neglect since the closing; `null` where the family was not reached. */
  abuse: boolean | null;
  /** Whether a child was placed out of the home since the closing; `null` where the family was not reached. */
  placed: boolean | null;
  placedOn: CalendarDate | null;
  note: string | null;
}

/** One family with one specialist, from the assignment on. */
export interface ServiceCase {
  id: CaseNumber;
  referral: ReferralNumber;
  /** What the family is called. */
  family: string | null;
  specialist: SpecialistCode;
  agency: string | null;
  program: ProgramCode;
  place: number;
  status: CaseStatus;
  assignedAt: Instant;
  seenAt: Instant | null;
  /** Why the family was seen late. */
  seenLate: string | null;
  startedOn: CalendarDate | null;
  /** The last day of the service: by the policy, or by the last extension. */
  endsOn: CalendarDate | null;
  endedAt: Instant | null;
  /** The last day of the service that there was. */
  closedOn: CalendarDate | null;
  endReason: string | null;
  endNote: string | null;
  /** What the contractor is reimbursed for where the family is not accepted [000]. */
  screeningMinutes: number | null;
  intact: boolean | null;
  /** Confirmed child abuse or neglect during the service [003]; `null` is not known, and never a success. */
  abuse: boolean | null;
  followUpServices: string | null;
}

/** A case with all that happened in it, each in order of time. */
export interface CaseFile extends ServiceCase {
  /** `null`: the family was placed by the plan. */
  override: Override | null;
  goals: Goal[];
  hours: Hours[];
  staffings: Staffing[];
  events: CaseEvent[];
  extensions: Extension[];
  transfers: Transfer[];
  children: ChildThen[];
  followUps: CaseFollowUp[];
}

/** Whether a family had, since the closing, neither; `null` is not known, and never a success [003]. */
export const stayedSafe = ({ reached, abuse, placed }: CaseFollowUp): boolean | null =>
  !reached || abuse === null || placed === null ? null : !abuse && !placed;

/** Whether to live there is a placement out of the home. */
export const isOutOfHome = (whereabouts: Whereabouts): boolean =>
  whereabouts === 'foster_care' || whereabouts === 'residential_care';

/** Whether somebody has to deal with an event of this kind [001]. */
export const asksForAnAnswer = (kind: EventKind): boolean => kind === 'unsafe' || kind === 'placed';

/** Hours as people say them, from whole minutes: `2.5`. */
export const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

import type { GivenAnswer } from '../eligibility.ts';
import type { FcsState, ReviewRules } from '../fins.ts';
import type { FundBook, FundRequest } from '../fund.ts';
import type { PlacedSpecialist, WaitingRecord } from '../placing.ts';
import type { FollowUp } from '../reason-effects.ts';
import type { ReasonBook } from '../reasons.ts';
import type { ReferralStatus } from '../referral.ts';
import type { NotedTapa } from '../tapa.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { CaseNumber, Priority, ReferralNumber, SpecialistCode } from '../words.ts';
import type { LackedTraining } from './of-training.ts';

/** What can be due, the most urgent kind first; the sheet goes by this order. */
export const dueKinds = [
  'case_event',
  'see_family',
  'contact_submitter',
  'fins_review',
  'place_family',
  'facts_missing',
  'screen_family',
  'tapa_refer',
  'tapa_ends',
  'tapa_written',
  'tapa_date',
  'service_ends',
  'fund_decide',
  'fund_pay',
  'assess_family',
  'staffing',
  'child_home',
  'case_follow_up',
  'list_family',
  'offer_fcs',
  'fcs_answer',
  'close_referral',
  'ask_again',
  'faces_referral',
  'faces_denial',
  'training',
  'draft',
] as const;

export type DueKind = (typeof dueKinds)[number];

/** One thing that waits for the gatekeeper. */
export interface Due {
  kind: DueKind;
  /** What is to be done, in words. */
  what: string;
  /** The number of the referral, the case, the TAPA, the request to the fund or the draft, or the code of a specialist. */
  id: string;
  family: string | null;
  priority: Priority | null;
  /** `null`: as soon as can be, there is no deadline. */
  dueAt: Instant | null;
  overdue: boolean;
  /** Names no one of a family. */
  detail: string;
  /** The line that settles it. */
  command: string;
  rule: string;
  source: string;
}

/** A referral that is not ended, with all that decides what is due for it. */
export interface OpenReferral extends WaitingRecord {
  status: ReferralStatus;
  family: string | null;
  /** Whether the family agrees to be referred. */
  agrees: boolean | null;
  /** When the submitter was first reached. */
  contactedAt: Instant | null;
  /** How often the submitter was tried and not reached. */
  attempts: number;
  /** The answers of its last screening, while it is in screening; `null`: none yet. */
  screened: readonly (Pick<GivenAnswer, 'answer'> & { id: string })[] | null;
  /** `null` where there is none, or it is over. */
  tapa: { date: CalendarDate | null; writtenOn: CalendarDate | null } | null;
  inFaces: boolean;
  denialsToKey: number;
  fcs: FcsState | null;
  case: OpenCase | null;
}

/** What of an open case decides what is due in it. */
export interface OpenCase {
  id: CaseNumber;
  specialist: SpecialistCode;
  status: string;
  assignedAt: Instant;
  seenAt: Instant | null;
  startedOn: CalendarDate | null;
  /** By the policy or by the last extension; `null` before the specialist has accepted the family. */
  endsOn: CalendarDate | null;
  /** What the last staffing agreed on. */
  nextStaffingOn: CalendarDate | null;
  cameHome: boolean;
}

type OfFamily = Pick<OpenReferral, 'referral' | 'program' | 'family' | 'priority'>;

/** A placement, or a warning that home is not safe, that nobody has dealt with yet. */
export interface OpenEvent extends OfFamily {
  case: CaseNumber;
  kind: 'unsafe' | 'placed';
  on: CalendarDate;
  /** When it was noted. */
  at: Instant;
}

/** A closed case whose family was not asked after every one of its months yet. */
export interface FollowedCase extends OfFamily {
  case: CaseNumber;
  closedOn: CalendarDate;
  /** The months at which somebody tried, whether or not they were reached. */
  tried: readonly number[];
}

/** An interview that was begun and not finished. */
export interface LeftDraft {
  id: number;
  /** The command that goes on with it. */
  command: string;
  /** Whom it is about; `null` for a new one. */
  referral: ReferralNumber | null;
  owner: string;
  startedAt: Instant;
}

/** A referral that has ended, for which something is due all the same. */
export type EndedReferral = Pick<
  OpenReferral,
  'referral' | 'program' | 'family' | 'priority' | 'inFaces' | 'denialsToKey' | 'fcs'
>;

/** Everything that something may be due for. */
export interface Waiting {
  /** Those that are not ended. */
  referrals: readonly OpenReferral[];
  followUps: readonly FollowUp[];
  /** Those of which something is not in FACES, or an offer of FCS not answered. */
  ended: readonly EndedReferral[];
  /** The agreements whose families are not referred yet. */
  tapas: readonly NotedTapa[];
  /** The requests to the crisis fund that are not decided, or approved and not paid. */
  fund: readonly FundRequest[];
  training: readonly LackedTraining[];
  events: readonly OpenEvent[];
  closedCases: readonly FollowedCase[];
  drafts: readonly LeftDraft[];
}

/** What the rules know besides. */
export interface DueOffice extends ReviewRules {
  now: Instant;
  reasons: ReasonBook;
  fund: FundBook;
  specialists: readonly PlacedSpecialist[];
}

/** What one rule says of a referral or an agreement; who it is about and whether it is overdue comes from the referral. */
export type Finding = Pick<Due, 'kind' | 'what' | 'dueAt' | 'detail' | 'command' | 'rule' | 'source'> & {
  id?: string;
};

/** One rule: what is due for a referral by it, nothing, one thing or several. */
export type DueRule = (referral: OpenReferral, office: DueOffice) => readonly Finding[];

/** A moment has passed when it is now: what was due by midnight is overdue at midnight. */
export const isOverdue = (dueAt: Instant | null, now: Instant): boolean => dueAt !== null && dueAt <= now;

import type { CalendarDate, Instant } from './time.ts';
import type {
  CaseNumber,
  Language,
  LocalSituation,
  ProgramCode,
  ReferralNumber,
  SpecialistCode,
} from './words.ts';

export interface Leave {
  from: CalendarDate;
  until: CalendarDate;
  note: string | null;
}

export interface OpenCase {
  id: CaseNumber;
  referral: ReferralNumber;
  place: number;
  assignedAt: Instant;
}

export interface Specialist {
  code: SpecialistCode;
  name: string;
  agency: string | null;
  supervisor: string | null;
  program: ProgramCode;
  circuits: number[];
  /** Empty: every county of the circuits. */
  counties: string[];
  languages: Language[];
  takes: LocalSituation[];
  phone: string | null;
  email: string | null;
  leaves: Leave[];
  ended: { on: CalendarDate; reason: string | null } | null;
  openCases: OpenCase[];
  /** When a case of theirs last began or ended; `null` when they never had one. */
  idleSince: Instant | null;
}

/** What tells whether a specialist is at work, and how full. */
export type AtWork = Omit<Specialist, 'name' | 'agency' | 'supervisor' | 'phone' | 'email' | 'openCases'> & {
  openCases: readonly Pick<OpenCase, 'place'>[];
};

/** The leave that covers this day. */
export const leaveOn = (specialist: { leaves: readonly Leave[] }, day: CalendarDate): Leave | null =>
  specialist.leaves.find(({ from, until }) => from <= day && day <= until) ?? null;

/** When a specialist who works now is next away. */
export interface Away {
  on: CalendarDate;
  forGood: boolean;
}

/** The first day after this one on which a leave begins or the work ends; `null` where neither is known of. */
export function nextAway(
  { leaves, ended }: Pick<Specialist, 'leaves' | 'ended'>,
  day: CalendarDate,
): Away | null {
  let next: Away | null = ended !== null && ended.on > day ? { on: ended.on, forGood: true } : null;
  for (const { from } of leaves) {
    if (from > day && (next === null || from < next.on)) next = { on: from, forGood: false };
  }
  return next;
}

/** Still working on this day: not ended before it. */
export const isActive = (specialist: Pick<Specialist, 'ended'>, day: CalendarDate): boolean =>
  specialist.ended === null || specialist.ended.on > day;

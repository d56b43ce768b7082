import type { CalendarDate, Instant } from './time.ts';
import type { Language, LocalSituation, Priority, ProgramCode, ReferralNumber, Situation, SpecialistCode } from './words.ts';

/** A family that could be placed now: eligible, and on a current review where it is on the FINS list. */
export interface WaitingFamily {
  referral: ReferralNumber;
  program: ProgramCode;
  priority: Priority;
  receivedAt: Instant;
  circuit: number;
  county: string;
  /** `null`: English, or nothing said. */
  language: Language | null;
  interpreterArranged: boolean;
  situation: Situation | null;
}

/** A specialist who works now; `openings` is places less open cases, 0 while on leave. */
export interface AvailableSpecialist {
  code: SpecialistCode;
  program: ProgramCode;
  circuits: readonly number[];
  /** Empty: every county of the circuits. */
  counties: readonly string[];
  languages: readonly Language[];
  takes: readonly LocalSituation[];
  places: number;
  openCases: number;
  /** The last day of the leave that runs now; `null` when not on leave. */
  onLeaveUntil: CalendarDate | null;
  /** Since when no case of theirs has ended or begun; `null` when they never had one: idle longest. */
  idleSince: Instant | null;
}

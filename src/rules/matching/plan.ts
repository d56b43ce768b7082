import type { CalendarDate, Instant } from '../time.ts';
import type {
  Language,
  LocalSituation,
  Priority,
  ProgramCode,
  ReferralNumber,
  Situation,
  SpecialistCode,
} from '../words.ts';

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

/** What decides who can serve a family. */
export type Asking = Pick<
  WaitingFamily,
  'program' | 'circuit' | 'county' | 'language' | 'interpreterArranged' | 'situation'
>;

/** What decides whom a specialist can serve. */
export type Serving = Pick<AvailableSpecialist, 'program' | 'circuits' | 'counties' | 'languages' | 'takes'>;

/** A specialist who works now; `openingsOf` tells how many families they can still take. */
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

/** Who goes to whom, and who goes to nobody; both in order of rank. */
export interface MatchPlan {
  placements: Placement[];
  unserved: Unserved[];
}

export interface Placement {
  referral: ReferralNumber;
  specialist: SpecialistCode;
  priority: Priority;
  /** Never empty. */
  why: Why[];
}

export interface Unserved {
  referral: ReferralNumber;
  priority: Priority;
  /** Never empty. */
  blockers: Blocker[];
}

/** What a family asks of a specialist beyond working for its program in its circuit. */
export type Ask =
  | { kind: 'language'; language: Language }
  | { kind: 'county'; county: string }
  | { kind: 'situation'; situation: LocalSituation };

/** One reason for the specialist of a placement, at the turn of its family. */
export type Why =
  /** The only one with an opening who could serve; `asks`: what nobody else with an opening in the circuit meets. */
  | { kind: 'only_one'; asks: readonly Ask[] }
  /** Of the `of` who could serve, the others' openings went to families of higher rank. */
  | { kind: 'last_opening'; of: number }
  /** `planned` of the `openCases` come from this plan; `fewest`: nobody still free who could serve has fewer. */
  | { kind: 'open_cases'; openCases: number; planned: number; fewest: boolean }
  /** Among the `of` still free with as few open cases; `tied`: another has been idle as long. */
  | { kind: 'idle_longest'; of: number; tied: boolean }
  | { kind: 'interpreter'; language: Language }
  /** English was taken for it, as no language is set; what the family needs speaks for another. */
  | { kind: 'language_taken' }
  /** The specialist has an opening now, and is to go on leave on this day, or `forGood`. */
  | { kind: 'goes_away'; on: CalendarDate; forGood: boolean }
  /** A more preferred specialist whom a later family needs; `asks` as in `only_one`, for that family. */
  | { kind: 'kept_free'; specialist: SpecialistCode; for: ReferralNumber; asks: readonly Ask[] }
  /** By the gatekeeper's choice: the family lives in this circuit, where the specialist does not work. */
  | { kind: 'other_circuit'; circuit: number }
  /** By the gatekeeper's choice: the specialist does not meet it. */
  | { kind: 'unmet'; ask: Ask }
  /** By the gatekeeper's choice: this one had a place by the plan for everyone, and has none now. */
  | { kind: 'displaces'; referral: ReferralNumber };

/** One thing that stands between a family and a place. */
export type Blocker =
  | { kind: 'no_specialist'; program: ProgramCode; circuit: number }
  /** `fitting` specialists at work, and all of their `places` are taken: `planned` of them by this plan. */
  | { kind: 'no_opening'; fitting: number; places: number; planned: number }
  /** `failing` of the `of` who work for the program in the circuit; `free`: those of them with an opening left. */
  | (Ask & { free: readonly SpecialistCode[]; failing: number; of: number })
  /** A specialist who fits but is away. */
  | { kind: 'leave'; specialist: SpecialistCode; until: CalendarDate };

import type { CalendarDate, Instant } from './time.ts';
import type { DivisionInvolvement, Language, Priority, ProgramCode, Situation, Source } from './words.ts';

export interface Caregiver {
  name: string | null;
  birthDate: CalendarDate | null;
  phone: string | null;
  email: string | null;
  address: string | null;
}

export interface Child {
  name: string | null;
  birthDate: CalendarDate | null;
}

export interface Submitter {
  name: string | null;
  organization: string | null;
  phone: string | null;
  email: string | null;
}

/** A Temporary Alternative Placement Agreement; its date may not be known yet. */
export interface Tapa {
  date: CalendarDate | null;
}

/**
 * What intake knows of a referral, from whichever of its three ways in: `null` is "not known (yet)".
 * The first half is the Community Referral form [002], the second what the gatekeeper needs besides.
 */
export interface Intake {
  receivedAt: Instant | null;
  submitter: Submitter;
  caregivers: Caregiver[];
  children: Child[];
  reason: string | null;
  servicesProvided: string | null;
  accommodations: string | null;
  discussedOn: CalendarDate | null;
  familyAgrees: boolean | null;

  program: ProgramCode | null;
  source: Source | null;
  county: string | null;
  priority: Priority | null;
  situation: Situation | null;
  language: Language | null;
  interpreterArranged: boolean | null;
  tapa: Tapa | null;
  divisionInvolvement: DivisionInvolvement | null;
  safetyConcern: boolean | null;
}

/** Something on a form that could not be taken as it stood, or is not there. */
export interface FormProblem {
  /** The path in `Intake`, such as `caregivers[0].birthDate`. */
  field: string;
  kind: 'missing' | 'unreadable';
  /** The text as it stood; `null` where there was none. */
  text: string | null;
}

/** A filled form as it was read. */
export interface FormReading {
  intake: Intake;
  problems: FormProblem[];
  /** Text that fits no field, as it stood. Kept with the referral, so that nothing read is dropped. */
  leftovers: string[];
}

export const emptyIntake = (): Intake => ({
  receivedAt: null,
  submitter: { name: null, organization: null, phone: null, email: null },
  caregivers: [],
  children: [],
  reason: null,
  servicesProvided: null,
  accommodations: null,
  discussedOn: null,
  familyAgrees: null,
  program: null,
  source: null,
  county: null,
  priority: null,
  situation: null,
  language: null,
  interpreterArranged: null,
  tapa: null,
  divisionInvolvement: null,
  safetyConcern: null,
});

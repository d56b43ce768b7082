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

/**
 * Why a value that was taken may not be what was meant: the date makes somebody a child of 40, or speaks against the
 * age beside it; another date on the form has its day first; no label led to it, only its place; a yes or no was said
 * in words of one's own; its letters were guessed; a child's name looks like that of several; a name has more in it, such
 * as a date; or the form has no such field.
 */
export const doubts = ['age', 'order', 'label', 'words', 'letters', 'several', 'more', 'place'] as const;
export type Doubt = (typeof doubts)[number];

/** What one value was read from. */
export interface FieldSource {
  /** The path in `Intake`, such as `caregivers[0].birthDate`. */
  field: string;
  /** The form's own label, as it stood; `null` where there was none. */
  label: string | null;
  /** The text as it stood. */
  text: string;
  doubt: Doubt | null;
}

/** A filled form as it was read. */
export interface FormReading {
  intake: Intake;
  problems: FormProblem[];
  /** Text that fits no field, as it stood. Kept with the referral, so that nothing read is dropped. */
  leftovers: string[];
  /** What the values were read from, where a reader tells; JSON names its fields itself. */
  sources?: FieldSource[];
  /** What it was read from, where one file holds several things: `attachment 2 of 3 of the mail, a PDF`. */
  origin?: string;
  /** Sentences about the file that whoever takes the form in ought to know. */
  notes?: string[];
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

/** The value at a path such as `caregivers[0].birthDate`; `null` where there is none. */
export const valueAt = (intake: Intake, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key] ?? null, intake);

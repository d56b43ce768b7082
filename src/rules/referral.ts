import type { Caregiver, Child, Intake } from './intake.ts';
import type { Asking } from './matching/plan.ts';
import type { CalendarDate, Instant } from './time.ts';
import type { CaseNumber, ProgramCode, ReferralNumber, SpecialistCode } from './words.ts';

export interface Family {
  id: string;
  caregivers: Caregiver[];
  children: Child[];
}

/** Where a referral stands. Only one that is assigned has a case and a specialist. */
export type ReferralState =
  | { status: 'received' | 'in_screening' | 'eligible' | 'not_eligible' }
  | { status: 'returned' | 'withdrawn' | 'closed' | 'not_accepted'; reason: string | null }
  | { status: 'assigned' | 'accepted'; case: CaseNumber; specialist: SpecialistCode; assignedAt: Instant };

export type ReferralStatus = ReferralState['status'];

/** A referral as it is kept: what intake knows, grown by what happened to it. */
export type Referral = Omit<Intake, 'caregivers' | 'children' | 'receivedAt' | 'program'> & {
  id: ReferralNumber;
  family: Family;
  receivedAt: Instant;
  program: ProgramCode;
  circuit: number | null;
  state: ReferralState;
  hotlineShownAt: Instant | null;
  faces: { number: string; on: CalendarDate } | null;
  /** When the TAPA was put in writing, and when it ended; `null` where nobody has said. */
  tapaWrittenOn: CalendarDate | null;
  tapaEndedOn: CalendarDate | null;
};

/** The statuses in which a referral is still the gatekeeper's to work on. */
export const openStatuses = [
  'received',
  'in_screening',
  'eligible',
  'not_eligible',
  'not_accepted',
  'returned',
] as const;

export const isEnded = ({ status }: ReferralState): boolean => status === 'withdrawn' || status === 'closed';

export const hasCase = (
  state: ReferralState,
): state is Extract<ReferralState, { status: 'assigned' | 'accepted' }> =>
  state.status === 'assigned' || state.status === 'accepted';

export const statusInWords: Record<ReferralStatus, string> = {
  received: 'received',
  in_screening: 'in screening',
  eligible: 'eligible',
  not_eligible: 'not eligible',
  returned: 'returned',
  assigned: 'assigned',
  accepted: 'accepted',
  not_accepted: 'not accepted',
  withdrawn: 'withdrawn',
  closed: 'closed',
};

/**
 * What the family is called on screen: its first caregiver, else its first child. A remark in brackets behind
 * the name, as people write on forms, is left to the record itself; names are never taken apart.
 */
export function familyName(family: Pick<Family, 'caregivers' | 'children'>): string | null {
  const named = [...family.caregivers, ...family.children].find((person) => person.name);
  return named?.name ? withoutRemark(named.name) : null;
}

/** `Dana Sample (mother)` is `Dana Sample`; what is all in brackets stays. */
export const withoutRemark = (name: string): string =>
  name.endsWith(')') ? name.replace(/(?<=\S)\s*\([^()]*\)$/, '') : name;

/** What the family asks of a specialist; `null` where it is not known in which county it lives. */
export function askingOf(referral: Referral): Asking | null {
  const { program, circuit, county, language, situation } = referral;
  if (circuit === null || county === null) return null;
  const interpreterArranged = referral.interpreterArranged === true;
  return { program, circuit, county, language, interpreterArranged, situation };
}

/** What is still missing before a family can be matched, in words. */
export function missingForMatch(referral: Pick<Referral, 'circuit' | 'county' | 'priority'>): string[] {
  return [
    ...(referral.county === null || referral.circuit === null ? ['county'] : []),
    ...(referral.priority === null ? ['priority'] : []),
  ];
}

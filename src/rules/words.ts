/** The closed sets of words that records, files and flags share. */

export const sources = ['community', 'division'] as const;
export const priorities = ['imminent', 'high', 'moderate'] as const;
export const situations = [
  'abuse',
  'neglect',
  'status_offense',
  'delinquency',
  'severe_emotional_disturbance',
] as const;
/** Taken only where the circuit says so [000 program description]. */
export const localSituations = ['delinquency', 'severe_emotional_disturbance'] as const;
export const divisionInvolvements = [
  'investigation',
  'family_assessment',
  'fcs',
  'tapa',
  'out_of_home_care',
  'none',
] as const;
export const answers = ['yes', 'no', 'unknown'] as const;
export const contactOutcomes = ['reached', 'no_answer', 'message'] as const;

export type Source = (typeof sources)[number];
export type Priority = (typeof priorities)[number];
export type Situation = (typeof situations)[number];
export type LocalSituation = (typeof localSituations)[number];
export type DivisionInvolvement = (typeof divisionInvolvements)[number];
export type Answer = (typeof answers)[number];
export type ContactOutcome = (typeof contactOutcomes)[number];
/** A program is known by its file in data/programs, so that one more needs no code. */
export type ProgramCode = string;
/** ISO 639-1, such as `es`. */
export type Language = string;

export type ReferralNumber = string & { readonly __kind: 'ReferralNumber' };
export type CaseNumber = string & { readonly __kind: 'CaseNumber' };
export type SpecialistCode = string & { readonly __kind: 'SpecialistCode' };

export const situationInWords: Record<Situation, string> = {
  abuse: 'Child abuse',
  neglect: 'Child neglect',
  status_offense: 'Status offense',
  delinquency: 'Delinquency',
  severe_emotional_disturbance: 'Severe emotional disturbance',
};

export const involvementInWords: Record<DivisionInvolvement, string> = {
  investigation: 'Investigation',
  family_assessment: 'Family assessment',
  fcs: 'Family Centered Services',
  tapa: 'TAPA',
  out_of_home_care: 'Out-of-home care',
  none: 'None',
};

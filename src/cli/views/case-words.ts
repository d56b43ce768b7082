import type { StaffingPart, Whereabouts } from '../../rules/case/case.ts';
import { hoursOf } from '../../rules/case/case.ts';
import { counted } from './wording.ts';

export { eventsInWords } from '../../rules/case/event-words.ts';

export const partsInWords: Record<StaffingPart, string> = {
  specialist: 'specialist',
  supervisor: 'supervisor',
  referral_agent: 'referral agent',
  follow_up_provider: 'follow-up provider',
  other: 'others',
};

export const whereaboutsInWords: Record<Whereabouts, string> = {
  home: 'at home',
  relative: 'with a relative',
  foster_care: 'in foster care',
  residential_care: 'in residential care',
  other: 'elsewhere',
  not_known: 'whereabouts not known',
};

/** `2.5 hours`. */
export const hoursInWords = (minutes: number): string => counted(hoursOf(minutes), 'hour');

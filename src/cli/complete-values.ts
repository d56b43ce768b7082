import fundBook from '../../data/fund.json';
import reasonBook from '../../data/reasons.json';
import { formLanguages } from '../forms/form-languages.ts';
import { hoursKinds, staffingParts, whereaboutsKinds } from '../rules/case/case.ts';
import { circuits } from '../rules/circuits.ts';
import { groupings } from '../rules/figures/who-may.ts';
import { reviewDecisions } from '../rules/fins.ts';
import { type ReasonBook, type ReasonUse, reasonsFor } from '../rules/reasons.ts';
import { statusInWords } from '../rules/referral.ts';
import { divisionInvolvements, localSituations, priorities, situations, sources } from '../rules/words.ts';

/** The shells that there is a script for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** What is read only when it is asked for. */
export interface Known {
  programs(): string[];
  specialists(): Promise<string[]>;
}

/** The words that a flag or an argument of a command takes. Names of families are never among them. */
export async function valuesOf(path: string, of: string, known: Known): Promise<readonly string[]> {
  if (/^--(interpreter|agrees|safety-concern|accessible|met|intact|reached|placed|confirmed)$/.test(of))
    return ['yes', 'no'];
  switch (of) {
    case '--language':
      return path.startsWith('form') ? formLanguages : [];
    case '--status':
      return Object.keys(statusInWords);
    case '--county':
      return counties();
    case '--priority':
      return priorities;
    case '--source':
      return sources;
    case '--situation':
      return situations;
    case '--involvement':
      return divisionInvolvements;
    case '--take':
    case '--takes':
      return [...localSituations, 'none'];
    case '--decision':
      return path === 'fund decide' ? ['approved', 'denied'] : reviewDecisions;
    case '--kind':
      return path === 'fund request' ? fundBook.kinds.map(({ code }) => code) : hoursKinds;
    case '--who':
      return staffingParts;
    case '--abuse':
      return path === 'case close' ? ['yes', 'no', 'unknown'] : ['yes', 'no'];
    case '--by':
      return groupings;
    case '--whereabouts':
      return whereaboutsKinds;
    case '--outcome':
      return ['reached', 'no_answer', 'message'];
    case '--duplicates':
      return ['take', 'leave-out', 'refuse'];
    case '--cases':
      return ['keep', 'give-back'];
    case '--answer':
      return path === 'fcs answer' ? ['accepted', 'declined'] : [];
    case '--reason':
      return useOf[path] ? reasonsFor(reasonBook as ReasonBook, useOf[path]).map(({ code }) => code) : [];
    case '--program':
    case 'program':
      return known.programs();
    case '--specialist':
    case 'code':
      return known.specialists();
    case 'what':
      return path === 'history' ? known.specialists() : [];
    case 'county':
      return counties();
    case 'shell':
      return shells;
    default:
      return [];
  }
}

const useOf: Record<string, ReasonUse> = {
  'fins review': 'fins_remove',
  'fins remove': 'fins_remove',
  'referral return': 'return',
  'referral withdraw': 'withdraw',
  'referral close': 'close',
  'tapa end': 'tapa',
  'case decline': 'decline',
  'case close': 'case_close',
};

const counties = (): string[] => circuits.flatMap((circuit) => circuit.counties);

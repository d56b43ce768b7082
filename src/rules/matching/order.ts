import { priorities } from '../words.ts';
import type { AvailableSpecialist, WaitingFamily } from './plan.ts';

/** Orders by code units, which no locale changes. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Rankable = Pick<WaitingFamily, 'priority' | 'receivedAt' | 'referral'>;

/**
 * Families in order of rank: priority [002 Community Referral form], then the time received
 * [000 program description], then the referral number, so that no two are ever level.
 */
export const byRank = (a: Rankable, b: Rankable): number =>
  priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
  byText(a.receivedAt, b.receivedAt) ||
  byText(a.referral, b.referral);

/** Specialists with as many open cases: who never had one, then who has been idle longest, then the code. */
export const byIdleness = (a: AvailableSpecialist, b: AvailableSpecialist): number =>
  byText(a.idleSince ?? '', b.idleSince ?? '') || byText(a.code, b.code);

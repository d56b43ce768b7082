import { orderOf } from '../time.ts';
import { priorities } from '../words.ts';
import type { AvailableSpecialist, WaitingFamily } from './plan.ts';

/** More than the digits of any time, of four for the year to two for the second. */
const BEYOND_ALL_TIMES = 1e14;

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

/** A figure in which families stand in order of rank but for their numbers; it sorts far faster than texts do. */
export const rankOf = ({ priority, receivedAt }: WaitingFamily): number =>
  priorities.indexOf(priority) * BEYOND_ALL_TIMES + orderOf(receivedAt);

/** A figure in which openings stand in order of preference but for the codes of their specialists. */
export const levelOf = ({ idleSince }: AvailableSpecialist, openCases: number): number =>
  openCases * BEYOND_ALL_TIMES + (idleSince === null ? 0 : orderOf(idleSince));

/** Specialists with as many open cases: who never had one, then who has been idle longest, then the code. */
export const byIdleness = (a: AvailableSpecialist, b: AvailableSpecialist): number =>
  byText(a.idleSince ?? '', b.idleSince ?? '') || byText(a.code, b.code);

import type { AvailableSpecialist, WaitingFamily } from '../../src/rules/matching.ts';
import type { CalendarDate, Instant } from '../../src/rules/time.ts';
import type { ReferralNumber, SpecialistCode } from '../../src/rules/words.ts';

export const at = (text: string) => text as Instant;
export const day = (text: string) => text as CalendarDate;

/** A family that anyone in circuit 13 could serve, but for what is given. */
export const family = (number: number, given: Partial<WaitingFamily> = {}): WaitingFamily => ({
  referral: `R26-${String(number).padStart(4, '0')}` as ReferralNumber,
  program: 'IIS',
  priority: 'high',
  receivedAt: at('2026-10-05T14:00:00Z'),
  circuit: 13,
  county: 'Boone',
  language: null,
  interpreterArranged: false,
  situation: 'neglect',
  ...given,
});

/** A specialist with two free places in circuit 13, but for what is given. */
export const specialist = (code: string, given: Partial<AvailableSpecialist> = {}): AvailableSpecialist => ({
  code: code as SpecialistCode,
  program: 'IIS',
  circuits: [13],
  counties: [],
  languages: ['en'],
  takes: [],
  places: 2,
  openCases: 0,
  onLeaveUntil: null,
  idleSince: at('2026-09-01T12:00:00Z'),
  ...given,
});

import type { AnswerFacts } from '../../rules/figures/answer.ts';
import type { CalendarDate, Instant } from '../../rules/time.ts';
import type { Db } from '../tables.ts';
import { answeredReferrals } from './answers.ts';
import { type After, inPages } from './pages.ts';
import type { WithinDays } from './served.ts';
import { among, type Within } from './within.ts';

/** What tells whether a referral was worked in time. */
export interface ReferralClocks extends AnswerFacts, After<Instant> {
  program: string;
  statusAt: Instant | null;
  contactedAt: Instant | null;
  screenedAt: Instant | null;
  assignedAt: Instant | null;
  tapaOn: CalendarDate | null;
  tapaWrittenOn: CalendarDate | null;
  tapaEndedOn: CalendarDate | null;
}

/** Those of the referrals received within it, in order of receipt: `since`. */
export const referralClocks = (db: Db, within: Within): AsyncGenerator<ReferralClocks[]> =>
  inPages(
    db,
    answeredReferrals(db, within)
      .select(['r.program', 'r.status_at as statusAt', 'r.tapa_on as tapaOn'])
      .select(['r.tapa_written_on as tapaWrittenOn', 'r.tapa_ended_on as tapaEndedOn'])
      .$castTo<ReferralClocks>(),
    { ...within, by: 'r.received_at', id: 'r.id' },
  );

/** What tells whether a family was seen in time. */
export interface VisitClock extends After<Instant> {
  program: string;
  seenAt: Instant | null;
  endedAt: Instant | null;
}

/** The cases assigned within it, in order of assignment: `since`. */
export const visitClocks = (db: Db, within: Within): AsyncGenerator<VisitClock[]> =>
  inPages(
    db,
    db
      .selectFrom('service_case as c')
      .innerJoin('referral as r', 'r.id', 'c.referral_id')
      .where(among(within))
      .select(['c.id', 'c.assigned_at as since', 'c.program', 'c.seen_at as seenAt', 'c.ended_at as endedAt'])
      .$castTo<VisitClock>(),
    { ...within, by: 'c.assigned_at', id: 'c.id' },
  );

/** What tells whether a family was followed up in time. */
export interface FollowUpClock extends After<CalendarDate> {
  /** On which day somebody asked; `null` where nobody did. */
  askedOn: CalendarDate | null;
}

/** The cases of a program closed within it, in order of the closing: `since`; with who was asked so many months after. */
export const followUpClocks = (
  db: Db,
  within: WithinDays & { program: string },
  months: number,
): AsyncGenerator<FollowUpClock[]> =>
  inPages(
    db,
    db
      .selectFrom('service_case as c')
      .innerJoin('referral as r', 'r.id', 'c.referral_id')
      .leftJoin('case_follow_up as f', (join) =>
        join.onRef('f.case_id', '=', 'c.id').on('f.months', '=', months),
      )
      .where('c.program', '=', within.program)
      .where(among({ circuits: within.circuits, program: null }))
      .select(['c.id', 'c.closed_on as since', 'f.on_day as askedOn'])
      .$castTo<FollowUpClock>(),
    { ...within, by: 'c.closed_on', id: 'c.id' },
  );

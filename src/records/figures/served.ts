import type { CalendarDate, Instant } from '../../rules/time.ts';
import type { Db } from '../tables.ts';
import { type After, inPages } from './pages.ts';
import { type Among, among } from './within.ts';

/** Services by the days of a year, of the referrals that are looked at. */
export interface WithinDays extends Among {
  from: CalendarDate;
  before: CalendarDate;
}

export interface ServiceBegun extends After<CalendarDate> {
  family: number;
  children: number;
}

/** The services that began within it of referrals that were received before a moment, in order of their first day. */
export const servicesOfEarlier = (
  db: Db,
  within: WithinDays,
  received: Instant,
): AsyncGenerator<ServiceBegun[]> =>
  inPages(
    db,
    db
      .selectFrom('service_case as c')
      .innerJoin('referral as r', 'r.id', 'c.referral_id')
      .where('r.received_at', '<', received)
      .where(among(within))
      .select(['c.id', 'c.started_on as since', 'r.family_id as family'])
      .select((of) =>
        of
          .selectFrom('person as p')
          .whereRef('p.referral_id', '=', 'r.id')
          .where('p.role', '=', 'child')
          .select((p) => p.fn.countAll<number>().as('n'))
          .as('children'),
      )
      .$castTo<ServiceBegun>(),
    { ...within, by: 'c.started_on', id: 'c.id' },
  );

export interface ServiceEnded extends After<CalendarDate> {
  program: string;
  startedOn: CalendarDate;
  endReason: string | null;
  intact: number | null;
}

/** The services whose last day is within it, in order of that day: `since`. */
export const servicesEnded = (db: Db, within: WithinDays): AsyncGenerator<ServiceEnded[]> =>
  inPages(
    db,
    db
      .selectFrom('service_case as c')
      .innerJoin('referral as r', 'r.id', 'c.referral_id')
      .where(among(within))
      .select(['c.id', 'c.closed_on as since', 'c.started_on as startedOn', 'c.program'])
      .select(['c.end_reason as endReason', 'c.intact'])
      .$castTo<ServiceEnded>(),
    { ...within, by: 'c.closed_on', id: 'c.id' },
  );

import type { CalendarDate } from '../../rules/time.ts';
import type { Db } from '../tables.ts';
import { type After, inPages } from './pages.ts';
import type { WithinDays } from './served.ts';
import { among } from './within.ts';

export interface OfferOfYear extends After<CalendarDate> {
  program: string;
  answer: 'accepted' | 'declined' | null;
  answeredOn: CalendarDate | null;
}

/** The offers of Family Centered Services that were made within it, in order of their day: `since`. */
export const offersOfYear = (db: Db, within: WithinDays): AsyncGenerator<OfferOfYear[]> =>
  inPages(
    db,
    db
      .selectFrom('fcs_offer as o')
      .innerJoin('referral as r', 'r.id', 'o.referral_id')
      .where(among(within))
      .select(['o.id', 'o.offered_on as since', 'r.program', 'o.answer', 'o.answered_on as answeredOn'])
      .$castTo<OfferOfYear>(),
    { ...within, by: 'o.offered_on', id: 'o.id' },
  );

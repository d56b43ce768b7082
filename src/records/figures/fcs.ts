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
  inPages(db, within.from, (after: After<CalendarDate>, limit) =>
    db
      .selectFrom('fcs_offer as o')
      .innerJoin('referral as r', 'r.id', 'o.referral_id')
      .where('o.offered_on', '>=', after.since)
      .where('o.offered_on', '<', within.before)
      .where((e) => e.or([e('o.offered_on', '>', after.since), e('o.id', '>', after.id)]))
      .where(among(within))
      .orderBy('o.offered_on')
      .orderBy('o.id')
      .limit(limit)
      .select(['o.id', 'o.offered_on as since', 'r.program', 'o.answer', 'o.answered_on as answeredOn'])
      .$castTo<OfferOfYear>(),
  );

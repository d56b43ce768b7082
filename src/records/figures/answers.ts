import type { Db } from '../tables.ts';
import { received, type Within } from './within.ts';

/**
 * The referrals received within it, `r`, each with its first denial, `d`, and its first case whose service began, `s`: all
 * that `answerOf` goes by. Other columns are added by who counts.
 */
export const answered = (db: Db, within: Within) =>
  db
    .selectFrom('referral as r')
    .leftJoin('denial as d', (join) =>
      join.on('d.id', '=', (of) =>
        of
          .selectFrom('denial as e')
          .select('e.id')
          .whereRef('e.referral_id', '=', 'r.id')
          .orderBy('e.at')
          .orderBy('e.id')
          .limit(1),
      ),
    )
    .leftJoin('service_case as s', (join) =>
      join.on('s.id', '=', (of) =>
        of
          .selectFrom('service_case as t')
          .select('t.id')
          .whereRef('t.referral_id', '=', 'r.id')
          .where('t.started_on', 'is not', null)
          .orderBy('t.assigned_at')
          .orderBy('t.id')
          .limit(1),
      ),
    )
    .where(received(within))
    .select(['r.id', 'r.received_at as receivedAt', 'r.status'])
    .select(['d.at as deniedAt', 'd.reason as deniedFor', 's.assigned_at as servedFrom']);

import type { Db } from '../tables.ts';
import { type Among, among } from './within.ts';

/**
 * These referrals, `r`, each with its first denial, `d`, and its first case whose service began, `s`, which is all that
 * `answerOf` goes by, and with when the submitter was first reached, the family first screened and first assigned. Received
 * `since`. Other columns are added by who counts.
 */
export const answeredReferrals = (db: Db, them: Among) =>
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
    .where(among(them))
    .select(['r.id', 'r.received_at as since', 'r.received_at as receivedAt', 'r.status'])
    .select(['d.at as deniedAt', 'd.reason as deniedFor', 's.assigned_at as servedFrom'])
    .select((of) => [
      of
        .selectFrom('contact as k')
        .whereRef('k.referral_id', '=', 'r.id')
        .where('k.outcome', '=', 'reached')
        .select((k) => k.fn.min('k.at').as('at'))
        .as('contactedAt'),
      of
        .selectFrom('screening as x')
        .whereRef('x.referral_id', '=', 'r.id')
        .select((x) => x.fn.min('x.at').as('at'))
        .as('screenedAt'),
      of
        .selectFrom('service_case as c')
        .whereRef('c.referral_id', '=', 'r.id')
        .select((c) => c.fn.min('c.assigned_at').as('at'))
        .as('assignedAt'),
    ]);

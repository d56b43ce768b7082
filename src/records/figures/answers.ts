import type { Instant } from '../../rules/time.ts';
import type { Db } from '../tables.ts';
import type { After } from './pages.ts';
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

/**
 * A page of them in order of receipt, `since`, each with when the submitter was first reached, the family first screened and
 * first assigned.
 */
export const answeredInTurn = (db: Db, within: Within, after: After<Instant>, limit: number) =>
  answered(db, { ...within, from: after.since })
    .where((e) => e.or([e('r.received_at', '>', after.since), e('r.id', '>', after.id)]))
    .orderBy('r.received_at')
    .orderBy('r.id')
    .limit(limit)
    .select('r.received_at as since')
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

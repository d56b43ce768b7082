import type { ExpressionBuilder } from 'kysely';
import {
  type Followed,
  type FollowUpKind,
  followUpKinds,
  type ReasonRecord,
} from '../rules/reason-effects.ts';
import { openStatuses, type ReferralStatus } from '../rules/referral.ts';
import type { Instant } from '../rules/time.ts';
import type { Priority, ReferralNumber } from '../rules/words.ts';
import { inChunks, nameOf } from './columns.ts';
import { daysLater } from './engines/sqlite.ts';
import { namesOf } from './names.ts';
import { referralKey } from './referrals.ts';
import type { Db, Tables } from './tables.ts';

/**
 * The referrals that stand, since that moment or later, where one of these reasons put them, or that were given one
 * while they are open; or that one alone. One that has a later referral of its family is left out where all are asked for.
 */
export async function reasonRecords(
  db: Db,
  followed: readonly Followed[],
  within: { only: ReferralNumber } | { since: Instant },
): Promise<ReasonRecord[]> {
  const keys =
    'only' in within ? [await referralKey(db, within.only)] : await candidates(db, followed, within.since);
  const rows = await inChunks(keys, (some) => factsOf(db, some).execute());
  return rows.map((row) => ({
    referral: row.number as ReferralNumber,
    family: nameOf(row.caregiver ?? row.child),
    priority: row.priority as Priority | null,
    status: row.status as ReferralStatus,
    statusSince: (row.status_at ?? row.received_at) as Instant,
    statusReason: row.status_reason,
    denial: given(row.denial_reason, row.denial_at),
    removal: given(row.removed_reason, row.removed_at),
    lastReachedAt: row.reached_at as Instant | null,
    fcsOffered: row.offer !== null,
    referredAgain: row.later !== null,
  }));
}

const given = (reason: string | null, at: string | null) =>
  reason === null || at === null ? null : { reason, at: at as Instant };

type Referrals = ExpressionBuilder<Tables & { r: Tables['referral'] }, 'r'>;

/**
 * Few among many: those that stand where a reason put them by its index, but for what was surely done since; the others
 * among the open ones.
 */
async function candidates(db: Db, followed: readonly Followed[], since: Instant): Promise<number[]> {
  const codes = followed.map(({ code }) => code);
  const rows = await db
    .selectFrom('referral as r')
    .select('r.id')
    .where('r.status_reason', 'in', codes)
    .where('r.status_at', '>=', since)
    .where(isLast)
    .where((of) => of.and(followUpKinds.map((kind) => mayBeLeft(of, kind, followed))))
    .union(
      db
        .selectFrom('referral as r')
        .select('r.id')
        .where('r.status', 'in', [...openStatuses])
        .where((of) => of.or([wasDenied(of, codes), wasTakenOff(of, codes)]))
        .where(isLast),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether what a reason of this kind asks for may be left to do, or it was another; the rules know it to the hour. */
function mayBeLeft(of: Referrals, kind: FollowUpKind, followed: readonly Followed[]) {
  const ofKind = followed.filter((one) => one.kind === kind);
  const longest = Math.max(0, ...ofKind.map(({ afterDays }) => afterDays));
  const done =
    kind === 'offer_fcs'
      ? of.selectFrom('fcs_offer as o').select('o.id').whereRef('o.referral_id', '=', 'r.id')
      : of
          .selectFrom('contact as c')
          .select('c.id')
          .whereRef('c.referral_id', '=', 'r.id')
          .where('c.outcome', '=', 'reached')
          .where('c.at', '>=', daysLater(of.ref('r.status_at'), longest + 1));
  const codes = ofKind.map(({ code }) => code);
  return of.or([of('r.status_reason', 'not in', codes), of.not(of.exists(done))]);
}

const wasDenied = (of: Referrals, codes: readonly string[]) =>
  of.exists(
    of
      .selectFrom('denial as d')
      .select('d.id')
      .whereRef('d.referral_id', '=', 'r.id')
      .where('d.reason', 'in', codes),
  );

const wasTakenOff = (of: Referrals, codes: readonly string[]) =>
  of.exists(
    of
      .selectFrom('fins_entry as e')
      .select('e.id')
      .whereRef('e.referral_id', '=', 'r.id')
      .where('e.removed_reason', 'in', codes),
  );

/** That no later referral of its family is there. */
const isLast = (of: Referrals) =>
  of.not(
    of.exists(
      of
        .selectFrom('referral as l')
        .select('l.id')
        .whereRef('l.family_id', '=', 'r.family_id')
        .whereRef('l.id', '>', 'r.id'),
    ),
  );

const factsOf = (db: Db, keys: number[]) =>
  db
    .selectFrom('referral as r')
    .leftJoin('denial as d', (join) =>
      join.on('d.id', '=', (of) =>
        of
          .selectFrom('denial')
          .select((f) => f.fn.max('id').as('id'))
          .whereRef('referral_id', '=', 'r.id'),
      ),
    )
    .leftJoin('fins_entry as e', (join) =>
      join.on('e.id', '=', (of) =>
        of
          .selectFrom('fins_entry')
          .select((f) => f.fn.max('id').as('id'))
          .whereRef('referral_id', '=', 'r.id'),
      ),
    )
    .where('r.id', 'in', keys)
    .select(['r.id', 'r.number', 'r.status', 'r.status_reason', 'r.status_at', 'r.received_at', 'r.priority'])
    .select(['d.reason as denial_reason', 'd.at as denial_at', 'e.removed_reason', 'e.removed_at'])
    .select(namesOf)
    .select((of) => [
      of
        .selectFrom('contact as c')
        .whereRef('c.referral_id', '=', 'r.id')
        .where('c.outcome', '=', 'reached')
        .select((c) => c.fn.max('c.at').as('at'))
        .as('reached_at'),
      of
        .selectFrom('fcs_offer as o')
        .whereRef('o.referral_id', '=', 'r.id')
        .select((o) => o.fn.max('o.id').as('id'))
        .as('offer'),
      of
        .selectFrom('referral as l')
        .whereRef('l.family_id', '=', 'r.family_id')
        .whereRef('l.id', '>', 'r.id')
        .select((l) => l.fn.max('l.id').as('id'))
        .as('later'),
    ]);

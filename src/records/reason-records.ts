import type { ReasonRecord } from '../rules/reason-effects.ts';
import type { ReferralStatus } from '../rules/referral.ts';
import type { Instant } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { inChunks } from './columns.ts';
import { referralKey } from './referrals.ts';
import type { Db } from './tables.ts';

/** The referrals that were ever given one of these reasons; or that one alone. */
export async function reasonRecords(
  db: Db,
  codes: readonly string[],
  only: ReferralNumber | null,
): Promise<ReasonRecord[]> {
  const keys = only === null ? await candidates(db, codes) : [await referralKey(db, only)];
  const rows = await inChunks(keys, (some) => factsOf(db, some).execute());
  const since = await statusTimes(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    referral: row.number as ReferralNumber,
    status: row.status as ReferralStatus,
    statusSince: since.get(row.id) ?? (row.received_at as Instant),
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

/** Few among many: each of the ways to be given a reason is looked up by itself. */
async function candidates(db: Db, codes: readonly string[]): Promise<number[]> {
  const ended = db.selectFrom('referral').select('id').where('status_reason', 'in', codes);
  const denied = db.selectFrom('denial').select('referral_id as id').where('reason', 'in', codes);
  const removed = db
    .selectFrom('fins_entry')
    .select('referral_id as id')
    .where('removed_reason', 'in', codes);
  return (await ended.union(denied).union(removed).execute()).map(({ id }) => id);
}

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
    .select(['r.id', 'r.number', 'r.status', 'r.status_reason', 'r.received_at'])
    .select(['d.reason as denial_reason', 'd.at as denial_at', 'e.removed_reason', 'e.removed_at'])
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

/** When each of these referrals came to stand where it does, from the journal. */
async function statusTimes(db: Db, keys: readonly number[]): Promise<Map<number, Instant>> {
  const rows = await inChunks(keys, (some) =>
    db
      .selectFrom('journal_change as c')
      .innerJoin('journal_action as a', 'a.id', 'c.action_id')
      .where('c.table_name', '=', 'referral')
      .where('c.row_id', 'in', some)
      .select(['c.row_id', 'c.before', 'c.after', 'a.at'])
      .orderBy('c.id')
      .execute(),
  );
  const moves = rows.filter(({ before, after }) => statusIn(before) !== statusIn(after));
  return new Map(moves.map(({ row_id, at }) => [row_id, at as Instant]));
}

const statusIn = (image: string | null): string | null =>
  image === null ? null : (JSON.parse(image) as { status: string }).status;

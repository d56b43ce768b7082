import type { FcsState } from '../rules/fins.ts';
import type { Instant } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { inChunks } from './columns.ts';
import type { Db } from './tables.ts';

/** How far each of many referrals has come, for lists. */
export interface StepsOfReferral {
  contactedAt: Instant | null;
  onFins: boolean;
  fcs: FcsState['state'] | null;
  denialsToKey: number;
}

export async function referralSteps(
  db: Db,
  ids: readonly ReferralNumber[],
): Promise<Map<ReferralNumber, StepsOfReferral>> {
  const rows = await inChunks(ids, (some) => stepRows(db, some).execute());
  return new Map(
    rows.map((row) => [
      row.number as ReferralNumber,
      {
        contactedAt: row.contacted_at as Instant | null,
        onFins: row.entry !== null,
        fcs: row.offered_on === null ? null : ((row.answer ?? 'offered') as FcsState['state']),
        denialsToKey: Number(row.denials),
      },
    ]),
  );
}

const stepRows = (db: Db, ids: ReferralNumber[]) =>
  db
    .selectFrom('referral as r')
    .leftJoin('fins_entry as e', (join) =>
      join.onRef('e.referral_id', '=', 'r.id').on('e.removed_at', 'is', null),
    )
    .leftJoin('fcs_offer as o', (join) =>
      join.on('o.id', '=', (of) =>
        of
          .selectFrom('fcs_offer')
          .select((f) => f.fn.max('id').as('id'))
          .whereRef('referral_id', '=', 'r.id'),
      ),
    )
    .where('r.number', 'in', ids)
    .select(['r.number', 'e.id as entry', 'o.offered_on', 'o.answer'])
    .select((of) => [
      of
        .selectFrom('contact as c')
        .whereRef('c.referral_id', '=', 'r.id')
        .where('c.outcome', '=', 'reached')
        .select((c) => c.fn.min('c.at').as('at'))
        .as('contacted_at'),
      of
        .selectFrom('denial as d')
        .whereRef('d.referral_id', '=', 'r.id')
        .where('d.faces_on', 'is', null)
        .select((d) => d.fn.countAll().as('n'))
        .as('denials'),
    ]);

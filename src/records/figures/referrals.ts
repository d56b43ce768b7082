import type { Db } from '../tables.ts';
import { received, type Within } from './within.ts';

/** How many referrals were received from each source; `unknown` where it was not kept. */
export async function referralsBySource(db: Db, within: Within): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('referral as r')
    .where(received(within))
    .select((e) => ['r.source', e.fn.countAll<number>().as('n')])
    .groupBy('r.source')
    .execute();
  return new Map(rows.map(({ source, n }) => [source ?? 'unknown', Number(n)]));
}

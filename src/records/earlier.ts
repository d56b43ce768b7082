import type { Referral } from '../rules/referral.ts';
import { isEnded } from '../rules/referral.ts';
import type { Instant } from '../rules/time.ts';
import { type CaseLine, casesOf } from './cases.ts';
import type { Db } from './tables.ts';

/** What became of a referral of a family that is, or may be, referred again. */
export interface EarlierReferral {
  referral: Referral;
  /** Every case, first to last. */
  cases: CaseLine[];
  /** When it was withdrawn, closed, returned or not accepted; `null` where it goes on. */
  endedAt: Instant | null;
}

/** What became of these referrals, in the order given. */
export async function outcomesOf(db: Db, referrals: readonly Referral[]): Promise<EarlierReferral[]> {
  const outcomes: EarlierReferral[] = [];
  for (const referral of referrals) {
    const cases = await casesOf(db, referral.id);
    outcomes.push({ referral, cases, endedAt: await endedAt(db, referral) });
  }
  return outcomes;
}

const isOver = ({ state }: Referral): boolean =>
  isEnded(state) || state.status === 'returned' || state.status === 'not_accepted';

/** Since when it stands as it does. */
async function endedAt(db: Db, referral: Referral): Promise<Instant | null> {
  if (!isOver(referral)) return null;
  const row = await db
    .selectFrom('referral')
    .select('status_at')
    .where('number', '=', referral.id)
    .executeTakeFirst();
  return (row?.status_at as Instant | null | undefined) ?? null;
}

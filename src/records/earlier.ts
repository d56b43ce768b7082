import type { Referral } from '../rules/referral.ts';
import { isEnded } from '../rules/referral.ts';
import type { Instant } from '../rules/time.ts';
import { type CaseLine, casesOf } from './cases.ts';
import { referralKey } from './referrals.ts';
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

/** The journal knows since when it stands as it does. */
async function endedAt(db: Db, referral: Referral): Promise<Instant | null> {
  if (!isOver(referral)) return null;
  const key = await referralKey(db, referral.id);
  const changes = await db
    .selectFrom('journal_change as c')
    .innerJoin('journal_action as a', 'a.id', 'c.action_id')
    .select(['a.at', 'c.after'])
    .where('c.table_name', '=', 'referral')
    .where('c.row_id', '=', key)
    .orderBy('c.id', 'desc')
    .execute();
  const images = changes.map(({ at, after }) => ({ at, status: statusIn(after) }));
  const before = images.findIndex(({ status }) => status !== referral.state.status);
  const since = before < 0 ? images.at(-1) : images[before - 1];
  return (since?.at as Instant | undefined) ?? null;
}

const statusIn = (image: string | null): unknown =>
  image === null ? null : (JSON.parse(image) as { status: unknown }).status;

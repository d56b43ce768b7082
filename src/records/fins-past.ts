import type { MatchFacts } from '../rules/placing.ts';
import type { AtWork } from '../rules/specialist.ts';
import type { Instant } from '../rules/time.ts';
import { grouped, inChunks } from './columns.ts';
import { matchFacts } from './match-facts.ts';
import { type Moment, type Recorded, recordedOf, rowsAt, stateAt } from './past.ts';
import { factsIn, toLeave } from './specialists.ts';
import type { Db, Row } from './tables.ts';

/** What tells how the FINS list and its openings stood from a moment on. */
export interface FinsPast {
  from: Moment;
  entries: { now: Row<'fins_entry'>[]; recorded: Recorded };
  referrals: { now: Map<number, Row<'referral'>>; recorded: Recorded };
  specialists: { now: Row<'specialist'>[]; recorded: Recorded };
  leaves: { now: Row<'leave'>[]; recorded: Recorded };
  cases: { now: Row<'service_case'>[]; recorded: Recorded };
}

/** Reads what the list, the families on it, the specialists and their cases are, and were since the moment. */
export async function finsPast(db: Db, from: Moment): Promise<FinsPast> {
  const open = db.selectFrom('fins_entry').selectAll().where('removed_at', 'is', null);
  const entries = { now: await open.execute(), recorded: await recordedOf(db, 'fins_entry', from) };
  const keys = referralsIn(entries);
  const referrals = await inChunks(keys, (some) =>
    db.selectFrom('referral').selectAll().where('id', 'in', some).execute(),
  );
  const taken = db.selectFrom('service_case').selectAll().where('ended_at', 'is', null);
  return {
    from,
    entries,
    referrals: {
      now: new Map(referrals.map((row) => [row.id, row])),
      recorded: await recordedOf(db, 'referral', null, keys),
    },
    specialists: {
      now: await db.selectFrom('specialist').selectAll().execute(),
      recorded: await recordedOf(db, 'specialist', from),
    },
    leaves: {
      now: await db.selectFrom('leave').selectAll().execute(),
      recorded: await recordedOf(db, 'leave', from),
    },
    cases: { now: await taken.execute(), recorded: await recordedOf(db, 'service_case', from) },
  };
}

/** The keys of the referrals that were on the list at any time. */
function referralsIn({ now, recorded }: FinsPast['entries']): number[] {
  const images = [...recorded.values()].flat().map(({ before, after }) => after ?? before);
  const keys = [...now, ...images].flatMap((row) => (row ? [row.referral_id as number] : []));
  return [...new Set(keys)];
}

/** A family as it stood on the list. */
export type ListedFamily = MatchFacts & { status: string };

/** The families on the list at the moment, in no order. */
export function familiesAt({ entries, referrals }: FinsPast, moment: Moment): ListedFamily[] {
  const open = rowsAt<'fins_entry'>(entries.now, entries.recorded, moment).filter(
    ({ removed_at }) => removed_at === null,
  );
  return open.flatMap(({ referral_id }) => {
    const row = referralAt(referrals, referral_id, moment);
    return row ? [matchFacts(row, { status: row.status })] : [];
  });
}

/** The row of a referral at the moment; one of which nothing is recorded was always so. */
function referralAt({ now, recorded }: FinsPast['referrals'], key: number, moment: Moment) {
  const changes = recorded.get(key);
  return changes ? (stateAt(changes, moment) as Row<'referral'> | null) : (now.get(key) ?? null);
}

/** The specialists at the moment with their leaves and open cases. How long they have been idle is left aside. */
export function specialistsAt({ specialists, leaves, cases }: FinsPast, moment: Moment): AtWork[] {
  const rows = rowsAt<'specialist'>(specialists.now, specialists.recorded, moment);
  const away = grouped(rowsAt<'leave'>(leaves.now, leaves.recorded, moment), (leave) => leave.specialist_id);
  const open = rowsAt<'service_case'>(cases.now, cases.recorded, moment).filter(
    ({ ended_at }) => ended_at === null,
  );
  const taken = grouped(open, ({ specialist_id }) => specialist_id);
  return rows.map((row) => ({
    ...factsIn(row),
    leaves: (away.get(row.id) ?? []).map(toLeave),
    openCases: taken.get(row.id) ?? [],
    idleSince: null,
  }));
}

/** The times at which anything of it was changed since, first to last. */
export const changeTimes = (past: FinsPast): Instant[] =>
  [past.entries, past.referrals, past.specialists, past.leaves, past.cases]
    .flatMap(({ recorded }) => [...recorded.values()].flat().map(({ at }) => at))
    .sort();

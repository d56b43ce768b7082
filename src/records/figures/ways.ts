import type { RecordedWay } from '../../rules/replay/waits.ts';
import type { Instant } from '../../rules/time.ts';
import type { Priority, SpecialistCode } from '../../rules/words.ts';
import { grouped, inChunks } from '../columns.ts';
import { matchFacts } from '../match-facts.ts';
import type { Db } from '../tables.ts';
import type { Span } from './found-eligible.ts';

/** How the families waited that were found eligible within the span, in these circuits (`null`: all), by number. */
export async function recordedWays(
  db: Db,
  { from, before }: Span,
  circuits: readonly number[] | null,
): Promise<RecordedWay[]> {
  const found = await db
    .selectFrom('screening as s')
    .innerJoin('referral as r', 'r.id', 's.referral_id')
    .where('s.result', '=', 'eligible')
    .where('s.at', '>=', from)
    .where('s.at', '<', before)
    .where((e) => (circuits === null ? e.lit(true) : e('r.circuit', 'in', [...circuits])))
    .select('s.referral_id as id')
    .distinct()
    .execute();
  const ids = found.map(({ id }) => id).sort((a, b) => a - b);
  const [referrals, screenings, denials, cases, entries] = [
    await inChunks(ids, (some) => referralRows(db, some)),
    await inChunks(ids, (some) => screeningRows(db, some)),
    await inChunks(ids, (some) => denialRows(db, some)),
    await inChunks(ids, (some) => caseRows(db, some)),
    await inChunks(ids, (some) => entryRows(db, some)),
  ];
  const listed = entries.map(({ id }) => id);
  const reviews = await inChunks(listed, (some) => reviewRows(db, some));
  const [screeningsOf, denialsOf, casesOf, entriesOf] = [screenings, denials, cases, entries].map((rows) =>
    grouped<number, { referral_id: number }>(rows, (row) => row.referral_id),
  ) as [Rows<typeof screenings>, Rows<typeof denials>, Rows<typeof cases>, Rows<typeof entries>];
  const reviewsOf = grouped(reviews, (row) => row.entry_id);
  return referrals.map((row) => ({
    facts: matchFacts(row, {}),
    isEligible: row.status === 'eligible',
    standsSince: (row.status_at ?? row.received_at) as Instant,
    foundEligible: (screeningsOf.get(row.id) ?? [])
      .filter(({ program }) => program === row.program)
      .map(({ at }) => at as Instant),
    deniedForNoOpening: (denialsOf.get(row.id) ?? []).map(({ at }) => at as Instant),
    cases: (casesOf.get(row.id) ?? []).map((one) => ({
      at: one.assigned_at as Instant,
      until: one.ended_at as Instant | null,
      specialist: one.code as SpecialistCode,
    })),
    stays: (entriesOf.get(row.id) ?? []).map((entry) => ({
      addedAt: entry.added_at as Instant,
      removedAt: entry.removed_at as Instant | null,
      reviews: (reviewsOf.get(entry.id) ?? []).map(({ at, priority }) => ({
        at: at as Instant,
        priority: priority as Priority,
      })),
    })),
  }));
}

type Rows<T extends readonly { referral_id: number }[]> = Map<number, T[number][]>;

const referralRows = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('referral')
    .where('id', 'in', [...ids])
    .select(['id', 'number', 'program', 'priority', 'received_at', 'circuit', 'county'])
    .select(['language', 'interpreter_arranged', 'situation', 'status', 'status_at'])
    .orderBy('id')
    .execute();

const screeningRows = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('screening')
    .where('referral_id', 'in', [...ids])
    .where('result', '=', 'eligible')
    .select(['referral_id', 'program', 'at'])
    .orderBy('id')
    .execute();

const denialRows = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('denial')
    .where('referral_id', 'in', [...ids])
    .where('reason', '=', 'no_opening')
    .select(['referral_id', 'at'])
    .orderBy('id')
    .execute();

const caseRows = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('service_case as c')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .where('c.referral_id', 'in', [...ids])
    .select(['c.referral_id', 'c.assigned_at', 'c.ended_at', 's.code'])
    .orderBy('c.assigned_at')
    .orderBy('c.id')
    .execute();

const entryRows = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('fins_entry')
    .where('referral_id', 'in', [...ids])
    .select(['id', 'referral_id', 'added_at', 'removed_at'])
    .orderBy('added_at')
    .orderBy('id')
    .execute();

const reviewRows = (db: Db, entries: readonly number[]) =>
  db
    .selectFrom('fins_review')
    .where('entry_id', 'in', [...entries])
    .select(['entry_id', 'at', 'priority'])
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Cases that began before the span and not before `since`, with whom: who was busy when it began, and idle since when. */
export async function earlierCases(db: Db, { from }: Pick<Span, 'from'>, since: Instant) {
  const rows = await db
    .selectFrom('service_case as c')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .where('c.assigned_at', '>=', since)
    .where('c.assigned_at', '<', from)
    .select(['s.code', 'c.assigned_at', 'c.ended_at'])
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    specialist: row.code as SpecialistCode,
    at: row.assigned_at as Instant,
    until: row.ended_at as Instant | null,
  }));
}

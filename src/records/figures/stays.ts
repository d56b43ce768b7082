import type { Instant } from '../../rules/time.ts';
import type { Priority } from '../../rules/words.ts';
import { grouped, inChunks } from '../columns.ts';
import type { Db } from '../tables.ts';
import { type After, inPages } from './pages.ts';
import { among, type Within } from './within.ts';

/** A stay on the FINS list, and when it was looked at. */
export interface StayOfYear {
  id: number;
  addedAt: Instant;
  removedAt: Instant | null;
  removedFor: string | null;
  program: string;
  /** Of the referral, as it is now. */
  priority: Priority | null;
  reviews: readonly { at: Instant; priority: Priority }[];
}

type Stay = Omit<StayOfYear, 'reviews'> & After<Instant>;

/** The stays that were on the list at any moment from one on and before another, in no order, some at a time. */
export async function* staysOfYear(db: Db, within: Within): AsyncGenerator<StayOfYear[]> {
  const { from, before } = within;
  // A list is never as long as the years of who came onto it and left: with its time asked for, too, it is sought among all.
  const open = await stays(db, within).where('f.removed_at', 'is', null).execute();
  const still = open.filter(({ addedAt }) => addedAt < from);
  if (still.length > 0) yield withReviews(db, still);
  const left = inPages(db, stays(db, within, 'removed_at').where('f.added_at', '<', from), {
    by: 'f.removed_at',
    id: 'f.id',
    from,
    before: null,
  });
  for await (const page of left) yield withReviews(db, page);
  const came = inPages(db, stays(db, within), { by: 'f.added_at', id: 'f.id', from, before });
  for await (const page of came) yield withReviews(db, page);
}

const stays = (db: Db, within: Within, by: 'added_at' | 'removed_at' = 'added_at') =>
  db
    .selectFrom('fins_entry as f')
    .innerJoin('referral as r', 'r.id', 'f.referral_id')
    .where(among(within))
    .select(['f.id', `f.${by} as since`, 'f.added_at as addedAt', 'f.removed_at as removedAt'])
    .select(['f.removed_reason as removedFor', 'r.program', 'r.priority'])
    .$castTo<Stay>();

async function withReviews(db: Db, page: readonly Stay[]): Promise<StayOfYear[]> {
  const rows = await inChunks(
    page.map(({ id }) => id),
    (some) =>
      db
        .selectFrom('fins_review')
        .select(['entry_id', 'at', 'priority'])
        .where('entry_id', 'in', some)
        .orderBy('entry_id')
        .orderBy('at')
        .execute(),
  );
  const of = grouped(rows, (row) => row.entry_id);
  return page.map((stay) => ({
    ...stay,
    reviews: (of.get(stay.id) ?? []) as unknown as StayOfYear['reviews'],
  }));
}

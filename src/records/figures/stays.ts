import type { Instant } from '../../rules/time.ts';
import type { Priority } from '../../rules/words.ts';
import { grouped, inChunks } from '../columns.ts';
import type { Db } from '../tables.ts';
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

/** The stays that were on the list at any moment from one on and before another, in no order, some at a time. */
export async function* staysOfYear(db: Db, within: Within): AsyncGenerator<StayOfYear[]> {
  const { from, before } = within;
  const stays = () =>
    db
      .selectFrom('fins_entry as f')
      .innerJoin('referral as r', 'r.id', 'f.referral_id')
      .where(among(within))
      .select([
        'f.id',
        'f.added_at as addedAt',
        'f.removed_at as removedAt',
        'f.removed_reason as removedFor',
      ])
      .select(['r.program', 'r.priority'])
      .orderBy('f.id')
      .limit(PAGE)
      .$castTo<Omit<StayOfYear, 'reviews'>>();
  // Three ways to have been there, each found by an index, and none twice.
  const ways = [
    (after: number) =>
      stays().where('f.added_at', '>=', from).where('f.added_at', '<', before).where('f.id', '>', after),
    (after: number) =>
      stays().where('f.added_at', '<', from).where('f.removed_at', '>=', from).where('f.id', '>', after),
    (after: number) =>
      stays().where('f.added_at', '<', from).where('f.removed_at', 'is', null).where('f.id', '>', after),
  ];
  for (const way of ways)
    for (let after = 0; ; ) {
      const page = await way(after).execute();
      if (page.length > 0) yield withReviews(db, page);
      if (page.length < PAGE) break;
      after = page.at(-1)!.id;
    }
}

const PAGE = 1000;

async function withReviews(db: Db, page: readonly Omit<StayOfYear, 'reviews'>[]): Promise<StayOfYear[]> {
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

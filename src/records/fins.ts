import type { ExpressionBuilder } from 'kysely';
import type { FinsFamily, ReviewDecision } from '../rules/fins.ts';
import type { Given } from '../rules/reason-effects.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import type { Priority, ReferralNumber } from '../rules/words.ts';
import { nameOf } from './columns.ts';
import { fixedRows } from './engines/many-rows.ts';
import { fcsState } from './fcs.ts';
import type { Writing } from './journal.ts';
import { matchFacts } from './match-facts.ts';
import { referralKey } from './referrals.ts';
import type { Db, Tables } from './tables.ts';

/** Every family on the list, in no order. */
export async function finsFamilies(db: Db): Promise<FinsFamily[]> {
  const rows = await finsRows(db);
  return rows.map((row) =>
    matchFacts(row, {
      status: row.status,
      family: nameOf(row.name),
      addedAt: row.added_at as Instant,
      need: row.need,
      reviewedAt: row.reviewed_at as Instant | null,
      children: Number(row.children),
      youngestBirthDate: row.youngest as CalendarDate | null,
      fcs: fcsState(row),
    }),
  );
}

/** One statement for the whole list: it is what the desk looks at most. */
const finsRows = fixedRows('fins families', (db) =>
  db
    .selectFrom('fins_entry as e')
    .innerJoin('referral as r', 'r.id', 'e.referral_id')
    .leftJoin('fcs_offer as o', (join) =>
      join.on('o.id', '=', (of) =>
        of
          .selectFrom('fcs_offer')
          .select((f) => f.fn.max('id').as('id'))
          .whereRef('referral_id', '=', 'r.id'),
      ),
    )
    .where('e.removed_at', 'is', null)
    .select(['r.number', 'r.status', 'r.program', 'r.priority', 'r.received_at', 'r.circuit', 'r.county'])
    .select(['r.language', 'r.interpreter_arranged', 'r.situation', 'e.added_at', 'e.need'])
    .select(['o.offered_on', 'o.answer', 'o.answered_on'])
    .select((of) => {
      const people = of.selectFrom('person as p').whereRef('p.referral_id', '=', 'r.id');
      const children = people.where('p.role', '=', 'child');
      const named = people.select('p.name').where('p.name', 'is not', null).orderBy('p.position').limit(1);
      return [
        children.select((p) => p.fn.countAll().as('n')).as('children'),
        children.select((p) => p.fn.max('p.birth_date').as('at')).as('youngest'),
        of.fn
          .coalesce(named.where('p.role', '=', 'caregiver'), named.where('p.role', '=', 'child'))
          .as('name'),
        of
          .selectFrom('fins_review as v')
          .whereRef('v.entry_id', '=', 'e.id')
          .select((v) => v.fn.max('v.at').as('at'))
          .as('reviewed_at'),
      ];
    }),
);

export async function addToFins(writing: Writing, id: ReferralNumber, need: string | null): Promise<void> {
  const referral_id = await referralKey(writing.db, id);
  const open = { removed_at: null, removed_reason: null, removed_note: null };
  await writing.insert('fins_entry', { referral_id, added_at: writing.at, need, ...open });
}

export const isOnFins = async (db: Db, id: ReferralNumber): Promise<boolean> =>
  (await openEntry(db, id)) !== undefined;

const openEntry = async (db: Db, id: ReferralNumber) =>
  db
    .selectFrom('fins_entry')
    .select('id')
    .where('referral_id', '=', await referralKey(db, id))
    .where('removed_at', 'is', null)
    .executeTakeFirst();

export interface FinsReview {
  at: Instant;
  by: string;
  priority: Priority;
  decision: ReviewDecision;
  reason: string | null;
  note: string | null;
}

export async function addFinsReview(
  writing: Writing,
  id: ReferralNumber,
  review: Omit<FinsReview, 'at' | 'by'>,
): Promise<void> {
  const entry = await openEntry(writing.db, id);
  if (!entry) throw new Error('the family is not on the list');
  const referral_id = await referralKey(writing.db, id);
  await writing.insert('fins_review', {
    referral_id,
    entry_id: entry.id,
    at: writing.at,
    by: writing.who,
    ...review,
  });
}

/** Takes the family off the list with a reason; one that is not on it is left alone. */
export async function removeFromFins(
  writing: Writing,
  id: ReferralNumber,
  reason: string,
  note: string | null,
): Promise<void> {
  const entry = await openEntry(writing.db, id);
  if (!entry) return;
  const patch = { removed_at: writing.at, removed_reason: reason, removed_note: note };
  await writing.update('fins_entry', entry.id, patch);
}

/** How each eligible family that is not on the list left it, where nothing became of it since: by its referral. */
export async function leftFins(db: Db): Promise<Map<string, Given>> {
  const rows = await db
    .selectFrom('referral as r')
    .innerJoin('fins_entry as e', 'e.referral_id', 'r.id')
    .where('r.status', '=', 'eligible')
    .where('e.removed_reason', 'is not', null)
    .whereRef('e.removed_at', '>=', 'r.status_at')
    .where((of) => of.not(of.exists(laterStay(of))))
    .where((of) => of.not(of.exists(laterScreening(of))))
    .select(['r.number', 'e.removed_at', 'e.removed_reason'])
    .execute();
  return new Map(
    rows.map((row) => [row.number, { at: row.removed_at as Instant, reason: row.removed_reason ?? '' }]),
  );
}

type OfStay = ExpressionBuilder<Tables & { r: Tables['referral']; e: Tables['fins_entry'] }, 'r' | 'e'>;

const laterStay = (of: OfStay) =>
  of
    .selectFrom('fins_entry as later')
    .select('later.id')
    .whereRef('later.referral_id', '=', 'r.id')
    .whereRef('later.id', '>', 'e.id');

const laterScreening = (of: OfStay) =>
  of
    .selectFrom('screening as s')
    .select('s.id')
    .whereRef('s.referral_id', '=', 'r.id')
    .whereRef('s.at', '>', 'e.removed_at');

export interface FinsStay {
  addedAt: Instant;
  need: string | null;
  removed: { at: Instant; reason: string; note: string | null } | null;
  reviews: FinsReview[];
}

/** Every stay of the referral on the list with its reviews, first to last. */
export async function finsStaysOf(db: Db, id: ReferralNumber): Promise<FinsStay[]> {
  const key = await referralKey(db, id);
  const stays = await db
    .selectFrom('fins_entry')
    .selectAll()
    .where('referral_id', '=', key)
    .orderBy('id')
    .execute();
  const reviews = await db
    .selectFrom('fins_review')
    .selectAll()
    .where('referral_id', '=', key)
    .orderBy('id')
    .execute();
  return stays.map((stay) => ({
    addedAt: stay.added_at as Instant,
    need: stay.need,
    removed:
      stay.removed_at === null
        ? null
        : { at: stay.removed_at as Instant, reason: stay.removed_reason ?? '', note: stay.removed_note },
    reviews: reviews
      .filter((review) => review.entry_id === stay.id)
      .map(({ at, by, priority, decision, reason, note }) => ({
        at: at as Instant,
        by,
        priority: priority as Priority,
        decision: decision as ReviewDecision,
        reason,
        note,
      })),
  }));
}

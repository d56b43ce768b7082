import type { FcsState } from '../rules/fins.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import type { Writing } from './journal.ts';
import { referralKey } from './referrals.ts';
import type { Db } from './tables.ts';

/** The newest offer of Family Centered Services to the family of this referral. */
export async function newestOffer(db: Db, id: ReferralNumber): Promise<FcsState | null> {
  return (await offersOf(db, id)).at(-1) ?? null;
}

/** Every offer of the referral, first to last. */
export async function offersOf(db: Db, id: ReferralNumber): Promise<FcsState[]> {
  const rows = await db
    .selectFrom('fcs_offer')
    .selectAll()
    .where('referral_id', '=', await referralKey(db, id))
    .orderBy('id')
    .execute();
  return rows.map((row) => fcsState(row) as FcsState);
}

/** The columns of an offer as a state; `null` where there is none. */
export function fcsState(row: {
  offered_on: string | null;
  answer: string | null;
  answered_on: string | null;
}): FcsState | null {
  if (row.offered_on === null) return null;
  const offeredOn = row.offered_on as CalendarDate;
  if (row.answer === null) return { state: 'offered', offeredOn };
  const answeredOn = row.answered_on as CalendarDate | null;
  return { state: row.answer as 'accepted' | 'declined', offeredOn, answeredOn };
}

export async function addOffer(
  writing: Writing,
  id: ReferralNumber,
  offer: { on: CalendarDate; note: string | null },
): Promise<void> {
  const referral_id = await referralKey(writing.db, id);
  const open = { answer: null, answered_on: null };
  await writing.insert('fcs_offer', { referral_id, offered_on: offer.on, ...open, note: offer.note });
}

/** Keeps the family's answer to the offer that is still open. */
export async function answerOffer(
  writing: Writing,
  id: ReferralNumber,
  answer: { answer: 'accepted' | 'declined'; on: CalendarDate; note: string | null },
): Promise<void> {
  const open = await writing.db
    .selectFrom('fcs_offer')
    .select(['id', 'note'])
    .where('referral_id', '=', await referralKey(writing.db, id))
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow();
  const note = [open.note, answer.note].filter(Boolean).join('\n') || null;
  await writing.update('fcs_offer', open.id, { answer: answer.answer, answered_on: answer.on, note });
}

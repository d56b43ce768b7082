import { addOffer, answerOffer, newestOffer } from '../records/fcs.ts';
import { addFinsReview, addToFins, finsStaysOf, isOnFins, removeFromFins } from '../records/fins.ts';
import type { Writing } from '../records/journal.ts';
import { changeReferral, referralByNumber } from '../records/referrals.ts';
import { addDenial, denialsOf, screeningsOf } from '../records/steps.ts';
import type { Db } from '../records/tables.ts';
import { requireDay, requireNearReceipt } from '../rules/day-gone-by.ts';
import type { FcsState, FinsFamily, ReviewDecision } from '../rules/fins.ts';
import { dayInWords } from '../rules/in-words.ts';
import { followsFrom } from '../rules/reason-effects.ts';
import { chosenReason } from '../rules/reasons.ts';
import { type Referral, statusInWords } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import { requireAgreement, requireNoCase, requireUnended } from '../rules/standing.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { Priority, ReferralNumber } from '../rules/words.ts';
import { requireLookAsSeen } from './changed-meanwhile.ts';
import { type Desk, look, today } from './desk.ts';
import { write } from './write.ts';

/**
 * Puts the family on the Families in Need of Services list. Refuses one that is on it, was never screened,
 * or has a case. For an eligible family it is a denial for lack of an opening, which the state counts [001
 * Practice Alert PA22-CM-10].
 */
export function addFamilyToFins(desk: Desk, id: ReferralNumber, need: string | null): Promise<Referral> {
  return write(desk, async (writing) => {
    const referral = await listable(writing.db, id);
    await addToFins(writing, id, need);
    await denyForNoOpening(writing, referral);
    return referral;
  });
}

/** Refuses a family that can’t be put on the list, before anything is asked. */
export const requireListable = (desk: Desk, id: ReferralNumber): Promise<Referral> =>
  look(desk, (db) => listable(db, id));

async function listable(db: Db, id: ReferralNumber): Promise<Referral> {
  const referral = (await referralByNumber(db, id))!;
  requireListableAs(referral, (await screeningsOf(db, id)).length > 0);
  if (await isOnFins(db, id)) throw alreadyOnList(id);
  return referral;
}

function requireListableAs(referral: Referral, screened: boolean): void {
  requireUnended(referral);
  requireNoCase(referral);
  requireAgreement(referral);
  if (screened && referral.state.status !== 'received') return;
  throw new Refusal({
    kind: 'rule',
    code: 'not_screened',
    message: `${referral.id} has not been screened yet.`,
    hint: `Screen it first: iis referral screen ${referral.id}`,
  });
}

/** Once for each time that the family was found eligible. */
async function denyForNoOpening(writing: Writing, referral: Referral): Promise<void> {
  if (referral.state.status !== 'eligible') return;
  const screenedAt = (await screeningsOf(writing.db, referral.id)).at(-1)?.at ?? '';
  const denials = await denialsOf(writing.db, referral.id);
  if (denials.some((denial) => denial.reason === 'no_opening' && denial.at >= screenedAt)) return;
  await addDenial(writing, referral.id, { reason: 'no_opening', note: null });
}

const alreadyOnList = (id: ReferralNumber) =>
  new Refusal({
    kind: 'rule',
    code: 'already_on_list',
    message: `${id} is on the Families in Need of Services list already.`,
    hint: `Review it: iis fins review ${id}`,
  });

const notOnList = (id: ReferralNumber) =>
  new Refusal({
    kind: 'rule',
    code: 'not_on_list',
    message: `${id} is not on the Families in Need of Services list.`,
    hint: `See the list: iis list fins · add the family: iis fins add ${id}`,
  });

/** Refuses a family that is not on the list, before anything is asked. */
export const requireListed = (desk: Desk, id: ReferralNumber): Promise<void> =>
  look(desk, (db) => listed(db, id));

async function listed(db: Db, id: ReferralNumber): Promise<void> {
  if (!(await isOnFins(db, id))) throw notOnList(id);
}

export interface GivenReview {
  priority: Priority;
  decision: ReviewDecision;
  /** What changed since the last look. */
  note: string | null;
  /** The code for taking the family off the list. */
  reason: string | null;
}

/**
 * Keeps a review of a family on the list [002]: the risk as it is now, what changed, and what was decided.
 * `fcs` offers Family Centered Services, `remove` takes the family off with a reason; `match` leaves the
 * placing to the plan, which may use the family from now on. Refuses a family that is not on the list, and where the
 * family was shown as it was `seen`, one that somebody else has reviewed since (`changed_meanwhile`).
 */
export function reviewFamily(
  desk: Desk,
  id: ReferralNumber,
  review: GivenReview,
  seen: Pick<FinsFamily, 'addedAt' | 'reviewedAt'> | null = null,
): Promise<Referral> {
  return write(desk, async (writing) => {
    const { priority, decision, note } = review;
    await listed(writing.db, id);
    if (seen) requireLookAsSeen(id, seen, (await finsStaysOf(writing.db, id)).at(-1)!, desk.settings.zone);
    const reason = decision === 'remove' ? removalReason(desk, review.reason, note) : null;
    await addFinsReview(writing, id, { priority, decision, note, reason });
    await changeReferral(writing, id, { priority });
    if (reason) await removeFromFins(writing, id, reason, note);
    if (decision === 'fcs') await offer(desk, writing, id, { on: today(desk), note });
    return (await referralByNumber(writing.db, id))!;
  });
}

function removalReason(desk: Desk, code: string | null, note: string | null): string {
  if (code !== null) return chosenReason(desk.reasons, 'fins_remove', code, note).code;
  throw new Refusal({
    kind: 'invalid',
    code: 'flags_missing',
    message: 'A family leaves the list only for a reason.',
    hint: 'Add --reason CODE.',
  });
}

/** Takes the family off the list with a coded reason. Refuses one that is not on it. */
export function takeOffFins(
  desk: Desk,
  id: ReferralNumber,
  reason: { code: string; note: string | null },
): Promise<Referral> {
  return write(desk, async (writing) => {
    await listed(writing.db, id);
    await removeFromFins(writing, id, removalReason(desk, reason.code, reason.note), reason.note);
    return (await referralByNumber(writing.db, id))!;
  });
}

/**
 * Offers Family Centered Services, beside the list or instead of it [002]. Refuses a second open offer, and a day long before
 * the referral was received or to come.
 */
export function offerFcs(
  desk: Desk,
  id: ReferralNumber,
  facts: { on: CalendarDate; note: string | null },
): Promise<Referral> {
  return write(desk, async (writing) => {
    await offer(desk, writing, id, facts);
    return (await referralByNumber(writing.db, id))!;
  });
}

async function offer(
  desk: Desk,
  writing: Writing,
  id: ReferralNumber,
  facts: { on: CalendarDate; note: string | null },
): Promise<void> {
  const referral = await offerable(desk, writing.db, id);
  requireDay('The offer', facts.on, { today: today(desk) });
  requireNearReceipt('The offer', facts.on, referral, desk.settings.zone);
  await addOffer(writing, id, facts);
  await denyForNoOpening(writing, referral);
}

/** Refuses a family that FCS can’t be offered to now. */
export const requireOfferable = (desk: Desk, id: ReferralNumber): Promise<Referral> =>
  look(desk, (db) => offerable(desk, db, id));

async function offerable(desk: Desk, db: Db, id: ReferralNumber): Promise<Referral> {
  const referral = (await referralByNumber(db, id))!;
  // A reason may end the referral and have them offered all the same.
  if (followsFrom(desk.reasons, referral.state) !== 'offer_fcs') requireUnended(referral);
  requireNoCase(referral);
  const newest = await newestOffer(db, id);
  if (newest?.state === 'offered') {
    throw new Refusal({
      kind: 'rule',
      code: 'already_offered',
      message: `Family Centered Services were offered for ${id} on ${dayInWords(newest.offeredOn)} and are not answered yet.`,
      hint: `Keep the answer: iis fcs answer ${id} --answer accepted|declined`,
    });
  }
  return referral;
}

/** Keeps the family's answer to the open offer. Refuses one without an offer, or dated before it or in the future. */
export function answerFcs(
  desk: Desk,
  id: ReferralNumber,
  given: { answer: 'accepted' | 'declined'; on: CalendarDate; note: string | null },
): Promise<Referral> {
  return write(desk, async (writing) => {
    const after = { what: 'the offer', on: (await openOffer(writing.db, id)).offeredOn };
    requireDay('The answer', given.on, { after, today: today(desk) });
    await answerOffer(writing, id, given);
    return (await referralByNumber(writing.db, id))!;
  });
}

/** Refuses a family without an open offer, before anything is asked. */
export const requireOpenOffer = (desk: Desk, id: ReferralNumber): Promise<FcsState> =>
  look(desk, (db) => openOffer(db, id));

async function openOffer(db: Db, id: ReferralNumber): Promise<FcsState> {
  const newest = await newestOffer(db, id);
  if (newest?.state === 'offered') return newest;
  const { state } = (await referralByNumber(db, id))!;
  throw new Refusal({
    kind: 'rule',
    code: 'no_offer',
    message: `There is no open offer of Family Centered Services for ${id}.`,
    hint: `Offer it: iis fcs offer ${id} (referral is ${statusInWords[state.status]})`,
  });
}

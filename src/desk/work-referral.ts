import { giveCaseBack } from '../records/cases.ts';
import { removeFromFins } from '../records/fins.ts';
import type { Writing } from '../records/journal.ts';
import {
  changeReferral,
  listReferrals,
  type ReferralFacts,
  referralByNumber,
  setFamily,
  setStatus,
} from '../records/referrals.ts';
import { readSettings } from '../records/settings.ts';
import {
  addContact,
  addDenial,
  type Contact,
  denialsOf,
  intakeSourceOf,
  keyDenials,
  screeningsOf,
  setProblems,
} from '../records/steps.ts';
import { tapaOf } from '../rules/admission.ts';
import { requireNearReceipt } from '../rules/day-gone-by.ts';
import { assess } from '../rules/eligibility.ts';
import { hotlineShownAfter } from '../rules/notices.ts';
import { problemsAfter } from '../rules/open-points.ts';
import { programOf } from '../rules/policy.ts';
import { followsFrom } from '../rules/reason-effects.ts';
import { chosenReason, type ReasonUse } from '../rules/reasons.ts';
import { hasCase, type Referral } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import {
  requireEndable,
  requireNoCase,
  requireReturnable,
  requireTakeUp,
  requireUnended,
  statusAfterEdit,
} from '../rules/standing.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { ProgramCode, ReferralNumber } from '../rules/words.ts';
import { dateIn } from '../rules/zone.ts';
import { requireAsSeen } from './changed-meanwhile.ts';
import { type Desk, today } from './desk.ts';
import { lastAnswers, screeningFacts } from './screen-referral.ts';
import { write } from './write.ts';

/** The reason to return a referral that is an answer of the family, too. */
const notAgreed = 'family_has_not_agreed';

/** The steps that change one referral, each in one transaction. They return it as it then stands. */

const step = (
  desk: Desk,
  id: ReferralNumber,
  work: (writing: Writing, referral: Referral) => Promise<void>,
  note?: string | null,
): Promise<Referral> =>
  write(
    desk,
    async (writing) => {
      await work(writing, (await referralByNumber(writing.db, id))!);
      return (await referralByNumber(writing.db, id))!;
    },
    note ?? undefined,
  );

/**
 * Keeps a contact with the submitter; once reached, the referral is in screening. Refuses a time to come or long before
 * the receipt, and a referral that has ended, but for a reason to ask again: asking again is such a contact.
 */
export const contactSubmitter = (desk: Desk, id: ReferralNumber, contact: Contact): Promise<Referral> =>
  step(desk, id, async (writing, referral) => {
    if (followsFrom(desk.reasons, referral.state) !== 'ask_again') requireUnended(referral);
    notInFuture('The contact', contact.at, desk.now);
    requireNearReceipt('The contact', dateIn(contact.at, desk.settings.zone), referral, desk.settings.zone);
    await addContact(writing, id, contact);
    const reached = contact.outcome === 'reached' && referral.state.status === 'received';
    if (reached) await setStatus(writing, id, 'in_screening');
  });

function notInFuture(what: string, at: string, now: string): void {
  if (at <= now) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'in_future',
    message: `${what} can’t be in the future.`,
    hint: 'Give the date on which it was.',
  });
}

export interface ReferralEdit {
  facts: Partial<ReferralFacts>;
  /** Another referral of the same family; `null` takes this one out of a family it was linked to. */
  sameFamilyAs?: ReferralNumber | null;
  /** Takes up again what was returned. */
  takeUp?: boolean;
  /** The referral as it was shown to whoever changes it. */
  seen?: Referral;
}

/**
 * Changes facts of a referral. An agreement takes a returned referral up again; a refusal returns it [002] and takes
 * the family off the FINS list. A new concern for a child’s safety is kept with the moment at which the hotline is shown
 * for it: whoever edits must show it. Another program, or facts that its last screening no longer holds with, ask for a
 * new screening. Another program is refused for a referral that has ended or has a case; to be taken up, one that has
 * ended or whose family has not agreed. With `seen`, a fact that
 * somebody else changed since then is refused (`changed_meanwhile`): neither’s work is lost.
 */
export const editReferral = (desk: Desk, id: ReferralNumber, edit: ReferralEdit): Promise<Referral> =>
  step(desk, id, async (writing, before) => {
    const { facts, sameFamilyAs, seen } = edit;
    if (seen) {
      const wanted = { facts, family: sameFamilyAs !== undefined, status: edit.takeUp === true };
      await requireAsSeen(writing.db, seen, before, wanted, desk.settings.zone);
    }
    if (facts.program !== undefined && facts.program !== before.program)
      requireMovable(desk, before, facts.program);
    const { familyAgrees, safetyConcern } = { ...before, ...facts };
    if (edit.takeUp) requireTakeUp(before, familyAgrees);
    const hotlineShownAt = hotlineShownAfter(before, safetyConcern, desk.now);
    const tapa = facts.divisionInvolvement === 'tapa' ? { tapa: tapaOf({ ...before, ...facts }) } : {};
    await changeReferral(writing, id, { ...facts, ...tapa, hotlineShownAt });
    if (sameFamilyAs !== undefined) {
      await linkFamily(writing, before, sameFamilyAs);
    }
    const after = (await referralByNumber(writing.db, id))!;
    const source = await intakeSourceOf(writing.db, id);
    if (source) await setProblems(writing, id, problemsAfter(source.problems, before, after));
    const next = statusAfterEdit(before.state.status, {
      takeUp: edit.takeUp === true || facts.familyAgrees === true,
      refused: facts.familyAgrees === false,
      holds: before.program === after.program && (await screeningHolds(desk, writing, after)),
    });
    if (next === null) return;
    const reason = next === 'returned' ? notAgreed : null;
    if (reason) await removeFromFins(writing, id, reason, null);
    await setStatus(writing, id, next, reason);
  });

/** A referral that is alone in its family is of its own family already. */
async function linkFamily(writing: Writing, referral: Referral, other: ReferralNumber | null): Promise<void> {
  const { family } = referral;
  if (other !== null) {
    const found = (await referralByNumber(writing.db, other))!;
    return setFamily(writing, referral.id, found.family.id);
  }
  const linked = await listReferrals(writing.db, { family: family.id });
  if (linked.length > 1) await setFamily(writing, referral.id, null);
}

/** Whether the facts, as they are now, still give what the last screening gave. */
async function screeningHolds(desk: Desk, writing: Writing, referral: Referral): Promise<boolean> {
  const last = (await screeningsOf(writing.db, referral.id)).at(-1);
  if (!last) return true;
  const program = programOf(desk.programs, referral.program);
  const facts = screeningFacts(referral, await readSettings(writing.db));
  return assess(program, lastAnswers(last), facts).result === last.result;
}

function requireMovable(desk: Desk, referral: Referral, program: ProgramCode): void {
  programOf(desk.programs, program);
  requireUnended(referral);
  requireNoCase(referral);
}

export interface ReasonGiven {
  code: string;
  note: string | null;
}

/** Sends the referral back to its submitter, off the FINS list; it can be taken up again. */
export const returnReferral = (desk: Desk, id: ReferralNumber, reason: ReasonGiven): Promise<Referral> =>
  step(
    desk,
    id,
    async (writing, referral) => {
      requireReturnable(referral);
      const { code } = chosenReason(desk.reasons, 'return', reason.code, reason.note);
      if (code === notAgreed) await changeReferral(writing, id, { familyAgrees: false });
      await removeFromFins(writing, id, code, reason.note);
      await setStatus(writing, id, 'returned', code);
    },
    reason.note,
  );

/** The family or the submitter takes the referral back. A case without a service ends and its place is free at once. */
export const withdrawReferral = (desk: Desk, id: ReferralNumber, reason: ReasonGiven) =>
  endReferral(desk, id, reason, 'withdraw', 'withdrawn');

/**
 * Closes the referral without a service. A case that was not accepted yet ends and its place is free at once. For a reason
 * that says no to the family it is a denial, which the state counts, where none was kept before [001].
 */
export const closeReferral = (desk: Desk, id: ReferralNumber, reason: ReasonGiven) =>
  endReferral(desk, id, reason, 'close', 'closed');

const endReferral = (
  desk: Desk,
  id: ReferralNumber,
  reason: ReasonGiven,
  use: ReasonUse,
  status: 'withdrawn' | 'closed',
): Promise<Referral> =>
  step(
    desk,
    id,
    async (writing, referral) => {
      requireEndable(referral);
      const { code, uses, class: kind } = chosenReason(desk.reasons, use, reason.code, reason.note);
      if (hasCase(referral.state)) await giveCaseBack(writing, referral.state.case, code);
      await removeFromFins(writing, id, code, reason.note);
      await setStatus(writing, id, status, code);
      const saysNo = status === 'closed' && uses.includes('denial') && kind !== 'other';
      if (saysNo && (await denialsOf(writing.db, id)).length === 0)
        await addDenial(writing, id, { reason: code, note: reason.note });
    },
    reason.note,
  );

/**
 * Notes what was keyed into FACES, the state's system of record: the referral, or its denials [001]. Refuses a day
 * to come, or long before the receipt.
 */
export const keyIntoFaces = (
  desk: Desk,
  id: ReferralNumber,
  entry: { number: string | null; on: CalendarDate; denial: boolean },
): Promise<Referral> =>
  step(desk, id, async (writing, { receivedAt }) => {
    notInFuture('The entry in FACES', entry.on, today(desk));
    requireNearReceipt('The entry in FACES', entry.on, { id, receivedAt }, desk.settings.zone);
    if (entry.number) await changeReferral(writing, id, { faces: { number: entry.number, on: entry.on } });
    if (!entry.denial) return;
    const keyed = await keyDenials(writing, id, entry.on);
    if (keyed > 0) return;
    throw new Refusal({
      kind: 'rule',
      code: 'no_denial',
      message: `${id} has no denial that is not in FACES yet.`,
      hint: 'To note the referral itself: --number NUMBER',
    });
  });

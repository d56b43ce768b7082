import { hasCase, isEnded, type Referral, type ReferralStatus, statusInWords } from './referral.ts';
import { Refusal } from './refusal.ts';
import type { ReferralNumber, SpecialistCode } from './words.ts';

/** What a referral must be for a step to make sense; each refuses with the step that comes first. */

export function requireUnended(referral: Referral): void {
  if (!isEnded(referral.state)) return;
  throw new Refusal({
    kind: 'rule',
    code: 'referral_ended',
    message: `${referral.id} is ${statusInWords[referral.state.status]}.`,
    hint:
      'If the family is referred again, take in a new referral: iis referral add --same-family-as ' +
      referral.id,
  });
}

export function requireNoCase(referral: Referral): void {
  if (!hasCase(referral.state)) return;
  const { case: number, specialist } = referral.state;
  throw new Refusal({
    kind: 'rule',
    code: 'already_assigned',
    message: `${referral.id} is assigned to ${specialist} (case ${number}).`,
    hint: `See: iis referral show ${referral.id}`,
  });
}

export const noOpening = (code: SpecialistCode, places: number): Refusal =>
  new Refusal({
    kind: 'rule',
    code: 'no_opening',
    message: `${code} has no opening: all ${places} places are taken.`,
    hint: 'See who has an opening: iis list openings',
  });

/** A service that has begun ends with its case, which says how the family is. */
export function requireNoService(referral: Referral): void {
  if (referral.state.status !== 'accepted') return;
  throw new Refusal({
    kind: 'rule',
    code: 'service_runs',
    message: `${referral.id} is accepted: its service has begun, and ends with its case.`,
    hint: `Close the case: iis case close ${referral.state.case}`,
  });
}

/** A referral that can be withdrawn or closed. */
export function requireEndable(referral: Referral): void {
  requireUnended(referral);
  requireNoService(referral);
}

/** A referral that can be sent back to its submitter. */
export function requireReturnable(referral: Referral): void {
  requireUnended(referral);
  requireNoCase(referral);
}

/** A family that has not agreed cannot be referred: the referral is returned, not screened [002 Community Referral form]. */
export function requireAgreement(referral: Referral): void {
  if (referral.familyAgrees === false) throw notAgreed(referral);
  if (referral.state.status !== 'returned') return;
  throw new Refusal({
    kind: 'rule',
    code: 'referral_returned',
    message: `${referral.id} was returned to the submitter.`,
    hint: `When it is to go on: iis referral edit ${referral.id} --take-up`,
  });
}

/** What was returned can be taken up again, but not what has ended, nor against the word of the family. */
export function requireTakeUp(referral: Referral, familyAgrees: boolean | null): void {
  requireUnended(referral);
  if (referral.state.status === 'returned' && familyAgrees === false) throw notAgreed(referral);
}

const notAgreed = (referral: Referral): Refusal =>
  new Refusal({
    kind: 'rule',
    code: 'family_has_not_agreed',
    message: `The family of ${referral.id} has not agreed to be referred: it can’t be screened, listed or placed [002].`,
    hint: whenTheyAgree(referral),
  });

const whenTheyAgree = ({ id }: Referral): string =>
  `When they agree: iis referral edit ${id} --agrees yes --spoken-on DATE`;

/** A referral that can be placed: eligible, without a case, with all that matching needs. */
export function requireEligible(referral: Referral, missing: readonly string[]): void {
  requireUnended(referral);
  requireNoCase(referral);
  requireAgreement(referral);
  const { status } = referral.state;
  if (status !== 'eligible') {
    throw new Refusal({
      kind: 'rule',
      code: status === 'not_eligible' ? 'not_eligible' : 'not_screened',
      message: `${referral.id} is ${statusInWords[status]}: only an eligible family can be placed.`,
      hint: `Screen it: iis referral screen ${referral.id}`,
    });
  }
  if (missing.length === 0) return;
  throw new Refusal({
    kind: 'rule',
    code: 'facts_missing',
    message: `${referral.id} lacks what matching needs: ${missing.join(', ')}.`,
    hint: `Add it: ${commandToAdd(referral.id, missing)}`,
  });
}

/** The command that adds what matching needs. */
export const commandToAdd = (id: ReferralNumber, missing: readonly string[]): string =>
  `iis referral edit ${id} ${missing.map((what) => `--${what} …`).join(' ')}`;

/**
 * Where a referral stands after its facts were changed; `null` when as before. One that has a case or has
 * ended stays; `holds` says whether its last screening still holds with the new facts.
 */
export function statusAfterEdit(
  status: ReferralStatus,
  { takeUp, refused, holds }: { takeUp: boolean; refused: boolean; holds: boolean },
): 'received' | 'in_screening' | 'returned' | null {
  switch (status) {
    case 'returned':
      return takeUp ? 'received' : null;
    case 'received':
    case 'in_screening':
      return refused ? 'returned' : null;
    case 'eligible':
    case 'not_eligible':
      return refused ? 'returned' : holds ? null : 'in_screening';
    default:
      return null;
  }
}

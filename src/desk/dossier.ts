import { type CaseLine, casesOf } from '../records/cases.ts';
import { type EarlierReferral, outcomesOf } from '../records/earlier.ts';
import { offersOf } from '../records/fcs.ts';
import { type FinsStay, finsStaysOf } from '../records/fins.ts';
import { referralSteps } from '../records/referral-steps.ts';
import { listReferrals, type ReferralFilter, referralByNumber } from '../records/referrals.ts';
import {
  type Contact,
  contactsOf,
  type Denial,
  denialsOf,
  type IntakeSource,
  intakeSourceOf,
  type Screening,
  screeningsOf,
} from '../records/steps.ts';
import { contactDueAt } from '../rules/clocks.ts';
import type { FcsState } from '../rules/fins.ts';
import { languageDoubt } from '../rules/language-hints.ts';
import { numberOf, programOf } from '../rules/policy.ts';
import type { FollowUp } from '../rules/reason-effects.ts';
import { missingForMatch, type Referral } from '../rules/referral.ts';
import type { Instant } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { type Desk, look } from './desk.ts';
import { followUpsIn } from './reason-follow-ups.ts';

/** Everything that is known of one referral. */
export interface Dossier {
  referral: Referral;
  contactDueAt: Instant;
  contacts: Contact[];
  screenings: Screening[];
  denials: Denial[];
  fins: FinsStay[];
  fcs: FcsState[];
  cases: CaseLine[];
  source: IntakeSource | null;
  /** The other referrals of the same family with what became of them, first to last. */
  sameFamily: EarlierReferral[];
  /** What follows from the reasons that were given. */
  followUps: FollowUp[];
  missing: string[];
  /** What may be wrong though it is not missing, and makes a difference to matching. */
  warnings: string[];
}

export const dossier = (desk: Desk, id: ReferralNumber): Promise<Dossier> =>
  look(desk, async (db) => {
    const referral = (await referralByNumber(db, id))!;
    const family = await listReferrals(db, { family: referral.family.id });
    return {
      referral,
      contactDueAt: submitterDueAt(desk, referral),
      contacts: await contactsOf(db, id),
      screenings: await screeningsOf(db, id),
      denials: await denialsOf(db, id),
      fins: await finsStaysOf(db, id),
      fcs: await offersOf(db, id),
      cases: await casesOf(db, id),
      source: await intakeSourceOf(db, id),
      sameFamily: await outcomesOf(
        db,
        family.filter((other) => other.id !== id),
      ),
      followUps: await followUpsIn(desk, db, id),
      missing: missingForMatch(referral),
      warnings: warningsFor(referral),
    };
  });

/** What to see to before the family is matched, besides what is missing. */
export const warningsFor = (referral: Referral): string[] => [languageDoubt(referral) ?? []].flat();

/** When the submitter must have been contacted: the program's business hours after the receipt [002 Community Referral form]. */
export const submitterDueAt = (desk: Desk, referral: Referral): Instant =>
  contactDueAt(
    referral.receivedAt,
    numberOf(programOf(desk.programs, referral.program), 'contactSubmitterWithin'),
    desk.settings.zone,
    desk.holidays,
  );

/** One line of the list of referrals, with what is not there yet. */
export interface ReferralLine {
  referral: Referral;
  contactDueAt: Instant;
  contactedAt: Instant | null;
  onFins: boolean;
  fcs: FcsState['state'] | null;
  /** Denials that are not in FACES yet: the state counts them there [001 Practice Alert PA22-CM-10]. */
  denialsToKey: number;
}

/** The referrals that fit the filter, oldest first. */
export const referralLines = (desk: Desk, filter: ReferralFilter): Promise<ReferralLine[]> =>
  look(desk, async (db) => {
    const referrals = await listReferrals(db, filter);
    const steps = await referralSteps(
      db,
      referrals.map((referral) => referral.id),
    );
    return referrals.map((referral) => ({
      referral,
      contactDueAt: submitterDueAt(desk, referral),
      ...steps.get(referral.id)!,
    }));
  });

import { reasonRecords } from '../records/reason-records.ts';
import type { Db } from '../records/tables.ts';
import { type FollowUp, followedReasons, followedSince, followUps } from '../rules/reason-effects.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { type Desk, look } from './desk.ts';

/**
 * What follows from the reasons that referrals were returned, ended, denied or taken off the FINS list for, soonest
 * first; with a number, of that referral alone. What is due later is among it.
 */
export const reasonFollowUps = (desk: Desk, only: ReferralNumber | null = null): Promise<FollowUp[]> =>
  look(desk, (db) => followUpsIn(desk, db, only));

/** The same within a reading. */
export const followUpsIn = async (desk: Desk, db: Db, only: ReferralNumber | null): Promise<FollowUp[]> => {
  const { reasons, now } = desk;
  const { zone } = desk.settings;
  const within = only === null ? { since: followedSince(reasons, now, zone) } : { only };
  return followUps(reasons, await reasonRecords(db, followedReasons(reasons), within), zone);
};

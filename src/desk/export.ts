import {
  mostPeople,
  type Placement,
  placementPages,
  type ReferralWithNotes,
  referralPages,
} from '../records/pages.ts';
import type { Instant } from '../rules/time.ts';
import { type Desk, look } from './desk.ts';
import { submitterDueAt } from './dossier.ts';

/** Takes some records; `false` when no more are wanted. */
export type Taking<T> = (page: readonly T[]) => Promise<boolean>;

export type ExportedReferral = ReferralWithNotes & { contactDueAt: Instant };

/** How many people the columns must have room for. */
export interface Room {
  caregivers: number;
  children: number;
}

/** Hands out every referral, ended ones too, as they all are at one moment, in the order taken in. */
export const exportReferrals = (desk: Desk, begin: (room: Room) => Taking<ExportedReferral>): Promise<void> =>
  look(desk, async (db) => {
    const take = begin(await mostPeople(db));
    for await (const page of referralPages(db)) {
      const goesOn = await take(
        page.map((one) => ({ ...one, contactDueAt: submitterDueAt(desk, one.referral) })),
      );
      if (!goesOn) return;
    }
  });

/** Hands out every placement so far, first to last. */
export const exportPlacements = (desk: Desk, take: Taking<Placement>): Promise<void> =>
  look(desk, async (db) => {
    for await (const page of placementPages(db)) if (!(await take(page))) return;
  });

import type { ExportedReferral } from '../../desk/export.ts';
import type { Placement } from '../../records/pages.ts';
import { referralJson } from './referral.ts';

/** A file that an export wrote. */
export interface Written {
  what: 'referrals' | 'fins' | 'cases' | 'specialists';
  format: 'csv' | 'json';
  file: string;
  count: number;
}

export type ExportedReferralJson = ReturnType<typeof exportedReferralJson>;

export const exportedReferralJson = ({ referral, contactDueAt, leftovers }: ExportedReferral) => ({
  ...referralJson(referral, contactDueAt),
  leftovers,
});

export const placementJson = (placement: Placement) => ({
  id: placement.id,
  referral: placement.referral,
  family: placement.family,
  county: placement.county,
  program: placement.program,
  specialist: placement.specialist,
  place: placement.place,
  status: placement.status,
  assignedAt: placement.assignedAt,
  endedAt: placement.endedAt,
  endReason: placement.endReason,
});

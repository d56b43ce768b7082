import type { Found } from '../../desk/find.ts';
import { becauseInWords } from '../../rules/finding.ts';
import { familyName } from '../../rules/referral.ts';

export const foundJson = ({ referral, score, because }: Found) => ({
  referral: referral.id,
  family: familyName(referral.family),
  familyId: referral.family.id,
  status: referral.state.status,
  county: referral.county,
  receivedAt: referral.receivedAt,
  score,
  why: because.map(becauseInWords),
});

/**
 * What the figures of a year are found by. The indexes that find the steps of a referral have now, beside the referral, what
 * is counted of a step, so that the rows themselves, such as the answers of a screening, are not read for it.
 */
export const foundByYear = (): string[] => [
  'create index case_by_start on service_case (started_on) where started_on is not null',
  'create index fins_entry_by_end on fins_entry (removed_at) where removed_at is not null',
  'drop index contact_by_referral',
  'create index contact_by_referral on contact (referral_id, outcome, at)',
  'drop index screening_by_referral',
  'create index screening_by_referral on screening (referral_id, at)',
  'drop index denial_by_referral',
  'create index denial_by_referral on denial (referral_id, at, reason, faces_on)',
  'drop index case_by_referral',
  'create index case_by_referral on service_case (referral_id, assigned_at, started_on, seen_at)',
];

import type { SchemaWords } from '../migrations.ts';

/** What was given out of reports, so that a later one does not tell what an earlier one hid; and what figures are found by. */
export const givenOut = ({ tableEnd }: SchemaWords): string[] => [
  `create table report_release (
    id integer primary key,
    at text not null,
    by text not null,
    report text not null,
    sfy integer not null,
    circuits text,
    program text,
    figures text not null
  ) ${tableEnd}`,
  'create index report_release_by_year on report_release (sfy)',
  'create index referral_by_receipt on referral (received_at)',
  'create index case_by_assignment on service_case (assigned_at)',
  'create index case_by_closing on service_case (closed_on) where closed_on is not null',
  'create index fins_entry_by_start on fins_entry (added_at)',
  'create index fins_review_by_time on fins_review (at)',
  'create index fcs_offer_by_day on fcs_offer (offered_on)',
];

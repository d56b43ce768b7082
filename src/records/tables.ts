import type { Kysely, Selectable } from 'kysely';
import type { FundBudgetTable, FundPaymentTable, FundRequestTable, TrainingTable } from './tables-of-fund.ts';

/** Rows as they are kept. They never leave `records/`: each file here turns them into values of the domain. */

interface SettingTable {
  id: number;
  key: string;
  value: string;
}

interface FamilyTable {
  id: number;
  created_at: string;
}

interface ReferralTable {
  id: number;
  number: string;
  year: number;
  sequence: number;
  family_id: number;
  status: string;
  status_reason: string | null;
  /** When it came to stand there. */
  status_at: string | null;
  program: string;
  source: string | null;
  circuit: number | null;
  county: string | null;
  priority: string | null;
  received_at: string;
  submitter_name: string | null;
  submitter_organization: string | null;
  submitter_phone: string | null;
  submitter_email: string | null;
  reason: string | null;
  services_provided: string | null;
  accommodations: string | null;
  language: string | null;
  interpreter_arranged: number | null;
  situation: string | null;
  division_involvement: string | null;
  safety_concern: number | null;
  hotline_shown_at: string | null;
  discussed_on: string | null;
  family_agrees: number | null;
  tapa: number;
  tapa_on: string | null;
  tapa_written_on: string | null;
  tapa_ended_on: string | null;
  faces_number: string | null;
  faces_on: string | null;
}

interface PersonTable {
  id: number;
  referral_id: number;
  role: 'caregiver' | 'child';
  position: number;
  name: string | null;
  birth_date: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
}

/** What referrals are found by. Derived from `referral` and `person`; kept by the journal, not journaled. */
interface SearchKeyTable {
  key: string;
  referral_id: number;
}

/** What the words in the keys are found by when only something like them is typed; derived too. */
interface NamePartTable {
  part: string;
  word: string;
}

/** By which version of the rules something derived was made. */
interface DerivedTable {
  name: string;
  version: number;
}

interface IntakeSourceTable {
  id: number;
  referral_id: number;
  channel: string;
  text: string | null;
  leftovers: string;
  problems: string;
}

interface ContactTable {
  id: number;
  referral_id: number;
  at: string;
  outcome: string;
  note: string | null;
}

interface ScreeningTable {
  id: number;
  referral_id: number;
  program: string;
  at: string;
  by: string;
  result: string;
  criteria: string;
}

interface DenialTable {
  id: number;
  referral_id: number;
  at: string;
  reason: string;
  note: string | null;
  faces_on: string | null;
}

interface SpecialistTable {
  id: number;
  code: string;
  name: string;
  agency: string | null;
  supervisor: string | null;
  program: string;
  circuits: string;
  counties: string;
  languages: string;
  takes: string;
  phone: string | null;
  email: string | null;
  added_at: string;
  ended_on: string | null;
  end_reason: string | null;
}

interface LeaveTable {
  id: number;
  specialist_id: number;
  from_on: string;
  until_on: string;
  note: string | null;
}

/** The numbered places of a specialist: what makes the limit of open cases hold in the schema. */
interface PlaceTable {
  id: number;
  specialist_id: number;
  number: number;
}

interface CaseTable {
  id: number;
  number: string;
  year: number;
  sequence: number;
  referral_id: number;
  specialist_id: number;
  place: number;
  program: string;
  status: string;
  decision_id: number;
  assigned_at: string;
  ended_at: string | null;
  end_reason: string | null;
  seen_at: string | null;
  /** Why the family was seen late. */
  seen_late: string | null;
  started_on: string | null;
  ends_on: string | null;
  closed_on: string | null;
  end_note: string | null;
  screening_minutes: number | null;
  intact: number | null;
  abuse: number | null;
  follow_up_services: string | null;
}

/** What is kept of a case beside its own row stands with its referral too, so that a family’s history has it. */
interface OfCase {
  id: number;
  referral_id: number;
  case_id: number;
}

interface CaseGoalTable extends OfCase {
  goal: string;
  measure: string;
  set_on: string;
  met: number | null;
  met_on: string | null;
}

interface CaseHoursTable extends OfCase {
  on_day: string;
  kind: string;
  minutes: number;
  note: string | null;
}

interface CaseStaffingTable extends OfCase {
  on_day: string;
  who: string;
  next_on: string | null;
  note: string | null;
}

interface CaseEventTable extends OfCase {
  kind: string;
  on_day: string;
  note: string | null;
  settled_on: string | null;
  settled_how: string | null;
  /** When it was noted. */
  at: string;
}

interface CaseExtensionTable extends OfCase {
  until_on: string;
  approved_by: string;
  reason: string;
  at: string;
}

interface CaseTransferTable extends OfCase {
  from_specialist_id: number;
  to_specialist_id: number;
  reason: string;
  at: string;
}

/** Where a child lived when the case was closed. */
interface CaseChildTable extends OfCase {
  name: string | null;
  whereabouts: string;
}

interface CaseFollowUpTable extends OfCase {
  months: number;
  on_day: string;
  reached: number;
  abuse: number | null;
  placed: number | null;
  placed_on: string | null;
  note: string | null;
}

interface DecisionTable {
  id: number;
  at: string;
  by: string;
  kind: string;
  reason: string | null;
  facts: string;
  plan: string;
}

interface FinsEntryTable {
  id: number;
  referral_id: number;
  added_at: string;
  need: string | null;
  removed_at: string | null;
  removed_reason: string | null;
  removed_note: string | null;
}

interface FinsReviewTable {
  id: number;
  referral_id: number;
  entry_id: number;
  at: string;
  by: string;
  priority: string;
  decision: string;
  reason: string | null;
  note: string | null;
}

interface FcsOfferTable {
  id: number;
  referral_id: number;
  offered_on: string;
  answer: string | null;
  answered_on: string | null;
  note: string | null;
}

/** An agreement that was noted before its family was referred. */
interface TapaTable {
  id: number;
  family: string;
  county: string | null;
  worker: string | null;
  agreed_on: string;
  written_on: string | null;
  referral_id: number | null;
  closed_on: string | null;
  closed_reason: string | null;
  closed_note: string | null;
}

/** What was given out of a report: cells by where they stand, those that were hidden as `null`. */
interface ReportReleaseTable {
  id: number;
  at: string;
  by: string;
  report: string;
  sfy: number;
  circuits: string | null;
  program: string | null;
  figures: string;
}

interface DraftTable {
  id: number;
  kind: string;
  owner: string;
  started_at: string;
  saved_at: string;
  content: string;
}

export interface JournalActionTable {
  id: number;
  at: string;
  who: string;
  command: string;
  note: string | null;
  clock: string;
  salt: string;
  previous: string;
  digest: string;
  undoes: number | null;
}

export interface JournalChangeTable {
  id: number;
  action_id: number;
  table_name: string;
  row_id: number;
  referral_id: number | null;
  specialist_id: number | null;
  before: string | null;
  after: string | null;
  salt: string;
  before_digest: string | null;
  after_digest: string | null;
}

/** The tables that the journal writes row by row, each with a whole-number `id`. */
export interface RecordTables {
  setting: SettingTable;
  family: FamilyTable;
  referral: ReferralTable;
  person: PersonTable;
  intake_source: IntakeSourceTable;
  contact: ContactTable;
  screening: ScreeningTable;
  denial: DenialTable;
  specialist: SpecialistTable;
  leave: LeaveTable;
  training: TrainingTable;
  place: PlaceTable;
  service_case: CaseTable;
  case_goal: CaseGoalTable;
  case_hours: CaseHoursTable;
  case_staffing: CaseStaffingTable;
  case_event: CaseEventTable;
  case_extension: CaseExtensionTable;
  case_transfer: CaseTransferTable;
  case_child: CaseChildTable;
  case_follow_up: CaseFollowUpTable;
  decision: DecisionTable;
  fins_entry: FinsEntryTable;
  fins_review: FinsReviewTable;
  fcs_offer: FcsOfferTable;
  tapa: TapaTable;
  fund_request: FundRequestTable;
  fund_payment: FundPaymentTable;
  fund_budget: FundBudgetTable;
  report_release: ReportReleaseTable;
  draft: DraftTable;
}

export interface Tables extends RecordTables {
  search_key: SearchKeyTable;
  name_part: NamePartTable;
  derived: DerivedTable;
  journal_action: JournalActionTable;
  journal_change: JournalChangeTable;
}

export type Row<T extends keyof RecordTables> = Selectable<RecordTables[T]>;

/** Anything that can be read from: the store's handle, or the handle of an open transaction. */
export type Db = Kysely<Tables>;

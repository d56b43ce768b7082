/** Rows of the crisis intervention fund, and of training. */

/** A request to the crisis intervention fund. */
export interface FundRequestTable {
  id: number;
  number: string;
  year: number;
  sequence: number;
  referral_id: number;
  case_id: number;
  circuit: number;
  kind: string;
  item: string | null;
  amount_cents: number;
  why: string;
  tried: string;
  requested_on: string;
  requested_by: string;
  decision: 'approved' | 'denied' | null;
  approved_cents: number | null;
  decided_on: string | null;
  decided_by: string | null;
  decision_note: string | null;
  over_budget: string | null;
  closed_on: string | null;
  closed_by: string | null;
  closed_note: string | null;
}

/** Each payment goes on from the one before it: so the schema itself knows the sum, and stops it at what was approved. */
export interface FundPaymentTable {
  id: number;
  referral_id: number;
  request_id: number;
  number: number;
  previous: number | null;
  approved_cents: number;
  before_cents: number;
  amount_cents: number;
  after_cents: number;
  payee: string;
  paid_on: string;
  paid_by: string;
}

export interface FundBudgetTable {
  id: number;
  circuit: number;
  sfy: number;
  amount_cents: number;
}

/** Hours of training of a specialist, or of a supervisor by name. */
export interface TrainingTable {
  id: number;
  specialist_id: number | null;
  supervisor: string | null;
  program: string;
  minutes: number;
  on_day: string;
  note: string | null;
}

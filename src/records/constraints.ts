import type { RecordTables } from './tables.ts';

/** What rows ask of each other, as the schema holds it too; a test compares the two. */

export type Table = keyof RecordTables;

export interface Reference {
  from: Table;
  columns: readonly string[];
  to: Table;
  /** The columns that are meant, where it is not the `id`. */
  means?: readonly string[];
}

const to = (table: Table, column: string, ...from: Table[]): Reference[] =>
  from.map((one) => ({ from: one, columns: [column], to: table }));

const ofCase = [
  'case_goal',
  'case_hours',
  'case_staffing',
  'case_event',
  'case_extension',
  'case_transfer',
  'case_child',
  'case_follow_up',
] as const;

/** Which rows name which others. */
export const references: readonly Reference[] = [
  ...to('family', 'family_id', 'referral'),
  ...to('referral', 'referral_id', 'person', 'intake_source', 'contact', 'screening', 'denial'),
  ...to('referral', 'referral_id', 'service_case', 'fins_entry', 'fins_review', 'fcs_offer', 'tapa'),
  ...to('specialist', 'specialist_id', 'leave', 'training', 'place', 'service_case'),
  ...to('referral', 'referral_id', 'fund_request', 'fund_payment'),
  ...to('service_case', 'case_id', 'fund_request'),
  ...to('fund_request', 'request_id', 'fund_payment'),
  ...to('referral', 'referral_id', ...ofCase),
  ...to('service_case', 'case_id', ...ofCase),
  ...to('specialist', 'from_specialist_id', 'case_transfer'),
  ...to('specialist', 'to_specialist_id', 'case_transfer'),
  ...to('decision', 'decision_id', 'service_case'),
  ...to('fins_entry', 'entry_id', 'fins_review'),
  {
    from: 'service_case',
    columns: ['specialist_id', 'place'],
    to: 'place',
    means: ['specialist_id', 'number'],
  },
  {
    from: 'fund_payment',
    columns: ['request_id', 'approved_cents'],
    to: 'fund_request',
    means: ['id', 'approved_cents'],
  },
  {
    from: 'fund_payment',
    columns: ['request_id', 'previous', 'before_cents'],
    to: 'fund_payment',
    means: ['request_id', 'number', 'after_cents'],
  },
];

export interface Once {
  table: Table;
  columns: readonly string[];
  /** It holds among rows where this column is null. */
  whileNull?: string;
}

/** What can be there only once. */
export const onlyOnce: readonly Once[] = [
  { table: 'setting', columns: ['key'] },
  { table: 'referral', columns: ['number'] },
  { table: 'referral', columns: ['year', 'sequence'] },
  { table: 'person', columns: ['referral_id', 'role', 'position'] },
  { table: 'specialist', columns: ['code'] },
  { table: 'place', columns: ['specialist_id', 'number'] },
  { table: 'service_case', columns: ['number'] },
  { table: 'service_case', columns: ['year', 'sequence'] },
  { table: 'service_case', columns: ['specialist_id', 'place'], whileNull: 'ended_at' },
  { table: 'service_case', columns: ['referral_id'], whileNull: 'ended_at' },
  { table: 'case_follow_up', columns: ['case_id', 'months'] },
  { table: 'fins_entry', columns: ['referral_id'], whileNull: 'removed_at' },
  { table: 'fcs_offer', columns: ['referral_id'], whileNull: 'answer' },
  { table: 'fund_request', columns: ['number'] },
  { table: 'fund_request', columns: ['year', 'sequence'] },
  { table: 'fund_request', columns: ['id', 'approved_cents'] },
  { table: 'fund_payment', columns: ['request_id', 'number'] },
  { table: 'fund_payment', columns: ['request_id', 'number', 'after_cents'] },
  { table: 'fund_budget', columns: ['circuit', 'sfy'] },
];

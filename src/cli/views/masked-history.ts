import type { History } from '../../desk/history.ts';
import type { Image, JournalChange, JournalEntry } from '../../records/history.ts';
import { initials } from './safe-text.ts';

/** Columns that name a person of the family or whoever referred it, or tell of them in free text. */
const named = new Set([
  'person.name',
  'referral.submitter_name',
  'tapa.family',
  'tapa.worker',
  'case_child.name',
  'case_extension.approved_by',
]);
const telling = new Set([
  'referral.submitter_organization',
  'referral.submitter_phone',
  'referral.submitter_email',
  'referral.services_provided',
  'screening.criteria',
  'fins_entry.removed_note',
  'tapa.closed_note',
  'fund_request.decision_note',
  'fund_request.over_budget',
  'fund_request.closed_note',
  'service_case.seen_late',
  'service_case.end_note',
  'service_case.follow_up_services',
  'case_event.settled_how',
]);

/** The same history for a screen that others can see; what has the same name everywhere is masked with every value. */
export const maskedHistory = (history: History): History => ({
  ...history,
  entries: history.entries.map(maskedEntry),
});

export const maskedEntry = (entry: JournalEntry): JournalEntry => ({
  ...entry,
  changes: entry.changes.map(maskedChange),
});

export const maskedChange = (change: JournalChange): JournalChange => ({
  ...change,
  before: maskedImage(change.table, change.before),
  after: maskedImage(change.table, change.after),
});

const maskedImage = (table: string, image: Image | null): Image | null =>
  image &&
  Object.fromEntries(
    Object.entries(image).map(([column, value]) => [column, maskedValue(table, column, value)]),
  );

function maskedValue(table: string, column: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (column === 'birth_date') return value.slice(0, 4);
  if (named.has(`${table}.${column}`)) return initials(value);
  return telling.has(`${table}.${column}`) ? '…' : value;
}

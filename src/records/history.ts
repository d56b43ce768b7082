import type { Instant } from '../rules/time.ts';
import type { ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { grouped } from './columns.ts';
import { referralKey } from './referrals.ts';
import { specialistKey } from './specialists.ts';
import type { Db } from './tables.ts';

export type Image = Record<string, unknown>;

export interface JournalChange {
  table: string;
  row: number;
  before: Image | null;
  after: Image | null;
}

export interface JournalEntry {
  action: number;
  at: Instant;
  who: string;
  command: string;
  note: string | null;
  clockWasSet: boolean;
  changes: JournalChange[];
}

/** What was done to a referral, to a specialist, or with `null` to everything, first to last. */
export async function historyOf(
  db: Db,
  subject: { referral: ReferralNumber } | { specialist: SpecialistCode } | null,
  limit: number,
): Promise<JournalEntry[]> {
  let changes = db.selectFrom('journal_change').selectAll();
  if (subject && 'referral' in subject) {
    changes = changes.where('referral_id', '=', await referralKey(db, subject.referral));
  } else if (subject) {
    changes = changes.where('specialist_id', '=', await specialistKey(db, subject.specialist));
  }
  const newest = db.selectFrom('journal_action').selectAll().orderBy('id', 'desc').limit(limit);
  const actions = subject ? newest.where('id', 'in', changes.clearSelect().select('action_id')) : newest;
  const found = (await actions.execute()).reverse();
  const first = found[0]?.id ?? 0;
  const rows = await changes.where('action_id', '>=', first).orderBy('id').execute();
  const changesOf = grouped(rows, (row) => row.action_id);
  return found.map((action) => ({
    action: action.id,
    at: action.at as Instant,
    who: action.who,
    command: action.command,
    note: action.note,
    clockWasSet: action.clock !== 'system',
    changes: (changesOf.get(action.id) ?? []).map((row) => ({
      table: row.table_name,
      row: row.row_id,
      before: imageOf(row.before),
      after: imageOf(row.after),
    })),
  }));
}

const imageOf = (text: string | null): Image | null => (text === null ? null : (JSON.parse(text) as Image));

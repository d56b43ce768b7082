import { historyOf, type JournalChange, type JournalEntry } from '../records/history.ts';
import { type SubjectNames, subjectNames } from '../records/subject-names.ts';
import type { Db } from '../records/tables.ts';
import type { ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { type Desk, look } from './desk.ts';

export type HistorySubject = { referral: ReferralNumber } | { specialist: SpecialistCode } | null;

export interface History {
  subject: HistorySubject;
  /** First to last. */
  entries: JournalEntry[];
  /** Whether there are earlier ones than those asked for. */
  more: boolean;
  names: SubjectNames;
}

/** The last actions on a referral, on a specialist, or with `null` on everything. */
export const history = (desk: Desk, subject: HistorySubject, last: number): Promise<History> =>
  look(desk, async (db) => {
    const found = await lastActions(db, subject, last + 1);
    const entries = found.slice(-last);
    const changes = entries.flatMap((entry) => entry.changes);
    const names = await subjectNames(db, {
      referrals: keysIn(changes, 'referral'),
      specialists: keysIn(changes, 'specialist'),
    });
    return { subject, entries, more: found.length > last, names };
  });

/** Drafts are saved after every answer of an interview; they are no acts of the desk and would crowd out those. */
async function lastActions(db: Db, subject: HistorySubject, last: number): Promise<JournalEntry[]> {
  for (let asked = last; ; asked *= 4) {
    const found = await historyOf(db, subject, asked);
    const acts = found
      .map((entry) => ({ ...entry, changes: entry.changes.filter(({ table }) => table !== 'draft') }))
      .filter(({ changes }) => changes.length > 0);
    if (acts.length >= last || found.length < asked) return acts.slice(-last);
  }
}

function keysIn(changes: readonly JournalChange[], what: 'referral' | 'specialist'): number[] {
  const keys = changes.flatMap(({ table, row, before, after }) =>
    table === what ? [row] : [(after ?? before)?.[`${what}_id`]],
  );
  return [...new Set(keys.filter((key) => typeof key === 'number'))];
}

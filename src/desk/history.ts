import { historyOf, type JournalChange, type JournalEntry, type Subject } from '../records/history.ts';
import { familyId, isFamily } from '../records/referrals.ts';
import { type SubjectNames, subjectNames } from '../records/subject-names.ts';
import type { Db } from '../records/tables.ts';
import type { CalendarDate } from '../rules/time.ts';
import { addDays, startOfDay } from '../rules/zone.ts';
import { type Desk, look } from './desk.ts';

export type HistorySubject = Subject | null;

/** Which days, both included, and whose actions. */
export interface HistoryFilter {
  from: CalendarDate | null;
  until: CalendarDate | null;
  by: string | null;
}

export interface History {
  subject: HistorySubject;
  filter: HistoryFilter;
  /** First to last. */
  entries: JournalEntry[];
  /** Whether there are earlier ones than those asked for. */
  more: boolean;
  names: SubjectNames;
}

/** The last actions on a subject, or with `null` on everything, on these days and by this person. */
export const history = (
  desk: Desk,
  subject: HistorySubject,
  last: number,
  filter: HistoryFilter = { from: null, until: null, by: null },
): Promise<History> =>
  look(desk, async (db) => {
    const { zone } = desk.settings;
    const span = {
      from: filter.from ? startOfDay(filter.from, zone) : undefined,
      before: filter.until ? startOfDay(addDays(filter.until, 1), zone) : undefined,
      by: filter.by ?? undefined,
    };
    const found = await lastActions((asked) => historyOf(db, subject, asked, span), last + 1);
    const entries = found.slice(-last);
    return { subject, filter, entries, more: found.length > last, names: await namesIn(db, entries) };
  });

/** Drafts are saved after every answer of an interview; they are no acts of the desk and would crowd out those. */
async function lastActions(
  lastOf: (asked: number) => Promise<JournalEntry[]>,
  last: number,
): Promise<JournalEntry[]> {
  for (let asked = last; ; asked *= 4) {
    const found = await lastOf(asked);
    const acts = found
      .map((entry) => ({ ...entry, changes: entry.changes.filter(({ table }) => table !== 'draft') }))
      .filter(({ changes }) => changes.length > 0);
    if (acts.length >= last || found.length < asked) return acts.slice(-last);
  }
}

/** What the referrals and specialists are called that these actions speak of. */
export function namesIn(db: Db, entries: readonly JournalEntry[]): Promise<SubjectNames> {
  const changes = entries.flatMap((entry) => entry.changes);
  return subjectNames(db, {
    referrals: keysIn(changes, 'referral'),
    specialists: keysIn(changes, 'specialist'),
  });
}

function keysIn(changes: readonly JournalChange[], what: 'referral' | 'specialist'): number[] {
  const keys = changes.flatMap(({ table, row, before, after }) =>
    table === what
      ? [row]
      : // A transfer names two specialists.
        [`${what}_id`, `from_${what}_id`, `to_${what}_id`].map((column) => (after ?? before)?.[column]),
  );
  return [...new Set(keys.filter((key) => typeof key === 'number'))];
}

/** The family with this number as it is written (`F0042`), or `null` where there is none. */
export const familyNumbered = (desk: Desk, number: number): Promise<string | null> =>
  look(desk, async (db) => ((await isFamily(db, number)) ? familyId(number) : null));

import type { Instant } from '../rules/time.ts';
import type { ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { grouped, inChunks } from './columns.ts';
import { keyOfFamily, referralKey } from './referrals.ts';
import { specialistKey } from './specialists.ts';
import type { Db, JournalActionTable } from './tables.ts';

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
  /** The action that this one took back. */
  undoes: number | null;
  /** The action that took this one back, as things stand. */
  undoneBy: number | null;
  changes: JournalChange[];
}

export type Subject = { referral: ReferralNumber } | { specialist: SpecialistCode } | { family: string };

/** Only what was done from then on, before then, and by them. */
export interface Span {
  from?: Instant | undefined;
  before?: Instant | undefined;
  by?: string | undefined;
}

/** Rows that are written beside what somebody does: they are no acts of the desk. */
export const besideActs: readonly string[] = ['draft', 'place'];

/** Rows that are never taken back: what was given out to others can’t be called in again. */
export const staying: readonly string[] = ['report_release'];

/** What was done to a subject, or with `null` to everything, first to last. */
export async function historyOf(
  db: Db,
  subject: Subject | null,
  limit: number,
  { from, before, by }: Span = {},
): Promise<JournalEntry[]> {
  const changes = subject && (await changesOf(db, subject));
  let actions = db.selectFrom('journal_action').selectAll().orderBy('id', 'desc').limit(limit);
  if (changes) actions = actions.where('id', 'in', changes.clearSelect().select('action_id'));
  if (from) actions = actions.where('at', '>=', from);
  if (before) actions = actions.where('at', '<', before);
  if (by) actions = actions.where('who', 'in', [by, by.toUpperCase(), by.toLowerCase()]);
  return entries(db, (await actions.execute()).reverse(), changes);
}

/** The action with this number, or `null`. */
export async function actionOf(db: Db, action: number): Promise<JournalEntry | null> {
  const rows = await db.selectFrom('journal_action').selectAll().where('id', '=', action).execute();
  return (await entries(db, rows, null))[0] ?? null;
}

/** The number of the last action of this person that stands and took nothing back, or `null`. */
export async function lastActionBy(db: Db, who: string): Promise<number | null> {
  const gone = [...(await takenBack(db)).keys()];
  const found = await db
    .selectFrom('journal_action as a')
    .select('a.id')
    .where('a.who', '=', who)
    .where('a.undoes', 'is', null)
    .$if(gone.length > 0, (query) => query.where('a.id', 'not in', gone))
    .where((of) =>
      of.exists(
        of
          .selectFrom('journal_change as c')
          .select('c.id')
          .whereRef('c.action_id', '=', 'a.id')
          .where('c.table_name', 'not in', [...besideActs, ...staying]),
      ),
    )
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

export const keyOf = ({ table, row }: { table: string; row: number }): string => `${table} ${row}`;

/** Each row once: as it was before the first of these changes and as the last one left it. */
export function endStates(changes: readonly JournalChange[]): JournalChange[] {
  const ends = new Map<string, JournalChange>();
  for (const change of changes) {
    const first = ends.get(keyOf(change));
    ends.set(keyOf(change), first ? { ...first, after: change.after } : change);
  }
  return [...ends.values()];
}

/** The same without the rows that are as they were before. */
export const netChanges = (changes: readonly JournalChange[]): JournalChange[] =>
  endStates(changes).filter(({ before, after }) =>
    before && after
      ? Object.keys(after).some((column) => before[column] !== after[column])
      : before !== after,
  );

/** What a change made of a row: the row before and after it. */
export type Made = (was: Image | null, is: Image | null) => boolean;

/** Changed one of these columns; `null`: any. */
export const inColumns =
  (columns: readonly string[] | null): Made =>
  (was, is) =>
    columns === null || columns.some((column) => was?.[column] !== is?.[column]);

/** The last action that made such a change in a table, for a subject or with `null` for all, or `null`. */
export async function lastChangeTo(
  db: Db,
  subject: Subject | null,
  table: string,
  made: Made,
): Promise<JournalEntry | null> {
  const changes = subject ? await changesOf(db, subject) : db.selectFrom('journal_change').selectAll();
  const rows = await changes.where('table_name', '=', table).orderBy('id', 'desc').execute();
  const found = rows.find(({ before, after }) => made(imageOf(before), imageOf(after)));
  return found ? actionOf(db, found.action_id) : null;
}

/** Which actions are taken back as things stand, each with the one that did: what took one back can be taken back too. */
export async function takenBack(db: Db): Promise<Map<number, number>> {
  const undoing = await db
    .selectFrom('journal_action')
    .select(['id', 'undoes'])
    .where('undoes', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  const gone = new Map<number, number>();
  for (const { id, undoes } of undoing) if (!gone.has(id)) gone.set(undoes!, id);
  return gone;
}

async function changesOf(db: Db, subject: Subject) {
  const changes = db.selectFrom('journal_change').selectAll();
  if ('referral' in subject)
    return changes.where('referral_id', '=', await referralKey(db, subject.referral));
  if ('specialist' in subject)
    return changes.where('specialist_id', '=', await specialistKey(db, subject.specialist));
  const family = keyOfFamily(subject.family);
  return changes.where((e) =>
    e.or([
      e('referral_id', 'in', e.selectFrom('referral').select('id').where('family_id', '=', family)),
      e.and([e('table_name', '=', 'family'), e('row_id', '=', family)]),
    ]),
  );
}

type Changes = Awaited<ReturnType<typeof changesOf>>;

async function entries(
  db: Db,
  actions: readonly JournalActionTable[],
  changes: Changes | null,
): Promise<JournalEntry[]> {
  const wanted = changes ?? db.selectFrom('journal_change').selectAll();
  const rows = await inChunks(
    actions.map(({ id }) => id),
    (some) => wanted.where('action_id', 'in', some).orderBy('id').execute(),
  );
  if (changes) rows.push(...(await overridesIn(db, actions)));
  const rowsOf = grouped(rows.sort(byId), (row) => row.action_id);
  const gone = actions.length > 0 ? await takenBack(db) : new Map<number, number>();
  return actions.map((action) => ({
    action: action.id,
    at: action.at as Instant,
    who: action.who,
    command: action.command,
    note: action.note,
    clockWasSet: action.clock !== 'system',
    undoes: action.undoes,
    undoneBy: gone.get(action.id) ?? null,
    changes: (rowsOf.get(action.id) ?? []).map((row) => ({
      table: row.table_name,
      row: row.row_id,
      before: imageOf(row.before),
      after: imageOf(row.after),
    })),
  }));
}

const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id;

/**
 * A decision belongs to every family that it places, and so to none in the journal. One that goes past the plan places one
 * family, and is told with it; what it was decided on tells of all the others, and is left to the history of everything.
 */
async function overridesIn(db: Db, actions: readonly JournalActionTable[]) {
  const rows = await inChunks(
    actions.map(({ id }) => id),
    (some) =>
      db
        .selectFrom('journal_change')
        .selectAll()
        .where('action_id', 'in', some)
        .where('table_name', '=', 'decision')
        .execute(),
  );
  const told = rows.map((row) => ({ ...row, before: choiceIn(row.before), after: choiceIn(row.after) }));
  return told.filter(({ before, after }) => before ?? after);
}

/** Of the image of a decision past the plan, who took it and why; `null` of one by the plan. */
function choiceIn(text: string | null): string | null {
  const image = imageOf(text);
  if (image?.kind !== 'override') return null;
  const { facts: _facts, plan: _plan, ...choice } = image;
  return JSON.stringify(choice);
}

const imageOf = (text: string | null): Image | null => (text === null ? null : (JSON.parse(text) as Image));

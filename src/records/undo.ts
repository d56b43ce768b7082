import { makePlaces } from './cases.ts';
import { type Once, onlyOnce, type Reference, references, type Table } from './constraints.ts';
import {
  besideActs,
  endStates,
  type Image,
  type JournalChange,
  type JournalEntry,
  keyOf,
  staying,
  takenBack,
} from './history.ts';
import type { Writing } from './journal.ts';
import type { Db } from './tables.ts';

/** Why an action can't be taken back: the row it is about, and the later action that stands in the way. */
export interface Obstacle {
  kind: 'changed_again' | 'referred_to' | 'taken' | 'gone' | 'rests_on_status' | 'not_as_left' | 'erased';
  table: string;
  row: number;
  /** The last later action that did it; `null` where none is known. */
  action: number | null;
}

/** What of an action can be taken back, first to last. */
export const undoable = ({ changes }: Pick<JournalEntry, 'changes'>): JournalChange[] =>
  changes.filter(({ table }) => !besideActs.includes(table) && !staying.includes(table));

/** Everything that stands in the way of taking this action back, as the records are now. */
export async function obstaclesTo(db: Db, entry: JournalEntry): Promise<Obstacle[]> {
  const changes = undoable(entry);
  const erased = changes.filter(({ before, after }) => before === null && after === null);
  if (erased.length > 0)
    return erased.map(({ table, row }) => ({ kind: 'erased', table, row, action: null }));
  const later = await laterActions(db, entry.action);
  const touched = new Set(changes.map(keyOf));
  const found: Obstacle[] = [];
  for (const change of endStates(changes)) {
    const { table, row, before, after } = change;
    const add = (kind: Obstacle['kind'], action: number | null) => found.push({ kind, table, row, action });
    const again = await later.on(table, row);
    if (again !== null) add('changed_again', again);
    else if (!(await isAsLeft(db, change))) add('not_as_left', null);
    const others = before || after ? await inTheWay(db, change) : [];
    for (const other of others.filter((one) => !touched.has(keyOf(one))))
      add(before ? 'taken' : 'referred_to', await later.on(other.table, other.row));
    for (const other of await restingOn(db, change))
      if (!touched.has(keyOf(other))) add('referred_to', await later.on(other.table, other.row));
    for (const other of before ? await missing(db, change.table, before) : [])
      if (!touched.has(keyOf(other))) add('gone', await later.on(other.table, other.row));
    if (hasMoved(change)) {
      const resting = await later.restingOn(row);
      if (resting !== null) add('rests_on_status', resting);
    }
  }
  return found;
}

/** Makes every row what it was before the action. */
export async function takeBack(writing: Writing, entry: JournalEntry): Promise<void> {
  for (const { table, row, before } of undoable(entry).reverse()) {
    if (table === 'specialist' && before === null) await removePlaces(writing, row);
    if (table === 'service_case' && before) {
      await makePlaces(writing, before.specialist_id as number, before.place as number);
    }
    await writing.restore(table as Table, row, before);
  }
}

/** Places are made when they are first needed, by nobody in particular; they go with their specialist. */
async function removePlaces(writing: Writing, specialist: number): Promise<void> {
  const places = await writing.db
    .selectFrom('place')
    .select('id')
    .where('specialist_id', '=', specialist)
    .execute();
  for (const { id } of places) await writing.remove('place', id);
}

/** The actions after this one that still have an effect: neither taken back nor taking back one of these. */
async function laterActions(db: Db, action: number) {
  const gone = await takenBack(db);
  const changesAfter = () =>
    db
      .selectFrom('journal_change as c')
      .innerJoin('journal_action as a', 'a.id', 'c.action_id')
      .select(['a.id', 'a.undoes'])
      .where('c.action_id', '>', action)
      .orderBy('a.id', 'desc');
  const newest = (rows: readonly { id: number; undoes: number | null }[]) =>
    rows.find(({ id, undoes }) => !gone.has(id) && (undoes ?? 0) <= action)?.id ?? null;
  return {
    on: async (table: string, row: number) =>
      newest(await changesAfter().where('c.table_name', '=', table).where('c.row_id', '=', row).execute()),
    restingOn: async (referral: number) =>
      newest(
        await changesAfter()
          .where('c.referral_id', '=', referral)
          .where('c.table_name', 'in', decidedOnStatus)
          .where('c.before', 'is', null)
          .execute(),
      ),
  };
}

/** Rows that are added only while the referral stands where it does. */
const decidedOnStatus = [
  ...['screening', 'denial', 'fins_entry', 'fins_review', 'fcs_offer', 'service_case'],
  ...['case_goal', 'case_hours', 'case_staffing', 'case_extension', 'case_follow_up'],
];

const hasMoved = ({ table, before, after }: JournalChange): boolean =>
  table === 'referral' && before !== null && after !== null && before.status !== after.status;

async function isAsLeft(db: Db, { table, row, after }: JournalChange): Promise<boolean> {
  const now = (await rowsWhere(db, table, { id: row }))[0] ?? null;
  if (now === null || after === null) return now === after;
  return Object.entries(after).every(([column, value]) => !(column in now) || now[column] === value);
}

/** Rows that name one that would go, or that have what one that would come back needs for itself. */
async function inTheWay(db: Db, change: JournalChange): Promise<{ table: string; row: number }[]> {
  const { table, before, after } = change;
  const asked =
    before === null
      ? references.filter(({ to }) => to === table).map((one) => naming(one, after!))
      : onlyOnce.filter((once) => once.table === table).flatMap((once) => sharing(once, before) ?? []);
  const found = await Promise.all(
    asked.map(async ({ from, where }) =>
      (await rowsWhere(db, from, where)).map(({ id }) => ({ table: from, row: id as number })),
    ),
  );
  // A specialist’s places go along.
  return found.flat().filter((other) => keyOf(other) !== keyOf(change) && other.table !== 'place');
}

/** Rows that name this one by a value that it would no longer have. */
async function restingOn(db: Db, { table, before, after }: JournalChange) {
  if (!before || !after) return [];
  const asked = references
    .filter(({ to, means }) => to === table && means?.some((column) => before[column] !== after[column]))
    .map((one) => naming(one, after))
    // What names nothing is named by nobody.
    .filter(({ where }) => Object.values(where).every((value) => value !== null));
  const found = await Promise.all(
    asked.map(async ({ from, where }) =>
      (await rowsWhere(db, from, where)).map(({ id }) => ({ table: from, row: id as number })),
    ),
  );
  return found.flat();
}

/** The rows that this one names and that are not there. */
async function missing(db: Db, table: string, row: Image): Promise<{ table: string; row: number }[]> {
  const named = references
    .filter(({ from, means }) => from === table && !means)
    .map(({ to, columns }) => ({ table: to, row: row[columns[0]!] as number | null }))
    .filter((one): one is { table: Table; row: number } => one.row !== null);
  const found = await Promise.all(named.map((one) => rowsWhere(db, one.table, { id: one.row })));
  return named.filter((_, i) => found[i]!.length === 0);
}

const naming = ({ from, columns, means = ['id'] }: Reference, row: Image) => ({
  from,
  where: Object.fromEntries(columns.map((column, i) => [column, row[means[i]!]])),
});

function sharing({ table, columns, whileNull }: Once, row: Image) {
  if (whileNull && row[whileNull] !== null) return null;
  const where = Object.fromEntries(columns.map((column) => [column, row[column]]));
  return { from: table, where: { ...where, ...(whileNull && { [whileNull]: null }) } };
}

async function rowsWhere(db: Db, table: string, where: Image): Promise<Image[]> {
  let query = db.selectFrom(table as 'referral').selectAll();
  for (const [column, value] of Object.entries(where)) {
    query = query.where(column as 'id', value === null ? 'is' : '=', value as number);
  }
  return (await query.execute()) as unknown as Image[];
}

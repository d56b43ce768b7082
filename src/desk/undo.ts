import { actionOf, type JournalEntry, lastActionBy, staying } from '../records/history.ts';
import type { SubjectNames } from '../records/subject-names.ts';
import type { Db } from '../records/tables.ts';
import { type Obstacle, obstaclesTo, takeBack, undoable } from '../records/undo.ts';
import { actionInWords } from '../rules/in-words.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Desk, look } from './desk.ts';
import { namesIn } from './history.ts';
import { write } from './write.ts';

/** What would be taken back. */
export interface Undoing {
  entry: JournalEntry;
  names: SubjectNames;
  /** Somebody else did it: taking it back needs a reason. */
  isAnothers: boolean;
}

/**
 * The action with this number, or with `null` the last one of whoever acts, as it would be taken back. What only took
 * something back is passed over, so that one undo after another goes back step by step. Changes nothing; refuses
 * what `undo` refuses.
 */
export const considerUndo = (desk: Desk, action: number | null): Promise<Undoing> =>
  look(desk, async (db) => {
    const number = action ?? (await lastActionBy(db, desk.who));
    if (number === null) throw nothingToUndo(desk.who);
    const entry = await undoableAction(desk, db, number);
    return { entry, names: await namesIn(db, [entry]), isAnothers: entry.who !== desk.who };
  });

/**
 * Takes an action back as an action of its own: every row becomes what it was before. Refuses one that is taken back
 * already, one that later work depends on, and another person’s without a reason.
 */
export const undo = (
  desk: Desk,
  action: number,
  reason: string | null,
): Promise<{ undone: JournalEntry; by: number }> =>
  write(
    desk,
    async (writing) => {
      const undone = await undoableAction(desk, writing.db, action);
      if (undone.who !== desk.who && !reason?.trim()) throw reasonNeeded(undone);
      await takeBack(writing, undone);
      return { undone, by: writing.action };
    },
    reason?.trim() || undefined,
    action,
  );

async function undoableAction(desk: Desk, db: Db, number: number): Promise<JournalEntry> {
  const entry = await actionOf(db, number);
  const changes = entry ? undoable(entry) : [];
  if (entry?.changes.some(({ table }) => staying.includes(table))) throw givenOut(number);
  if (!entry || changes.length === 0) throw noSuchAction(number);
  if (entry.undoneBy !== null) throw undoneAlready(entry);
  const obstacles = await obstaclesTo(db, entry);
  if (obstacles.length > 0) throw await laterWork(desk, db, entry, obstacles);
  return { ...entry, changes };
}

const inTheWay: Record<Obstacle['kind'], string> = {
  changed_again: 'changed the same again',
  referred_to: 'added to what it added',
  taken: 'has taken its place since',
  gone: 'took away what it belongs to',
  rests_on_status: 'rests on where it put the referral',
  not_as_left: 'what it changed is no longer as it left it',
  erased: 'what it changed was erased',
};

/** Each later action once, and what stands in the way without one. */
async function laterWork(
  desk: Desk,
  db: Db,
  { action }: JournalEntry,
  obstacles: readonly Obstacle[],
): Promise<Refusal> {
  const byAction = new Map(obstacles.map((obstacle) => [obstacle.action ?? obstacle.kind, obstacle]));
  const actions = [...byAction.keys()].filter((key) => typeof key === 'number').sort((a, b) => a - b);
  const entries = await Promise.all(actions.map((number) => actionOf(db, number)));
  const named = entries.map(
    (entry) => `${actionInWords(entry!, desk.settings.zone)} ${inTheWay[byAction.get(entry!.action)!.kind]}`,
  );
  const unnamed = [...byAction.values()].filter((one) => one.action === null);
  const newest = actions.at(-1);
  return new Refusal({
    kind: 'rule',
    code: 'later_work',
    message: `Action ${action} can’t be taken back: later work depends on it.`,
    reasons: [...named, ...unnamed.map(({ kind }) => inTheWay[kind])],
    hint:
      newest === undefined
        ? `See what it did: iis history --last ${action}`
        : `If that is to go too, take the last of it back first: iis undo ${newest}`,
    details: { action, laterActions: actions },
  });
}

const nothingToUndo = (who: string) =>
  new Refusal({
    kind: 'not_found',
    code: 'nothing_to_undo',
    message: `${who} has done nothing that could be taken back.`,
    hint: 'See who did what: iis history',
  });

const noSuchAction = (number: number) =>
  new Refusal({
    kind: 'not_found',
    code: 'no_such_action',
    message: `There is no action ${number} that could be taken back.`,
    hint: 'See the actions with their numbers: iis history',
  });

const givenOut = (number: number) =>
  new Refusal({
    kind: 'rule',
    code: 'given_out',
    message: `With action ${number} a report was given out to others: that can’t be called in again.`,
    hint: 'What was given out is kept, so that later reports don’t tell what it hid.',
    details: { action: number },
  });

const undoneAlready = ({ action, undoneBy }: JournalEntry) =>
  new Refusal({
    kind: 'rule',
    code: 'undone_already',
    message: `Action ${action} was taken back already, by action ${undoneBy}.`,
    hint: `To have it again, take that back: iis undo ${undoneBy}`,
  });

const reasonNeeded = ({ action, who }: JournalEntry) =>
  new Refusal({
    kind: 'invalid',
    code: 'reason_needed',
    message: `Action ${action} is ${who}’s: taking it back needs a reason.`,
    hint: 'Add --reason "…". It is kept.',
  });

import type { History } from '../../desk/history.ts';
import type { Image, JournalChange, JournalEntry } from '../../records/history.ts';

/** The actions with each row as it was and as it became. */
export const historyJson = ({ entries }: History) =>
  entries.map(({ action, at, who, command, note, clockWasSet, undoes, undoneBy, changes }) => ({
    action,
    at,
    who,
    command,
    note,
    clockWasSet,
    undoes,
    undoneBy,
    changes: changes.map(changeJson),
  }));

/** What was taken back, by which action. */
export const undoneJson = ({ undone, by }: Undone) => ({
  undone: {
    action: undone.action,
    command: undone.command,
    at: undone.at,
    who: undone.who,
    changes: undone.changes.map(changeJson),
  },
  by,
});

export interface Undone {
  undone: JournalEntry;
  by: number;
}

const changeJson = ({ table, row, before, after }: JournalChange) => ({
  table: camelCase(table),
  row,
  before: camelCased(before),
  after: camelCased(after),
});

const camelCase = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const camelCased = (image: Image | null): Image | null =>
  image && Object.fromEntries(Object.entries(image).map(([column, value]) => [camelCase(column), value]));

import type { History } from '../../desk/history.ts';
import type { Image } from '../../records/history.ts';

/** The actions with each row as it was and as it became. */
export const historyJson = ({ entries }: History) =>
  entries.map(({ action, at, who, command, note, clockWasSet, changes }) => ({
    action,
    at,
    who,
    command,
    note,
    clockWasSet,
    changes: changes.map(({ table, row, before, after }) => ({
      table: camelCase(table),
      row,
      before: camelCased(before),
      after: camelCased(after),
    })),
  }));

const camelCase = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const camelCased = (image: Image | null): Image | null =>
  image && Object.fromEntries(Object.entries(image).map(([column, value]) => [camelCase(column), value]));

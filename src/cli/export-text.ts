import type { Room, Taking } from '../desk/export.ts';
import type { Column } from '../forms/csv/columns.ts';
import { byteOrderMark, csvHead, csvLines } from '../forms/csv/write-csv.ts';
import type { Zone } from '../rules/time.ts';
import { masked } from './views/masked.ts';
import { jsonSafe } from './views/safe-text.ts';

/** Takes the next part of what is exported; `false` when nobody wants more. */
export type Pouring = (text: string) => Promise<boolean>;

/** How records become text: before the first, some of them, and behind the last. */
export interface Format {
  begin(room: Room): string;
  records(some: readonly object[]): string;
  end(): string;
}

/** A table for spreadsheets. `isFile`: with the mark by which they know UTF-8. */
export function csvFormat(
  columnsFor: (room: Room) => Column[],
  flat: (record: never) => object,
  { zone, isFile, isPrivate }: { zone: Zone; isFile: boolean; isPrivate: boolean },
): Format {
  let columns: Column[] = [];
  return {
    begin: (room) => {
      columns = columnsFor(room);
      return (isFile ? byteOrderMark : '') + csvHead(columns, { isPrivate });
    },
    records: (some) =>
      csvLines(
        columns,
        some.map((record) => flat(record as never)),
        zone,
      ),
    end: () => '',
  };
}

/** One JSON array, a record a line. */
export function jsonFormat(): Format {
  let before = '[';
  return {
    begin: () => '',
    records: (some) =>
      some
        .map((record) => {
          const line = `${before}\n${jsonSafe(JSON.stringify(record))}`;
          before = ',';
          return line;
        })
        .join(''),
    end: () => (before === '[' ? '[]\n' : '\n]\n'),
  };
}

/** Pours records as they come, page by page; returns how many. With `isPrivate` people are initials. */
export async function pourRecords(
  source: (begin: (room: Room) => Taking<object>) => Promise<void>,
  format: Format,
  { isPrivate, pour }: { isPrivate: boolean; pour: Pouring },
): Promise<number> {
  let count = 0;
  let goesOn = true;
  let pending = '';
  await source((room) => {
    pending = format.begin(room);
    return async (page) => {
      count += page.length;
      goesOn = await pour(pending + format.records(isPrivate ? (masked(page) as object[]) : page));
      pending = '';
      return goesOn;
    };
  });
  if (goesOn) await pour(pending + format.end());
  return count;
}

import { stringify } from 'csv-stringify/sync';
import { type Instant, msOf, type Zone } from '../../rules/time.ts';
import { partsIn } from '../../rules/zone.ts';
import { type Column, initialsOnly } from './columns.ts';
import { guarded } from './formula-guard.ts';

/** Tells a spreadsheet that a file is UTF-8; a pipe does without. */
export const byteOrderMark = '\ufeff';

// The library leaves a lone line feed as it is where lines end in CR LF; semicolons and tabs part cells in some offices.
const quoted = /[\r\n;\t]|^\s|\s$/;

const lines = (rows: readonly string[][]): string =>
  stringify(rows as string[][], { record_delimiter: '\r\n', quoted_match: quoted });

/** The first line of a file; with initials only it can't be mistaken for one to read again. */
export const csvHead = (columns: readonly Column[], { isPrivate }: { isPrivate: boolean }): string =>
  lines([columns.map(({ heading }, i) => (isPrivate && i === 0 ? `${heading} ${initialsOnly}` : heading))]);

/**
 * The lines of records, each cell safe to open in a spreadsheet: days as 2026-10-05, times in the zone with their
 * distance from UTC, yes and no in words, lists with semicolons, and what is not known as nothing.
 */
export const csvLines = (columns: readonly Column[], records: readonly object[], zone: Zone): string => {
  const found = columns.map(({ path }) => ({
    steps: path.match(/\w+/g)!,
    inWords: path.endsWith('At') ? (value: unknown) => timeOf(value, zone) : cellOf,
  }));
  return lines(
    records.map((record) => found.map(({ steps, inWords }) => guarded(inWords(valueAt(record, steps))))),
  );
};

const valueAt = (record: object, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], record);

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(cellOf).join('; ');
  // A TAPA, whose date has a column of its own.
  return typeof value === 'object' ? 'yes' : String(value);
}

const timeOf = (value: unknown, zone: Zone): string =>
  typeof value === 'string' ? wallTime(value as Instant, zone) : '';

const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-10-05T09:00:00-05:00`: the time on the wall, and which moment it is. */
function wallTime(at: Instant, zone: Zone): string {
  const { date, hour, minute, second } = partsIn(at, zone);
  const wall = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
  const ahead = Math.round((Date.parse(`${wall}Z`) - msOf(at)) / 60_000);
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `${wall}${ahead < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

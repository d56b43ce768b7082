import { CsvError, parse } from 'csv-parse/sync';
import { refuseFile } from '../json-guard.ts';
import { initialsOnly, ownReferral, ownSpecialist } from './columns.ts';
import { unguarded } from './formula-guard.ts';

/** More rows in one file are a mistake, or are to be taken in several steps. */
const mostRows = 10_000;
const mostColumns = 1_000;

export interface CsvRow {
  /** As the spreadsheet counts it: the headings are row 1. */
  row: number;
  /** One for each heading. */
  cells: string[];
  /** Text behind the last heading: it has no column. */
  beyond: string[];
}

export interface CsvTable {
  headings: string[];
  rows: CsvRow[];
  /** Whether this program wrote it. */
  isOurs: boolean;
}

/**
 * The table in the text of a CSV file, its cells by commas, semicolons or tabs. Rows without any text are left out. The
 * guard before formulas is taken off where this program wrote the file. Refused: no table, quotation marks that don’t
 * close, no rows, more than 10,000 of them, and a file that was written with --private.
 */
export function parseCsv(text: string): CsvTable {
  const [first = [], ...others] = recordsOf(text);
  const headings = first.map((heading) => heading.trim());
  while (headings.at(-1) === '') headings.pop();
  if (headings[0]?.endsWith(initialsOnly)) {
    refuseFile(
      'The file was written with --private: it has initials instead of names.',
      'Export again without --private.',
    );
  }
  const isOurs = headings[0] === ownReferral || headings[0] === ownSpecialist;
  const rows = others
    .map((record, i) => ({ row: i + 2, record: isOurs ? record.map(unguarded) : record }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    .map(({ row, record }) => ({
      row,
      cells: headings.map((_, i) => record[i] ?? ''),
      beyond: record.slice(headings.length).filter((cell) => cell.trim() !== ''),
    }));
  requireRows(rows.length);
  return { headings: numbered(headings), rows, isOurs };
}

/** The second “Child name” is “Child name (2)”, so that each column can be named. */
const numbered = (headings: readonly string[]): string[] =>
  headings.map((heading, i) => {
    const before = headings.slice(0, i).filter((one) => one === heading).length;
    return before === 0 ? heading : `${heading} (${before + 1})`;
  });

function requireRows(count: number): void {
  if (count === 0)
    refuseFile(
      'The file has no rows below its headings.',
      'The first row names the columns, each row below is one record.',
    );
  if (count > mostRows)
    refuseFile(`The file has more than ${mostRows} rows.`, 'Split it into several files.');
}

function recordsOf(text: string): string[][] {
  const delimiter = delimiterOf(text);
  refuseWide(text, delimiter);
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: mostRows + 100,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuseFile(
      `The file is no table: a quotation mark in line ${Number(error.lines)} does not fit.`,
      'Save it again from the spreadsheet as CSV UTF-8.',
    );
  }
}

/** Before any cell is made: ten megabytes of commas would take hundreds of megabytes as cells. */
function refuseWide(text: string, delimiter: string): void {
  let columns = 1;
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '\n' || sign === '\r') columns = 1;
    else if (sign === delimiter) columns += 1;
    if (columns > mostColumns)
      refuseFile(
        `The file has more than ${mostColumns} columns.`,
        'Export it again, with its columns alone.',
      );
  }
}

/** What parts the headings most often, outside of quotation marks. */
function delimiterOf(text: string): string {
  const [first = ''] = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1);
  const count = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

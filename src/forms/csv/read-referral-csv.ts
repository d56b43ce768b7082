import type { FormReading } from '../../rules/intake.ts';
import type { FormFacts } from '../field-values.ts';
import { refuseFile } from '../json-guard.ts';
import { type Tables, tablesFor, tablesForOwnText } from '../referral-fields.ts';
import { readReferralFields } from '../referral-json.ts';
import { keptAsNotes, workedOut } from './columns.ts';
import { recognisedReferral } from './headings.ts';
import { type CsvRow, type CsvTable, parseCsv } from './parse-csv.ts';

/** What is done with a column: taken as a field, kept as a note with each referral (`null`), or left out. */
export type ColumnUse = string | null | typeof leftOut;
export const leftOut = '-';

/** A row as it was read. */
export interface CsvReferral {
  row: number;
  reading: FormReading;
  /** The row as it stood, `heading: text` for each cell that is filled. */
  text: string;
  /** The number and the time of receipt that it had where the file was written; `null` in files of other programs. */
  before: { id: string; receivedAt: string | null } | null;
}

/**
 * Reads referrals from the text of a CSV file (decoded before), a row each, by the headings of its columns. A value that
 * can't be taken is `null` and a problem with the text as it stood; a column that is not known is a leftover
 * `heading: value`. The whole file is refused (a `Refusal` of kind `invalid`) as `parseCsv` says, and when none of its
 * columns is a field of a referral.
 */
export const readReferralCsv = (text: string, facts: FormFacts): FormReading[] => {
  const table = parseCsv(text);
  const uses = recognisedReferral(table.headings);
  if (uses.every((use) => use === null)) {
    refuseFile(
      'No column of the file is a field of a referral.',
      'The first row names the columns, such as Caregiver name, Child 1 name, County.',
    );
  }
  return readReferralRows(table, uses, facts).map(({ reading }) => reading);
};

/** Reads the rows of a table whose columns are used so. */
export function readReferralRows(
  { headings, rows, isOurs }: CsvTable,
  uses: readonly ColumnUse[],
  facts: FormFacts,
): CsvReferral[] {
  const tables = isOurs ? tablesForOwnText(facts) : tablesFor(facts);
  const columns = headings.map((heading, i) => ({ heading, use: uses[i] ?? null }));
  const at = (path: string) => uses.indexOf(path);
  return rows.map((row) => ({
    row: row.row,
    reading: readRow(row, columns, tables),
    text: columns
      .flatMap(({ heading }, i) => (row.cells[i] ? [`${heading}: ${row.cells[i]}`] : []))
      .join('\n'),
    before: isOurs
      ? { id: row.cells[at('id')] ?? '', receivedAt: row.cells[at('receivedAt')] ?? null }
      : null,
  }));
}

type Columns = readonly { heading: string; use: ColumnUse }[];

const noteHeadings = new Map(keptAsNotes.map(({ path, heading }) => [path, heading]));
const needless = new Set(workedOut.map(({ path }) => path));

function readRow({ cells, beyond }: CsvRow, columns: Columns, tables: Tables): FormReading {
  const fields: Record<string, unknown> = {};
  const before: string[] = [];
  const notes: string[] = [];
  for (const [i, { heading, use }] of columns.entries()) {
    const cell = cells[i]!;
    if (cell.trim() === '' || use === leftOut || (use !== null && needless.has(use))) continue;
    const note = use === null ? heading : noteHeadings.get(use);
    if (use === 'leftovers') before.push(...cell.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== ''));
    else if (use === 'status' && cell === newStatus) continue;
    else if (note !== undefined || use === null) notes.push(`${note}: ${cell}`);
    else put(fields, use.match(/\w+/g)!, answered.has(use) ? inFull(cell) : cell);
  }
  const { leftovers, ...reading } = readReferralFields(withTapa(fields), tables, { numbered: true });
  return { ...reading, leftovers: [...new Set([...leftovers, ...before, ...notes, ...beyond])] };
}

/** Tells nothing: so does every referral begin. */
const newStatus = 'received';

const answered = new Set(['interpreterArranged', 'familyAgrees', 'safetyConcern', 'tapa']);
const inFull = (answer: string): string => answer.replace(/^\s*y\s*$/i, 'yes').replace(/^\s*n\s*$/i, 'no');

/** Puts a value where its path says; the paths are of a closed set. People who are not named keep their place. */
function put(into: Record<string, unknown>, [list = '', place, field]: string[], value: string): void {
  if (place === undefined) into[list] = value;
  else if (field === undefined) into[`${list}.${place}`] = value;
  else {
    const people = (into[list] ?? []) as Record<string, string>[];
    into[list] = people;
    while (people.length <= Number(place)) people.push({});
    people[Number(place)]![field] = value;
  }
}

/** Of `submitter.name` and the like one object; a TAPA with a date is one whatever stands beside it. */
function withTapa(flat: Record<string, unknown>): Record<string, unknown> {
  const submitter = Object.entries(flat).flatMap(([key, value]) => {
    const name = /^submitter\.(\w+)$/.exec(key)?.[1];
    return name ? [[name, value] as const] : [];
  });
  const plain = Object.entries(flat).filter(([key]) => !key.includes('.'));
  const date = flat['tapa.date'];
  return {
    ...Object.fromEntries(plain),
    ...(submitter.length > 0 && { submitter: Object.fromEntries(submitter) }),
    ...(date !== undefined && { tapa: { date } }),
  };
}

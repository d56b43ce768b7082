import { type Deskless, today } from '../desk/desk.ts';
import { type IncomingRow, problemsIn } from '../desk/import-referrals.ts';
import type { SpecialistRow } from '../desk/import-specialists.ts';
import { unsound } from '../desk/specialists.ts';
import { expectedOf } from '../forms/csv/expected.ts';
import type { CsvRow, CsvTable } from '../forms/csv/parse-csv.ts';
import { Refusal } from '../rules/refusal.ts';
import { specialistCode } from '../rules/specialist-facts.ts';
import { parsePlainDate } from '../rules/typed-date.ts';
import { defaultFacts } from './commands/specialist/add.ts';
import { readSpecialistTexts, type SpecialistFlags } from './specialist-flags.ts';

/** A cell that can't be taken, or a whole row. */
export interface RowFault {
  row: number;
  /** Its heading; `null` where it is about the whole row. */
  column: string | null;
  /** What stood there. */
  text: string | null;
  /** Why it can't be taken, or what should stand there. */
  message: string;
}

/** Everything in the rows of referrals that can’t be taken. */
export function referralFaults(
  desk: Deskless,
  table: CsvTable,
  uses: readonly string[],
  rows: readonly IncomingRow[],
): RowFault[] {
  return problemsIn(desk, rows).map(({ row, problem }) => {
    if (problem === null) return { row, column: null, text: null, message: 'It names nobody.' };
    const at = [problem.field, `${problem.field}.date`].map((path) => uses.indexOf(path)).find((i) => i >= 0);
    const message = `Give ${expectedOf(problem.field)}.`;
    return { row, column: table.headings[at ?? -1] ?? problem.field, text: problem.text, message };
  });
}

// What the fields of a table are called among the flags.
const flagOf: Record<string, keyof SpecialistFlags> = {
  name: 'name',
  agency: 'agency',
  supervisor: 'supervisor',
  program: 'program',
  circuits: 'circuit',
  counties: 'county',
  languages: 'language',
  takes: 'takes',
  phone: 'phone',
  email: 'email',
};
const listed = new Set(['circuits', 'counties', 'languages', 'takes']);

export interface SpecialistRows {
  rows: SpecialistRow[];
  faults: RowFault[];
}

/** The specialists in the rows, what is not given as it goes without saying; and everything that can’t be taken. */
export function specialistRows(desk: Deskless, table: CsvTable, uses: readonly string[]): SpecialistRows {
  const read = table.rows.map((row) => specialistIn(desk, table, uses, row));
  const rows = read.flatMap(({ specialist }) => specialist ?? []);
  const twice = rows.filter(({ code }, i) => rows.findIndex((other) => other.code === code) !== i);
  const column = table.headings[uses.indexOf('code')] ?? 'code';
  const again = twice.map(({ row, code }) => ({
    row,
    column,
    text: code,
    message: 'Another row has this code.',
  }));
  const faults = [...read.flatMap((one) => one.faults), ...again];
  return { rows, faults: faults.sort((a, b) => a.row - b.row) };
}

function specialistIn(
  desk: Deskless,
  { headings }: CsvTable,
  uses: readonly string[],
  { row, cells, beyond }: CsvRow,
): { specialist: SpecialistRow | null; faults: RowFault[] } {
  const cellOf = (field: string) => cells[uses.indexOf(field)]?.trim() ?? '';
  const fault = (field: string, message: string): RowFault => ({
    row,
    column: headings[uses.indexOf(field)] ?? field,
    text: cellOf(field) || null,
    message,
  });
  const code = specialistCode(cellOf('code'));
  const { facts: given, faults } = readSpecialistTexts(textsOf(cellOf), desk.programs, () => '');
  const facts = { ...defaultFacts(desk), ...given, name: given.name ?? '' };
  const fieldOf = (flag: string) => Object.keys(flagOf).find((field) => flagOf[field] === flag) ?? flag;
  const ended = endIn(desk, cellOf('ended.on'), cellOf('ended.reason'));
  const all = [
    ...(ended === 'unreadable' ? [fault('ended.on', 'Give a date such as 10/3/2026.')] : []),
    ...('refused' in code ? [fault('code', code.refused)] : []),
    ...(facts.name === '' ? [fault('name', 'A specialist has a name.')] : []),
    ...faults.map((one) => fault(fieldOf(one.fact), one.fault.replace(/^: /, ''))),
    ...(faults.length === 0 ? unsound(facts).map((message) => fault('circuits', message)) : []),
    ...beyond.map((text) => ({ row, column: null, text, message: 'It stands behind the last column.' })),
  ];
  if (!('code' in code) || ended === 'unreadable' || all.length > 0) return { specialist: null, faults: all };
  return { specialist: { row, code: code.code, facts, ended }, faults: [] };
}

function endIn(desk: Deskless, on: string, reason: string): SpecialistRow['ended'] | 'unreadable' {
  if (on === '') return null;
  const typed = parsePlainDate(on, today(desk));
  return 'date' in typed ? { on: typed.date, reason: reason || null } : 'unreadable';
}

const textsOf = (cellOf: (field: string) => string): SpecialistFlags =>
  Object.fromEntries(
    Object.entries(flagOf).flatMap(([field, flag]) => {
      const cell = cellOf(field);
      if (cell === '') return [];
      return [
        [
          flag,
          listed.has(field)
            ? cell
                .split(/[;,\n]/)
                .map((part) => part.trim())
                .filter(Boolean)
            : cell,
        ],
      ];
    }),
  );

/** At most so many are named on a screen; scripts get all. */
const mostNamed = 20;

/**
 * Refuses a table with every cell that can’t be taken, with `isPrivate` without what stands there; and with the columns
 * that are not known: what seems to be missing may stand in them.
 */
export function refuseRows(
  faults: readonly RowFault[],
  { unknown, isPrivate }: { unknown: readonly string[]; isPrivate: boolean },
): void {
  if (faults.length === 0) return;
  const named = faults.slice(0, mostNamed).map((fault) => inWords(fault, isPrivate));
  const more = faults.length - named.length;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_rows',
    message: `The file has ${faults.length === 1 ? 'something' : `${faults.length} things`} that can’t be taken; nothing was saved.`,
    reasons: [
      ...named,
      ...(more > 0 ? [`And ${more} more; --json names them all.`] : []),
      ...unknownInWords(unknown),
    ],
    hint: 'Correct the file, or say what a column is: --map "Heading=field", with - to leave it out.',
    details: { errors: faults },
  });
}

const unknownInWords = (unknown: readonly string[]): string[] => {
  const named = unknown.slice(0, mostNamed).map((heading) => `“${heading.slice(0, 60)}”`);
  const more = unknown.length - named.length;
  if (named.length === 0) return [];
  return [`Columns that are not known: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
};

const inWords = ({ row, column, text, message }: RowFault, isPrivate: boolean): string => {
  const stood = text === null || isPrivate ? '' : ` “${text.slice(0, 60)}”:`;
  return column === null ? `Row ${row}:${stood} ${message}` : `Row ${row}, ${column}:${stood} ${message}`;
};

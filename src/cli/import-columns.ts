import { leftOut } from '../forms/csv/read-referral-csv.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Settings } from '../rules/settings.ts';
import type { Session } from './session.ts';

/** What becomes of a column: a field, kept as a note, or left out. */
export const asNote = 'note';

/** A kind of table that can be imported. */
export interface TableKind {
  name: 'referrals' | 'specialists';
  fields: readonly string[];
  /** The field that each heading is by itself, `null` where it is not known. */
  recognised: (headings: readonly string[]) => (string | null)[];
  /** Whether a column that is no field can be kept with the record. */
  takesNotes: boolean;
  /** The fields to choose from on a terminal, with their words. */
  choices: readonly { value: string; label: string }[];
}

export interface ColumnUses {
  /** By column: a field, `note`, or `-`. */
  uses: string[];
  /** The columns that nobody knew or asked for, kept as notes. */
  unknown: string[];
  /** What is to be remembered for tables with these headings. */
  remember: Partial<Settings>;
}

/**
 * What each column of a table is: as `--map` says, else as was said of such a table before, else as its heading tells;
 * what is then still not known is asked on a terminal. Refuses what `--map` can't mean, two columns of one field, and, where
 * no notes are kept, columns that nobody knows.
 */
export async function columnUses(
  session: Session,
  kind: TableKind,
  headings: readonly string[],
  settings: Settings,
  maps: readonly string[],
): Promise<ColumnUses> {
  const key = `${kind.name}: ${[...headings].sort().join(' | ')}`;
  const before = settings.tableColumns[key] ?? {};
  const said: Record<string, string> = { ...before, ...mapsOf(kind, headings, maps) };
  const known = kind.recognised(headings);
  const found = headings.map((heading, i) => said[heading] ?? fieldUnlessSaid(known[i] ?? null, said));
  for (const [i, heading] of headings.entries()) {
    if (found[i] !== null || !session.canAsk) continue;
    found[i] = await askColumn(session, kind, heading, found);
    said[heading] = found[i];
  }
  requireOneEach(headings, found);
  const unknown = headings.filter((_, i) => found[i] === null);
  if (!kind.takesNotes && unknown.length > 0) throw unknownColumns(kind, unknown);
  const isNew = JSON.stringify(said) !== JSON.stringify(before);
  return {
    uses: found.map((use) => use ?? asNote),
    unknown,
    remember: isNew ? { tableColumns: { ...settings.tableColumns, [key]: said } } : {},
  };
}

/** What a heading tells gives way to what was said of another column. */
const fieldUnlessSaid = (field: string | null, said: Record<string, string>): string | null =>
  field !== null && Object.values(said).includes(field) ? null : field;

function mapsOf(
  kind: TableKind,
  headings: readonly string[],
  maps: readonly string[],
): Record<string, string> {
  const faults: string[] = [];
  const pairs = maps.flatMap((map) => {
    const [, heading = '', typed = ''] = /^(.*)=(.*)$/s.exec(map) ?? [];
    const named = headings.find((one) => one.toLowerCase() === heading.trim().toLowerCase());
    const use = useOf(kind, typed.trim());
    if (named === undefined) faults.push(`--map: The file has no column “${heading.slice(0, 40)}”.`);
    else if (use === null) faults.push(`--map: “${typed.slice(0, 40)}” is no field of ${kind.name}.`);
    else return [[named, use] as const];
    return [];
  });
  if (faults.length === 0) return Object.fromEntries(pairs);
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_columns',
    message: 'Some columns can’t be taken so; nothing was saved.',
    reasons: [...faults, `The columns: ${headings.join(', ')}.`],
    hint: `Say it as --map "Heading=field", with - to leave a column out. Fields: ${fieldsOf(kind)}`,
  });
}

/** Of several people only the first: the others are counted in the same way. */
const fieldsOf = ({ choices }: TableKind): string =>
  `${choices
    .map(({ value }) => value)
    .filter((value) => !/\[[1-9]\d*\]/.test(value))
    .join(', ')}.`;

function useOf(kind: TableKind, typed: string): string | null {
  if (typed === leftOut || (typed === asNote && kind.takesNotes)) return typed;
  return kind.fields.find((field) => field === typed) ?? kind.recognised([typed])[0] ?? null;
}

async function askColumn(
  session: Session,
  kind: TableKind,
  heading: string,
  found: readonly (string | null)[],
): Promise<string> {
  const ask = await session.ask();
  const chosen = await ask.choose({
    message: `What is in the column “${heading}”?`,
    search: true,
    choices: [
      ...(kind.takesNotes ? [{ value: asNote, label: 'Keep it as a note with each referral' }] : []),
      { value: leftOut, label: 'Leave it out' },
      ...kind.choices.filter(({ value }) => !found.includes(value)),
    ],
  });
  return chosen as string;
}

function requireOneEach(headings: readonly string[], found: readonly (string | null)[]): void {
  const isField = (use: string | null) => use !== null && use !== leftOut && use !== asNote;
  const twice = found.flatMap((use, i) => {
    const first = found.indexOf(use);
    return isField(use) && first !== i ? [`“${headings[first]}” and “${headings[i]}” are both ${use}.`] : [];
  });
  if (twice.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_columns',
    message: 'Two columns can’t be one field; nothing was saved.',
    reasons: twice,
    hint: 'Say which one it is: --map "Heading=field", and - for the other.',
  });
}

const unknownColumns = (kind: TableKind, unknown: readonly string[]): Refusal =>
  new Refusal({
    kind: 'invalid',
    code: 'unknown_columns',
    message: 'It is not known what these columns are; nothing was saved.',
    reasons: unknown.map((heading) => `“${heading.slice(0, 60)}”`),
    hint: `Say it with --map "Heading=field", or - to leave it out. Fields: ${fieldsOf(kind)}`,
    details: { columns: unknown },
  });

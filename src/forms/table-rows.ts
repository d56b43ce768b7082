import { hasWords } from './clean-text.ts';
import { type Label, labelsIn, withShortLabels } from './labels.ts';

/** A cell: its lines. */
export type Cell = string[];

const bare = (text: string): string => text.replace(/[\s:：*]+$/u, '').trim();

/** The label that a text is and nothing else; `null` for other text. */
const labelOf = (text: string): Label | null => {
  const folded = bare(withShortLabels(text));
  const [label, another] = labelsIn(folded);
  // "Mother" in a cell of its own is what somebody is.
  if (!label || another || (label.party === 'other' && label.field === null)) return null;
  return label.start <= 2 && label.end >= folded.length ? label : null;
};

/** A cell on one line, with a colon behind the label that it is or begins with. */
const inLine = (cell: Cell): string => {
  const [first = '', ...rest] = cell.filter((line) => line.trim() !== '');
  if (!labelOf(first)) return [first, ...rest].join(' ');
  return `${bare(first)}: ${rest.join(' ')}`;
};

/** A cell that holds a piece of a form itself, as in a table that only sets text beside text. */
const isForm = (cell: Cell): boolean =>
  cell.filter((line) => labelsIn(withShortLabels(line)).some(({ leads }) => leads)).length > 1;

/** A row as the line of a form that says the same; the last cell may go on below it. */
const formLine = (cells: readonly Cell[]): string[] => {
  if (cells.some(isForm)) return cells.flatMap((cell) => (isForm(cell) ? cell : [inLine(cell)]));
  const last = cells.at(-1) ?? [];
  const before = cells.slice(0, -1).map(inLine);
  const [first = '', ...rest] = last;
  const goesOn = rest.length > 0 && !labelOf(first);
  const line = [...before, goesOn ? first : inLine(last)].reduce((left, right) =>
    left.endsWith(': ') ? left + right : `${left}    ${right}`,
  );
  return goesOn ? [line, ...rest] : [line];
};

const isHeading = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && cells.every((cell) => cell.length === 1 && labelOf(cell[0]!) !== null);

const isValues = (cells: readonly Cell[], heading: readonly Cell[]): boolean =>
  cells.length === heading.length && cells.every((cell) => !cell.some((line) => labelOf(line)));

const nameFor = { caregiver: 'Caregiver’s name', child: 'Child’s name' } as const;

/** The label for a name where the heading does not say whose: only a caregiver has a phone, only a submitter an office. */
const personOf = (labels: readonly Label[], above: string): string => {
  const told = labelOf(above)?.party;
  const fields = labels.map(({ field }) => field);
  if (labels.some(({ party }) => party !== null) || fields.includes('organization')) return '';
  if (told === 'child' || told === 'caregiver') return nameFor[told];
  return fields.some((field) => field === 'phone' || field === 'address') ? nameFor.caregiver : nameFor.child;
};

const underHeading = (heading: readonly Cell[], values: readonly Cell[], above: string): string => {
  const labels = heading.map(([text = '']) => labelOf(text)!);
  const person = personOf(labels, above);
  return values
    .map((cell, i) => {
      const { field, party } = labels[i]!;
      const label = field === 'name' && party === null && person ? person : bare(heading[i]![0]!);
      const value = cell.join(' ').trim();
      return hasWords(value) ? `${label}: ${value}` : '';
    })
    .filter(hasWords)
    .join('    ');
};

/**
 * The rows of a table as the lines of a form that says the same: labels beside their values, above them in the same
 * cell, or in a row of headings above rows of values. `above` is the line over the table, which may say whom it lists.
 */
export function tableLines(rows: readonly (readonly Cell[])[], above: string): string[] {
  let heading: readonly Cell[] | null = null;
  return rows.flatMap((row, i) => {
    const cells = row.map((cell) => cell.filter((line) => line.trim() !== ''));
    if (heading && isValues(cells, heading)) return [underHeading(heading, cells, above)];
    const below = rows[i + 1]?.map((cell) => cell.filter((line) => line.trim() !== ''));
    heading =
      isHeading(cells) && below && isValues(below, cells) && below.some((cell) => cell.length > 0)
        ? cells
        : null;
    return heading ? [] : formLine(cells);
  });
}

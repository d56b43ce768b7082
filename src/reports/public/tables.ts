import type { Given } from '../../records/releases.ts';
import { figuresOf } from '../in-words.ts';
import type { Cell, Report, Sentence } from '../report.ts';
import { partsOf } from '../sums-across.ts';
import { keyOf, type Whose } from './scopes.ts';

/** The counts of a report in one scope at one time, and how they hang together. */
export interface CountTable {
  report: string;
  whose: Whose;
  counts: ReadonlyMap<Cell, number>;
  /** The first is the sum of the others. */
  sums: readonly (readonly Cell[])[];
  /** The first is a part of the second, which may have more. */
  within: readonly (readonly [part: Cell, of: Cell])[];
  /** The first is no larger than the second: a sentence says so, where it is shown. */
  ranks: readonly (readonly [less: Cell, more: Cell])[];
}

export function tableOf(report: Report): CountTable {
  const figures = figuresOf(report);
  const counts = new Map(
    [...figures].flatMap(([at, figure]) => (figure.kind === 'count' ? [[at, figure.value] as const] : [])),
  );
  const within = [...figures.values()].flatMap((figure) =>
    (figure.kind === 'share' || figure.kind === 'interval') &&
    (counts.get(figure.part) ?? 0) <= (counts.get(figure.of) ?? -1)
      ? [[figure.part, figure.of] as const]
      : [],
  );
  const unsaid = partsOf.flatMap(({ part, of }) => {
    const [a, b] = [part, of].map((cell) => cell.slice(report.id.length + 1)) as [Cell, Cell];
    return part.startsWith(`${report.id}/`) && (counts.get(a) ?? 0) <= (counts.get(b) ?? -1)
      ? [[a, b] as const]
      : [];
  });
  return {
    report: report.id,
    whose: report.scope,
    counts,
    sums: report.sums.map(({ whole, parts }) => [whole, ...parts]),
    within: [...within, ...unsaid],
    ranks: report.headline.flatMap(({ largest }) => ranksOf(largest)),
  };
}

function ranksOf({ first, of }: NonNullable<Sentence['largest']> = { first: [], of: [] }): [Cell, Cell][] {
  const others = of.filter((cell) => !first.includes(cell));
  return first.flatMap((more, i): [Cell, Cell][] =>
    (i + 1 < first.length ? [first[i + 1]!] : others).map((less) => [less, more]),
  );
}

export const tableOfGiven = (given: Given): CountTable => ({
  report: given.report,
  whose: given,
  counts: given.counts,
  sums: given.sums,
  within: [],
  ranks: [],
});

/** How many; 0 where its section has no such row, `null` where the section is not there. */
export function countIn({ counts }: CountTable, cell: Cell): number | null {
  const value = counts.get(cell);
  if (value !== undefined) return value;
  const section = cell.slice(0, cell.indexOf('/') + 1);
  return [...counts.keys()].some((other) => other.startsWith(section)) ? 0 : null;
}

/** Whether the first is the sum of the others. */
export const holdsFor = ({ counts }: CountTable, [whole = '', ...parts]: readonly Cell[]): boolean =>
  counts.get(whole) === parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0);

/** Tables with the same one count the same, at different times. */
export const tableKey = ({ report, whose }: Pick<CountTable, 'report' | 'whose'>): string =>
  `${report} ${keyOf(whose)}`;

import type { Instant } from '../rules/time.ts';
import type { ProgramCode } from '../rules/words.ts';
import type { Writing } from './journal.ts';
import type { Db } from './tables.ts';

/** A report as it was given out to others. */
export interface Release extends Given {
  id: number;
  at: Instant;
  by: string;
}

export interface Given {
  report: string;
  sfy: number;
  /** `null`: all. */
  circuits: readonly number[] | null;
  program: ProgramCode | null;
  /** Counts of 1 to this many were hidden. */
  smallCells: number;
  /** Every count of it by where it stood, those that were hidden too: what changed since can’t be told without. */
  counts: ReadonlyMap<string, number>;
  hidden: ReadonlySet<string>;
  /** The sums that held between its counts: the whole, then its parts. */
  sums: readonly (readonly [whole: string, ...parts: string[]])[];
  /** The other figures that were shown, in words. */
  others: ReadonlyMap<string, string>;
}

/** What was given out of this year, first to last. */
export async function releasesOf(db: Db, sfy: number): Promise<Release[]> {
  const rows = await db
    .selectFrom('report_release')
    .selectAll()
    .where('sfy', '=', sfy)
    .orderBy('id')
    .execute();
  return rows.map(({ id, at, by, report, circuits, program, figures }) => ({
    id,
    at: at as Instant,
    by,
    report,
    sfy,
    circuits: circuits === null ? null : JSON.parse(circuits),
    program,
    ...unfolded(JSON.parse(figures)),
  }));
}

export const keepRelease = (writing: Writing, given: Given): Promise<number> =>
  writing.insert('report_release', {
    at: writing.at,
    by: writing.who,
    report: given.report,
    sfy: given.sfy,
    circuits: given.circuits === null ? null : JSON.stringify(given.circuits),
    program: given.program,
    figures: JSON.stringify(folded(given)),
  });

/** As it is kept: where a count stands is written once, and named by its place from then on. */
interface Folded {
  smallCells: number;
  cells: string[];
  counts: number[];
  hidden: number[];
  sums: number[][];
  others: Record<string, string>;
}

function folded({ smallCells, counts, hidden, sums, others }: Given): Folded {
  const cells = [...counts.keys()];
  const places = new Map(cells.map((cell, i) => [cell, i]));
  const place = (cell: string) => places.get(cell)!;
  return {
    smallCells,
    cells,
    counts: [...counts.values()],
    hidden: [...hidden].map(place),
    sums: sums.map((sum) => sum.map(place)),
    others: Object.fromEntries(others),
  };
}

function unfolded({ smallCells, cells, counts, hidden, sums, others }: Folded) {
  const cell = (place: number) => cells[place]!;
  return {
    smallCells,
    counts: new Map(cells.map((at, i) => [at, counts[i]!])),
    hidden: new Set(hidden.map(cell)),
    sums: sums.map((sum) => sum.map(cell) as [string, ...string[]]),
    others: new Map(Object.entries(others)),
  };
}

import type { CalendarDate, Instant } from '../rules/time.ts';
import type { ProgramCode } from '../rules/words.ts';

/**
 * Figures made from records, as a value. The screen, the page, the table and the JSON are all made from it, so that they
 * show the same figures to the digit.
 */
export interface Report {
  id: ReportId;
  title: string;
  scope: Scope;
  madeAt: Instant;
  /** What a tired reader takes away: a sentence or two. */
  headline: readonly Sentence[];
  sections: readonly Section[];
  /** Sums that hold between figures: what is hidden must not follow from what is shown. */
  sums: readonly Sum[];
  /** Said of the report as a whole. */
  notes: readonly string[];
  /** It may be given out: counts of 1 to this many are hidden, and what would tell them. Not there where nothing is hidden. */
  smallCells?: number;
}

export const reportIds = ['year', 'outcomes', 'timeliness', 'fund', 'capacity'] as const;
export type ReportId = (typeof reportIds)[number];

/** Text that speaks of figures only by where they stand, so that it can say nothing that the tables hide. */
export interface Sentence {
  parts: readonly (string | Mention)[];
  /** Where it says which counts are the largest: these, the largest first, of those. It tells that the others are no larger. */
  largest?: { first: readonly Cell[]; of: readonly Cell[] };
}

/** A figure in a sentence, with the word for what it counts: `1 family`, `2 families`; `#` is its place: `there is #`. */
export interface Mention {
  at: Cell;
  one?: string;
  many?: string;
}

/** ``sentence`${{ at: accepted, one: 'family', many: 'families' }} accepted (${acceptedShare}).` `` */
export const sentence = (texts: readonly string[], ...mentions: readonly (Cell | Mention)[]): Sentence => ({
  parts: texts.flatMap((text, i) => {
    const mention = mentions[i];
    return mention === undefined ? [text] : [text, typeof mention === 'string' ? { at: mention } : mention];
  }),
});

/** What a report is about. */
export interface Scope {
  /** The state fiscal year by the year in which it ends. */
  sfy: number;
  from: CalendarDate;
  /** The first day after it. */
  before: CalendarDate;
  /** `null`: all of them. */
  circuits: readonly number[] | null;
  /** `null`: all of them. */
  program: ProgramCode | null;
}

/** A table of a report. */
export interface Section {
  /** Stable, for scripts: `outcome`. */
  id: string;
  title: string;
  /** How its figures count, in a sentence or two. */
  counts: string;
  columns: readonly { id: string; title: string }[];
  rows: readonly ReportRow[];
  /** The rows stand by size, and those of each row at level 1 among each other. Where one is hidden, they stand by their titles. */
  bySize?: true;
  chart?: Chart;
}

export interface ReportRow {
  /** Stable, for scripts, and unique in its section: `accepted`. */
  id: string;
  title: string;
  /** 1: a part of the row above that stands at 0. */
  level?: 0 | 1;
  /** One a column; `null` where there is nothing to say. */
  figures: readonly (Figure | null)[];
}

/** How a section is best looked at. What it shows stands in the section’s own rows; nothing in it is a figure. */
export interface Chart {
  /** `bars`: one a row · `months`: a row a month · `lines`: a row a step, each column a line. */
  kind: 'bars' | 'months' | 'lines';
  /** The columns that are drawn. */
  of: readonly string[];
  /** The rows that are drawn; else all of them. */
  rows?: readonly string[];
  /** What it shows, for who can’t see it. */
  says: string;
  /** What stands along its axes; nothing where the table says it. */
  axes?: { x?: string; y?: string };
  /** The column that has the interval around a drawn one, by the drawn one’s id. */
  intervals?: Readonly<Record<string, string>>;
  /** What is to be reached or not passed: one level for all rows, where it stands, or the column with each row’s own. */
  target?: { title: string; at: Cell } | { title: string; column: string };
  /** A row that is pointed at, such as today’s number of specialists, and what is written there: `today`. */
  mark?: { row: string; says: string };
}

/** Where a figure stands: `section/row/column`. */
export type Cell = string;

/** The figure at `whole` is the sum of those at `parts`. */
export interface Sum {
  whole: Cell;
  parts: readonly Cell[];
}

/** A figure as it is given out: its `value` is rounded as it is shown, and nothing shows more of it. */
export type Figure =
  /** So many families, children, referrals, … */
  | { kind: 'count'; value: number }
  /** Percent, to one decimal: of the count at `part` in the count at `of`. */
  | { kind: 'share'; value: number; part: Cell; of: Cell }
  /** The ends of the 95 % interval of such a share, in percent to one decimal. */
  | { kind: 'interval'; low: number; high: number; part: Cell; of: Cell }
  /** Taken from as many records as the count at `from` says; `extreme` where it is that of one of them. */
  | { kind: 'measure'; value: number; unit: Unit; from: Cell; extreme?: true }
  /** Whole cents, of as many records as the count at `from` says. */
  | { kind: 'money'; cents: number; from: Cell }
  /** Follows from policy, or from a calculation with the counts at `from`: who has it can calculate back. `decimals` are always shown. */
  | { kind: 'number'; value: number; unit: Unit | null; from?: readonly Cell[]; decimals?: number }
  /** `from` as with a number: `too few to say` tells of a count, too. */
  | { kind: 'words'; words: string; from?: readonly Cell[] }
  /** Not given out, since it is small or would tell one that is. */
  | { kind: 'hidden' };

export type Unit = 'hours' | 'business hours' | 'days' | 'weeks' | 'percent' | 'families a year' | 'dollars';

export const cell = (section: string, row: string, column: string): Cell => `${section}/${row}/${column}`;

import type { Highs } from 'highs';
import type { Release } from '../../records/releases.ts';
import { isSmall, type Limits, leastOf, type Puzzle, type Term } from '../../rules/figures/hiding/puzzle.ts';
import type { Cell, Sum } from '../report.ts';
import { coupleScopes } from './couple-scopes.ts';
import { inEachRow } from './in-each-row.ts';
import { nameOf, type PuzzleBuilder, puzzleBuilder } from './puzzle-builder.ts';
import { keyOf } from './scopes.ts';
import { type CountTable, countIn, holdsFor, tableKey, tableOfGiven } from './tables.ts';

/** What is known of the year, from which small counts must not follow. */
export interface Known {
  /** The report that is to be given out. */
  asked: CountTable;
  /** As they stand now: what was given out before in other scopes, or of other reports. */
  others: readonly CountTable[];
  releases: readonly Release[];
  /** The sums between reports, and whether they are taken to hold in pieces of scopes, too. */
  across: readonly Sum[];
  acrossPieces: boolean;
  /** A number from 0 to 1 that nobody can foresee. */
  chance: () => number;
}

/** The puzzle that somebody has who was given everything, and where in it the counts of the asked report are. */
export function puzzleOf(
  highs: Highs,
  known: Known,
  limits: Limits,
): { puzzle: Puzzle; at: ReadonlyMap<Cell, number> } {
  const builder = puzzleBuilder();
  const now = [known.asked, ...known.others];
  addCounts(builder, known, limits);
  guardRests(builder, known.asked, limits);
  const tables = [...now, ...known.releases.map(tableOfGiven)];
  for (const table of tables) addSums(builder, table, limits);
  for (const [i, table] of tables.entries())
    for (const other of tables.slice(i)) addSumsAcross(builder, table, other, known.across);
  if (new Set(now.map(({ whose }) => keyOf(whose))).size > 1)
    coupleScopes(highs, builder, now, {
      across: known.acrossPieces ? known.across.filter((sum) => holdsIn(now, sum)) : [],
      limits,
    });
  const at = new Map(
    [...known.asked.counts].map(
      ([cell, value]) => [cell, builder.at(nameOf(known.asked, cell, value))!] as const,
    ),
  );
  return { puzzle: builder.built(), at };
}

function addCounts(builder: PuzzleBuilder, { asked, others, releases, chance }: Known, limits: Limits): void {
  for (const table of [asked, ...others]) {
    const given = releases.filter((release) => tableKey(tableOfGiven(release)) === tableKey(table));
    const cells = new Set([table, ...given].flatMap(({ counts }) => [...counts.keys()]));
    for (const cell of cells) {
      const current = countIn(table, cell);
      const past = given.map((release) => countIn(tableOfGiven(release), cell));
      const values = [...new Set([current, ...past])].filter((value) => value !== null);
      const places = values.map((value) => {
        const of = given.filter((_, i) => past[i] === value);
        const wasShown = of.some(({ hidden }) => !hidden.has(cell));
        const wasSmall = of.some(
          ({ hidden, smallCells }) => hidden.has(cell) && isSmall(value, { ...limits, small: smallCells }),
        );
        const isOpen = table === asked && value === current;
        const place = builder.add(
          nameOf(table, cell, value),
          wasShown
            ? { kind: 'known', value }
            : isOpen
              ? { kind: 'open', value, weight: weightOf(table, cell, value, chance) }
              : { kind: 'hidden', value, least: of.length > 0 ? leastOf(value) : 0 },
        );
        if (!wasShown && !isOpen && (wasSmall || isSmall(value, limits)))
          builder.guard({ terms: [[place, 1]] });
        return { place, value, wasShown };
      });
      guardChanges(builder, places, limits);
    }
  }
}

/** How much a count changed between two times is a count, too: of those who came, or were corrected. */
function guardChanges(
  builder: PuzzleBuilder,
  places: readonly { place: number; value: number; wasShown: boolean }[],
  limits: Limits,
): void {
  for (const [i, one] of places.entries())
    for (const other of places.slice(i + 1))
      if (isSmall(Math.abs(one.value - other.value), limits) && !(one.wasShown && other.wasShown))
        builder.guard({
          terms: [
            [one.place, 1],
            [other.place, -1],
          ],
        });
}

/**
 * What is lost by hiding it: the more, the more it counts, and more where it is a total; a 0 is the last to go. Chance has a
 * part in it: else whoever sees what is shown could tell of what is hidden that it is less.
 */
function weightOf({ sums }: CountTable, cell: Cell, value: number, chance: () => number): number {
  if (value === 0) return 10_000;
  const isTotal = sums.some(([whole, ...parts]) => whole === cell && parts.length > 1);
  return Math.log2(1 + value) * (1 + 3 * chance()) * (isTotal ? 4 : 1);
}

/** Who knows a part and the whole knows how many are left: those are a count, too, also where no table has it. */
function guardRests(builder: PuzzleBuilder, table: CountTable, limits: Limits): void {
  const value = (cell: Cell) => table.counts.get(cell) ?? 0;
  const pairs = new Map(table.within.map((pair) => [pair.join(' '), pair]));
  for (const [part, of] of pairs.values()) {
    const places = [part, of].map((cell) => builder.at(nameOf(table, cell, value(cell))));
    if (isWhole(places) && isSmall(value(of) - value(part), limits))
      builder.guard({
        terms: [
          [places[1]!, 1],
          [places[0]!, -1],
        ],
      });
  }
}

function addSums(builder: PuzzleBuilder, table: CountTable, limits: Limits): void {
  const place = (cell: Cell) => builder.at(nameOf(table, cell, table.counts.get(cell) ?? 0));
  // What does not hold nobody can reckon with: times in the future can put a referral beside its months.
  for (const sum of table.sums) if (holdsFor(table, sum)) addSum(builder, sum.map(place));
  // A sentence that would name a small count is not shown.
  const ranks = table.ranks.filter(([, more]) => !isSmall(table.counts.get(more) ?? 0, limits));
  for (const [less, more] of [...table.within, ...ranks]) {
    const places = [place(less), place(more)];
    if (isWhole(places))
      builder.equation(
        [
          [places[0]!, 1],
          [places[1]!, -1],
        ],
        true,
      );
  }
}

const isWhole = (places: readonly (number | undefined)[]): places is number[] => !places.includes(undefined);

function addSum(builder: PuzzleBuilder, places: readonly (number | undefined)[]): void {
  if (!isWhole(places)) return;
  const [whole, ...parts] = places as [number, ...number[]];
  builder.equation([[whole, 1], ...parts.map((part): Term => [part, -1])]);
}

/** Sums between two tables of the same circuits hold where both are of one time; where the counts say so, that is taken for granted. */
function addSumsAcross(
  builder: PuzzleBuilder,
  one: CountTable,
  other: CountTable,
  across: readonly Sum[],
): void {
  if (circuitsOf(one) !== circuitsOf(other)) return;
  for (const { whole, parts } of across.flatMap((sum) => inEachRow(sum, one, other))) {
    const found = [whole, ...parts].map((at) => {
      const [report = '', ...rest] = at.split('/');
      const table = [one, other].find((each) => each.report === report);
      const cell = rest.join('/');
      const value = table?.counts.get(cell);
      return table && value !== undefined ? { place: builder.at(nameOf(table, cell, value)), value } : null;
    });
    if (found.includes(null)) continue;
    const [total, ...values] = found.map((each) => each!.value);
    if (total === values.reduce((sum, value) => sum + value, 0))
      addSum(
        builder,
        found.map((each) => each!.place),
      );
  }
}

/** Whether the sum holds in each scope that has all of its counts. */
function holdsIn(tables: readonly CountTable[], sum: Sum): boolean {
  const scopes = new Set(tables.map(({ whose }) => keyOf(whose)));
  return [...scopes].every((scope) => {
    const of = tables.filter(({ whose }) => keyOf(whose) === scope);
    return inEachRow(sum, ...of).every(({ whole, parts }) => {
      const values = [whole, ...parts].map((at) => {
        const [report = '', ...rest] = at.split('/');
        return of.find((table) => table.report === report)?.counts.get(rest.join('/'));
      });
      if (values.includes(undefined)) return true;
      const [total, ...others] = values as number[];
      return total === others.reduce((all, value) => all + value, 0);
    });
  });
}

const circuitsOf = ({ whose }: CountTable): string => keyOf({ ...whose, program: null });

import type { Highs } from 'highs';
import { isSmall, type Limits, type Term } from '../../rules/figures/hiding/puzzle.ts';
import type { Cell, Sum } from '../report.ts';
import { addsUp } from './adds-up.ts';
import { inEachRow } from './in-each-row.ts';
import { nameOf, type PuzzleBuilder } from './puzzle-builder.ts';
import { isWithin, keyOf, piecesOf, type Whose } from './scopes.ts';
import { type CountTable, countIn, holdsFor } from './tables.ts';

/**
 * Ties the tables of different scopes together: a count is the sum of those of the pieces that its scope is made of, and
 * the pieces’ counts add up among each other as the tables do. Where a count is no such sum (a family that was referred in
 * two circuits is counted in both, and once in all) nobody can reckon with it, and it is left out.
 */
export function coupleScopes(
  highs: Highs,
  builder: PuzzleBuilder,
  tables: readonly CountTable[],
  { across, limits }: { across: readonly Sum[]; limits: Limits },
): void {
  const scopes = [...new Map(tables.map(({ whose }) => [keyOf(whose), whose])).values()];
  const pieces = piecesOf(scopes);
  const place = (table: CountTable) => scopes.findIndex((scope) => keyOf(scope) === keyOf(table.whose));
  for (const report of new Set(tables.map((table) => table.report))) {
    const of = tables.filter((table) => table.report === report);
    const isOf = of.map((table) => pieces.map((piece) => piece[place(table)]!));
    for (const cell of new Set(of.flatMap(({ counts }) => [...counts.keys()]))) {
      const values = of.map((table) => countIn(table, cell));
      const known = values.flatMap((value, i) => (value === null ? [] : [i]));
      const isSum = addsUp(
        highs,
        known.map((i) => isOf[i]!),
        known.map((i) => values[i]!),
      );
      if (isSum) coupleCell(builder, of, { cell, isOf, values });
    }
    for (const [i, table] of of.entries())
      for (const [piece, isPart] of isOf[i]!.entries())
        if (isPart)
          for (const sum of table.sums.filter((one) => holdsFor(table, one)))
            addPieceSum(
              builder,
              sum.map((cell) => `${report}/${cell}`),
              piece,
            );
  }
  for (const piece of pieces.keys())
    for (const { whole, parts } of across.flatMap((sum) => inEachRow(sum, ...tables)))
      addPieceSum(builder, [whole, ...parts], piece);
  guardBetween(builder, tables, limits);
}

const pieceName = (cell: string, piece: number): string => `piece ${piece} ${cell}`;

function coupleCell(
  builder: PuzzleBuilder,
  tables: readonly CountTable[],
  { cell, isOf, values }: { cell: Cell; isOf: readonly boolean[][]; values: readonly (number | null)[] },
): void {
  const pieces = isOf[0]!.map((_, piece) => {
    const of = isOf.filter((is) => is[piece]);
    if (of.length === 0) return null;
    const place = builder.add(pieceName(`${tables[0]!.report}/${cell}`, piece), {
      kind: 'hidden',
      value: null,
      least: 0,
    });
    // A piece that is a scope of its own is guarded there.
    if (!of.some((is) => is.filter(Boolean).length === 1))
      builder.guard({ terms: [[place, 1]], perhaps: true });
    return place;
  });
  for (const [i, table] of tables.entries()) {
    const value = values[i];
    if (value === null || value === undefined) continue;
    const parts = pieces.flatMap((place, piece): Term[] => (isOf[i]![piece] ? [[place!, -1]] : []));
    const whole = builder.at(nameOf(table, cell, value));
    builder.equation(whole === undefined ? parts : [[whole, 1], ...parts]);
  }
}

function addPieceSum(builder: PuzzleBuilder, cells: readonly string[], piece: number): void {
  const places = cells.map((cell) => builder.at(pieceName(cell, piece)));
  if (places.includes(undefined)) return;
  builder.equation(places.map((place, i): Term => [place!, i === 0 ? 1 : -1]));
}

/** What the asked scope has more than one within it, or less than one around it, is a count, too. */
function guardBetween(
  builder: PuzzleBuilder,
  [asked, ...others]: readonly CountTable[],
  limits: Limits,
): void {
  for (const other of others) {
    if (!asked || other.report !== asked.report || !overlap(asked.whose, other.whose)) continue;
    for (const [cell, value] of asked.counts) {
      const otherValue = other.counts.get(cell) ?? 0;
      const places = [builder.at(nameOf(asked, cell, value)), builder.at(nameOf(other, cell, otherValue))];
      if (places.includes(undefined) || !isSmall(Math.abs(value - otherValue), limits)) continue;
      builder.guard({
        terms: [
          [places[0]!, 1],
          [places[1]!, -1],
        ],
      });
    }
  }
}

const overlap = (one: Whose, other: Whose): boolean => isWithin(one, other) || isWithin(other, one);

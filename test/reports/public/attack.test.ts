import highsLoader from 'highs';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/reports/in-words.ts';
import { withoutCounts } from '../../../src/reports/public/hidden-figures.ts';
import { piecesOf } from '../../../src/reports/public/scopes.ts';
import type { Cell, Report, Scope } from '../../../src/reports/report.ts';
import type { ProgramCode } from '../../../src/rules/words.ts';
import { attacker, type Page, pageOf, type Statement } from './attack.ts';
import { type Desk, giveOut, limits } from './given-out.ts';
import { type Counted, dice, madePeople, madeReport, madeShape, type Shape } from './made-reports.ts';

const highs = await highsLoader();
const isSmall = (value: number) => value >= 1 && value <= limits.small;

const countsOf = (report: Report): Map<Cell, number> =>
  new Map(
    [...figuresOf(report)].flatMap(([at, figure]) => (figure.kind === 'count' ? [[at, figure.value]] : [])),
  );

/** What somebody could want to know, and for how many whole numbers they can’t tell it. */
type Target = readonly (readonly [name: string, times: number])[];

interface Attack {
  pages: Page[];
  more: Statement[];
  targets: Target[];
  /** Reports that were not given out, since they would tell. */
  refused: number;
  hiddenZeros: number;
}

/** How many of the targets are found out, and how many are known too well. */
function outcome({ pages, more, targets }: Attack, roll: (sides: number) => number) {
  const attack = attacker(highs, pages, more);
  try {
    for (let i = 0; i < 3; i++)
      attack.pull(
        targets.flatMap((target) => target.map(([name, by]) => [name, roll(2) ? by : -by] as const)),
      );
    const possible = targets.map((target) => attack.possible(target, limits.possible));
    return {
      targets: possible.length,
      recovered: possible.filter((numbers) => numbers <= 1).length,
      narrow: possible.filter((numbers) => numbers > 1 && numbers < limits.possible).length,
    };
  } finally {
    attack.dispose();
  }
}

const smallIn = (name: string, report: Report): Target[] =>
  [...countsOf(report)].flatMap(([at, value]) => (isSmall(value) ? [[[`${name} ${at}`, 1] as const]] : []));

const zerosOn = (pages: readonly Page[]): number => sum(pages.map(({ hiddenZeros }) => hiddenZeros.size));

/** One page, and nothing else. */
function alone(seed: number): Attack {
  const roll = dice(seed);
  const shape = madeShape(roll);
  const report = madeReport(shape, madePeople(shape, roll, 3 + roll(120)));
  const { report: page } = giveOut(highs, { releases: [], pages: [] }, report);
  const pages = [pageOf('page', page, report)];
  return { pages, more: [], targets: smallIn('page', report), refused: 0, hiddenZeros: zerosOn(pages) };
}

/** The same report again a month later and once more: some came, one was corrected, or nothing changed. */
function laterOn(seed: number): Attack {
  const roll = dice(seed);
  const shape = madeShape(roll);
  const desk: Desk = { releases: [], pages: [] };
  let people: Counted[] = madePeople(shape, roll, 3 + roll(100));
  const reports: Report[] = [];
  let refused = 0;
  for (let month = 0; month < 3; month++) {
    const report = madeReport(shape, people);
    if (giveOut(highs, desk, report).tells) refused += 1;
    else reports.push(report);
    const came = roll(3) === 0 ? 0 : roll(3) === 0 ? 1 + roll(4) : roll(60);
    people = [...people.slice(roll(4) === 0 ? 1 : 0), ...madePeople(shape, roll, came)];
  }
  const more: Statement[] = [];
  const targets: Target[] = [];
  for (const [i, report] of reports.entries()) {
    targets.push(...smallIn(`month ${i}`, report));
    for (const [j, earlier] of reports.slice(0, i).entries())
      for (const [at, value] of countsOf(report)) {
        const change = value - countsOf(earlier).get(at)!;
        const terms = [
          [`month ${i} ${at}`, 1],
          [`month ${j} ${at}`, -1],
        ] as const;
        // They guess what did not change, and guess right.
        if (change === 0) more.push({ terms, from: 0, to: 0 });
        else if (isSmall(Math.abs(change))) targets.push(terms);
      }
  }
  const pages = desk.pages.map(({ shown, report }, i) => pageOf(`month ${i}`, shown, report));
  return { pages, more, targets, refused, hiddenZeros: zerosOn(pages) };
}

const scopes: Pick<Scope, 'circuits' | 'program'>[] = [
  { circuits: null, program: null },
  { circuits: [13], program: null },
  { circuits: [19], program: null },
  { circuits: [13, 19], program: null },
  { circuits: null, program: 'IIS' as ProgramCode },
  { circuits: [13], program: 'IIS' as ProgramCode },
];

/** The same report for several scopes, in any order. */
function otherScopes(seed: number): Attack {
  const roll = dice(seed);
  const axes = madeShape(roll).axes.slice(0, 2);
  const shape: Shape = { axes, tables: axes.length === 2 ? [[0], [0, 1]] : [[0]] };
  // Besides what the report tells of them, each is of a circuit (13, 19, another) and a program.
  const hidden: Shape = { axes: [...axes, [[0], [1], [2]], [[0], [1]]], tables: [] };
  const people = madePeople(hidden, roll, 3 + roll(150));
  const isOf = (one: Counted, { circuits, program }: (typeof scopes)[number]) =>
    (circuits === null || circuits.includes([13, 19, 26][one[axes.length]!]!)) &&
    (program === null || one[axes.length + 1] === 0);
  const order = scopes.toSorted(() => roll(3) - 1).slice(0, 2 + roll(2));
  const reports = order.map((scope) =>
    madeReport(
      shape,
      people.filter((one) => isOf(one, scope)),
      { scope },
    ),
  );
  const desk: Desk = { releases: [], pages: [] };
  const given: { report: Report; name: string; scope: (typeof scopes)[number] }[] = [];
  for (const [i, report] of reports.entries())
    if (
      !giveOut(
        highs,
        desk,
        report,
        given.map((one) => one.report),
      ).tells
    )
      given.push({ report, name: `scope ${i}`, scope: order[i]! });
  const pieces = piecesOf(given.map(({ scope }) => scope));
  const more: Statement[] = [];
  const targets: Target[] = given.flatMap(({ name, report }) => smallIn(name, report));
  for (const [i, { name, report, scope }] of given.entries()) {
    for (const at of countsOf(report).keys())
      more.push({
        terms: [
          [`${name} ${at}`, 1],
          ...pieces.flatMap((is, p) => (is[i] ? [[`piece ${p} ${at}`, -1] as const] : [])),
        ],
        from: 0,
        to: 0,
      });
    for (const other of given.slice(0, i)) {
      const isNested =
        people.every((one) => !isOf(one, scope) || isOf(one, other.scope)) ||
        people.every((one) => !isOf(one, other.scope) || isOf(one, scope));
      for (const [at, value] of countsOf(report))
        if (isNested && isSmall(Math.abs(value - countsOf(other.report).get(at)!)))
          targets.push([
            [`${name} ${at}`, 1],
            [`${other.name} ${at}`, -1],
          ]);
    }
  }
  for (const [p, piece] of pieces.entries()) {
    const of = people.filter((one) => given.every(({ scope }, i) => isOf(one, scope) === piece[i]));
    const report = madeReport(shape, of);
    for (const { whole, parts } of report.sums)
      more.push({
        terms: [[`piece ${p} ${whole}`, 1], ...parts.map((part) => [`piece ${p} ${part}`, -1] as const)],
        from: 0,
        to: 0,
      });
    targets.push(...smallIn(`piece ${p}`, report));
  }
  const pages = desk.pages.map(({ shown, report }, i) => pageOf(given[i]!.name, shown, report));
  return { pages, more, targets, refused: reports.length - given.length, hiddenZeros: zerosOn(pages) };
}

const attacks = { alone, 'a month later': laterOn, 'of other scopes': otherScopes };
const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

/** The attack on so many random tables: how it went, in all. */
function results(kind: keyof typeof attacks, tables: number) {
  const made = Array.from({ length: tables }, (_, i) => {
    const attack = attacks[kind](i + 1);
    return {
      ...outcome(attack, dice(i + 1)),
      refused: attack.refused,
      zeros: attack.hiddenZeros,
      seed: i + 1,
    };
  });
  return {
    recovered: made.flatMap(({ recovered, seed }) => (recovered > 0 ? [seed] : [])),
    narrow: made.flatMap(({ narrow, seed }) => (narrow > 0 ? [seed] : [])),
    targets: sum(made.map(({ targets }) => targets)),
    refused: sum(made.map(({ refused }) => refused)),
    zeros: sum(made.map(({ zeros }) => zeros)),
  };
}

describe('somebody with a solver who has everything that was given out', () => {
  it.each([
    ['alone', 800],
    ['a month later', 100],
    ['of other scopes', 100],
  ] as const)('recovers no small count of reports %s, of %i', { timeout: 900_000 }, (kind, tables) => {
    const { recovered, narrow, targets, refused, zeros } = results(kind, tables);
    expect({ recovered, narrow, refused, zeros }).toEqual({
      recovered: [],
      narrow: [],
      refused: 0,
      zeros: 0,
    });
    expect(targets).toBeGreaterThan(tables * 3);
  });

  it('recovers many where only the small counts are hidden', () => {
    const found = Array.from({ length: 40 }, (_, i) => {
      const roll = dice(i + 1);
      const shape = madeShape(roll);
      const report = madeReport(shape, madePeople(shape, roll, 3 + roll(120)));
      const small = [...countsOf(report)].flatMap(([at, value]) => (isSmall(value) ? [at] : []));
      const shown = withoutCounts(report, new Set(small), []);
      const pages = [pageOf('page', shown, report)];
      return outcome({ pages, more: [], targets: smallIn('page', report), refused: 0, hiddenZeros: 0 }, roll);
    });
    expect(sum(found.map(({ recovered }) => recovered))).toBeGreaterThan(40);
  });
});

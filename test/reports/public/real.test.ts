import highsLoader from 'highs';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/reports/in-words.ts';
import { madeReport } from '../../../src/reports/made.ts';
import { inEachRow } from '../../../src/reports/public/in-each-row.ts';
import { tableOf } from '../../../src/reports/public/tables.ts';
import { type Report, type ReportId, reportIds, type Scope } from '../../../src/reports/report.ts';
import { scopeOf } from '../../../src/reports/scope.ts';
import { sumsAcross } from '../../../src/reports/sums-across.ts';
import type { CalendarDate } from '../../../src/rules/time.ts';
import { at, office } from '../../office.ts';
import { makePast } from '../../past.ts';
import { anyPast, anyYear } from './any-past.ts';
import { attacker, pageOf, type Statement } from './attack.ts';
import { type Desk, giveOut, limits } from './given-out.ts';

const highs = await highsLoader();

/** Reports of a made past on a day, by the circuits that they are of. */
async function reportsOf(past: { seed: number; referrals: number }, day: string) {
  const desk = at(await office(), `${day}T15:00:00Z`);
  makePast(desk.store.file, anyPast(past.seed, past.referrals));
  return async (id: ReportId, circuits: number[]): Promise<Report> => {
    const asked = { sfy: anyYear.sfy, circuits, program: 'IIS' };
    const scope: Scope = scopeOf(asked, { today: day as CalendarDate, fund: desk.fund });
    return (await madeReport(id, desk, scope))!;
  };
}

const countAt = (report: Report, cell: string): number => {
  const figure = figuresOf(report).get(cell);
  return figure?.kind === 'count' ? figure.value : 0;
};

/** Every report of two circuits, and with `circuitsToo` of each of them the year, given out one after another. */
async function givenOut(past: { seed: number; referrals: number }, day: string, circuitsToo: boolean) {
  const make = await reportsOf(past, day);
  const desk: Desk = { releases: [], pages: [] };
  const given: { name: string; report: Report }[] = [];
  for (const [id, circuits] of [
    ...reportIds.map((id) => [id, [13, 19]] as const),
    ...(circuitsToo ? ([13, 19] as const).map((circuit) => ['year', [circuit]] as const) : []),
  ]) {
    const report = await make(id, [...circuits]);
    const before = given.map((one) => one.report);
    const { tells } = giveOut(highs, desk, report, before);
    if (!tells) given.push({ name: `${id} of ${circuits.join()}`, report });
  }
  return { given, pages: desk.pages.map(({ shown, report }, i) => pageOf(given[i]!.name, shown, report)) };
}

/** What somebody knows besides: sums between the reports, and that the two circuits make up both. */
function known(given: readonly { name: string; report: Report }[]): Statement[] {
  const both = given.filter(({ report }) => report.scope.circuits?.length === 2);
  const byId = new Map<string, (typeof given)[number]>(both.map((one) => [one.report.id, one]));
  const across = sumsAcross.flatMap((sum) => inEachRow(sum, ...both.map(({ report }) => tableOf(report))));
  const named = across.flatMap(({ whole, parts }) => {
    const cells = [whole, ...parts].map((cell) => {
      const [id = '', ...rest] = cell.split('/');
      const one = byId.get(id);
      const at = rest.join('/');
      return one && figuresOf(one.report).has(at)
        ? { name: `${one.name} ${at}`, value: countAt(one.report, at) }
        : null;
    });
    if (cells.includes(null)) return [];
    const [total, ...values] = cells.map((cell) => cell!.value);
    if (total !== values.reduce((sum, value) => sum + value, 0)) return [];
    return [{ terms: cells.map((cell, i) => [cell!.name, i === 0 ? 1 : -1] as const), from: 0, to: 0 }];
  });
  const years = given.filter(({ report }) => report.id === 'year');
  if (years.length < 3) return named;
  const [whole, ...parts] = years as [(typeof years)[0], ...typeof years];
  const pieces = [...tableOf(whole.report).counts].flatMap(([cell, value]): Statement[] => {
    const isSum = parts.reduce((sum, { report }) => sum + countAt(report, cell), 0) === value;
    const isThere = parts.every(({ report }) => figuresOf(report).has(cell));
    if (!isSum || !isThere) return [];
    return [
      { terms: years.map(({ name }, i) => [`${name} ${cell}`, i === 0 ? 1 : -1] as const), from: 0, to: 0 },
    ];
  });
  return [...named, ...pieces];
}

describe('every report of a made past, all given out', () => {
  it.each([
    ['a small office in the year', { seed: 3, referrals: 70 }, '2022-04-20', true],
    ['a year that is over', { seed: 5, referrals: 260 }, '2023-02-01', false],
    ['a large one, years later', { seed: 8, referrals: 700 }, '2027-02-01', false],
  ])('tells no small count: %s', { timeout: 600_000 }, async (_, past, day, circuitsToo) => {
    const { given, pages } = await givenOut(past, day, circuitsToo);
    expect(given).toHaveLength(reportIds.length + (circuitsToo ? 2 : 0));
    const attack = attacker(highs, pages, known(given));
    const targets = given.flatMap(({ name, report }) =>
      [...tableOf(report).counts].flatMap(([cell, value]) =>
        value >= 1 && value <= limits.small ? [[`${name} ${cell}`, 1] as const] : [],
      ),
    );
    for (let i = 0; i < 4; i++)
      attack.pull(targets.map(([name], j) => [name, (i + j) % 2 ? 1 : -1] as const));
    const possible = targets.map((target) => attack.possible([target], limits.possible));
    attack.dispose();
    expect(targets.filter((_, i) => possible[i]! < 2)).toEqual([]);
    // A small office has little to hide behind once each of its circuits was given out, too.
    const narrow = targets.filter((_, i) => possible[i]! < limits.possible);
    expect(narrow.length / targets.length).toBeLessThan(circuitsToo ? 0.2 : 0.001);
  });
});

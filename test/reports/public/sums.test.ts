import { beforeAll, describe, expect, it } from 'vitest';
import { madeReport } from '../../../src/reports/made.ts';
import { inEachRow } from '../../../src/reports/public/in-each-row.ts';
import { type CountTable, tableOf } from '../../../src/reports/public/tables.ts';
import { type ReportId, reportIds } from '../../../src/reports/report.ts';
import { scopeOf } from '../../../src/reports/scope.ts';
import { sumsAcross } from '../../../src/reports/sums-across.ts';
import { at, office } from '../../office.ts';
import { makePast } from '../../past.ts';
import { anyPast, anyYear } from './any-past.ts';
import { spanOf } from './span.ts';

/** Pasts that are looked at in the year, at its end, and years later. */
const days = ['2022-03-01', '2022-06-10', '2022-07-20', '2023-01-15', '2024-05-01', '2027-02-01'];
const PASTS = 30;

type Sample = Map<string, number>;
const samples: Sample[] = [];
const sums = new Map<string, string[]>();

async function tablesOn(seed: number): Promise<Map<ReportId, CountTable>> {
  const desk = at(await office(), `${days[seed % days.length]}T15:00:00Z`);
  makePast(desk.store.file, anyPast(seed, 60 + ((seed * 37) % 100)));
  const asked = { sfy: anyYear.sfy, circuits: [13, 19], program: 'IIS' };
  const scope = scopeOf(asked, { today: scopeDay, fund: desk.fund });
  const tables = new Map<ReportId, CountTable>();
  for (const id of reportIds) tables.set(id, tableOf((await madeReport(id, desk, scope))!));
  return tables;
}
const scopeDay = '2022-07-01' as Parameters<typeof scopeOf>[1]['today'];

beforeAll(async () => {
  for (let seed = 1; seed <= PASTS; seed++) {
    const sample: Sample = new Map();
    for (const [report, table] of await tablesOn(seed)) {
      for (const [cell, value] of table.counts) sample.set(`${report}/${cell}`, value);
      for (const sum of table.sums) {
        const named = sum.map((cell) => `${report}/${cell}`);
        sums.set(named.join(' '), named);
      }
      for (const { whole, parts } of sumsAcross.flatMap((sum) => inEachRow(sum, table)))
        sums.set([whole, ...parts].join(' '), [whole, ...parts]);
    }
    samples.push(sample);
  }
}, 300_000);

describe('the sums that reports say hold', () => {
  it('are all of those with one or two parts that made pasts show', () => {
    const cells = [...new Set(samples.flatMap((sample) => [...sample.keys()]))].filter(
      (cell) => new Set(samples.map((sample) => sample.get(cell) ?? 0)).size > 5,
    );
    const values = cells.map((cell) => samples.map((sample) => sample.get(cell) ?? 0));
    const isSaid = spanOf(
      [...sums.values()].filter((sum) => holds(sum)),
      cells,
    );
    const places = new Map<string, number[]>();
    for (const [i, one] of values.entries()) places.set(one.join(), [...(places.get(one.join()) ?? []), i]);
    const found: string[] = [];
    const tell = (whole: number, parts: number[]) => {
      const sum = [whole, ...parts].map((i) => cells[i]!);
      if (!isSaid(sum)) found.push(`${sum[0]} = ${sum.slice(1).join(' + ')}`);
    };
    for (const same of places.values()) for (const other of same.slice(1)) tell(same[0]!, [other]);
    for (const [i, one] of values.entries())
      for (const [j, other] of values.slice(0, i).entries()) {
        const whole = places.get(one.map((value, k) => value + other[k]!).join());
        if (whole) tell(whole[0]!, [i, j]);
      }
    expect(found).toEqual([]);
  });
});

/** Rows come and go with what there is, and sums with them: one that lacks a part held only where there was none of it. */
const holds = ([whole = '', ...parts]: readonly string[]): boolean =>
  samples.every(
    (sample) => (sample.get(whole) ?? 0) === parts.reduce((sum, part) => sum + (sample.get(part) ?? 0), 0),
  );

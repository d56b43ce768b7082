import { expect } from 'vitest';
import { reportJson } from '../../src/cli/json/report.ts';
import { figureLines } from '../../src/reports/csv.ts';
import { rounded } from '../../src/reports/figures.ts';
import { figuresOf } from '../../src/reports/in-words.ts';
import type { Figure, Report, Sum } from '../../src/reports/report.ts';
import { readFigure, shownFigures } from './pages/read-page.ts';

/** The value of a count, share or measure of the report. Fails where it is not there. */
export const valueAt = (report: Pick<Report, 'sections'>, at: string): number => {
  const figure = figuresOf(report).get(at);
  if (!figure || !('value' in figure)) throw new Error(`no figure at ${at}`);
  return figure.value;
};

/** That what must hold in any report holds in this one. */
export function expectSound(report: Report): void {
  const figures = figuresOf(report);
  const countAt = (at: string) => {
    const figure = figures.get(at);
    if (figure?.kind !== 'count') throw new Error(`${at} is no count`);
    return figure.value;
  };
  const ids = report.sections.flatMap(({ id, rows }) => rows.map((row) => `${id}/${row.id}`));
  expect(ids).toEqual([...new Set(ids)]);
  for (const { columns, rows, counts } of report.sections) {
    expect(counts).not.toBe('');
    for (const { figures: of } of rows) expect(of).toHaveLength(columns.length);
  }
  for (const { whole, parts } of report.sums)
    expect([whole, parts.map(countAt).reduce((sum, n) => sum + n, 0)]).toEqual([whole, countAt(whole)]);
  for (const sum of report.sums) expectMoneySum(figures, sum);
  for (const [at, figure] of figures) {
    if (figure.kind === 'count')
      expect([at, Number.isInteger(figure.value) && figure.value >= 0]).toEqual([at, true]);
    if (figure.kind === 'share')
      expect([at, figure.value]).toEqual([at, rounded((100 * countAt(figure.part)) / countAt(figure.of))]);
    if (figure.kind === 'interval') expect([at, countAt(figure.of) > 0]).toEqual([at, true]);
    if (figure.kind === 'measure') expect([at, countAt(figure.from) > 0]).toEqual([at, true]);
    // Of none it is nothing, and said.
    if (figure.kind === 'money')
      expect([at, countAt(figure.from) > 0 || figure.cents === 0]).toEqual([at, true]);
    if (figure.kind === 'number' || figure.kind === 'words') figure.from?.forEach(countAt);
  }
  expectSame(report);
  expectSamePage(report);
}

/** That the page shows the figures that scripts get, to the digit, and none that they don’t. */
export function expectSamePage(report: Report): void {
  const json = reportJson(report).sections.flatMap(({ id, rows }) =>
    rows.flatMap((row) =>
      Object.entries(row.figures).flatMap(([column, value]) =>
        value === null && !row.hidden.includes(column) ? [] : [[`${id}/${row.id}/${column}`, value]],
      ),
    ),
  );
  const shown = [...shownFigures(report)].map(([at, text]) => [at, readFigure(text)]);
  expect(shown).toEqual(json);
}

/** Where counts add up, so do the amounts that were taken from them: those in one column of a section. */
function expectMoneySum(figures: ReadonlyMap<string, Figure>, { whole, parts }: Sum): void {
  const columnOf = (at: string) => `${at.split('/')[0]} ${at.split('/')[2]}`;
  const amounts = [...figures].flatMap(([at, figure]) =>
    figure.kind === 'money' ? [{ column: columnOf(at), ...figure }] : [],
  );
  for (const { column, cents } of amounts.filter(({ from }) => from === whole)) {
    const ofParts = amounts.filter((one) => one.column === column && parts.includes(one.from));
    if (ofParts.length > 0)
      expect([whole, column, ofParts.reduce((all, one) => all + one.cents, 0)]).toEqual([
        whole,
        column,
        cents,
      ]);
  }
}

/** That table and JSON have the same figures to the digit. */
function expectSame(report: Report): void {
  const json = reportJson(report).sections.flatMap(({ id, rows }) =>
    rows.flatMap((row) =>
      Object.entries(row.figures).flatMap(([column, value]) =>
        value === null && !row.hidden.includes(column) ? [] : [`${id}/${row.id}/${column} ${shown(value)}`],
      ),
    ),
  );
  const csv = figureLines(report).map(
    ({ section, row, column, value }) => `${section}/${row}/${column} ${shown(value)}`,
  );
  expect(csv).toEqual(json);
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.map((end: number) => end.toFixed(1)).join('–') : String(value);

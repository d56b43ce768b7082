import { DomUtils, parseDocument } from 'htmlparser2';
import { type PageFacts, reportPage } from '../../../src/reports/pages/page.ts';
import type { Report } from '../../../src/reports/report.ts';
import type { Zone } from '../../../src/rules/time.ts';

export const facts: PageFacts = { zone: 'America/Chicago' as Zone, who: 'Pat Example' };

export const pageOf = (report: Report) => parseDocument(reportPage(report, facts));

type Document = ReturnType<typeof parseDocument>;
type Node = Parameters<typeof DomUtils.findAll>[1];

export const all = (name: string, within: Document | Node) =>
  DomUtils.getElementsByTagName(name, 'children' in within ? within.children : within);

export const textOf = (node: Parameters<typeof DomUtils.textContent>[0]): string =>
  DomUtils.textContent(node);

/** What the tables of the page show, by where it stands in the report: nothing is there that a cell doesn’t say. */
export function shownFigures(report: Report): Map<string, string> {
  const shown = new Map<string, string>();
  const tables = all('table', pageOf(report));
  const sections = report.sections.filter(({ rows }) => rows.length > 0);
  if (tables.length !== sections.length) throw new Error(`${tables.length} tables of ${sections.length}`);
  for (const [i, { id, columns, rows }] of sections.entries()) {
    const drawn = all('tr', tables[i]!.children).slice(1);
    if (drawn.length !== rows.length) throw new Error(`${drawn.length} rows of ${rows.length} in ${id}`);
    for (const [n, row] of rows.entries()) {
      const cells = all('td', drawn[n]!.children).filter(({ attribs }) => attribs.class !== 'bar');
      if (cells.length !== columns.length) throw new Error(`${cells.length} cells in ${id}/${row.id}`);
      for (const [k, column] of columns.entries())
        if (row.figures[k] !== null) shown.set(`${id}/${row.id}/${column.id}`, textOf(cells[k]!));
    }
  }
  return shown;
}

/** A figure read off a page, as scripts get it. */
export function readFigure(text: string): number | string | [number, number] | null {
  if (text === '*') return null;
  const [, low, high] = /^(-?[\d.]+)–(-?[\d.]+) %$/.exec(text) ?? [];
  if (low !== undefined) return [Number(low), Number(high)];
  const [, number] = /^(-?\$?-?[\d,]+(?:\.\d+)?)(?: [a-z%. ]+)?$/.exec(text) ?? [];
  return number === undefined ? text : Number(number.replace(/[$,]/g, ''));
}

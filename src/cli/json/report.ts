import { plainValue } from '../../reports/figures.ts';
import { headlineOf } from '../../reports/in-words.ts';
import type { Report, ReportRow, Section } from '../../reports/report.ts';

export const reportJson = (report: Report) => ({
  report: report.id,
  title: report.title,
  scope: {
    ...report.scope,
    circuits: report.scope.circuits === null ? null : [...report.scope.circuits],
  },
  madeAt: report.madeAt,
  headline: headlineOf(report),
  sections: report.sections.map(sectionJson),
  smallCells: report.smallCells ?? null,
  notes: [...report.notes],
});

const sectionJson = (section: Section) => ({
  id: section.id,
  title: section.title,
  counts: section.counts,
  columns: section.columns.map(({ id, title }) => ({ id, title })),
  rows: section.rows.map((row) => rowJson(row, section)),
});

const rowJson = ({ id, title, level = 0, figures }: ReportRow, { columns }: Section) => ({
  id,
  title,
  level,
  figures: Object.fromEntries(columns.map((column, i) => [column.id, plainValue(figures[i] ?? null)])),
  hidden: columns.filter((_, i) => figures[i]?.kind === 'hidden').map((column) => column.id),
});

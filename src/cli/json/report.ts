import { plainValue } from '../../reports/figures.ts';
import type { Report, ReportRow, Section } from '../../reports/report.ts';

export const reportJson = ({ id, title, scope, madeAt, headline, sections, notes }: Report) => ({
  report: id,
  title,
  scope: { ...scope, circuits: scope.circuits === null ? null : [...scope.circuits] },
  madeAt,
  headline: [...headline],
  sections: sections.map(sectionJson),
  notes: [...notes],
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

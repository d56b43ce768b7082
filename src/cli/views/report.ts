import { aboutScope } from '../../reports/about.ts';
import { figureInWords, figuresOf, headlineOf, together } from '../../reports/in-words.ts';
import type { Cell, Figure, Report, Section } from '../../reports/report.ts';
import { dayInWords } from '../../rules/in-words.ts';
import type { Zone } from '../../rules/time.ts';
import { dateIn } from '../../rules/zone.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { drawnChart } from './report-chart.ts';
import { type Column, drawTable } from './table.ts';
import { displayWidth } from './width.ts';

/** A report on the screen: what it says, then its tables, each with how it counts, and a bar where one helps. */
export function reportView(report: Report, look: Look, zone: Zone): string {
  const { title, sections, notes } = report;
  const figures = figuresOf(report);
  return [
    [look.bold(lines(title, look)), look.dim(lines(about(report, zone), look))].join('\n'),
    headlineOf(report)
      .map((line) => lines(line, look))
      .join('\n'),
    ...sections.map((section) => sectionView(section, figures, look)),
    notes.map((note) => look.dim(lines(note, look))).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const lines = (text: string, look: Look): string => paragraph(together(text), look).replaceAll('\u00a0', ' ');

function about({ scope, madeAt }: Report, zone: Zone): string {
  const { year, days, circuits, program } = aboutScope(scope);
  return `${year}, ${days} · ${circuits} · ${program} · as of ${dayInWords(dateIn(madeAt, zone))}`;
}

function sectionView(section: Section, figures: ReadonlyMap<Cell, Figure>, look: Look): string {
  const { title, rows, counts } = section;
  const columns: Column[] = [
    { title: '', needed: 10 },
    ...section.columns.map((column, i) => ({
      title: column.title,
      needed: 9 - Math.min(i, 8),
      align: 'right' as const,
    })),
  ];
  const texts = rows.map((row) => [
    `${row.level === 1 ? '  ' : ''}${row.title}`,
    ...section.columns.map((_, i) => figureInWords(row.figures[i] ?? null)),
  ]);
  const { bars, lines: under } = drawnChart(section, figures, look, look.width - widthOf(columns, texts));
  const table = drawTable(
    bars === null
      ? { columns, rows: texts }
      : {
          columns: [...columns, { title: '', needed: 0 }],
          rows: texts.map((row, i) => [...row, bars[i]!]),
        },
    look,
  );
  const nothing = look.dim('Nothing was recorded.');
  return [
    look.bold(lines(title, look)),
    table === '' ? nothing : table,
    ...under,
    look.dim(lines(counts, look)),
  ].join('\n');
}

/** The columns that a table takes with all that is in it, and the gap after it. */
const widthOf = (columns: readonly Column[], rows: readonly (readonly string[])[]): number =>
  columns.reduce(
    (sum, { title }, i) =>
      sum + Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i]!))) + 2,
    0,
  );

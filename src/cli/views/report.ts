import { aboutScope } from '../../reports/about.ts';
import { figureInWords, headlineOf, sizeOf } from '../../reports/in-words.ts';
import type { Report, ReportRow, Section } from '../../reports/report.ts';
import { dayInWords } from '../../rules/in-words.ts';
import type { Zone } from '../../rules/time.ts';
import { dateIn } from '../../rules/zone.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';

/** A report on the screen: what it says, then its tables, each with how it counts, and a bar where one helps. */
export function reportView(report: Report, look: Look, zone: Zone): string {
  const { title, sections, notes } = report;
  return [
    [look.bold(paragraph(title, look)), look.dim(paragraph(about(report, zone), look))].join('\n'),
    headlineOf(report)
      .map((line) => paragraph(line, look))
      .join('\n'),
    ...sections.map((section) => sectionView(section, look)),
    notes.map((note) => look.dim(paragraph(note, look))).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function about({ scope, madeAt }: Report, zone: Zone): string {
  const { year, days, circuits, program } = aboutScope(scope);
  return `${year}, ${days} · ${circuits} · ${program} · as of ${dayInWords(dateIn(madeAt, zone))}`;
}

function sectionView(section: Section, look: Look): string {
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
  const bars = look.plain ? null : barsOf(section, look);
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
  return [look.bold(title), table === '' ? nothing : table, look.dim(paragraph(counts, look))].join('\n');
}

const barWidth = 20;

/** A bar a row of what the chart draws first, as long as its share of the largest. */
function barsOf({ chart, columns, rows }: Section, look: Look): string[] | null {
  if (!chart || chart.kind === 'lines') return null;
  const at = columns.findIndex(({ id }) => id === chart.of[0]);
  const sizes = rows.map(({ figures }: ReportRow) => sizeOf(figures[at]) ?? 0);
  const largest = Math.max(...sizes);
  if (largest <= 0) return null;
  return sizes.map((size) => bar((size / largest) * barWidth, look));
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function bar(columns: number, look: Look): string {
  if (!look.unicode) return '#'.repeat(Math.round(columns));
  const whole = Math.floor(columns);
  return '█'.repeat(whole) + eighths[Math.floor((columns - whole) * 8)]!;
}

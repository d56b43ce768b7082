import { drawnRows } from '../../reports/drawn-rows.ts';
import { sizeOf } from '../../reports/in-words.ts';
import type { Cell, Figure, ReportRow, Section } from '../../reports/report.ts';
import type { Look } from './look.ts';
import { displayWidth, pad, wrapWords } from './width.ts';

/** What is drawn of a section beside and under its table; nothing on an accessible screen. */
export interface DrawnChart {
  /** One a row; `null` where there is no room for them, or nothing to draw. */
  bars: readonly string[] | null;
  /** What a sign in them means, and how the months ran. */
  lines: readonly string[];
}

const none: DrawnChart = { bars: null, lines: [] };
const widest = 20;
const narrowest = 8;

/** `room` is what the table leaves of the line. */
export function drawnChart(
  section: Section,
  figures: ReadonlyMap<Cell, Figure>,
  look: Look,
  room: number,
): DrawnChart {
  const { chart, columns } = section;
  if (!chart || look.plain) return none;
  const drawn = drawnRows(section);
  const sizes = (column: string) => drawn.map((row) => sizeAt(row, columns, column));
  const of = columns.filter(({ id }) => chart.of.includes(id));
  const largest = Math.max(0, ...of.flatMap(({ id }) => sizes(id).map((size) => size ?? 0)));
  if (largest === 0) return none;
  const barsFit = room >= narrowest;
  if (chart.kind === 'months' && (of.length > 1 || !barsFit)) {
    const named = of.map(({ id, title }) => ({ title, signs: sparkline(sizes(id), largest) }));
    return { bars: null, lines: look.unicode ? besideNames(named, look.width) : [] };
  }
  return barsFit ? barsOf(section, figures, look, Math.min(room, widest)) : none;
}

/** In a column where they fit, else each under its name. */
function besideNames(named: readonly { title: string; signs: string }[], width: number): string[] {
  const widest = Math.max(...named.map(({ title }) => displayWidth(title)));
  const fit = named.every(({ signs }) => widest + 2 + signs.length <= width);
  return named.map(({ title, signs }) =>
    fit ? `${pad(title, widest)}  ${signs}` : `${wrapWords(title, width).join('\n')}\n  ${signs}`,
  );
}

/** A bar a drawn row of what the chart draws first, as long as its share of the largest, with the level to reach across it. */
function barsOf(section: Section, figures: ReadonlyMap<Cell, Figure>, look: Look, width: number): DrawnChart {
  const { chart, columns, rows } = section;
  const drawn = drawnRows(section);
  const sizes = new Map(drawn.map((row) => [row.id, sizeAt(row, columns, chart!.of[0]!)]));
  const target = chart!.target;
  const levelOf = (row: ReportRow): number | null => {
    if (!target || !sizes.has(row.id)) return null;
    return 'at' in target ? sizeOf(figures.get(target.at)) : sizeAt(row, columns, target.column);
  };
  const largest = Math.max(0, ...[...sizes.values(), ...rows.map(levelOf)].map((size) => size ?? 0));
  if (![...sizes.values()].some((size) => size)) return none;
  const bars = rows.map((row) => {
    const level = levelOf(row);
    const size = ((sizes.get(row.id) ?? 0) / largest) * width;
    return bar(
      size,
      level === null ? null : Math.min(width - 1, Math.round((level / largest) * width)),
      look,
    );
  });
  const sign = look.unicode ? '│' : '|';
  return { bars, lines: target && bars.some((one) => one.includes(sign)) ? [`${sign} ${target.title}`] : [] };
}

const sizeAt = (row: ReportRow, columns: Section['columns'], id: string): number | null =>
  sizeOf(row.figures[columns.findIndex((column) => column.id === id)]);

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function bar(columns: number, tick: number | null, look: Look): string {
  const whole = Math.floor(columns);
  const drawn = look.unicode
    ? '█'.repeat(whole) + eighths[Math.floor((columns - whole) * 8)]!
    : '#'.repeat(Math.round(columns));
  if (tick === null) return drawn;
  const signs = [...drawn.padEnd(tick + 1)];
  signs[tick] = look.unicode ? '│' : '|';
  return signs.join('');
}

const heights = '▁▂▃▄▅▆▇█';

/** A sign a month, as high as its share of the largest: a dot for none, nothing where there is nothing to show. */
const sparkline = (sizes: readonly (number | null)[], largest: number): string =>
  sizes
    .map((size) =>
      size === null ? ' ' : size === 0 ? '·' : heights[Math.min(7, Math.floor((size / largest) * 8))]!,
    )
    .join('');

import { figureInWords } from '../in-words.ts';
import type { Figure, ReportRow, Section } from '../report.ts';
import { wide } from './charts/draw.ts';
import { textWidth } from './charts/measure.ts';
import type { Plot } from './charts/plot.ts';
import { type Html, html, markup } from './html.ts';

/** Pixels: a phone within its margins, and the narrowest that is used. */
const phone = 360;
/** Pixels that a broad table may take in a wide window. */
const window = 912;
const smallest = 288;
/** Pixels that go onto paper in letters of 9 points; more takes smaller ones. */
const muchTooBroad = 770;
const wholeRows = 14;
const shortTitle = 150;
/** Pixels that the style sheet leaves to titles, words and bars at least. */
const leastTitle = 80;
const leastWords = 112;
const leastBar = 64;
/** How large its letters are on paper and in a wide window, and on a phone; and the room between its columns. */
const letters = { wide: { size: 14, padding: 18 }, narrow: { size: 13.5, padding: 12 } };

/** The rows with their figures; with a plot, a bar beside each of those that it draws first. */
export function tableOf(section: Section, anchor: string, plot: Plot | null): Html {
  const { columns, rows } = section;
  const onScreen = leastWidth(section, letters.wide, plot !== null);
  const onPhone = leastWidth(section, letters.narrow, plot !== null);
  const looks = {
    whole: rows.length <= wholeRows,
    broad: onScreen > wide,
    broader: onScreen > muchTooBroad,
    slim: columns.length <= 2 && plot === null,
    names: isNames(rows),
  };
  const kinds = columns.map((_, i) => kindOf(rows, i));
  const drawn = plot === null ? null : (section.chart?.of[0] ?? null);
  const table = html`<table class="${classes(looks)}" aria-labelledby="${anchor}">
<thead><tr><td></td>${columns.map(({ id, title }, i) => html`<th scope="col"${markup(kinds[i]!)}>${title}</th>${id === drawn ? html`<td class="bar"></td>` : null}`)}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row, section, kinds, (column) => (plot && column === drawn ? barOf(row.id, plot) : null)))}</tbody>
</table>`;
  if (onPhone <= smallest) return table;
  // What may have to be moved sideways must be reached without a mouse.
  const cue = { cue: true, narrow: onPhone > phone, broad: looks.broad, over: onScreen > window };
  return html`<p class="${classes(cue)}">More columns to the right: move the table sideways.</p>
<div class="${classes({ scroll: true, moves: onPhone > phone, wider: looks.broad })}" role="region" aria-label="Table: ${section.title}" tabindex="0">${table}</div>`;
}

const classes = (looks: Record<string, boolean>): string =>
  Object.keys(looks)
    .filter((look) => looks[look])
    .join(' ');

function rowOf(
  { title, level, figures }: ReportRow,
  { columns }: Section,
  kinds: readonly string[],
  bar: (column: string) => Html | null,
): Html {
  return html`<tr${markup(level === 1 ? ' class="part"' : '')}><th scope="row">${title}</th>${columns.map(({ id }, i) => [cellOf(figures[i] ?? null, kinds[i]!), bar(id)])}</tr>
`;
}

const cellOf = (figure: Figure | null, kind: string): Html =>
  html`<td${markup(kind || (figure?.kind === 'words' ? ' class="said"' : ''))}>${figureInWords(figure)}</td>`;

/** A column of nothing but words begins at the left, under its title. */
const kindOf = (rows: readonly ReportRow[], i: number): string => {
  const figures = rows.flatMap((row) => row.figures[i] ?? []);
  return figures.length > 0 && figures.every(({ kind }) => kind === 'words') ? ' class="words"' : '';
};

function barOf(id: string, { rows, series }: Plot): Html {
  const at = rows.findIndex((row) => row.id === id);
  const points = series[0]!.points;
  const largest = Math.max(...points.map((point) => point?.value ?? 0));
  const percent = (100 * (points[at]?.value ?? 0)) / largest;
  const bar =
    percent > 0
      ? html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${percent.toFixed(1)}" height="10"/></svg>`
      : null;
  return html`<td class="bar">${bar}</td>`;
}

/** Pixels that it takes with every text broken wherever it may be; what is bold is wider. */
function leastWidth(
  { columns, rows }: Section,
  { size, padding }: { size: number; padding: number },
  hasBars: boolean,
): number {
  const bold = size * 1.08;
  const longestWord = (text: string) => Math.max(...text.split(/\s+/).map((word) => textWidth(word, bold)));
  const titleWidth = isNames(rows) ? (text: string) => textWidth(text, bold) : longestWord;
  const first = Math.max(
    leastTitle,
    ...rows.map(({ title, level }) => titleWidth(title) + (level === 1 ? padding : 0)),
  );
  const others = columns.map(({ title }, i) =>
    Math.max(
      longestWord(title),
      ...rows.map(({ figures }) => {
        const figure = figures[i] ?? null;
        const text = figureInWords(figure);
        return figure?.kind === 'words' ? Math.max(leastWords, longestWord(text)) : textWidth(text, size);
      }),
    ),
  );
  return [first, ...others, ...(hasBars ? [leastBar] : [])].reduce((sum, width) => sum + width + padding, 0);
}

/** Titles as short as names are not broken. */
const isNames = (rows: readonly ReportRow[]): boolean =>
  rows.every(({ title }) => textWidth(title) <= shortTitle);

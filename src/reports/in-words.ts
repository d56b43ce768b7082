import { dollars } from '../rules/money.ts';
import type { Cell, Figure, Report, Sentence, Unit } from './report.ts';

const ofOne: Partial<Record<Unit, string>> = {
  days: 'day',
  weeks: 'week',
  'families a year': 'family a year',
};
const short: Partial<Record<Unit, string>> = { percent: ' %', hours: ' h', 'business hours': ' bus. h' };

/** A figure as it reads, `68.8 %`; nothing where there is nothing to say, an asterisk where it is hidden. */
export function figureInWords(figure: Figure | null): string {
  switch (figure?.kind) {
    case undefined:
      return '';
    case 'count':
      return withCommas(figure.value);
    case 'share':
      return `${figure.value.toFixed(1)} %`;
    case 'interval':
      return `${figure.low.toFixed(1)}–${figure.high.toFixed(1)} %`;
    case 'money':
      return dollars(figure.cents);
    case 'measure':
      return inUnit(figure.value, figure.unit);
    case 'number':
      return numberInWords(figure);
    case 'words':
      return figure.words;
    case 'hidden':
      return '*';
  }
}

function numberInWords({ value, unit, decimals }: Extract<Figure, { kind: 'number' }>): string {
  if (decimals === undefined && unit !== null) return inUnit(value, unit);
  const text = withCommas(value, decimals);
  return unit === null ? text : inUnit(text, unit);
}

// As `toLocaleString` writes it, without the first use of Intl, which takes longer than all figures together.
function withCommas(value: number, decimals?: number): string {
  const [whole, part] = (decimals === undefined ? String(value) : value.toFixed(decimals)).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function inUnit(value: number | string, unit: Unit): string {
  // With cents also where there are none: beside them stand amounts that have some.
  if (unit === 'dollars') return dollars(Math.round(Number(value) * 100));
  return `${value}${short[unit] ?? ` ${Number(value) === 1 ? (ofOne[unit] ?? unit) : unit}`}`;
}

/** The same text with each percent sign on the line of its number, wherever lines are broken. */
export const together = (text: string): string => text.replace(/(?<=\d) (?=%)/g, '\u00a0');

/** What is drawn of it: its size, `null` where there is none or it is hidden. */
export const sizeOf = (figure: Figure | null | undefined): number | null =>
  figure && 'value' in figure ? figure.value : figure?.kind === 'money' ? figure.cents : null;

/** The figures of a report by where they stand. */
export const figuresOf = ({ sections }: Pick<Report, 'sections'>): Map<Cell, Figure> =>
  new Map(
    sections.flatMap(({ id, columns, rows }) =>
      rows.flatMap((row) =>
        row.figures.flatMap((figure, i) =>
          figure === null ? [] : [[`${id}/${row.id}/${columns[i]!.id}`, figure] as const],
        ),
      ),
    ),
  );

/** What the report says first, its figures filled in; a sentence with a figure that is hidden or not there is left out. */
export function headlineOf(report: Pick<Report, 'headline' | 'sections'>): string[] {
  const figures = figuresOf(report);
  return report.headline.flatMap((sentence) => sentenceInWords(sentence, figures) ?? []);
}

function sentenceInWords({ parts }: Sentence, figures: ReadonlyMap<Cell, Figure>): string | null {
  const words = parts.map((part) => {
    if (typeof part === 'string') return part;
    const figure = figures.get(part.at);
    if (!figure || figure.kind === 'hidden') return null;
    const counted = sizeOf(figure) === 1 ? part.one : part.many;
    if (counted === undefined) return figureInWords(figure);
    return counted.includes('#')
      ? counted.replace('#', figureInWords(figure))
      : `${figureInWords(figure)} ${counted}`;
  });
  return words.includes(null) ? null : words.join('');
}

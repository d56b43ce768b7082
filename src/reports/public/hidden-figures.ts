import { figureInWords, figuresOf } from '../in-words.ts';
import type { Cell, Figure, Report, ReportRow, Section } from '../report.ts';

const HIDDEN: Figure = { kind: 'hidden' };

/**
 * The report without these counts, and without every figure that was taken from one of them. A figure that changed since it
 * was given out, though as many records stand behind it, would tell what of one record did: it is hidden, too.
 */
export function withoutCounts(
  report: Report,
  hidden: ReadonlySet<Cell>,
  given: { counts: ReadonlyMap<Cell, number>; others: ReadonlyMap<Cell, string> }[],
): Report {
  const figures = figuresOf(report);
  const countAt = (at: Cell) => {
    const figure = figures.get(at);
    return figure?.kind === 'count' ? figure.value : undefined;
  };
  const isMoved = (at: Cell, figure: Figure, from: Cell) =>
    given.some(
      ({ counts, others }) =>
        others.has(at) && others.get(at) !== figureInWords(figure) && counts.get(from) === countAt(from),
    );
  const isHidden = (at: Cell, figure: Figure): boolean => {
    switch (figure.kind) {
      case 'count':
        return hidden.has(at);
      case 'share':
      case 'interval':
        return hidden.has(figure.part) || hidden.has(figure.of);
      case 'measure':
        return figure.extreme === true || hidden.has(figure.from) || isMoved(at, figure, figure.from);
      case 'money':
        return hidden.has(figure.from) || isMoved(at, figure, figure.from);
      case 'number':
      case 'words':
        return figure.from?.some((from) => hidden.has(from)) ?? false;
      case 'hidden':
        return true;
    }
  };
  // Where there is nothing to say, there was none of it.
  const tellsZero = [...hidden].some((at) => countAt(at) === 0);
  const section = (one: Section): Section =>
    inOrder({
      ...one,
      rows: one.rows.map((row) => ({
        ...row,
        figures: row.figures.map((figure, i) =>
          figure === null
            ? tellsZero && isFilled(one, i)
              ? HIDDEN
              : null
            : isHidden(`${one.id}/${row.id}/${one.columns[i]!.id}`, figure)
              ? HIDDEN
              : figure,
        ),
      })),
    });
  return { ...report, sections: report.sections.map(section) };
}

const isFilled = ({ rows }: Section, column: number): boolean =>
  rows.some(({ figures }) => figures[column] !== null);

/** By their titles where they stood by size and not all of them are shown; what is a part stays under its whole. */
function inOrder(section: Section): Section {
  const isWhole = section.rows.every(({ figures }) => figures.every((figure) => figure?.kind !== 'hidden'));
  if (!section.bySize || isWhole) return section;
  const groups = section.rows.reduce<ReportRow[][]>((some, row) => {
    if (row.level === 1 && some.length > 0) some.at(-1)!.push(row);
    else some.push([row]);
    return some;
  }, []);
  const byTitle = (a: ReportRow, b: ReportRow) => (a.title < b.title ? -1 : 1);
  // What is of all stands first, as before.
  const [all = [], ...others] = groups.map(([whole, ...parts]) => [whole!, ...parts.sort(byTitle)]);
  return { ...section, rows: [all, ...others.sort(([a], [b]) => byTitle(a!, b!))].flat() };
}

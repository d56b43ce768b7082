// [003] results flyer: the contract’s outcomes
import type { FigureBook } from '../../rules/figures/book.ts';
import type { Harm, Span } from '../../rules/figures/outcome.ts';
import { verdictInWords, verdictOn } from '../../rules/figures/verdict.ts';
import type { Program } from '../../rules/policy.ts';
import { count, interval, share } from '../figures.ts';
import { cell, type Figure, type ReportRow, type Section, type Sentence, type Sum } from '../report.ts';
import { countsOf, keyOf, spansOf, type Tally } from './tally.ts';

export const spanId = (span: Span): string => (span === 'service' ? 'service' : `months-${span}`);
export const spanInWords = (span: Span): string =>
  span === 'service' ? 'During service' : `Within ${span} months`;

export const harmTitles: Record<Harm, string> = {
  abuse: 'No confirmed abuse or neglect',
  placement: 'No child placed out of the home',
};

const targetStems: Record<Harm, string> = { abuse: 'noConfirmedAbuse', placement: 'noPlacement' };

/** The percent that the contract asks for; `null` where it asks for none. */
export const targetOf = ({ numbers }: Program, harm: Harm, span: Span): number | null =>
  numbers[`${targetStems[harm]}${span === 'service' ? 'DuringService' : `Within${span}Months`}`]?.value ??
  null;

const counted: Record<Harm, string> = {
  abuse:
    'During service as it was said at the closing or since; later as the follow-up told. What was confirmed within three months was within twelve, too.',
  placement:
    'During service as noted in the case from its first day on, or told by its closing: the reason, or a child in foster or residential care; to live with a relative is no placement. Later as the follow-up told, by the day of the placement where that is known.',
};

const ofComingHome =
  ' A child is placed again only after it came home: families to which none came are left out.';

/** How many families it did not happen to, of those of whom it is known, against the contract’s targets. */
export function targetSection(
  harm: Harm,
  tally: Tally,
  { program, figures, bringing }: { program: Program; figures: FigureBook; bringing: boolean },
): Section {
  const rows = spansOf(program).map((span): ReportRow => {
    const { known, without, with: having } = countsOf(tally.outcomes.get(keyOf(harm, span))!);
    const ofAll = (column: string) => cell('known', `${harm}-${spanId(span)}`, column);
    const at = {
      part: cell(harm, spanId(span), 'without'),
      of: cell(harm, spanId(span), 'known'),
    };
    const target = targetOf(program, harm, span);
    const verdict = verdictOf(harm, span, tally, { program, figures });
    const result: Figure | null = verdict && {
      kind: 'words',
      words: verdictInWords[verdict],
      from: [at.part, at.of, ofAll('due'), ofAll('told-otherwise')],
    };
    return {
      id: spanId(span),
      title: spanInWords(span),
      figures: [
        count(known),
        count(without),
        share(without, known, at),
        target === null ? null : { kind: 'number', value: target, unit: 'percent' },
        result,
        interval(without, known, at, figures.numbers.confidence.value),
        count(having),
      ],
    };
  });
  return {
    id: harm,
    title: harmTitles[harm],
    counts: `Families of whom it is known. ${counted[harm]}${harm === 'placement' && bringing ? ofComingHome : ''}`,
    columns: [
      { id: 'known', title: 'Known' },
      { id: 'without', title: 'Without' },
      { id: 'share', title: 'Share' },
      { id: 'target', title: 'Target' },
      { id: 'result', title: 'Result' },
      { id: 'interval', title: 'Interval' },
      { id: 'with', title: 'With' },
    ],
    rows,
    chart: {
      kind: 'bars',
      of: ['share'],
      says: `${harmTitles[harm]}: the share of the families of whom it is known, by the time since the service, with its interval and the target.`,
      intervals: { share: 'interval' },
      target: { title: 'Target', column: 'target' },
    },
  };
}

/** What is known is with or without. */
export const targetSums = (harm: Harm, program: Program): Sum[] =>
  spansOf(program).map((span) => {
    const at = (column: string) => cell(harm, spanId(span), column);
    return { whole: at('known'), parts: [at('without'), at('with')] };
  });

/** What it comes to, in a sentence: each target of whose time something is known. */
export function targetSentence(
  harm: Harm,
  tally: Tally,
  going: { program: Program; figures: FigureBook },
): Sentence[] {
  const told = spansOf(going.program).flatMap((span) => {
    const verdict = verdictOf(harm, span, tally, going);
    const { known } = countsOf(tally.outcomes.get(keyOf(harm, span))!);
    return verdict === null || known === 0 ? [] : [{ span, verdict }];
  });
  if (told.length === 0) return [];
  const parts = told.flatMap(({ span, verdict }, i) => {
    const at = (column: string) => ({ at: cell(harm, spanId(span), column) });
    const when = spanInWords(span).toLowerCase();
    const before = i === 0 ? `${harmTitles[harm]}: ` : '; ';
    return verdict === 'too_few'
      ? [`${before}${when} `, at('result')]
      : [
          `${before}${when} `,
          at('share'),
          ' of ',
          { ...at('known'), one: 'family', many: 'families' },
          ' (target ',
          at('target'),
          ': ',
          at('result'),
          ')',
        ];
  });
  return [{ parts: [...parts, '.'] }];
}

/** `null` where there is no target, or nobody’s time is over yet. */
function verdictOf(
  harm: Harm,
  span: Span,
  tally: Tally,
  { program, figures }: { program: Program; figures: FigureBook },
) {
  const target = targetOf(program, harm, span);
  const {
    due,
    known: of,
    without: part,
    told_otherwise: besides,
  } = countsOf(tally.outcomes.get(keyOf(harm, span))!);
  return target === null || due === 0 ? null : verdictOn({ part, of, besides }, target, figures);
}

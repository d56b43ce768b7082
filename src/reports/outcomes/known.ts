import { type Harm, harms, type Span } from '../../rules/figures/outcome.ts';
import type { Program } from '../../rules/policy.ts';
import { count } from '../figures.ts';
import { cell, type ReportRow, type Section, type Sum } from '../report.ts';
import { harmTitles, spanId, spanInWords } from './against-targets.ts';
import { countsOf, keyOf, spansOf, type Tally } from './tally.ts';

const rowOf = (harm: Harm, span: Span): string => `${harm}-${spanId(span)}`;
const at = (row: string, column: string) => cell('known', row, column);

/** How many families reached each time, and of how many it is known how it came out. */
export function knownSection(tally: Tally, program: Program, { bringing }: { bringing: boolean }): Section {
  const rows = harms.flatMap((harm): ReportRow[] => [
    { id: harm, title: harmTitles[harm], figures: bringing ? Array(8).fill(null) : Array(7).fill(null) },
    ...spansOf(program).map((span): ReportRow => {
      const of = countsOf(tally.outcomes.get(keyOf(harm, span))!);
      return {
        id: rowOf(harm, span),
        title: spanInWords(span),
        level: 1,
        figures: [
          count(of.due),
          count(of.known),
          count(of.not_reached),
          count(of.not_asked),
          count(of.told_otherwise),
          count(of.not_due),
          count(tally.closed),
          ...(bringing ? [count(of.no_home)] : []),
        ],
      };
    }),
  ]);
  return {
    id: 'known',
    title: 'Of how many it is known',
    counts:
      'Services that ended in the year, a family once for each. Due: that time was over on the day of this report, and with it the denominator. Known: it was said of the service, or the family was reached for that time. Not reached: somebody tried. Not said: nobody has kept an answer. Otherwise: the same, but another follow-up tells that it had happened by then; in no share, since bad news alone would come in that way, and no target is called met against it. Who is not known is neither a success nor a failure.',
    columns: [
      { id: 'due', title: 'Due' },
      { id: 'known', title: 'Known' },
      { id: 'not-reached', title: 'Not reached' },
      { id: 'not-asked', title: 'Not said' },
      { id: 'told-otherwise', title: 'Otherwise' },
      { id: 'not-due', title: 'Not due yet' },
      { id: 'closed', title: 'Ended' },
      ...(bringing ? [{ id: 'no-home', title: 'None came home' }] : []),
    ],
    rows,
  };
}

/** Who ended was due, is not yet, or had no child at home; who was due is known, was not reached, or not asked. */
export const knownSums = (program: Program, { bringing }: { bringing: boolean }): Sum[] =>
  harms.flatMap((harm) =>
    spansOf(program).flatMap((span): Sum[] => {
      const row = rowOf(harm, span);
      const of = (...columns: string[]) => columns.map((column) => at(row, column));
      return [
        { whole: at(row, 'closed'), parts: of('due', 'not-due', ...(bringing ? ['no-home'] : [])) },
        { whole: at(row, 'due'), parts: of('known', 'not-reached', 'not-asked', 'told-otherwise') },
        { whole: at(row, 'known'), parts: [cell(harm, spanId(span), 'known')] },
        { whole: at(row, 'closed'), parts: [cell('closing', 'all', 'families')] },
        ...(bringing && harm === 'placement'
          ? [{ whole: at(row, 'no-home'), parts: [cell('home', 'none', 'families')] }]
          : []),
      ];
    }),
  );

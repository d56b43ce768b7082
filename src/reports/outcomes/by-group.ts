import type { Closing } from '../../records/figures/closings.ts';
import type { FigureBook } from '../../rules/figures/book.ts';
import { harms } from '../../rules/figures/outcome.ts';
import { verdictInWords } from '../../rules/figures/verdict.ts';
import type { Grouping } from '../../rules/figures/who-may.ts';
import type { Program } from '../../rules/policy.ts';
import { count, interval, share } from '../figures.ts';
import { cell, type Figure, type ReportRow, type Section, type Sum } from '../report.ts';
import { spanId, spanInWords, targetOf } from './against-targets.ts';
import { countsOf, emptyTally, type Going, keyOf, spansOf, type Tally, tallyUp } from './tally.ts';

/** What is counted of one agency, specialist or supervisor. */
interface Group {
  title: string;
  tally: Tally;
}

/** Groups by what is the same in them, however it is written. */
export type Groups = Map<string, Group>;

const NOBODY = '';

const nameIn: Record<Grouping, (one: Closing) => string | null> = {
  agency: ({ agency }) => agency,
  specialist: ({ specialist, specialistName }) => `${specialistName} (${specialist})`,
  supervisor: ({ supervisor }) => supervisor,
};

/** Adds a service to the group that it belongs to. */
export function groupUp(groups: Groups, one: Closing, by: Grouping, going: Going): void {
  const title = nameIn[by](one)?.trim() ?? NOBODY;
  const key = title.toLowerCase();
  const group = groups.get(key) ?? { title, tally: emptyTally(going.program) };
  groups.set(key, group);
  tallyUp(group.tally, one, going);
}

const nobody: Record<Grouping, string> = {
  agency: 'No agency named',
  specialist: 'No specialist',
  supervisor: 'No supervisor named',
};

interface Named {
  id: string;
  title: string;
  tally: Tally;
}

/** In the order of the alphabet, whatever the figures are; who has no name comes last. */
function named(groups: Groups, by: Grouping): Named[] {
  const order = new Intl.Collator('en').compare;
  const inOrder = [...groups].sort(([a], [b]) => Number(a === NOBODY) - Number(b === NOBODY) || order(a, b));
  const ids = new Set<string>();
  return inOrder.map(([key, { title, tally }]) => {
    const plain = `${by}-${key.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'none'}`;
    let id = plain;
    for (let n = 2; ids.has(id); n += 1) id = `${plain}-${n}`;
    ids.add(id);
    return { id, title: title || nobody[by], tally };
  });
}

const harmInWords = { abuse: 'No CA/N', placement: 'No placement' } as const;

/** Each target that the contract has: of whom, and over what time. */
const targetsOf = (program: Program) =>
  harms.flatMap((harm) =>
    spansOf(program)
      .filter((span) => targetOf(program, harm, span) !== null)
      .map((span) => ({ harm, span, id: `${harm}-${spanId(span)}`, key: keyOf(harm, span) })),
  );

/** The same figures by agency, specialist or supervisor: of too few families no share, and no verdict on any. */
export function groupSection(
  groups: Groups,
  by: Grouping,
  { program, figures }: { program: Program; figures: FigureBook },
): Section {
  return {
    id: `by-${by}`,
    title: `By ${by}`,
    counts: `In the order of the alphabet. A service counts with who had the case at its end. Of few families a share tells of chance more than of anybody’s work, and families differ: with too few known (iis policy) none is told, and the interval goes with every other.`,
    columns: [
      { id: 'ended', title: 'Ended' },
      { id: 'known', title: 'Known' },
      { id: 'without', title: 'Without' },
      { id: 'share', title: 'Share' },
      { id: 'interval', title: 'Interval' },
      { id: 'with', title: 'With' },
    ],
    rows: named(groups, by).flatMap(({ id, title, tally }): ReportRow[] => [
      { id, title, figures: [count(tally.closed), null, null, null, null, null] },
      ...targetsOf(program).map(
        ({ harm, span, id: target, key }): ReportRow => ({
          id: `${id}-${target}`,
          title: `${harmInWords[harm]}, ${spanInWords(span).toLowerCase()}`,
          level: 1,
          figures: [null, ...sharesIn(tally, key, cell(`by-${by}`, `${id}-${target}`, ''), figures)],
        }),
      ),
    ]),
  };
}

function sharesIn(tally: Tally, key: string, row: string, { numbers }: FigureBook): (Figure | null)[] {
  const { known, without, with: having } = countsOf(tally.outcomes.get(key)!);
  const at = { part: `${row}without`, of: `${row}known` };
  if (known === 0) return [count(0), null, null, null, null];
  if (known < numbers.shareFrom.value)
    return [count(known), null, { kind: 'words', words: verdictInWords.too_few, from: [at.of] }, null, null];
  return [
    count(known),
    count(without),
    share(without, known, at),
    interval(without, known, at, numbers.confidence.value),
    count(having),
  ];
}

/** The groups make up all of them. */
export function groupSums(
  groups: Groups,
  by: Grouping,
  { program, figures }: { program: Program; figures: FigureBook },
): Sum[] {
  const section = `by-${by}`;
  const all = named(groups, by);
  return [
    { whole: cell('closing', 'all', 'families'), parts: all.map(({ id }) => cell(section, id, 'ended')) },
    ...targetsOf(program).flatMap(({ harm, span, id: target, key }): Sum[] => [
      {
        whole: cell(harm, spanId(span), 'known'),
        parts: all.map(({ id }) => cell(section, `${id}-${target}`, 'known')),
      },
      ...all
        .filter(({ tally }) => countsOf(tally.outcomes.get(key)!).known >= figures.numbers.shareFrom.value)
        .map(({ id }) => ({
          whole: cell(section, `${id}-${target}`, 'known'),
          parts: ['without', 'with'].map((column) => cell(section, `${id}-${target}`, column)),
        })),
    ]),
  ];
}

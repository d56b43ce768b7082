// [001] Practice Alert PA22-CM-10 · [003] results flyer
import { type Whereabouts, whereaboutsKinds } from '../../rules/case/case.ts';
import type { FigureBook } from '../../rules/figures/book.ts';
import { type Harm, harms } from '../../rules/figures/outcome.ts';
import { count, share } from '../figures.ts';
import { cell, type ReportRow, type Section, type Sum } from '../report.ts';
import { countsOf, keyOf, type Tally } from './tally.ts';

const at = (section: string, row: string, column: string) => cell(section, row, column);

/** Figures of rows that add up, with their shares of all. */
function parted(
  section: string,
  column: string,
  counts: readonly (readonly [string, string, number])[],
): ReportRow[] {
  const all = counts.reduce((sum, [, , n]) => sum + n, 0);
  const figures = (row: string, n: number) => [
    count(n),
    share(n, all, { part: at(section, row, column), of: at(section, 'all', column) }),
  ];
  return [
    { id: 'all', title: 'All', figures: figures('all', all) },
    ...counts.map(([id, title, n]) => ({ id, title, level: 1 as const, figures: figures(id, n) })),
  ];
}

/** How many families were together at the end. */
export function closingSection({ intact }: Tally, { known }: FigureBook): Section {
  return {
    id: 'closing',
    title: 'Families at the end of the service',
    counts:
      'Services whose last day was in the year, as it was said at the closing. Beside them what was counted in all of Missouri in an earlier year [001]; it is no target.',
    columns: [
      { id: 'families', title: 'Families' },
      { id: 'share', title: 'Share' },
    ],
    rows: [
      ...parted('closing', 'families', [
        ['intact', 'Intact', intact.yes],
        ['not-intact', 'Not intact', intact.no],
        ['not-known', 'Not known', intact.unknown],
      ]),
      {
        id: 'intact-2021',
        title: 'Intact in SFY2021, statewide',
        figures: [null, { kind: 'number', value: known.intactOf2021.value, unit: 'percent' }],
      },
    ],
    chart: {
      kind: 'bars',
      of: ['families'],
      says: 'Families by whether they were together at the end.',
      rows: ['intact', 'not-intact', 'not-known'],
    },
  };
}

const places: Record<Whereabouts, string> = {
  home: 'At home',
  relative: 'With a relative',
  foster_care: 'In foster care',
  residential_care: 'In residential care',
  other: 'Elsewhere',
  not_known: 'Not known',
};
const placeId = (kind: Whereabouts): string => kind.replaceAll('_', '-');

/** Where the children lived at the end. */
export function childrenSection({ children }: Tally): Section {
  return {
    id: 'children',
    title: 'Children at the end of the service',
    counts: 'Every child of those families, by where it lived on the day of the closing.',
    columns: [
      { id: 'children', title: 'Children' },
      { id: 'share', title: 'Share' },
    ],
    rows: parted(
      'children',
      'children',
      whereaboutsKinds.map((kind) => [placeId(kind), places[kind], children[kind]] as const),
    ),
    chart: {
      kind: 'bars',
      of: ['children'],
      says: 'Children by where they lived at the end.',
      rows: whereaboutsKinds.map(placeId),
    },
  };
}

export const endSums: Sum[] = [
  {
    whole: at('closing', 'all', 'families'),
    parts: ['intact', 'not-intact', 'not-known'].map((row) => at('closing', row, 'families')),
  },
  {
    whole: at('children', 'all', 'children'),
    parts: whereaboutsKinds.map((kind) => at('children', placeId(kind), 'children')),
  },
];

/** The longest time after which the Division has told how children fared [003]. */
const LONGEST = 48;

const ofEarlier: Record<
  Harm,
  { id: string; title: string; known: 'withoutAbuseAfter48Months' | 'neverInCustodyAfter48Months' }
> = {
  abuse: { id: 'abuse-2000', title: 'The same of SFY2000, statewide', known: 'withoutAbuseAfter48Months' },
  placement: {
    id: 'placement-2000',
    title: 'Never in custody, SFY2000, statewide',
    known: 'neverInCustodyAfter48Months',
  },
};

/** Children four years on, beside those that the Division followed. */
export function longTermSection({ childrenBy }: Tally, { known }: FigureBook): Section | null {
  if (!childrenBy.has(keyOf('abuse', LONGEST))) return null;
  return {
    id: 'long-term',
    title: `Children ${LONGEST} months on`,
    counts:
      'Children of the families of which it is known. It is kept by family: where it happened to one child, all of them count with it, so that the share is the least it can be. The earlier figures are of children of another time [003]; they are no target.',
    columns: [
      { id: 'children', title: 'Children' },
      { id: 'without', title: 'Without' },
      { id: 'share', title: 'Share' },
      { id: 'with', title: 'With' },
    ],
    rows: harms.flatMap((harm): ReportRow[] => {
      const of = countsOf(childrenBy.get(keyOf(harm, LONGEST))!);
      const where = { part: at('long-term', harm, 'without'), of: at('long-term', harm, 'children') };
      const { id, title, known: earlier } = ofEarlier[harm];
      return [
        {
          id: harm,
          title: harm === 'abuse' ? 'No confirmed abuse or neglect' : 'Never placed out of the home',
          figures: [count(of.known), count(of.without), share(of.without, of.known, where), count(of.with)],
        },
        {
          id,
          title,
          level: 1,
          figures: [
            { kind: 'number', value: known.childrenOf2000.value, unit: null },
            null,
            { kind: 'number', value: known[earlier].value, unit: 'percent' },
            null,
          ],
        },
      ];
    }),
  };
}

export const longTermSums: Sum[] = harms.map((harm) => ({
  whole: at('long-term', harm, 'children'),
  parts: ['without', 'with'].map((column) => at('long-term', harm, column)),
}));

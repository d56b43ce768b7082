import type { PolicyNumber } from '../policy.ts';

/** What figures go by, and known ones to look at beside them. */
export interface FigureBook {
  numbers: Readonly<
    Record<
      | 'confidence'
      | 'shareFrom'
      | 'lossTarget'
      | 'eligibleFrom'
      | 'endedFrom'
      | 'openBeyond'
      | 'clumpsBelow'
      | 'smallCells'
      | 'smallCellsAtLeast'
      | 'possibleCounts',
      PolicyNumber
    >
  >;
  /** Of an earlier year; never a target. */
  known: Readonly<
    Record<
      | 'withoutAbuseAfter48Months'
      | 'neverInCustodyAfter48Months'
      | 'childrenOf2000'
      | 'familiesOf2000'
      | 'intactOf2021',
      PolicyNumber
    >
  >;
}

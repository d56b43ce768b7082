import type { Sum } from './report.ts';

/** The sums that hold between counts of two reports of the same year, circuits and program: cells with the report before them. */
export const sumsAcross: readonly Sum[] = [];

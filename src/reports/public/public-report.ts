import type { Highs } from 'highs';
import type { Given, Release } from '../../records/releases.ts';
import { hide } from '../../rules/figures/hiding/hide.ts';
import { isSmall, type Limits } from '../../rules/figures/hiding/puzzle.ts';
import { figureInWords, figuresOf } from '../in-words.ts';
import type { Cell, Report } from '../report.ts';
import { sumsAcross } from '../sums-across.ts';
import { withoutCounts } from './hidden-figures.ts';
import { type Known, puzzleOf } from './puzzle-of.ts';
import { type CountTable, tableKey, tableOf, tableOfGiven } from './tables.ts';

/** A report as it may be given out. */
export interface Public {
  report: Report;
  /** What is to be kept of it; `null` where just this was given out before. */
  given: Given | null;
  /** Whether small counts could be found out all the same, with what was given out before: then it must not be given out. */
  tells: boolean;
}

/**
 * Hides the small counts of a report, and whatever else would tell them to somebody who has all that was given out of the
 * year before. `others` are the reports and scopes that were given out, as they stand now; `usual` is how many are hidden elsewhere.
 */
export function publicReport(
  highs: Highs,
  report: Report,
  {
    releases,
    others,
    usual,
    chance,
    across = sumsAcross,
  }: {
    releases: readonly Release[];
    others: readonly CountTable[];
    usual: number;
    chance: Known['chance'];
    across?: Known['across'];
  },
  limits: Limits,
): Public {
  const asked = tableOf(report);
  const before = releases.filter((release) => tableKey(tableOfGiven(release)) === tableKey(asked));
  const last = before.at(-1);
  const isSame = last !== undefined && last.smallCells === limits.small && sameMap(last.counts, asked.counts);
  const decided = isSame
    ? { hidden: last.hidden, tells: false }
    : decide(highs, { asked, others, releases, across, acrossPieces: true, chance }, limits);
  const shown = withoutCounts(report, decided.hidden, before);
  const given = givenOf(shown, asked, decided.hidden, limits);
  return {
    report: { ...shown, smallCells: limits.small, notes: [...shown.notes, noteOf(limits, usual)] },
    given: isSame && sameMap(last.others, given.others) ? null : given,
    tells: decided.tells,
  };
}

function decide(highs: Highs, known: Known, limits: Limits): { hidden: Set<Cell>; tells: boolean } {
  const { puzzle, at } = puzzleOf(highs, known, limits);
  const found = hide(highs, puzzle, limits);
  // Sums that mostly hold need not hold in every piece of a scope.
  if (found === null && known.acrossPieces) return decide(highs, { ...known, acrossPieces: false }, limits);
  if (found === null) return { hidden: new Set(), tells: true };
  const { hidden, told } = found;
  const isHidden = ([cell, place]: [Cell, number]) =>
    hidden.has(place) || isSmall(known.asked.counts.get(cell)!, limits);
  return { hidden: new Set([...at].filter(isHidden).map(([cell]) => cell)), tells: told > 0 };
}

function givenOf(
  { id, scope, sections }: Report,
  { counts, sums }: CountTable,
  hidden: ReadonlySet<Cell>,
  limits: Limits,
): Given {
  const others = [...figuresOf({ sections })].filter(
    ([, { kind }]) => kind === 'measure' || kind === 'money',
  );
  return {
    report: id,
    sfy: scope.sfy,
    circuits: scope.circuits,
    program: scope.program,
    smallCells: limits.small,
    counts,
    hidden,
    sums: sums as Given['sums'],
    others: new Map(others.map(([at, figure]) => [at, figureInWords(figure)])),
  };
}

const noteOf = ({ small }: Limits, usual: number): string =>
  `* is not given out: a count of 1–${small}, a figure taken from one, or what would let one be worked out.${
    small < usual ? ` CMS’s policy, which many go by, hides 1–${usual}.` : ''
  }`;

const sameMap = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean =>
  one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);

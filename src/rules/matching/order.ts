import { orderOf } from '../time.ts';
import { type Priority, priorities } from '../words.ts';
import type { AvailableSpecialist, WaitingFamily } from './plan.ts';

/** More than the digits of any time, of four for the year to two for the second. */
const BEYOND_ALL_TIMES = 1e14;

/** Orders by code units, which no locale changes. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Rankable = Pick<WaitingFamily, 'receivedAt' | 'referral'> & { priority: Priority | null };

/**
 * Families in order of rank: priority [002 Community Referral form], then the time received
 * [000 program description], then the referral number, so that no two are ever level. Whose priority is not known comes
 * first, as on the list: it may be imminent.
 */
export const byRank = (a: Rankable, b: Rankable): number =>
  riskOrder(a.priority) - riskOrder(b.priority) ||
  byText(a.receivedAt, b.receivedAt) ||
  byText(a.referral, b.referral);

const riskOrder = (priority: Priority | null): number =>
  priority === null ? -1 : priorities.indexOf(priority);

/** A figure in which families stand in order of rank but for their numbers; it sorts far faster than texts do. */
export const rankOf = ({ priority, receivedAt }: WaitingFamily): number =>
  priorities.indexOf(priority) * BEYOND_ALL_TIMES + orderOf(receivedAt);

/** A figure in which openings stand in order of preference but for the codes of their specialists. */
export const levelOf = ({ idleSince }: AvailableSpecialist, openCases: number): number =>
  openCases * BEYOND_ALL_TIMES + (idleSince === null ? 0 : orderOf(idleSince));

/** Specialists with as many open cases: who never had one, then who has been idle longest, then the code. */
export const byIdleness = (a: AvailableSpecialist, b: AvailableSpecialist): number =>
  byText(a.idleSince ?? '', b.idleSince ?? '') || byText(a.code, b.code);

/**
 * The numbers of the items in order of their figures, and of their texts where those are the same. The figures are sorted by
 * themselves, which takes no call for each two, and each item then finds its place among them.
 */
export const inOrder = (figures: Float64Array, textOf: (item: number) => string): Int32Array => {
  const sorted = figures.toSorted();
  const alike = new Int32Array(figures.length);
  const order = new Int32Array(figures.length);
  for (let item = 0; item < figures.length; item += 1) {
    const first = firstOf(sorted, figures[item]!);
    order[first + alike[first]!] = item;
    alike[first]! += 1;
  }
  for (let first = 0; first < order.length; first += alike[first]!)
    if (alike[first]! > 1) sortByText(order, first, first + alike[first]!, textOf);
  return order;
};

/** Most often they come in order already. */
const sortByText = (order: Int32Array, from: number, to: number, textOf: (item: number) => string): void => {
  let at = from + 1;
  while (at < to && textOf(order[at - 1]!) <= textOf(order[at]!)) at += 1;
  if (at < to) order.subarray(from, to).sort((a, b) => byText(textOf(a), textOf(b)));
};

/** Where the figure first stands among the sorted ones. */
const firstOf = (sorted: Float64Array, figure: number): number => {
  let from = 0;
  let to = sorted.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < figure) from = middle + 1;
    else to = middle;
  }
  return from;
};

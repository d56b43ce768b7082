// [003] results flyer: $1,990 a child for the service, $90,600 for a child with substantiated abuse or neglect
import { whereaboutsKinds } from '../../rules/case/case.ts';
import type { Program } from '../../rules/policy.ts';
import { count, rounded } from '../figures.ts';
import { cell, type Section } from '../report.ts';
import type { Tally } from './tally.ts';

const HUNDRED = 100;

/**
 * What the service cost by the estimate of [003], and what must have come of it to be worth that. Nobody counts children
 * to whom nothing happened because of it: so only what follows if some were spared is told. `null` where the program’s
 * file has no such figures.
 */
export function costSection({ children }: Tally, { numbers }: Program): Section | null {
  const [perChild, perHarmed] = [numbers.costPerChild?.value, numbers.costOfSubstantiatedChild?.value];
  if (perChild === undefined || perHarmed === undefined) return null;
  const served = whereaboutsKinds.reduce((sum, kind) => sum + children[kind], 0);
  const from = cell('cost', 'served', 'children');
  const inDollars = (value: number) => ({ kind: 'money', cents: Math.round(value * 100), from }) as const;
  const asChildren = (value: number) =>
    ({ kind: 'number', value: rounded(value, 2), unit: null, from: [from] }) as const;
  const spared = served / HUNDRED;
  return {
    id: 'cost',
    title: 'Cost, by the estimates of 2003',
    counts:
      'The children that were served, times the Division’s estimate of what the service costs for one; and its estimate of what abuse or neglect costs everybody over the years for a child to whom it happened [003]. Both are estimates of their time, in its dollars. How many children were spared nobody can count: these rows say what follows if some were, and claim nothing.',
    columns: [
      { id: 'children', title: 'Children' },
      { id: 'dollars', title: 'Dollars' },
    ],
    rows: [
      {
        id: 'served',
        title: 'Served',
        figures: [count(served), served === 0 ? null : inDollars(served * perChild)],
      },
      {
        id: 'worth',
        title: 'Spared, for that to come back',
        figures:
          served === 0
            ? [null, null]
            : [asChildren((served * perChild) / perHarmed), inDollars(served * perChild)],
      },
      {
        id: 'if-spared',
        title: 'If one in a hundred was spared',
        figures: served === 0 ? [null, null] : [asChildren(spared), inDollars(spared * perHarmed)],
      },
      {
        id: 'rates',
        title: 'The service, each child',
        figures: [null, { kind: 'number', value: perChild, unit: 'dollars' }],
      },
      {
        id: 'harm',
        title: 'Abuse or neglect, each child',
        figures: [null, { kind: 'number', value: perHarmed, unit: 'dollars' }],
      },
    ],
  };
}

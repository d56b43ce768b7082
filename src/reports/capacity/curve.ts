import type { Capacity } from '../../rules/figures/capacity.ts';
import { leastFor, lossShare } from '../../rules/figures/erlang.ts';
import { calculated, inWords } from '../figures.ts';
import type { Section } from '../report.ts';
import { circuitLine, eligibleAt, type Lines } from './lines.ts';
import { countedAt } from './load.ts';
import { percent } from './opening.ts';
import { servedAYear } from './specialists.ts';

/** What each specialist more would change, in one circuit. */
export function curveSection(one: Capacity, of: Lines, target: number): Section {
  const line = circuitLine(one);
  const from = [eligibleAt(line), ...countedAt(one, line, of)];
  const needed = leastFor(one.load, target, one.placesEach);
  const most = Math.max(leastFor(one.loadEnds.high, target, one.placesEach), Math.ceil(one.specialists) + 1);
  const marks = (n: number) =>
    [n === Math.round(one.specialists) ? ['now'] : [], n === needed ? ['needed'] : []].flat().join(', ');
  const steps = Array.from({ length: most + 1 }, (_, n) => n);
  return {
    id: 'curve',
    title: `What each specialist changes: circuit ${one.circuit}, ${one.program}`,
    counts:
      'By Erlang, with the load above. Served: families a year that find an opening. More: families a year that this specialist adds to those before.',
    columns: [
      { id: 'share', title: 'No opening' },
      { id: 'served', title: 'Served a year' },
      { id: 'more', title: 'More' },
      { id: 'mark', title: '' },
    ],
    rows: steps.map((n) => ({
      id: String(n),
      title: n === 1 ? '1 specialist' : `${n} specialists`,
      figures: [
        percent(lossShare(one.load, n * one.placesEach), from),
        calculated(servedAYear(one, n), from),
        n === 0 ? null : calculated(servedAYear(one, n) - servedAYear(one, n - 1), from),
        marks(n) === '' ? null : inWords(marks(n), from),
      ],
    })),
    chart: {
      kind: 'lines',
      of: ['share'],
      says: 'The share of eligible families that finds no opening falls with each specialist, and with each by less.',
      axes: { x: 'Specialists', y: 'No opening, %' },
      mark: { row: String(Math.round(one.specialists)), says: 'now' },
    },
  };
}

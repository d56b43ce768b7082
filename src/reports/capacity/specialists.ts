import type { Capacity } from '../../rules/figures/capacity.ts';
import { leastFor, lossShare } from '../../rules/figures/erlang.ts';
import type { ReportDesk } from '../desk.ts';
import { calculated } from '../figures.ts';
import { type Cell, cell, type Section } from '../report.ts';
import { eligibleAt, type Lines, rowsOf, sumOver } from './lines.ts';
import { countedAt, splitBy } from './load.ts';
import { isEnough, percent, tooFew } from './opening.ts';

/** Families a year that are served with so many specialists. */
export const servedAYear = ({ aYear, load, placesEach }: Capacity, specialists: number): number =>
  aYear * (1 - lossShare(load, specialists * placesEach));

/** How many specialists keep the share under the target, 0 to 1, and how many the next one would serve. */
export function specialistsSection(
  lines: readonly Lines[],
  target: number,
  desk: Pick<ReportDesk, 'figures'>,
): Section {
  const percentOf = Number((100 * target).toFixed(2));
  return {
    id: 'specialists',
    title: `Specialists, so that at most ${percentOf} % find no opening`,
    counts:
      'Now: on the last day that is looked at, on leave or not; who serves several circuits counts in each as much as families come from there. ' +
      'No opening: the share by Erlang with these. ' +
      'Needed: the fewest that keep the share within the target; from, to: with the fewest and the most families a year. ' +
      'The next serves: families a year that one specialist more would serve. ' +
      'All: the circuits with enough families to say.',
    columns: [
      { id: 'now', title: 'Now' },
      { id: 'share', title: 'No opening' },
      { id: 'needed', title: 'Needed' },
      { id: 'low', title: 'from' },
      { id: 'high', title: 'to' },
      { id: 'next', title: 'The next serves' },
    ],
    rows: rowsOf(lines, {
      all: ({ circuits }, line) => {
        const enough = circuits.filter((one) => isEnough(one, desk));
        const now = calculated(
          sumOver(circuits, (one) => one.specialists),
          [],
          circuits.some((one) => one.shared) ? {} : whole,
        );
        if (enough.length === 0) return [now, tooFew(line), null, null, null, null];
        const from = [eligibleAt(line)];
        const lost = sumOver(enough, (one) => one.eligible * lossNow(one));
        return [
          now,
          percent(lost / sumOver(enough, (one) => one.eligible), from),
          calculated(
            sumOver(enough, (one) => leastFor(one.load, target, one.placesEach)),
            from,
            whole,
          ),
          null,
          null,
          null,
        ];
      },
      circuit: (one, line, of) => {
        const now = calculated(one.specialists, splitBy(one, line), one.shared ? {} : whole);
        if (!isEnough(one, desk)) return [now, tooFew(line), null, null, null, null];
        const from: Cell[] = [eligibleAt(line), ...countedAt(one, line, of)];
        const least = (load: number) => calculated(leastFor(load, target, one.placesEach), from, whole);
        const next = servedAYear(one, one.specialists + 1) - servedAYear(one, one.specialists);
        return [
          now,
          percent(lossNow(one), from),
          least(one.load),
          least(one.loadEnds.low),
          least(one.loadEnds.high),
          calculated(next, from),
        ];
      },
    }),
  };
}

const whole = { decimals: 0 };

const lossNow = ({ load, specialists, placesEach }: Capacity): number =>
  lossShare(load, specialists * placesEach);

/** Where the specialists stand that a circuit needs. */
export const neededAt = (line: string): Cell => cell('specialists', line, 'needed');

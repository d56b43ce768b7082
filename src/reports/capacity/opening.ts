import type { Capacity } from '../../rules/figures/capacity.ts';
import { clumpedLossShare, lossShare } from '../../rules/figures/erlang.ts';
import { wilson } from '../../rules/figures/wilson.ts';
import type { ReportDesk } from '../desk.ts';
import { calculated, count, inWords, rounded, share } from '../figures.ts';
import { type Cell, cell, type Figure, type Section } from '../report.ts';
import { eligibleAt, type Lines, rowsOf, sumOver } from './lines.ts';
import { countedAt, splitBy } from './load.ts';

type Figures = Pick<ReportDesk, 'figures'>;

/** Whether enough families came to say what would be needed. */
export const isEnough = ({ eligible }: Capacity, { figures }: Figures): boolean =>
  eligible >= figures.numbers.eligibleFrom.value;

/** Whether families come more unevenly than chance makes them. */
export const inClumps = ({ evenness }: Capacity, { figures }: Figures): boolean =>
  evenness !== null && evenness.index > 1 && evenness.chance < figures.numbers.clumpsBelow.value / 100;

/** Variance over mean of the places in use: see `Length.overlap`. */
const peakedness = ({ evenness, holding }: Capacity): number => 1 + (evenness!.index - 1) * holding.overlap;

/** The share that finds no opening by Erlang, with the places that there were. */
const byErlang = ({ load, places }: Capacity): number => lossShare(load, places);

export const tooFew = (line: string): Figure => inWords('too few to say', [eligibleAt(line)]);

export const percent = (value: number, from: readonly Cell[]): Figure =>
  calculated(100 * value, from, { unit: 'percent' });

const deniedAt = (line: string): Cell => cell('opening', line, 'denied');

/** What was recorded, beside what Erlang’s formula says. */
export function openingSection(lines: readonly Lines[], desk: Figures): Section {
  const { confidence, eligibleFrom } = desk.figures.numbers;
  const recorded = (denied: number, eligible: number, line: string): (Figure | null)[] => {
    const at = { part: deniedAt(line), of: eligibleAt(line) };
    const ends = wilson(denied, eligible, confidence.value);
    return [
      count(denied),
      share(denied, eligible, at),
      ends && { kind: 'interval', low: rounded(100 * ends.low), high: rounded(100 * ends.high), ...at },
    ];
  };
  return {
    id: 'opening',
    title: 'The share that finds no opening',
    counts:
      'No opening: those of the eligible that have a denial for it, served later or not [001]; the share with its interval (Wilson). ' +
      'By Erlang: the share that finds every place taken, by Erlang’s loss formula, with the load and places above. ' +
      'In clumps: about the same where families come in clumps (Hayward’s approximation). ' +
      `Both from ${eligibleFrom.value} eligible families on.`,
    columns: [
      { id: 'denied', title: 'No opening' },
      { id: 'share', title: 'Share' },
      { id: 'interval', title: `${confidence.value} % interval` },
      { id: 'erlang', title: 'By Erlang' },
      { id: 'clumps', title: 'In clumps' },
    ],
    rows: rowsOf(lines, {
      all: ({ circuits, unknown }, line) => {
        const enough = circuits.filter((one) => isEnough(one, desk));
        const families = sumOver(enough, (one) => one.eligible);
        const lost = sumOver(enough, (one) => one.eligible * byErlang(one));
        return [
          ...recorded(
            sumOver(circuits, (one) => one.denied) + unknown.denied,
            sumOver(circuits, (one) => one.eligible) + unknown.eligible,
            line,
          ),
          families === 0 ? tooFew(line) : percent(lost / families, [eligibleAt(line)]),
          null,
        ];
      },
      circuit: (one, line, of) => {
        const from = [eligibleAt(line), ...countedAt(one, line, of), ...splitBy(one, line)];
        return [
          ...recorded(one.denied, one.eligible, line),
          isEnough(one, desk) ? percent(byErlang(one), from) : tooFew(line),
          isEnough(one, desk) && inClumps(one, desk)
            ? percent(clumpedLossShare(one.load, one.places, peakedness(one)), from)
            : null,
        ];
      },
      unknown: ({ unknown }, line) => [...recorded(unknown.denied, unknown.eligible, line), null, null],
    }),
  };
}

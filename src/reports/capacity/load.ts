import type { Capacity, Holding } from '../../rules/figures/capacity.ts';
import type { ReportDesk } from '../desk.ts';
import { calculated, count, inWords } from '../figures.ts';
import { type Cell, cell, type Section, type Sum } from '../report.ts';
import {
  allLine,
  circuitLine,
  eligibleAt,
  hasAll,
  type Lines,
  rowsOf,
  sumOver,
  unknownLine,
} from './lines.ts';

const endedAt = (line: string): Cell => cell('load', line, 'ended');

const bases: Record<Holding['basis'], string> = {
  own: 'own',
  all: 'all',
  policy: 'policy',
};

/** Where the length of a circuit was counted. */
export const countedAt = ({ holding, program }: Capacity, line: string, lines: Lines): Cell[] =>
  holding.basis === 'own'
    ? [endedAt(line)]
    : holding.basis === 'all' && hasAll(lines)
      ? [endedAt(allLine(program))]
      : [];

/** Families found eligible, and the places that they would hold. */
export function loadSection(lines: readonly Lines[], { figures }: Pick<ReportDesk, 'figures'>): Section {
  const { confidence, endedFrom } = figures.numbers;
  return {
    id: 'load',
    title: 'Families found eligible, and the places that they need',
    counts:
      'Eligible: each referral once, when it was first found eligible in the year, whatever became of it; those that met no opening are in it. ' +
      `From, to: families a year, with ${confidence.value} % confidence (exact Poisson interval). ` +
      `Weeks: how long a family holds a place, from the assignment to the end, all its cases together, those not accepted included; open cases count as far as they are seen (Kaplan–Meier). By: from the circuit’s own cases; from those of all circuits where fewer than ${endedFrom.value} of its own have ended; else what the policy says. ` +
      'Load: places in use on average if there were always room. Places: those there were on average, without leave; of who serves several circuits, in each as much as families come from there.',
    columns: [
      { id: 'eligible', title: 'Eligible' },
      { id: 'low', title: 'From' },
      { id: 'high', title: 'To' },
      { id: 'load', title: 'Load' },
      { id: 'places', title: 'Places' },
      { id: 'ended', title: 'Cases ended' },
      { id: 'weeks', title: 'Weeks' },
      { id: 'basis', title: 'By' },
    ],
    rows: rowsOf(lines, {
      all: ({ circuits, unknown }, line) => [
        count(sumOver(circuits, (one) => one.eligible) + unknown.eligible),
        null,
        null,
        calculated(
          sumOver(circuits, (one) => one.load),
          [eligibleAt(line), endedAt(line)],
        ),
        calculated(
          sumOver(circuits, (one) => one.places),
          [],
        ),
        count(sumOver(circuits, (one) => one.ended)),
        null,
        null,
      ],
      circuit: (one, line, of) => {
        const length = countedAt(one, line, of);
        return [
          count(one.eligible),
          calculated(one.aYearEnds.low, [eligibleAt(line)], { decimals: 0 }),
          calculated(one.aYearEnds.high, [eligibleAt(line)], { decimals: 0 }),
          calculated(one.load, [eligibleAt(line), ...length]),
          calculated(one.places, splitBy(one, line)),
          count(one.ended),
          calculated(one.holding.days / 7, length),
          inWords(bases[one.holding.basis], [endedAt(line)]),
        ];
      },
      unknown: ({ unknown }) => [count(unknown.eligible), null, null, null, null, null, null, null],
    }),
  };
}

/** Parts of a specialist follow from how many families came from each circuit. */
export const splitBy = ({ shared }: Capacity, line: string): Cell[] => (shared ? [eligibleAt(line)] : []);

/** What adds up in the tables of all circuits. */
export const circuitSums = (lines: readonly Lines[]): Sum[] =>
  lines.filter(hasAll).flatMap((of) => {
    const { program, circuits, unknown } = of;
    const each = circuits.map(circuitLine);
    const lost = unknown.eligible > 0 ? [unknownLine(program)] : [];
    const sum = (section: string, column: string, rows: readonly string[]): Sum => ({
      whole: cell(section, allLine(program), column),
      parts: rows.map((row) => cell(section, row, column)),
    });
    return [
      sum('load', 'eligible', [...each, ...lost]),
      sum('load', 'ended', each),
      sum('opening', 'denied', [...each, ...lost]),
    ];
  });

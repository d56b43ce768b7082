import { type Capacity, capacities, type Recorded, type Watched } from '../../rules/figures/capacity.ts';
import type { ProgramCode } from '../../rules/words.ts';
import type { ReportDesk } from '../desk.ts';
import { type Cell, cell, type ReportRow, type Scope } from '../report.ts';

/** The circuits of one program, as every table of the report has them. */
export interface Lines {
  program: ProgramCode;
  circuits: readonly Capacity[];
  /** Families whose circuit is not known, and how many of them met no opening. */
  unknown: { eligible: number; denied: number };
}

/** A program has lines where something is known of it; the circuits that are asked for always have one. */
export function linesOf(
  recorded: Recorded,
  watched: Watched,
  { programs, figures }: Pick<ReportDesk, 'programs' | 'figures'>,
  scope: Scope,
): Lines[] {
  const all = capacities(recorded, watched, { programs, figures });
  return Object.keys(programs)
    .filter((program) => scope.program === null || scope.program === program)
    .map((program) => {
      const circuits = all.filter(
        (one) => one.program === program && (scope.circuits === null || scope.circuits.includes(one.circuit)),
      );
      const lost =
        scope.circuits === null
          ? recorded.arrivals.filter((one) => one.program === program && one.circuit === null)
          : [];
      const denied = lost.filter((one) => one.denied).length;
      return { program, circuits, unknown: { eligible: lost.length, denied } };
    })
    .filter(({ circuits, unknown }) => circuits.length > 0 || unknown.eligible > 0);
}

export const circuitLine = ({ program, circuit }: Pick<Capacity, 'program' | 'circuit'>): string =>
  `${program}-${circuit}`;

export const allLine = (program: ProgramCode): string => `${program}-all`;

export const unknownLine = (program: ProgramCode): string => `${program}-unknown`;

export const eligibleAt = (line: string): Cell => cell('load', line, 'eligible');

/** Whether a line stands over the circuits of a program: not over one alone. */
export const hasAll = ({ circuits, unknown }: Lines): boolean =>
  circuits.length + (unknown.eligible > 0 ? 1 : 0) > 1;

/** Rows of a table: the program's, then a circuit each. Without `all` the program has none; without `unknown` neither. */
export function rowsOf(
  lines: readonly Lines[],
  make: {
    all: (of: Lines, line: string) => ReportRow['figures'];
    circuit: (of: Capacity, line: string, lines: Lines) => ReportRow['figures'];
    unknown?: (of: Lines, line: string) => ReportRow['figures'];
  },
): ReportRow[] {
  const several = lines.length > 1;
  return lines.flatMap((of) => {
    const { program, circuits, unknown } = of;
    const suffix = several ? `, ${program}` : '';
    const level = hasAll(of) ? (1 as const) : (0 as const);
    const all = { id: allLine(program), title: `All${suffix}`, figures: make.all(of, allLine(program)) };
    const each = circuits.map((one) => ({
      id: circuitLine(one),
      title: `Circuit ${one.circuit}${suffix}`,
      level,
      figures: make.circuit(one, circuitLine(one), of),
    }));
    const lost =
      unknown.eligible > 0 && make.unknown
        ? [
            {
              id: unknownLine(program),
              title: `Circuit not known${suffix}`,
              level,
              figures: make.unknown(of, unknownLine(program)),
            },
          ]
        : [];
    return hasAll(of) ? [all, ...each, ...lost] : [...each, ...lost];
  });
}

export const sumOver = (circuits: readonly Capacity[], of: (one: Capacity) => number): number =>
  circuits.reduce((sum, one) => sum + of(one), 0);

import type { ProgramCode } from '../words.ts';
import { meets } from './fitness.ts';
import type { Kind } from './kinds.ts';
import type { Ask, AvailableSpecialist } from './plan.ts';

/** Everyone who works for a program in a circuit, free or not. */
export interface Team {
  program: ProgramCode;
  circuit: number;
  /** The least able come first, for short searches. */
  kinds: Kind[];
  headcount: number;
  /** How many have an opening. */
  able: number;
  /** What families ask of it, by the kind of the ask and its word. */
  demands: Record<Ask['kind'], Map<string, Demand>>;
  /** By county, the numbers of the needs that families there have. */
  needs: Map<string, readonly number[]>;
}

/** An ask as it is put to a team. */
export interface Demand {
  ask: Ask;
  /** Of each kind of the team, in their order: 1 where it meets the ask. */
  isMet: Uint8Array;
  /** How many of those who meet it have an opening. */
  able: number;
  /** How many of the team do not meet it. */
  failing: number;
}

export type Teams = Map<ProgramCode, Map<number, Team>>;

export const teamsOf = (kinds: readonly Kind[]): Teams => {
  const teams: Teams = new Map();
  for (const kind of kinds.toSorted((a, b) => skillsOf(a.one) - skillsOf(b.one))) {
    for (const circuit of kind.one.circuits) join(teamOf(teams, kind.one.program, circuit), kind);
  }
  return teams;
};

const skillsOf = ({ languages, takes }: AvailableSpecialist): number => languages.length + takes.length;

const join = (team: Team, kind: Kind): void => {
  if (team.kinds.at(-1) === kind) return;
  team.kinds.push(kind);
  team.headcount += kind.headcount;
  team.able += kind.able;
};

/** The team of the program in the circuit: one of nobody where there is none. */
export const teamOf = (teams: Teams, program: ProgramCode, circuit: number): Team => {
  const known = teams.get(program)?.get(circuit);
  if (known !== undefined) return known;
  const team = newTeam(program, circuit);
  const ofProgram = teams.get(program) ?? new Map();
  teams.set(program, ofProgram.set(circuit, team));
  return team;
};

const newTeam = (program: ProgramCode, circuit: number): Team => ({
  program,
  circuit,
  kinds: [],
  headcount: 0,
  able: 0,
  demands: { county: new Map(), language: new Map(), situation: new Map() },
  needs: new Map(),
});

/** Expects that all of the team have joined it. */
export const demandOf = (team: Team, ask: Ask): Demand => {
  const demands = team.demands[ask.kind];
  const word = wordOf(ask);
  const known = demands.get(word);
  if (known !== undefined) return known;
  const demand = newDemand(team, ask);
  demands.set(word, demand);
  return demand;
};

const wordOf = (ask: Ask): string => {
  switch (ask.kind) {
    case 'language':
      return ask.language;
    case 'county':
      return ask.county;
    case 'situation':
      return ask.situation;
  }
};

const newDemand = ({ kinds }: Team, ask: Ask): Demand => {
  const demand: Demand = { ask, isMet: new Uint8Array(kinds.length), able: 0, failing: 0 };
  for (let at = 0; at < kinds.length; at += 1) {
    const { one, able, headcount } = kinds[at]!;
    if (meets(ask, one)) {
      demand.isMet[at] = 1;
      demand.able += able;
    } else demand.failing += headcount;
  }
  return demand;
};

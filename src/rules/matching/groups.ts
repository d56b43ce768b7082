import type { ProgramCode } from '../words.ts';
import { asksOf, languageAsked, meets, openingsOf, situationAsked } from './fitness.ts';
import { byIdleness, byRank } from './order.ts';
import type { Ask, AvailableSpecialist, WaitingFamily } from './plan.ts';

/** One side of a tie: `room` is how many more of the group may be tied, `via` the mark of a search. */
export interface Group {
  ties: Tie[];
  room: number;
  via: Tie | null;
}

/** Families that ask the same in the same circuit: whoever can serve one can serve all. */
export interface Need extends Group {
  program: ProgramCode;
  circuit: number;
  asks: readonly Ask[];
  /** Everyone who works for the program in the circuit, fitting or not, free or not. */
  team: readonly Kind[];
  /** Those of the team who meet all it asks. */
  fitting: readonly Kind[];
}

/** Specialists whom the same families can have. */
export interface Kind extends Group {
  specialists: AvailableSpecialist[];
  /** How many of them have an opening. */
  able: number;
  /** Their openings, the preferred one first. */
  places: Place[];
  /** For a number of open cases, where in `places` the openings with that many end. */
  ends: number[];
  /** The first `used` places are in the plan, the first `taken` of them given away. */
  used: number;
  taken: number;
}

/** One opening: its specialist has `openCases` when it is filled; `rank` orders all openings by preference. */
export interface Place {
  specialist: AvailableSpecialist;
  openCases: number;
  rank: number;
  kind: Kind;
}

/** A need that a kind can serve, and how many families of the one are with the other. */
export interface Tie {
  need: Need;
  kind: Kind;
  count: number;
  /** No plan that is as good uses this tie any more. */
  barred: boolean;
}

/** A family and the group it is in. */
export interface Waiting {
  family: WaitingFamily;
  need: Need;
}

/** Who waits in order of rank, what is free in order of preference, and who can serve whom, group by group. */
export interface Groups {
  waiting: Waiting[];
  places: Place[];
  needs: Need[];
  kinds: Kind[];
}

/** Both sides in groups and in order, whatever order the lists come in. */
export const inGroups = (
  families: readonly WaitingFamily[],
  specialists: readonly AvailableSpecialist[],
): Groups => {
  const kinds = kindsOf(specialists);
  const places = placesOf(kinds);
  const { waiting, needs } = needsOf(families, teamsOf(kinds));
  tieTogether(needs);
  return { waiting, places, needs, kinds };
};

/** The least able come first, for short searches. */
const kindsOf = (specialists: readonly AvailableSpecialist[]): Kind[] => {
  const kinds = new Map<string, Kind>();
  for (const specialist of specialists) {
    const { program, circuits, counties, languages, takes } = specialist;
    const key = JSON.stringify([program, circuits, counties, languages, takes]);
    entry(kinds, key, newKind).specialists.push(specialist);
  }
  return [...kinds.values()].sort((a, b) => skillsOf(a) - skillsOf(b));
};

const skillsOf = ({ specialists: [one] }: Kind): number => one!.languages.length + one!.takes.length;

const teamsOf = (kinds: readonly Kind[]): Map<string, Kind[]> => {
  const teams = new Map<string, Kind[]>();
  for (const kind of kinds) {
    const { program, circuits } = kind.specialists[0]!;
    for (const circuit of new Set(circuits)) entry(teams, teamKey(program, circuit), () => []).push(kind);
  }
  return teams;
};

const needsOf = (families: readonly WaitingFamily[], teams: ReadonlyMap<string, Kind[]>) => {
  const needs = new Map<string, Need>();
  const waiting = [...families].sort(byRank).map((family) => {
    const team = teamKey(family.program, family.circuit);
    const key = `${team}\n${family.county}\n${languageAsked(family)}\n${situationAsked(family)}`;
    return { family, need: entry(needs, key, () => newNeed(family, teams.get(team) ?? [])) };
  });
  return { waiting, needs: [...needs.values()] };
};

/** Ties each need to the fitting kinds with openings; the most demanding come first, for short searches. */
const tieTogether = (needs: readonly Need[]): void => {
  for (const need of needs.toSorted((a, b) => b.asks.length - a.asks.length)) {
    for (const kind of need.fitting) {
      if (kind.able === 0) continue;
      const tie = { need, kind, count: 0, barred: false };
      need.ties.push(tie);
      kind.ties.push(tie);
    }
  }
};

/** Enters every opening with its kind, in order of preference. */
const placesOf = (kinds: readonly Kind[]): Place[] => {
  const places: Place[] = [];
  for (const kind of kinds) {
    for (const specialist of kind.specialists) {
      const free = openingsOf(specialist);
      if (free > 0) kind.able += 1;
      for (let more = 0; more < free; more += 1) {
        places.push({ specialist, openCases: specialist.openCases + more, rank: 0, kind });
      }
    }
  }
  places.sort((a, b) => a.openCases - b.openCases || byIdleness(a.specialist, b.specialist));
  for (const [rank, place] of places.entries()) {
    place.rank = rank;
    place.kind.places.push(place);
    place.kind.ends[place.openCases] = place.kind.places.length;
  }
  return places;
};

/** Whether the specialists of a kind meet an ask: one stands for all. */
export const kindMeets = (ask: Ask, kind: Kind): boolean => meets(ask, kind.specialists[0]!);

const newNeed = (family: WaitingFamily, team: readonly Kind[]): Need => {
  const { program, circuit } = family;
  const asks = asksOf(family);
  const fitting = team.filter((kind) => asks.every((ask) => kindMeets(ask, kind)));
  return { program, circuit, asks, team, fitting, ties: [], room: 0, via: null };
};

const newKind = (): Kind => ({
  specialists: [],
  able: 0,
  places: [],
  ends: [],
  used: 0,
  taken: 0,
  ties: [],
  room: 0,
  via: null,
});

const teamKey = (program: ProgramCode, circuit: number) => `${program}\n${circuit}`;

/** What is kept under the key, made on first asking. */
const entry = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
};

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
  team: readonly AvailableSpecialist[];
}

/** Specialists with openings whom the same families can have, and those openings, the preferred one first. */
export interface Kind extends Group {
  example: AvailableSpecialist;
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
  const teams = byTeam(specialists, (specialist) => specialist);
  const needs = new Map<string, Need>();
  const waiting = [...families].sort(byRank).map((family) => {
    const key = [
      family.program,
      family.circuit,
      family.county,
      languageAsked(family),
      situationAsked(family),
    ];
    return { family, need: entry(needs, key.join('\n'), () => needOf(family, teams)) };
  });
  const places = placesOf(specialists);
  const kinds = [...new Set(places.map((place) => place.kind))];
  tieTogether([...needs.values()], kinds);
  return { waiting, places, needs: [...needs.values()], kinds };
};

/** Each need is tied to the kinds of its program and circuit that meet all it asks. */
const tieTogether = (needs: readonly Need[], kinds: readonly Kind[]): void => {
  const teams = byTeam(kinds, (kind) => kind.example);
  for (const need of needs) {
    for (const kind of teams.get(teamKey(need.program, need.circuit)) ?? []) {
      if (!need.asks.every((ask) => meets(ask, kind.example))) continue;
      const tie = { need, kind, count: 0, barred: false };
      need.ties.push(tie);
      kind.ties.push(tie);
    }
  }
  for (const kind of kinds) kind.ties.sort((a, b) => a.need.ties.length - b.need.ties.length);
  for (const need of needs) need.ties.sort((a, b) => a.kind.ties.length - b.kind.ties.length);
};

const needOf = (family: WaitingFamily, teams: ReadonlyMap<string, AvailableSpecialist[]>): Need => {
  const { program, circuit } = family;
  const team = teams.get(teamKey(program, circuit)) ?? [];
  return { program, circuit, asks: asksOf(family), team, ties: [], room: 0, via: null };
};

/** Every opening on its own, the preferred one first, each entered with its kind in that order. */
const placesOf = (specialists: readonly AvailableSpecialist[]): Place[] => {
  const kinds = new Map<string, Kind>();
  const places = specialists.flatMap((specialist) => {
    const kind = entry(kinds, kindKey(specialist), () => kindOf(specialist));
    return Array.from({ length: openingsOf(specialist) }, (_, k) => ({
      specialist,
      openCases: specialist.openCases + k,
      rank: 0,
      kind,
    }));
  });
  places.sort((a, b) => a.openCases - b.openCases || byIdleness(a.specialist, b.specialist));
  for (const [rank, place] of places.entries()) {
    const { kind } = place;
    place.rank = rank;
    kind.places.push(place);
    kind.ends[place.openCases] = kind.places.length;
  }
  return places;
};

const kindOf = (example: AvailableSpecialist): Kind => ({
  example,
  places: [],
  ends: [],
  used: 0,
  taken: 0,
  ties: [],
  room: 0,
  via: null,
});

const kindKey = ({ program, circuits, counties, languages, takes }: AvailableSpecialist) =>
  JSON.stringify([program, circuits, counties, languages, takes]);

const teamKey = (program: ProgramCode, circuit: number) => `${program}\n${circuit}`;

const byTeam = <Item>(items: Iterable<Item>, specialistOf: (item: Item) => AvailableSpecialist) => {
  const teams = new Map<string, Item[]>();
  for (const item of items) {
    const { program, circuits } = specialistOf(item);
    for (const circuit of new Set(circuits)) entry(teams, teamKey(program, circuit), () => []).push(item);
  }
  return teams;
};

/** What is kept under the key, made on first asking. */
const entry = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
};

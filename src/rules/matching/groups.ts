import type { ProgramCode } from '../words.ts';
import {
  asksOf,
  countyAsk,
  languageAsk,
  languageAsked,
  meets,
  openingsOf,
  situationAsk,
  situationAsked,
} from './fitness.ts';
import { inOrderOf, levelOf, rankOf } from './order.ts';
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
  away: AvailableSpecialist[];
  /** The places of those who are not away, taken or not. */
  capacity: number;
  /** How many have an opening. */
  able: number;
  /** Their openings, the preferred one first. */
  places: Place[];
  /** For a number of open cases, where in `places` the openings with that many end. */
  ends: number[];
  /** The first `used` places are in the plan, the first `taken` of them given away; `next` comes after these. */
  used: number;
  taken: number;
  next: Place | undefined;
}

/**
 * One opening: its specialist has `openCases` when it is filled. `rank` orders all openings by preference; `level`
 * does but for the code, and is the same where only that sets them apart.
 */
export interface Place {
  specialist: AvailableSpecialist;
  openCases: number;
  rank: number;
  level: number;
  kind: Kind;
  /** Whom the plan gives it to. */
  holder: Waiting | null;
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
    const limits = counties.length + takes.length === 0 ? '' : `${takes.join()} ${counties.join('|')}`;
    const key = `${program} ${circuits.join()} ${languages.join()} ${limits}`;
    const kind = kinds.get(key);
    if (kind) kind.specialists.push(specialist);
    else kinds.set(key, newKind(specialist));
  }
  return [...kinds.values()].sort((a, b) => skillsOf(a) - skillsOf(b));
};

const skillsOf = ({ specialists: [one] }: Kind): number => one!.languages.length + one!.takes.length;

/** Enters every opening with its kind, in order of preference. */
const placesOf = (kinds: readonly Kind[]): Place[] => {
  const places: Place[] = [];
  for (const kind of kinds) {
    for (const specialist of kind.specialists) {
      const free = openingsOf(specialist);
      if (specialist.onLeaveUntil === null) kind.capacity += specialist.places;
      else kind.away.push(specialist);
      if (free > 0) kind.able += 1;
      for (let more = 0; more < free; more += 1) {
        const openCases = specialist.openCases + more;
        const level = levelOf(specialist, openCases);
        places.push({ specialist, openCases, rank: 0, level, kind, holder: null });
      }
    }
  }
  const preferred = inOrderOf(places, levelOfPlace, codeOf);
  let rank = 0;
  for (const place of preferred) {
    place.rank = rank;
    place.kind.ends[place.openCases] = place.kind.places.push(place);
    place.kind.next ??= place;
    rank += 1;
  }
  return preferred;
};

const levelOfPlace = ({ level }: Place): number => level;
const codeOf = ({ specialist }: Place): string => specialist.code;

/**
 * Where families go down by what they ask: at the top everyone who works for a program in a circuit, then those of
 * them who work in a county, then who speak a language too, and at the end who take a situation. It finds a need
 * faster than a joined text would, and asks the fewer of the many.
 */
interface Branch {
  kinds: Kind[];
  next: Map<string | null, Branch> | null;
  need: Need | null;
}

type Teams = Map<ProgramCode, Map<number, Branch>>;

const teamsOf = (kinds: readonly Kind[]): Teams => {
  const teams: Teams = new Map();
  for (const kind of kinds) {
    const { program, circuits } = kind.specialists[0]!;
    for (const circuit of circuits) {
      const team = teamOf(teams, program, circuit);
      if (team.kinds.at(-1) !== kind) team.kinds.push(kind);
    }
  }
  return teams;
};

const teamOf = (teams: Teams, program: ProgramCode, circuit: number): Branch =>
  entry(entry(teams, program, newMap), circuit, newBranch);

const needsOf = (families: readonly WaitingFamily[], teams: Teams) => {
  const needs: Need[] = [];
  const waiting = families.map((family): Waiting => {
    const team = teamOf(teams, family.program, family.circuit);
    const inCounty = further(team, family.county, countyAsk);
    const inLanguage = further(inCounty, languageAsked(family), languageAsk);
    const last = further(inLanguage, situationAsked(family), situationAsk);
    if (last.need === null) {
      last.need = newNeed(family, team.kinds, last.kinds);
      needs.push(last.need);
    }
    return { family, need: last.need };
  });
  return { waiting: inOrderOf(waiting, rankOfOne, referralOf), needs };
};

const rankOfOne = ({ family }: Waiting): number => rankOf(family);
const referralOf = ({ family }: Waiting): string => family.referral;

const further = <Asked extends string>(
  from: Branch,
  asked: Asked | null,
  askFor: (asked: Asked) => Ask,
): Branch => {
  from.next ??= new Map();
  let branch = from.next.get(asked);
  if (branch === undefined) {
    branch = newBranch(asked === null ? from.kinds : whoMeet(askFor(asked), from.kinds));
    from.next.set(asked, branch);
  }
  return branch;
};

const whoMeet = (ask: Ask, kinds: readonly Kind[]): Kind[] => kinds.filter((kind) => kindMeets(ask, kind));

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

/** Whether the specialists of a kind meet an ask: one stands for all. */
export const kindMeets = (ask: Ask, kind: Kind): boolean => meets(ask, kind.specialists[0]!);

const newNeed = (family: WaitingFamily, team: readonly Kind[], fitting: readonly Kind[]): Need => {
  const { program, circuit } = family;
  return { program, circuit, asks: asksOf(family), team, fitting, ties: [], room: 0, via: null };
};

const newKind = (specialist: AvailableSpecialist): Kind => ({
  specialists: [specialist],
  away: [],
  capacity: 0,
  able: 0,
  places: [],
  ends: [],
  used: 0,
  taken: 0,
  next: undefined,
  ties: [],
  room: 0,
  via: null,
});

const newBranch = (kinds: Kind[] = []): Branch => ({ kinds, next: null, need: null });

const newMap = () => new Map();

/** What is kept under the key, made on first asking. */
const entry = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
};

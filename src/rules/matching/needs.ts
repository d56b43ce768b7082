import type { Language, LocalSituation, ProgramCode } from '../words.ts';
import { asksOf, countyAsk, languageAsked, situationAsked } from './fitness.ts';
import { type Kind, kindMeets } from './kinds.ts';
import type { Ask, AvailableSpecialist, WaitingFamily } from './plan.ts';

/** Families that ask the same in the same circuit: whoever can serve one can serve all. */
export interface Need {
  program: ProgramCode;
  circuit: number;
  language: Language | null;
  situation: LocalSituation | null;
  asks: readonly Ask[];
  /** Everyone who works for the program in the circuit, fitting or not, free or not. */
  team: readonly Kind[];
  /** Those of the team who work in the county. */
  inCounty: readonly Kind[];
}

interface Team {
  kinds: Kind[];
  counties: Map<string, County>;
}

interface County {
  kinds: Kind[];
  /** The numbers of the needs there. */
  needs: number[];
}

type Teams = Map<ProgramCode, Map<number, Team>>;

/** All needs, and the number of the need of each family. */
export const needsOf = (families: readonly WaitingFamily[], kinds: readonly Kind[]) => {
  const teams = teamsOf(kinds);
  const needs: Need[] = [];
  const needOf = new Int32Array(families.length);
  for (let at = 0; at < families.length; at += 1) {
    const family = families[at]!;
    const team = teamOf(teams, family.program, family.circuit);
    const county = countyOf(team, family.county);
    const language = languageAsked(family);
    const situation = situationAsked(family);
    let need = county.needs.find(
      (one) => needs[one]!.language === language && needs[one]!.situation === situation,
    );
    if (need === undefined) {
      const { program, circuit } = family;
      const asks = asksOf(family);
      need = needs.length;
      needs.push({ program, circuit, language, situation, asks, team: team.kinds, inCounty: county.kinds });
      county.needs.push(need);
    }
    needOf[at] = need;
  }
  return { needs, needOf };
};

/** In each team the least able come first, for short searches. */
const teamsOf = (kinds: readonly Kind[]): Teams => {
  const teams: Teams = new Map();
  for (const kind of kinds.toSorted((a, b) => skillsOf(a.one) - skillsOf(b.one))) {
    for (const circuit of kind.one.circuits) {
      const team = teamOf(teams, kind.one.program, circuit);
      if (team.kinds.at(-1) !== kind) team.kinds.push(kind);
    }
  }
  return teams;
};

const skillsOf = ({ languages, takes }: AvailableSpecialist): number => languages.length + takes.length;

const teamOf = (teams: Teams, program: ProgramCode, circuit: number): Team =>
  entry(entry(teams, program, newMap), circuit, newTeam);

const countyOf = ({ counties, kinds }: Team, name: string): County => {
  let county = counties.get(name);
  if (county === undefined) {
    const ask = countyAsk(name);
    county = { kinds: kinds.filter((kind) => kindMeets(ask, kind)), needs: [] };
    counties.set(name, county);
  }
  return county;
};

const newMap = () => new Map();
const newTeam = (): Team => ({ kinds: [], counties: new Map() });

/** What is kept under the key, made on first asking. */
const entry = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
};

/** Those of the team who meet all that is asked. */
export const fittingOf = ({ inCounty, asks }: Need): Kind[] =>
  inCounty.filter((kind) => asks.every((ask) => kindMeets(ask, kind)));

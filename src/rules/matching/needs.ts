import type { Language, LocalSituation } from '../words.ts';
import { asksOf, languageAsked, situationAsked } from './fitness.ts';
import type { Kind } from './kinds.ts';
import type { WaitingFamily } from './plan.ts';
import { type Demand, demandOf, type Team, teamOf, teamsOf } from './teams.ts';

/** Families that ask the same of the same team: whoever can serve one can serve all. */
export interface Need {
  team: Team;
  language: Language | null;
  situation: LocalSituation | null;
  demands: readonly Demand[];
}

/** All needs, and the number of the need of each family. */
export const needsOf = (families: readonly WaitingFamily[], kinds: readonly Kind[]) => {
  const teams = teamsOf(kinds);
  const needs: Need[] = [];
  const needOf = new Int32Array(families.length);
  for (let at = 0; at < families.length; at += 1) {
    const family = families[at]!;
    needOf[at] = needIn(teamOf(teams, family.program, family.circuit), family, needs);
  }
  return { needs, needOf };
};

const needIn = (team: Team, family: WaitingFamily, needs: Need[]): number => {
  const language = languageAsked(family);
  const situation = situationAsked(family);
  const inCounty = team.needs.get(family.county) ?? none;
  for (const number of inCounty) {
    const need = needs[number]!;
    if (need.language === language && need.situation === situation) return number;
  }
  const number = needs.push({ team, language, situation, demands: demandsOf(family, team) }) - 1;
  team.needs.set(family.county, [...inCounty, number]);
  return number;
};

const none: readonly number[] = [];

const demandsOf = (family: WaitingFamily, team: Team): Demand[] =>
  asksOf(family).map((ask) => demandOf(team, ask));

/** Those of the team who meet all that is asked. */
export const fittingOf = (need: Need): Kind[] => {
  const { kinds } = need.team;
  const fitting: Kind[] = [];
  for (let at = 0; at < kinds.length; at += 1) if (fits(need, at)) fitting.push(kinds[at]!);
  return fitting;
};

/** Whether that kind of the team meets all that is asked. */
export const fits = ({ demands }: Need, kind: number): boolean => {
  for (let at = 0; at < demands.length; at += 1) if (demands[at]!.isMet[kind] === 0) return false;
  return true;
};

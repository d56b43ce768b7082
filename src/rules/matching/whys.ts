import type { Groups } from './groups.ts';
import { type Pair, pairOff } from './pairing.ts';
import type { Ask, AvailableSpecialist, Placement, WaitingFamily, Why } from './plan.ts';

/** Gives the families, in order of rank, their openings of the plan, each with the reasons for its specialist. */
export const placeAll = (groups: Groups, served: readonly number[]): Placement[] => {
  const { families, specialists, needOf, openings } = groups;
  const choices = choicesOf(groups);
  const choiceFor = (family: number) => choices[needOf[family]!]!;
  const ownerOf = (opening: number) => specialists[openings.owner[opening]!]!;
  const holders = new Int32Array(openings.count);
  const kept: { why: Why[]; passedOver: readonly number[] }[] = [];

  const placements = served.map((number) => {
    const pair = pairOff(groups, number);
    const { opening, passedOver } = pair;
    const [family, specialist] = [families[number]!, ownerOf(opening)];
    const why = preference(pair, choiceFor(number), specialist, openings.openCases[opening]!);
    if (needsInterpreter(family, specialist)) why.push({ kind: 'interpreter', language: family.language! });
    if (passedOver.length > 0) kept.push({ why, passedOver });
    holders[opening] = number;
    return { referral: family.referral, specialist: specialist.code, priority: family.priority, why };
  });

  const keptFree = (opening: number): Why => {
    const holder = holders[opening]!;
    const [{ code }, { referral }, { asks }] = [ownerOf(opening), families[holder]!, choiceFor(holder)];
    return { kind: 'kept_free', specialist: code, for: referral, asks };
  };
  for (const { why, passedOver } of kept) for (const opening of passedOver) why.push(keptFree(opening));
  return placements;
};

/** What a need had to choose from before anyone was placed. */
interface Choice {
  /** How many specialists with an opening could serve. */
  able: number;
  /** Where that is one of several with an opening in the circuit: the asks that only this one meets. */
  asks: Ask[];
}

const choicesOf = ({ needs, kinds, ties: { first, far } }: Groups): Choice[] =>
  needs.map(({ team, demands }, number) => {
    const group = kinds.length + number;
    let able = 0;
    for (let at = first[group]!; at < first[group + 1]!; at += 1) able += kinds[far[at]!]!.able;
    const decisive = able === 1 && team.able > 1 ? demands.filter((demand) => demand.able === 1) : [];
    return { able, asks: decisive.map(({ ask }) => ask) };
  });

const preference = (
  { passedOver, left, asFew, tied }: Pair,
  { able, asks }: Choice,
  specialist: AvailableSpecialist,
  openCases: number,
): Why[] => {
  if (able === 1) return [{ kind: 'only_one', asks }];
  if (left === 1) return [{ kind: 'last_opening', of: able }];
  const fewest = passedOver.length === 0;
  const cases: Why = { kind: 'open_cases', openCases, planned: openCases - specialist.openCases, fewest };
  return fewest && asFew > 1 ? [cases, { kind: 'idle_longest', of: asFew, tied }] : [cases];
};

const needsInterpreter = (
  { language, interpreterArranged }: WaitingFamily,
  { languages }: AvailableSpecialist,
): boolean => interpreterArranged && language !== null && language !== 'en' && !languages.includes(language);

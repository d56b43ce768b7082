import { type Kind, kindMeets, type Need, type Place } from './groups.ts';
import type { Pair } from './pairing.ts';
import type { Ask, Placement, Why } from './plan.ts';

/** Turns pairs into placements, each with the reasons for its specialist. */
export const explain = (pairs: readonly Pair[]): Placement[] => {
  const choices = new Map<Need, Choice>();
  for (const { need } of pairs) if (!choices.has(need)) choices.set(need, choiceOf(need));
  return pairs.map((pair) => {
    const why = preference(pair, choices.get(pair.need)!);
    if (needsInterpreter(pair)) why.push({ kind: 'interpreter', language: pair.family.language! });
    for (const place of pair.passedOver) why.push(keptFree(place, choices));
    const {
      family: { referral, priority },
      place: { specialist },
    } = pair;
    return { referral, specialist: specialist.code, priority, why };
  });
};

const keptFree = ({ specialist, holder }: Place, choices: ReadonlyMap<Need, Choice>): Why => {
  const { family, need } = holder!;
  return {
    kind: 'kept_free',
    specialist: specialist.code,
    for: family.referral,
    asks: choices.get(need)!.asks,
  };
};

/** What a need had to choose from before anyone was placed. */
interface Choice {
  /** How many specialists with an opening could serve. */
  able: number;
  /** Where that is one of several with an opening in the circuit: the asks that only this one meets. */
  asks: Ask[];
}

const choiceOf = (need: Need): Choice => {
  const able = ableOf(need.fitting);
  const isDecisive = (ask: Ask) => ableOf(need.team.filter((kind) => kindMeets(ask, kind))) === 1;
  return { able, asks: able === 1 && ableOf(need.team) > 1 ? need.asks.filter(isDecisive) : [] };
};

const ableOf = (kinds: readonly Kind[]): number => kinds.reduce((sum, kind) => sum + kind.able, 0);

const preference = ({ place, passedOver, left, asFew, tied }: Pair, { able, asks }: Choice): Why[] => {
  if (able === 1) return [{ kind: 'only_one', asks }];
  if (left === 1) return [{ kind: 'last_opening', of: able }];
  const { openCases, specialist } = place;
  const fewest = passedOver.length === 0;
  const cases: Why = { kind: 'open_cases', openCases, planned: openCases - specialist.openCases, fewest };
  return fewest && asFew > 1 ? [cases, { kind: 'idle_longest', of: asFew, tied }] : [cases];
};

const needsInterpreter = ({ family: { language, interpreterArranged }, place }: Pair): boolean =>
  interpreterArranged &&
  language !== null &&
  language !== 'en' &&
  !place.specialist.languages.includes(language);

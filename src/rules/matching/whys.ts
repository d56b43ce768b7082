import { type Kind, kindMeets, type Need, type Place } from './groups.ts';
import type { Pair } from './pairing.ts';
import type { Ask, Placement, Why } from './plan.ts';

/** Turns pairs into placements, each with the reasons for its specialist. */
export const explain = (pairs: readonly Pair[]): Placement[] => {
  const holders = new Map(pairs.map((pair) => [pair.place, pair]));
  const choices = new Map<Need, Choice>();
  for (const { need } of pairs) if (!choices.has(need)) choices.set(need, choiceOf(need));
  const keptFree = (place: Place): Why => {
    const { need, family } = holders.get(place)!;
    const { asks } = choices.get(need)!;
    return { kind: 'kept_free', specialist: place.specialist.code, for: family.referral, asks };
  };
  return pairs.map((pair) => ({
    referral: pair.family.referral,
    specialist: pair.place.specialist.code,
    priority: pair.family.priority,
    why: [
      ...preference(pair, choices.get(pair.need)!),
      ...interpreter(pair),
      ...pair.passedOver.map(keptFree),
    ],
  }));
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

const interpreter = ({ family, place }: Pair): Why[] => {
  const { language, interpreterArranged } = family;
  const speaks = language === null || language === 'en' || place.specialist.languages.includes(language);
  return speaks || !interpreterArranged ? [] : [{ kind: 'interpreter', language }];
};

import { meets, openingsOf } from './fitness.ts';
import type { Need, Place } from './groups.ts';
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

/** What the need had to choose from before anyone was placed. */
interface Choice {
  /** How many specialists with an opening could serve. */
  able: number;
  /** Where that is one: the asks that only this one of several free in the circuit meets. */
  asks: Ask[];
}

const choiceOf = ({ team, asks }: Need): Choice => {
  const free = team.filter((specialist) => openingsOf(specialist) > 0);
  const able = free.filter((specialist) => asks.every((ask) => meets(ask, specialist))).length;
  const isDecisive = (ask: Ask) => free.filter((specialist) => meets(ask, specialist)).length === 1;
  return { able, asks: able === 1 && free.length > 1 ? asks.filter(isDecisive) : [] };
};

const preference = ({ place, passedOver, left, asFew, tied }: Pair, { able, asks }: Choice): Why[] => {
  if (able === 1) return [{ kind: 'only_one', asks }];
  if (left === 1) return [{ kind: 'last_opening', of: able }];
  const { openCases } = place;
  const fewest = passedOver.length === 0;
  const planned = openCases - place.specialist.openCases;
  const cases: Why = { kind: 'open_cases', openCases, planned, fewest };
  return fewest && asFew > 1 ? [cases, { kind: 'idle_longest', of: asFew, tied }] : [cases];
};

const interpreter = ({ family, place }: Pair): Why[] => {
  const { language, interpreterArranged } = family;
  const speaks = language === null || language === 'en' || place.specialist.languages.includes(language);
  return speaks || !interpreterArranged ? [] : [{ kind: 'interpreter', language }];
};

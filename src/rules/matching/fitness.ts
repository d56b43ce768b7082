import { type Language, type LocalSituation, localSituations } from '../words.ts';
import { byIdleness } from './order.ts';
import type { Ask, Asking, AvailableSpecialist, Serving } from './plan.ts';

/** The language a specialist must speak: none for English, where nothing is said, and with an interpreter. */
export const languageAsked = ({ language, interpreterArranged }: Asking): Language | null =>
  language === 'en' || interpreterArranged ? null : language;

/** The situation that only some specialists take, if the family is in one [000 program description]. */
export const situationAsked = ({ situation }: Asking): LocalSituation | null => {
  for (const local of localSituations) if (local === situation) return local;
  return null;
};

export const countyAsk = (county: string): Ask => ({ kind: 'county', county });
export const languageAsk = (language: Language): Ask => ({ kind: 'language', language });
export const situationAsk = (situation: LocalSituation): Ask => ({ kind: 'situation', situation });

/** What the family asks of a specialist besides the program and the circuit. */
export const asksOf = (family: Asking): Ask[] => {
  const language = languageAsked(family);
  const situation = situationAsked(family);
  const county = countyAsk(family.county);
  const asks = situation === null ? [county] : [county, situationAsk(situation)];
  return language === null ? asks : [languageAsk(language), ...asks];
};

/** Whether the specialist meets one ask; an empty list of counties stands for all of them. */
export const meets = (ask: Ask, specialist: Pick<Serving, 'languages' | 'counties' | 'takes'>): boolean => {
  switch (ask.kind) {
    case 'language':
      return specialist.languages.includes(ask.language);
    case 'county':
      return specialist.counties.length === 0 || specialist.counties.includes(ask.county);
    case 'situation':
      return specialist.takes.includes(ask.situation);
  }
};

/**
 * Whether the specialist fits the family – program, circuit, county, language, situation – openings and leave
 * aside [000].
 */
export const canServe = (family: Asking, specialist: AvailableSpecialist): boolean =>
  servesAsAsked(family, asksOf(family), specialist);

const servesAsAsked = (
  { program, circuit }: Asking,
  asks: readonly Ask[],
  specialist: AvailableSpecialist,
): boolean =>
  specialist.program === program &&
  specialist.circuits.includes(circuit) &&
  asks.every((ask) => meets(ask, specialist));

/** How many more families the specialist can take now: places less open cases, never below 0, and 0 on leave. */
export const openingsOf = (specialist: AvailableSpecialist): number =>
  specialist.onLeaveUntil === null ? Math.max(0, specialist.places - specialist.openCases) : 0;

/** How many more families the specialists can take now, all together. */
export const totalOpenings = (specialists: readonly AvailableSpecialist[]): number =>
  specialists.reduce((sum, specialist) => sum + openingsOf(specialist), 0);

/**
 * The specialists whose openings are of use to a list: those of a program that nobody on it is referred to are none, and all
 * are where it is empty.
 */
export const ofUseTo = <One extends Pick<AvailableSpecialist, 'program'>>(
  families: readonly Pick<Asking, 'program'>[],
  specialists: readonly One[],
): readonly One[] => {
  const programs = new Set(families.map(({ program }) => program));
  return programs.size === 0 ? specialists : specialists.filter(({ program }) => programs.has(program));
};

/** The specialists who could serve the family now, the preferred first: fewer open cases, then longest idle, then code. */
export const couldServeNow = (
  family: Asking,
  specialists: readonly AvailableSpecialist[],
): AvailableSpecialist[] => {
  const asks = asksOf(family);
  return specialists
    .filter((specialist) => openingsOf(specialist) > 0 && servesAsAsked(family, asks, specialist))
    .sort((a, b) => a.openCases - b.openCases || byIdleness(a, b));
};

import type { CalendarDate } from '../time.ts';
import type { Ask, Blocker, Why } from './plan.ts';

type NoOpening = Extract<Blocker, { kind: 'no_opening' }>;

/** The name of a language in English, such as "Spanish" for `es`. */
type LanguageName = (language: string) => string;
type DayName = (day: CalendarDate) => string;

/** A reason for a placement as a short plain phrase, such as "has no open case". */
export const whyInWords = (why: Why, languageName: LanguageName, dayName: DayName = String): string => {
  switch (why.kind) {
    case 'only_one':
      return `only specialist with an opening who ${metInWords(why.asks, languageName) || 'could serve'}`;
    case 'last_opening':
      return `last opening left with any of the ${why.of} who could serve`;
    case 'open_cases':
      return casesInWords(why);
    case 'idle_longest':
      return `idle ${why.tied ? 'as long as any' : 'longest'} of the ${why.of} with as few open cases`;
    case 'interpreter':
      return `an interpreter for ${languageName(why.language)} is arranged`;
    case 'language_taken':
      return 'but no language is set, so English is taken for it, though the family needs an interpreter or another language';
    case 'goes_away':
      return `but ${why.forGood ? 'leaves the work' : 'goes on leave'} on ${dayName(why.on)}`;
    case 'kept_free': {
      const met = metInWords(why.asks, languageName);
      return `keeps ${why.specialist} free for ${why.for}${met && `: only one with an opening who ${met}`}`;
    }
    case 'other_circuit':
      return `but does not work in circuit ${why.circuit}`;
    case 'unmet': {
      const [verb, object] = askInWords(why.ask, languageName);
      return `but does not ${verb} ${object}`;
    }
    case 'displaces':
      return `but takes the place that ${why.referral} has by the plan`;
  }
};

/** What a choice went past, as a short phrase that stands alone: "does not speak Spanish". */
export const pastInWords = (why: Why, languageName: LanguageName, dayName: DayName = String): string =>
  whyInWords(why, languageName, dayName).replace(/^but /, '');

/** A blocker as a short plain phrase, such as "kim has an opening but does not speak Spanish". */
export const blockerInWords = (
  blocker: Blocker,
  languageName: LanguageName,
  dayName: DayName = String,
): string => {
  switch (blocker.kind) {
    case 'no_specialist':
      return `nobody works for ${blocker.program} in circuit ${blocker.circuit}`;
    case 'no_opening':
      return blocker.planned === 0 ? fullInWords(blocker) : plannedInWords(blocker);
    case 'leave':
      return `${blocker.specialist} fits but is on leave until ${dayName(blocker.until)}`;
    default:
      return failedInWords(blocker, languageName);
  }
};

const fullInWords = ({ fitting, places }: NoOpening): string => {
  const size = `${places} ${places === 1 ? 'place' : 'places'}`;
  return fitting === 1
    ? `the one specialist who fits has no opening (${size})`
    : `none of the ${fitting} specialists who fit has an opening (${size})`;
};

const plannedInWords = ({ fitting, planned }: NoOpening): string => {
  const [openings, goes, families] =
    planned === 1 ? ['last opening', 'goes', 'a family'] : ['openings', 'go', 'families'];
  const specialists = fitting === 1 ? 'one specialist who fits' : `${fitting} specialists who fit`;
  return `the ${openings} of the ${specialists} ${goes} to ${families} before this one`;
};

const casesInWords = ({ openCases, planned, fewest }: Extract<Why, { kind: 'open_cases' }>): string => {
  if (openCases === 0) return 'has no open case';
  const cases = `has ${openCases} open ${openCases === 1 ? 'case' : 'cases'}`;
  return `${cases}${planned > 0 ? ' with this plan' : ''}${fewest ? ', fewest of those still free' : ''}`;
};

const failedInWords = (
  blocker: Extract<Blocker, { free: readonly string[] }>,
  languageName: LanguageName,
): string => {
  const { free, failing, of } = blocker;
  const [verb, object] = askInWords(blocker, languageName);
  if (free.length > 0) {
    const [has, does] = free.length === 1 ? ['has', 'does'] : ['have', 'do'];
    return `${new Intl.ListFormat('en').format(free)} ${has} an opening but ${does} not ${verb} ${object}`;
  }
  if (failing < of)
    return `${failing} of the ${of} specialists in the circuit ${failing === 1 ? 'does' : 'do'} not ${verb} ${object}`;
  return of === 1
    ? `the one specialist in the circuit does not ${verb} ${object}`
    : `none of the ${of} specialists in the circuit ${verb}s ${object}`;
};

const metInWords = (asks: readonly Ask[], languageName: LanguageName): string =>
  asks
    .map((ask) => askInWords(ask, languageName))
    .map(([verb, object]) => `${verb}s ${object}`)
    .join(' and ');

const askInWords = (ask: Ask, languageName: LanguageName): [verb: string, object: string] => {
  switch (ask.kind) {
    case 'language':
      return ['speak', languageName(ask.language)];
    case 'county':
      return ['serve', ask.county];
    case 'situation':
      return ['take', ask.situation.replaceAll('_', ' ')];
  }
};

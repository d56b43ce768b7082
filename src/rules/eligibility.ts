import { dayInWords } from './in-words.ts';
import type { Criterion, Program, Suggestion } from './policy.ts';
import type { CalendarDate } from './time.ts';
import type { Answer, DivisionInvolvement, LocalSituation, Situation } from './words.ts';
import { localSituations, situationInWords } from './words.ts';

export interface GivenAnswer {
  answer: Answer;
  note: string | null;
}

/** What the referral and the settings say, where a criterion rests on it. */
export interface ScreeningFacts {
  situation: Situation | null;
  circuit: number | null;
  divisionInvolvement: DivisionInvolvement | null;
  discussedOn: CalendarDate | null;
  familyAgrees: boolean | null;
  taken: readonly LocalSituation[];
  siteCircuits: readonly number[];
}

export type GivenAnswers = Readonly<Record<string, GivenAnswer>>;

const open: GivenAnswer = { answer: 'unknown', note: null };

/** Of the answers that are `wanted`, those that were given otherwise `now`, and are not as they were `seen`. */
export const answeredOtherwise = (seen: GivenAnswers, now: GivenAnswers, wanted: GivenAnswers): string[] =>
  Object.keys(wanted).filter((id) => !sameAnswer(now[id], seen[id]) && !sameAnswer(now[id], wanted[id]));

const sameAnswer = (one: GivenAnswer = open, other: GivenAnswer = open): boolean =>
  one.answer === other.answer && one.note === other.note;

export interface Finding extends GivenAnswer {
  id: string;
  question: string;
  source: string;
  /** What was answered, where a fact made a no of it: the fact may change. */
  given?: GivenAnswer;
}

export type ScreeningResult = 'eligible' | 'not_eligible' | 'needs_information';

export interface Assessment {
  result: ScreeningResult;
  criteria: Finding[];
  /** The ids of every criterion that failed. */
  reasons: string[];
  /** What is still to ask. */
  questions: string[];
  suggestedProgram: string | null;
  /** Why not, in a sentence for each failed criterion. */
  because: string[];
  /** Why another program is suggested. */
  suggestion: string | null;
}

/**
 * Checks one referral against a program's criteria. Every criterion is answered every time: all yes is
 * eligible, any no is not eligible with every failed one as a reason, anything else needs information.
 * Criteria: [000] program description, [001] Practice Alert PA22-CM-10, [002] Community Referral form,
 * [004] Practice Point PN08-25, each named in the program's file.
 */
export function assess(program: Program, given: GivenAnswers, facts: ScreeningFacts): Assessment {
  const criteria = program.criteria.map((criterion) => finding(criterion, given[criterion.id], facts));
  const failed = criteria.filter((c) => c.answer === 'no');
  const unknown = criteria.filter((c) => c.answer === 'unknown');
  const suggestion = suggested(program.suggest, failed, facts);
  const text = (id: string) => program.criteria.find((c) => c.id === id)!;
  return {
    result: failed.length > 0 ? 'not_eligible' : unknown.length > 0 ? 'needs_information' : 'eligible',
    criteria,
    reasons: failed.map((c) => c.id),
    questions: unknown.map((c) => `${text(c.id).ask}.`),
    suggestedProgram: suggestion?.program ?? null,
    because: failed.map((c) => `${text(c.id).no}${c.note ? ` (${c.note})` : ''} ${c.source}`),
    suggestion: suggestion?.because ?? null,
  };
}

function finding(criterion: Criterion, given: GivenAnswer | undefined, facts: ScreeningFacts): Finding {
  const { id, question, source } = criterion;
  const answer = given ?? open;
  const bar = answer.answer === 'yes' ? barredBy(criterion, facts) : null;
  return bar
    ? { id, question, source, answer: 'no', note: joined(bar, answer.note), given: answer }
    : { id, question, source, ...answer };
}

const joined = (...notes: (string | null)[]): string => notes.filter(Boolean).join('; ');

/** A fact that makes a "yes" impossible, in words; `null` where none does. */
function barredBy(criterion: Criterion, facts: ScreeningFacts): string | null {
  const { situation, circuit } = facts;
  if (
    criterion.rule === 'circuit_takes_situation' &&
    situation &&
    isLocal(situation) &&
    !facts.taken.includes(situation)
  ) {
    return `${situationInWords[situation]} is taken only where the circuit says so: iis settings set --take`;
  }
  if (criterion.rule === 'circuit_is_site' && circuit !== null && !facts.siteCircuits.includes(circuit)) {
    return `circuit ${circuit} is not among the service areas in iis settings`;
  }
  return null;
}

const isLocal = (situation: Situation): situation is LocalSituation =>
  (localSituations as readonly string[]).includes(situation);

const suggested = (
  suggest: Suggestion | null,
  failed: readonly Finding[],
  facts: ScreeningFacts,
): Suggestion | null =>
  suggest &&
  (failed.some((c) => c.id === suggest.criterion) || facts.divisionInvolvement === suggest.involvement)
    ? suggest
    : null;

/** What the referral already says about a criterion: offered as the answer to confirm, never taken for it. */
export function answerOnRecord(criterion: Criterion, facts: ScreeningFacts): GivenAnswer | null {
  switch (criterion.rule) {
    case 'circuit_takes_situation':
      return facts.situation && { answer: 'yes', note: situationInWords[facts.situation] };
    case 'family_agreement':
      if (facts.familyAgrees && facts.discussedOn)
        return { answer: 'yes', note: `spoken to on ${dayInWords(facts.discussedOn)}` };
      return facts.familyAgrees === false ? { answer: 'no', note: null } : null;
    case 'circuit_is_site':
      return facts.circuit === null
        ? null
        : { answer: facts.siteCircuits.includes(facts.circuit) ? 'yes' : 'no', note: null };
    case 'child_lives_at_home':
      return facts.divisionInvolvement === 'out_of_home_care'
        ? { answer: 'no', note: 'a child is in out-of-home care' }
        : null;
    default:
      return null;
  }
}

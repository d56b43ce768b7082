import type { Closing } from '../../records/figures/closings.ts';
import { type Whereabouts, whereaboutsKinds } from '../../rules/case/case.ts';
import { followUpMonths } from '../../rules/case/policy.ts';
import { type Harm, harms, type Outcome, outcomeOf, type Span } from '../../rules/figures/outcome.ts';
import type { Program } from '../../rules/policy.ts';
import type { CalendarDate } from '../../rules/time.ts';

/** By what it is gone: the program’s numbers, on a day. */
export interface Going {
  program: Program;
  today: CalendarDate;
}

export type Outcomes = Record<Outcome, number>;

/** What is counted of the services that ended. */
export interface Tally {
  closed: number;
  intact: Record<'yes' | 'no' | 'unknown', number>;
  children: Record<Whereabouts, number>;
  /** How it came out, by harm and span. */
  outcomes: ReadonlyMap<string, Outcomes>;
  /** The children of the families, the same way. */
  childrenBy: ReadonlyMap<string, Outcomes>;
}

export const spansOf = (program: Program): Span[] => ['service', ...followUpMonths(program)];

export const keyOf = (harm: Harm, span: Span): string => `${harm} ${span}`;

const none = (): Outcomes => ({
  with: 0,
  without: 0,
  not_reached: 0,
  not_asked: 0,
  told_otherwise: 0,
  not_due: 0,
  no_home: 0,
});

export function emptyTally(program: Program): Tally {
  const keys = harms.flatMap((harm) => spansOf(program).map((span) => keyOf(harm, span)));
  return {
    closed: 0,
    intact: { yes: 0, no: 0, unknown: 0 },
    children: Object.fromEntries(whereaboutsKinds.map((kind) => [kind, 0])) as Tally['children'],
    outcomes: new Map(keys.map((key) => [key, none()])),
    childrenBy: new Map(keys.map((key) => [key, none()])),
  };
}

/** Adds a service to what is counted. */
export function tallyUp(tally: Tally, one: Closing, going: Going): void {
  tally.closed += 1;
  tally.intact[one.intact === null ? 'unknown' : one.intact ? 'yes' : 'no'] += 1;
  for (const child of one.children) tally.children[child] += 1;
  for (const harm of harms)
    for (const span of spansOf(going.program)) {
      const outcome = outcomeOf(one, harm, span, going);
      tally.outcomes.get(keyOf(harm, span))![outcome] += 1;
      tally.childrenBy.get(keyOf(harm, span))![outcome] += one.children.length;
    }
}

/** How many it is known of, how many reached that time, and how many could be asked at all. */
export function countsOf(of: Outcomes) {
  const known = of.with + of.without;
  const due = known + of.not_reached + of.not_asked + of.told_otherwise;
  return { ...of, known, due };
}

// [001] Practice Alert PA22-CM-10 · [003] results flyer
import { followUpFrom, followUpMonths } from '../case/policy.ts';
import { dayInWords } from '../in-words.ts';
import { numberOf, type Program, programOf } from '../policy.ts';
import type { CalendarDate } from '../time.ts';
import { addDays, dateIn } from '../zone.ts';
import type { DueOffice, Finding, FollowedCase, OpenEvent } from './due.ts';
import { endOfDay } from './of-tapa.ts';

/** A child placed, or not safe at home, is dealt with at once: it is due from the moment when it was noted [001]. */
export const eventDue = ({ referral, case: id, kind, on, at }: OpenEvent): Finding[] => [
  {
    id,
    kind: 'case_event',
    what: kind === 'unsafe' ? 'Answer: home is no longer safe' : 'Answer: a child was placed out of the home',
    dueAt: at,
    detail: `${referral}; ${dayInWords(on)}`,
    command: `iis case settle ${id}`,
    rule: 'what says that a child can’t stay at home is dealt with at once',
    source: '[001]',
  },
];

/** The first day of a follow-up, and the last on which it is in time. */
export const followUpDays = (closedOn: CalendarDate, months: number, program: Program) => {
  const from = followUpFrom(closedOn, months);
  return { from, until: addDays(from, numberOf(program, 'followUpWithin')) };
};

/**
 * The follow-up of a closed case that is asked for: the last that has begun, unless somebody tried, since a later one
 * takes the place of one that nobody made; else the one ahead. `missed` are those before it at which nobody tried;
 * `months` is `null` where none is left [003].
 */
export function followUpAsked(
  { closedOn, tried }: Pick<FollowedCase, 'closedOn' | 'tried'>,
  program: Program,
  today: CalendarDate,
): { months: number | null; hasBegun: boolean; missed: number[] } {
  const all = followUpMonths(program);
  const begun = all.filter((months) => followUpFrom(closedOn, months) <= today);
  const last = begun.at(-1);
  const hasBegun = last !== undefined && !tried.includes(last);
  const months = (hasBegun ? last : all[begun.length]) ?? null;
  return { months, hasBegun, missed: begun.filter((each) => each !== months && !tried.includes(each)) };
}

/** Behind a follow-up: those before it at which nobody asked; nothing where there are none. */
export const nobodyAsked = (missed: readonly number[]): string =>
  missed.length > 0 ? `; nobody asked after ${missed.join(' and ')} months` : '';

/** The follow-up of a closed case, from the day on which it begins [003]. */
export function afterCaseDue(one: FollowedCase, { now, zone, programs }: DueOffice): Finding[] {
  const program = programOf(programs, one.program);
  const { months, hasBegun, missed } = followUpAsked(one, program, dateIn(now, zone));
  if (months === null || !hasBegun) return [];
  const { until } = followUpDays(one.closedOn, months, program);
  return [
    {
      id: one.case,
      kind: 'case_follow_up',
      what: `Ask how the family is ${months} months after`,
      dueAt: endOfDay(until, zone),
      detail: `${one.referral}; closed ${dayInWords(one.closedOn)}${nobodyAsked(missed)}`,
      command: `iis case followup ${one.case} --month ${months}`,
      rule: `a family is followed up ${followUpMonths(program).join(', ')} months after the closing, within ${numberOf(program, 'followUpWithin')} days`,
      source: `[003]; days: ${program.numbers.followUpWithin!.source}`,
    },
  ];
}

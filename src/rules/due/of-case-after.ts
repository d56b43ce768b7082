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

/** The follow-up of a closed case that is next; a later one takes the place of one that nobody made [003]. */
export function afterCaseDue(one: FollowedCase, { now, zone, programs }: DueOffice): Finding[] {
  const program = programOf(programs, one.program);
  const today = dateIn(now, zone);
  const begun = followUpMonths(program).filter((months) => followUpFrom(one.closedOn, months) <= today);
  const months = begun.at(-1);
  if (months === undefined || one.tried.includes(months)) return [];
  const { until } = followUpDays(one.closedOn, months, program);
  const missed = begun.filter((each) => each !== months && !one.tried.includes(each));
  const before = missed.length > 0 ? `; nobody asked after ${missed.join(' and ')} months` : '';
  return [
    {
      id: one.case,
      kind: 'case_follow_up',
      what: `Ask how the family is ${months} months after`,
      dueAt: endOfDay(until, zone),
      detail: `${one.referral}; closed ${dayInWords(one.closedOn)}${before}`,
      command: `iis case followup ${one.case} --month ${months}`,
      rule: `a family is followed up ${followUpMonths(program).join(', ')} months after the closing, within ${numberOf(program, 'followUpWithin')} days`,
      source: `[003]; days: ${program.numbers.followUpWithin!.source}`,
    },
  ];
}

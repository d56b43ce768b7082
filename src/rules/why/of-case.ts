// [000] program description · [001] Practice Alert PA22-CM-10 · [003] results flyer · [004] Practice Point PN08-25
import { type CaseFile, caseStatusInWords, stayedSafe } from '../case/case.ts';
import { followUpFrom, followUpMonths, usuallyHomeOn } from '../case/policy.ts';
import { isOpen, openEvents } from '../case/standing.ts';
import { seenBy, serviceDays } from '../due/of-case.ts';
import { followUpAsked, nobodyAsked } from '../due/of-case-after.ts';
import { endOfDay } from '../due/of-tapa.ts';
import { dayInWords, deadlineInWords, momentInWords, weekdayInWords } from '../in-words.ts';
import { numberOf, programOf, ruleNamed, ruleOf } from '../policy.ts';
import { type Referral, statusInWords } from '../referral.ts';
import type { CalendarDate } from '../time.ts';
import { dateIn } from '../zone.ts';
import { type Asked, type Explanation, untilDue } from './explanation.ts';

/** A case that may not be there yet, or no longer: the last one of the referral. */
type Kept = CaseFile | null;

/** By when the specialist sees the family, and whether they did. */
export function whyVisit(referral: Referral, kept: Kept, asked: Asked): Explanation {
  const program = programOf(asked.programs, referral.program);
  const { rule, source } = ruleOf(program, 'seeFamilyWithin');
  const common = { about: 'visit', rule: `${rule}, through nights and weekends`, source };
  if (kept === null) return { ...common, answer: noCase(referral), facts: { status: referral.state.status } };
  const { zone } = asked;
  const { id, specialist, assignedAt, seenAt, seenLate } = kept;
  const dueAt = seenBy(assignedAt, program);
  const by = deadlineInWords(dueAt, zone);
  const answer =
    seenAt === null
      ? `${specialist} sees the family of ${referral.id} by ${by}${untilDue(dueAt, asked)}.`
      : `${specialist} saw the family of ${referral.id} on ${momentInWords(seenAt, zone)}, ${seenAt <= dueAt ? 'in time' : `late: it was due by ${by}`}.`;
  const hours = numberOf(program, 'seeFamilyWithin');
  return { ...common, answer, facts: { case: id, specialist, assignedAt, hours, dueAt, seenAt, seenLate } };
}

/** Until when the service runs, and by whose leave. */
export function whyService(referral: Referral, kept: Kept, asked: Asked): Explanation {
  const program = programOf(asked.programs, referral.program);
  const common = { about: 'service', ...ruleOf(program, 'servicePeriodAtMost') };
  if (kept === null) return { ...common, answer: noCase(referral), facts: { status: referral.state.status } };
  const { id, specialist, assignedAt, startedOn, closedOn, extensions } = kept;
  const { endsOn } = serviceDays(kept, program, asked.zone);
  const days = numberOf(program, 'servicePeriodAtMost');
  const facts = { case: id, assignedAt, startedOn, days, endsOn, closedOn, extensions };
  if (!isOpen(kept)) return { ...common, answer: `Case ${id} is ${caseStatusInWords[kept.status]}.`, facts };
  const extended = extensions.at(-1);
  const by = extended ? `, as ${extended.approvedBy} approved` : '';
  const assessed = startedOn === null ? ` ${specialist} is still to accept the family, or not.` : '';
  return {
    ...common,
    answer: `The service of ${specialist} for ${referral.id} ends by ${weekdayInWords(endsOn)}${by}${untilDue(endOfDay(endsOn, asked.zone), asked)}.${assessed}`,
    facts,
  };
}

/** What happened that says that a child can't stay at home, and whether it was dealt with. */
export function whyEvent(referral: Referral, kept: Kept): Explanation {
  const all = (kept?.events ?? []).filter(({ kind }) => kind === 'unsafe' || kind === 'placed');
  const waiting = kept ? openEvents(kept) : [];
  const last = waiting.at(-1);
  const what = { unsafe: 'home was said to be no longer safe', placed: 'a child was placed out of the home' };
  return {
    about: 'event',
    answer: last
      ? `${referral.id}: ${what[last.kind as 'unsafe']} on ${dayInWords(last.on)}, and nobody has dealt with it yet: iis case settle ${kept!.id}`
      : `Nothing of ${referral.id} waits to be dealt with.`,
    rule: 'what says that a child can’t stay at home is dealt with at once, and is due until then',
    facts: { case: kept?.id ?? null, events: all.map(({ kind, on, settled }) => ({ kind, on, settled })) },
    source: '[001]',
  };
}

/** When the case is staffed next. */
export function whyStaffing(referral: Referral, kept: Kept): Explanation {
  const last = kept?.staffings.at(-1);
  const next = last?.nextOn
    ? `the next one is on ${weekdayInWords(last.nextOn)}`
    : 'no next one was agreed on';
  return {
    about: 'staffing',
    answer: last
      ? `The case of ${referral.id} was staffed on ${weekdayInWords(last.on)}, and ${next}.`
      : `The case of ${referral.id} was not staffed yet.`,
    rule: 'a case is staffed regularly by the specialist, the supervisor, the referral agent and whoever follows up',
    facts: { case: kept?.id ?? null, lastOn: last?.on ?? null, nextOn: last?.nextOn ?? null },
    source: '[000]',
  };
}

/** When a child is usually home, and whether this one is. */
export function whyHome(referral: Referral, kept: Kept, asked: Asked): Explanation {
  const program = programOf(asked.programs, referral.program);
  const startedOn = kept?.startedOn ?? null;
  const by = startedOn && usuallyHomeOn(startedOn, program);
  const cameHome = kept?.events.find(({ kind }) => kind === 'home')?.on ?? null;
  const facts = { case: kept?.id ?? null, startedOn, usuallyHomeOn: by, cameHome };
  if (by === null)
    return {
      about: 'home',
      answer: `${referral.id} has no service of a program that brings a child home.`,
      rule: 'such a program says by when a child is usually home',
      facts,
      source: '[004]',
    };
  return {
    about: 'home',
    answer: cameHome
      ? `The child of ${referral.id} came home on ${weekdayInWords(cameHome)}; usual is by ${weekdayInWords(by)}.`
      : `The child of ${referral.id} is usually home by ${weekdayInWords(by)}, and nobody has said that it is.`,
    ...ruleNamed(program, 'usuallyHomeWithin'),
    facts,
  };
}

/** When the family is asked how it goes on, and what was heard: the same follow-up as the sheet of the day has. */
export function whyAfter(referral: Referral, kept: Kept, asked: Asked): Explanation {
  const program = programOf(asked.programs, referral.program);
  const closedOn = kept?.closedOn ?? null;
  const made = kept?.followUps ?? [];
  const tried = made.map(({ months }) => months);
  return {
    about: 'after',
    answer:
      closedOn === null
        ? `${referral.id} has no closed case to follow up.`
        : afterInWords(
            referral,
            followUpAsked({ closedOn, tried }, program, dateIn(asked.now, asked.zone)),
            closedOn,
          ),
    rule: `a family is followed up ${followUpMonths(program).join(', ')} months after the closing; one that is not reached is no success`,
    facts: {
      case: kept?.id ?? null,
      closedOn,
      followUps: made.map((one) => ({ months: one.months, reached: one.reached, success: stayedSafe(one) })),
    },
    source: '[003]',
  };
}

function afterInWords(
  { id }: Referral,
  { months, missed }: ReturnType<typeof followUpAsked>,
  closedOn: CalendarDate,
): string {
  if (months !== null)
    return `${id} was closed on ${dayInWords(closedOn)}: the family is asked ${months} months after, from ${weekdayInWords(followUpFrom(closedOn, months))}${nobodyAsked(missed)}.`;
  return missed.length > 0
    ? `No follow-up of ${id} is left${nobodyAsked(missed)}.`
    : `Every follow-up of ${id} was made.`;
}

const noCase = ({ id, state }: Referral): string =>
  `${id} has no open case: it is ${statusInWords[state.status]}.`;

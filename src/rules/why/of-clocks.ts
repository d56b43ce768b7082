// [000] program description · [001] Practice Alert PA22-CM-10 · [002] Community Referral form ·
// [004] Practice Point PN08-25 · RSMo 210.123
import { daysOff, daysOffBetween } from '../days-off.ts';
import { seenBy, serviceDays } from '../due/of-case.ts';
import { reviewRule } from '../due/of-list.ts';
import { endOfDay, tapaDays } from '../due/of-tapa.ts';
import { type FinsFamily, lastLookAt, nextReviewDue } from '../fins.ts';
import { type FinsChanges, gainedInWords, lostInWords } from '../fins-changes.ts';
import { deadlineInWords, weekdayInWords } from '../in-words.ts';
import { numberOf, programOf, ruleOf } from '../policy.ts';
import { type Referral, statusInWords } from '../referral.ts';
import type { Instant } from '../time.ts';
import type { CaseNumber, SpecialistCode } from '../words.ts';
import { type Asked, type Explanation, untilDue } from './explanation.ts';

export interface CaseKept {
  id: CaseNumber;
  specialist: SpecialistCode;
  status: string;
  assignedAt: Instant;
}

/** When the family on the list is looked at again, and where it stands there. */
export function whyReview(
  { id, program: code, priority }: Referral,
  stay: { family: FinsFamily; place: number; of: number; changes: FinsChanges | null } | null,
  asked: Asked,
): Explanation {
  const { now, zone, holidays, programs } = asked;
  const program = programOf(programs, code);
  const { rule, source } = reviewRule(program, priority);
  const order = 'overdue reviews stand first, then priority, then who was not looked at for longest';
  const told = (answer: string, facts: Record<string, unknown>): Explanation => ({
    about: 'review',
    answer,
    rule: `${rule}; ${order}`,
    facts,
    source: `${source}; [002]`,
  });
  if (stay === null) return told(`${id} is not on the FINS list.`, {});
  const { family, place, of, changes } = stay;
  const dueAt = nextReviewDue(family, asked);
  const stands = `It is number ${place} of ${of} on the list.`;
  const by = `The next review of ${id} is due by ${deadlineInWords(dueAt, zone)}`;
  return told(`${by}${untilDue(dueAt, asked)}. ${stands}`, {
    priority,
    listedAt: family.addedAt,
    reviewedAt: family.reviewedAt,
    dueAt,
    overdue: dueAt <= now,
    placeOnList: place,
    onList: of,
    ...(changes && sinceThen(changes)),
    // Only business days leave days out.
    daysNotCounted: rule.includes('business')
      ? daysOffBetween(lastLookAt(family), dueAt, zone, holidays)
      : [],
  });
}

/** What is not as it was at the last look. */
const sinceThen = ({ rank, canServe, gained, lost }: FinsChanges) => ({
  rank: rank.now,
  rankAtLastLook: rank.before,
  canServeNow: canServe.map(({ specialist }) => specialist),
  canServeSinceThen: gained.map(gainedInWords),
  noLongerServes: lost.map(lostInWords),
});

/** What a TAPA obliges to, and its days. */
export function whyTapa({ id, tapa, program: code }: Referral, asked: Asked): Explanation {
  const { holidays, programs } = asked;
  const program = programOf(programs, code);
  const [written, lasts] = [ruleOf(program, 'tapaWrittenWithin'), ruleOf(program, 'tapaLastsAtMost')];
  const told = (answer: string, facts: Record<string, unknown>): Explanation => ({
    about: 'tapa',
    answer,
    rule: `whoever negotiates a TAPA must refer the family; ${written.rule}; ${lasts.rule}`,
    facts,
    source: `[001]; ${[...new Set([written.source, lasts.source])].join('; ')}`,
  });
  if (tapa === null) return told(`No TAPA is known for ${id}: it is not obligatory.`, { tapa: false });
  const obliged = `A TAPA was negotiated, so ${id} is obligatory`;
  if (tapa.date === null) return told(`${obliged}. Its date is not known.`, { tapa: true, agreedOn: null });
  const { writtenBy, endsOn } = tapaDays(tapa.date, program, holidays);
  return told(
    `${obliged}. It is to be in writing by ${weekdayInWords(writtenBy)} and lasts until ${weekdayInWords(endsOn)} at most.`,
    {
      tapa: true,
      agreedOn: tapa.date,
      writtenBy,
      endsOn,
      daysNotCounted: daysOff(tapa.date, writtenBy, holidays),
    },
  );
}

/** By when the specialist has seen the family. */
export function whyVisit(referral: Referral, open: CaseKept | null, asked: Asked): Explanation {
  const program = programOf(asked.programs, referral.program);
  const { zone } = asked;
  const told = (answer: string, facts: Record<string, unknown>): Explanation => {
    const { rule, source } = ruleOf(program, 'seeFamilyWithin');
    return { about: 'visit', answer, rule: `${rule}, through nights and weekends`, facts, source };
  };
  if (open === null) return told(noCase(referral), { status: referral.state.status });
  const dueAt = seenBy(open.assignedAt, program);
  const { id, specialist, assignedAt } = open;
  return told(
    `${specialist} sees the family of ${referral.id} by ${deadlineInWords(dueAt, zone)}${untilDue(dueAt, asked)}.`,
    { case: id, specialist, assignedAt, hours: numberOf(program, 'seeFamilyWithin'), dueAt },
  );
}

/** Until when the service runs. */
export function whyService(referral: Referral, open: CaseKept | null, asked: Asked): Explanation {
  const program = programOf(asked.programs, referral.program);
  const { zone } = asked;
  const told = (answer: string, facts: Record<string, unknown>): Explanation => ({
    about: 'service',
    answer,
    ...ruleOf(program, 'servicePeriodAtMost'),
    facts,
  });
  if (open === null) return told(noCase(referral), { status: referral.state.status });
  const { endsOn } = serviceDays(open.assignedAt, program, zone);
  const { id, specialist, assignedAt } = open;
  return told(
    `The service of ${specialist} for ${referral.id} ends by ${weekdayInWords(endsOn)}${untilDue(endOfDay(endsOn, zone), asked)}.`,
    {
      case: id,
      assignedAt,
      days: numberOf(program, 'servicePeriodAtMost'),
      endsOn,
    },
  );
}

const noCase = ({ id, state }: Referral): string =>
  `${id} has no open case: it is ${statusInWords[state.status]}.`;

import {
  type FollowUpClock,
  followUpClocks,
  type ReferralClocks,
  type VisitClock,
} from '../../records/figures/clocks.ts';
import type { OfferOfYear } from '../../records/figures/fcs.ts';
import type { WithinDays } from '../../records/figures/served.ts';
import type { StayOfYear } from '../../records/figures/stays.ts';
import type { NotedOfYear } from '../../records/figures/tapas.ts';
import type { Db } from '../../records/tables.ts';
import { businessHoursBetween } from '../../rules/business-hours.ts';
import { followUpMonths } from '../../rules/case/policy.ts';
import { contactDueAt } from '../../rules/clocks.ts';
import { seenBy } from '../../rules/due/of-case.ts';
import { followUpDays } from '../../rules/due/of-case-after.ts';
import { tapaDays } from '../../rules/due/of-tapa.ts';
import { keptAs, reviewClocks } from '../../rules/figures/clock.ts';
import { type Spread, spread } from '../../rules/figures/spread.ts';
import { remembered } from '../../rules/once.ts';
import { numberOf, programOf, usualProgram } from '../../rules/policy.ts';
import { type CalendarDate, hoursBetween } from '../../rules/time.ts';
import { addDays, dateIn, daysBetween, monthsLater } from '../../rules/zone.ts';
import type { ReportDesk } from '../desk.ts';
import type { Month } from '../months.ts';
import { type ClockTally, clockTally, countClock, monthOfDay, monthOfMoment } from './tally.ts';

/** Every clock of the policy, each by the rule that the desk itself goes by. */

const ended: ReadonlySet<string> = new Set(['returned', 'withdrawn', 'closed']);

export interface OfReferrals {
  contact: ClockTally;
  tapa: ClockTally;
  /** Days from the submitter to the screening, and from there to a specialist or a denial. */
  screening: Spread;
  decision: Spread;
}

/** Contact with the submitter [002], TAPAs in writing (RSMo 210.123), and the steps that have no limit. */
export async function referralTallies(
  pages: AsyncIterable<readonly ReferralClocks[]>,
  noted: readonly NotedOfYear[],
  months: readonly Month[],
  desk: ReportDesk,
): Promise<OfReferrals> {
  const tallies = {
    contact: clockTally(months),
    tapa: clockTally(months),
    screening: spread(),
    decision: spread(),
  };
  let month = 0;
  for await (const page of pages)
    for (const referral of page) {
      while (month + 1 < months.length && referral.since >= months[month + 1]!.from) month += 1;
      countContact(tallies.contact, month, referral, desk);
      const { tapaOn: agreedOn, tapaWrittenOn: writtenOn, tapaEndedOn: endedOn, program } = referral;
      if (agreedOn !== null)
        countTapa(tallies.tapa, month, { agreedOn, writtenOn, endedOn }, { desk, program });
      countSteps(tallies, referral);
    }
  // Of those that were referred since, the referral tells.
  for (const { isReferred, agreedOn, writtenOn, closedOn: endedOn } of noted)
    if (!isReferred) {
      const program = usualProgram(desk.programs).code;
      countTapa(
        tallies.tapa,
        monthOfDay(months, agreedOn),
        { agreedOn, writtenOn, endedOn },
        { desk, program },
      );
    }
  return tallies;
}

function countContact(tally: ClockTally, month: number, referral: ReferralClocks, desk: ReportDesk): void {
  const { holidays, now, settings, programs } = desk;
  const { since, program, contactedAt, status, statusAt } = referral;
  const within = numberOf(programOf(programs, program), 'contactSubmitterWithin');
  const dueAt = contactDueAt(since, within, settings.zone, holidays);
  const endedAt = ended.has(status) ? statusAt : null;
  const took =
    contactedAt === null ? null : businessHoursBetween(since, contactedAt, settings.zone, holidays);
  countClock(tally, month, keptAs({ dueAt, doneAt: contactedAt, endedAt, now }), took);
}

function countTapa(
  tally: ClockTally,
  month: number,
  tapa: {
    agreedOn: NotedOfYear['agreedOn'];
    writtenOn: NotedOfYear['writtenOn'];
    endedOn: NotedOfYear['closedOn'];
  },
  { desk, program }: { desk: ReportDesk; program: string },
): void {
  const { agreedOn, writtenOn, endedOn } = tapa;
  const { writtenBy } = tapaDays(agreedOn, programOf(desk.programs, program), desk.holidays);
  const today = dateIn(desk.now, desk.settings.zone);
  const kept = keptAs({ dueAt: writtenBy, doneAt: writtenOn, endedAt: endedOn, now: today });
  countClock(tally, month, kept, writtenOn === null ? null : daysBetween(agreedOn, writtenOn));
}

function countSteps({ screening, decision }: OfReferrals, referral: ReferralClocks): void {
  const { contactedAt, screenedAt, assignedAt, deniedAt } = referral;
  if (screenedAt === null) return;
  if (contactedAt !== null) screening.add(Math.max(0, hoursBetween(contactedAt, screenedAt) / 24));
  const decided = [assignedAt, deniedAt].filter((at) => at !== null).sort()[0];
  if (decided !== undefined) decision.add(Math.max(0, hoursBetween(screenedAt, decided) / 24));
}

/** The first visit, in hours of the clock [000][004]. */
export async function visitTally(
  pages: AsyncIterable<readonly VisitClock[]>,
  months: readonly Month[],
  { programs, now }: ReportDesk,
): Promise<ClockTally> {
  const tally = clockTally(months);
  let month = 0;
  for await (const page of pages)
    for (const { since, program, seenAt, endedAt } of page) {
      while (month + 1 < months.length && since >= months[month + 1]!.from) month += 1;
      const kept = keptAs({
        dueAt: seenBy(since, programOf(programs, program)),
        doneAt: seenAt,
        endedAt,
        now,
      });
      countClock(tally, month, kept, seenAt === null ? null : hoursBetween(since, seenAt));
    }
  return tally;
}

export interface ReviewTallies {
  all: ClockTally;
  imminent: ClockTally;
  high: ClockTally;
  moderate: ClockTally;
}

/** Reviews of the list [002]; who is of no known risk is looked at as at imminent risk. */
export async function reviewTallies(
  pages: AsyncIterable<readonly StayOfYear[]>,
  months: readonly Month[],
  { programs, holidays, settings, now }: ReportDesk,
): Promise<ReviewTallies> {
  const fresh = () => clockTally(months);
  const tallies = { all: fresh(), imminent: fresh(), high: fresh(), moderate: fresh() };
  for await (const page of pages)
    for (const stay of page)
      for (const clock of reviewClocks(stay, { programs, holidays, zone: settings.zone, now })) {
        const { from, doneAt, priority, kept } = clock;
        const month = monthOfMoment(months, from);
        if (month < 0) continue;
        const took = doneAt === null ? null : hoursBetween(from, doneAt) / 24;
        for (const tally of [tallies.all, tallies[priority ?? 'imminent']])
          countClock(tally, month, kept, took);
      }
  return tallies;
}

/** Answers to offers of Family Centered Services. */
export async function fcsTally(
  pages: AsyncIterable<readonly OfferOfYear[]>,
  months: readonly Month[],
  { programs, now, settings }: ReportDesk,
): Promise<ClockTally> {
  const tally = clockTally(months);
  const today = dateIn(now, settings.zone);
  for await (const page of pages)
    for (const { since, program, answeredOn } of page) {
      const dueAt = addDays(since, numberOf(programOf(programs, program), 'fcsAnswerWithin'));
      const kept = keptAs({ dueAt, doneAt: answeredOn, now: today });
      countClock(
        tally,
        monthOfDay(months, since),
        kept,
        answeredOn === null ? null : daysBetween(since, answeredOn),
      );
    }
  return tally;
}

/** Families asked how they are, so many months after the closing; each of a case’s follow-ups has its own clock [003]. */
export async function followUpTally(
  db: Db,
  days: WithinDays,
  months: readonly Month[],
  { programs, now, settings }: ReportDesk,
): Promise<ClockTally> {
  const tally = clockTally(months);
  const today = dateIn(now, settings.zone);
  for (const program of Object.values(programs)) {
    if (days.program !== null && days.program !== program.code) continue;
    for (const after of followUpMonths(program)) {
      // A month can be too short for a day of the closing: wide enough, and each told by its own day.
      const closed = {
        from: addDays(monthsLater(days.from, -after), -4),
        before: monthsLater(days.before, -after),
      };
      const pages = followUpClocks(db, { ...days, ...closed, program: program.code }, after);
      const daysFor = remembered((closedOn: CalendarDate) => followUpDays(closedOn, after, program));
      for await (const page of pages) for (const one of page) countFollowUp(one, daysFor(one.since));
    }
  }
  return tally;

  function countFollowUp({ askedOn }: FollowUpClock, { from, until }: ReturnType<typeof followUpDays>): void {
    if (from < days.from || from >= days.before || from > today) return;
    const kept = keptAs({ dueAt: until, doneAt: askedOn, now: today });
    countClock(tally, monthOfDay(months, from), kept, askedOn === null ? null : daysBetween(from, askedOn));
  }
}

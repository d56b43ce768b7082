import { dayBetween } from '../day-gone-by.ts';
import { dayInWords, momentInWords } from '../in-words.ts';
import { Refusal } from '../refusal.ts';
import type { CalendarDate, Instant, Zone } from '../time.ts';
import { dateIn } from '../zone.ts';
import { type CaseEvent, type CaseFile, caseStatusInWords, type Goal, type ServiceCase } from './case.ts';

/** What a case must be for a step to make sense; each refuses with the step that comes first. */

export const isOpen = ({ endedAt }: Pick<ServiceCase, 'endedAt'>): boolean => endedAt === null;

export function requireOpen({ id, status, endedAt }: ServiceCase): void {
  if (endedAt === null) return;
  throw new Refusal({
    kind: 'rule',
    code: 'case_ended',
    message: `Case ${id} has ended already: it is ${caseStatusInWords[status]}.`,
    hint:
      status === 'closed'
        ? `If it goes on after all: iis case reopen ${id} --reason "…"`
        : `See: iis case show ${id}`,
  });
}

/** A case that the specialist has still to accept or not. */
export function requireUndecided(file: ServiceCase): void {
  requireOpen(file);
  if (file.status === 'assigned') return;
  throw new Refusal({
    kind: 'rule',
    code: 'already_accepted',
    message: `Case ${file.id} was accepted already: the service started on ${dayInWords(file.startedOn!)}.`,
    hint: `See: iis case show ${file.id}`,
  });
}

export function requireAccepted(file: ServiceCase): void {
  requireOpen(file);
  if (file.status === 'accepted') return;
  throw new Refusal({
    kind: 'rule',
    code: 'not_accepted_yet',
    message: `Case ${file.id} is not accepted yet: the specialist is still assessing the family.`,
    hint: `First: iis case accept ${file.id} · or: iis case decline ${file.id}`,
  });
}

/** A case in which there is, or was, a service. */
export function requireService(file: ServiceCase): void {
  if (file.startedOn !== null || isOpen(file)) return;
  throw new Refusal({
    kind: 'rule',
    code: 'no_service',
    message: `Case ${file.id} is ${caseStatusInWords[file.status]}: there was no service.`,
    hint: `See: iis case show ${file.id}`,
  });
}

export function requireSeen(file: ServiceCase): Instant {
  if (file.seenAt !== null) return file.seenAt;
  throw new Refusal({
    kind: 'rule',
    code: 'not_seen',
    message: `The family of case ${file.id} was not seen yet.`,
    hint: `First: iis case seen ${file.id} --at WHEN`,
  });
}

export function requireClosed(file: ServiceCase): CalendarDate {
  if (file.status === 'closed' && file.closedOn !== null) return file.closedOn;
  throw new Refusal({
    kind: 'rule',
    code: 'case_not_closed',
    message: `Case ${file.id} is ${caseStatusInWords[file.status]}, not closed.`,
    hint: `See: iis case show ${file.id}`,
  });
}

/** Refuses a day before another, or still to come. */
export function requireDay(
  what: string,
  on: CalendarDate,
  { from, until }: { from: { on: CalendarDate; words: string }; until: { on: CalendarDate; words: string } },
): void {
  const hint = dayBetween(from.on, until.on);
  if (on < from.on) throw wrongDay(`${what} can’t be before ${from.words} (${dayInWords(from.on)}).`, hint);
  if (on > until.on)
    throw wrongDay(
      until.words === ''
        ? `${what} can’t be in the future.`
        : `${what} can’t be after ${until.words} (${dayInWords(until.on)}).`,
      hint,
    );
}

/** The family can't be seen before it was assigned, or in the future. */
export function requireMoment(at: Instant, { assignedAt }: ServiceCase, now: Instant, zone: Zone): void {
  const assigned = momentInWords(assignedAt, zone);
  const hint = `Give a time from ${assigned} on, up to now.`;
  if (at > now) throw wrongDay('The visit can’t be in the future.', hint);
  if (at < assignedAt)
    throw wrongDay(`The visit can’t be before the family was assigned (${assigned}).`, hint);
}

/** `hint`: what day would do. */
export const wrongDay = (message: string, hint: string) =>
  new Refusal({ kind: 'invalid', code: 'bad_date', message, hint });

/** The events that are still to be dealt with. */
export const openEvents = ({ events }: Pick<CaseFile, 'events'>) =>
  events.filter(({ kind, settled }) => settled === null && (kind === 'unsafe' || kind === 'placed'));

/** What waits to be dealt with. Refuses a case in which nothing does. */
export function requireOpenEvents(file: CaseFile): CaseEvent[] {
  const waiting = openEvents(file);
  if (waiting.length > 0) return waiting;
  throw new Refusal({
    kind: 'rule',
    code: 'nothing_to_settle',
    message: `Nothing in case ${file.id} waits to be dealt with.`,
    hint: `See: iis case show ${file.id}`,
  });
}

/** An open case whose family was not seen yet. */
export function requireUnseen(file: ServiceCase, zone: Zone): void {
  requireOpen(file);
  if (file.seenAt === null) return;
  throw new Refusal({
    kind: 'rule',
    code: 'seen_already',
    message: `The family of case ${file.id} was seen on ${dayInWords(dateIn(file.seenAt, zone))} already.`,
    hint: 'If that was a slip, take it back: iis undo',
  });
}

/** A goal of a case with a service, by its number. */
export function requireGoal(file: CaseFile, number: number): Goal {
  requireService(file);
  const goal = file.goals.find((one) => one.number === number);
  if (goal) return goal;
  throw new Refusal({
    kind: 'not_found',
    code: 'no_such_goal',
    message: `Case ${file.id} has no goal ${number}: it has ${file.goals.length === 0 ? 'none yet' : file.goals.length}.`,
    hint: `See them: iis case show ${file.id}`,
  });
}

/** A case in which there is or was a service that the specialist took on. */
export function requireServed(file: ServiceCase): void {
  requireService(file);
  if (file.status === 'assigned') requireAccepted(file);
}

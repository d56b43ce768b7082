// [000] program description · [003] results flyer
import {
  addChildren,
  changeCase,
  endCase,
  putFollowUp,
  settleEvents,
  takePlaceAgain,
} from '../../records/case-steps.ts';
import { referralByNumber, setStatus } from '../../records/referrals.ts';
import { specialistByCode } from '../../records/specialists.ts';
import type { Db } from '../../records/tables.ts';
import { type CaseFile, type CaseFollowUp, isOutOfHome, type Whereabouts } from '../../rules/case/case.ts';
import { requireAgreeing } from '../../rules/case/follow-ups.ts';
import { requireNothingLater } from '../../rules/case/noted-later.ts';
import { followUpFrom, followUpMonths } from '../../rules/case/policy.ts';
import {
  requireAccepted,
  requireClosed,
  requireDay,
  requireServed,
  requireService,
  wrongDay,
} from '../../rules/case/standing.ts';
import { dayBetween } from '../../rules/day-gone-by.ts';
import { dayInWords } from '../../rules/in-words.ts';
import type { Child } from '../../rules/intake.ts';
import type { Plan } from '../../rules/placing.ts';
import { numberOf, programOf } from '../../rules/policy.ts';
import { chosenReason } from '../../rules/reasons.ts';
import { hasCase } from '../../rules/referral.ts';
import { Refusal } from '../../rules/refusal.ts';
import { isActive } from '../../rules/specialist.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { CaseNumber, ProgramCode, ReferralNumber } from '../../rules/words.ts';
import { type Desk, look, today } from '../desk.ts';
import { planFor } from '../match.ts';
import type { ReasonGiven } from '../work-referral.ts';
import { daysOf, step } from './step.ts';

export interface Closing extends ReasonGiven {
  /** The last day of the service. */
  on: CalendarDate;
  intact: boolean;
  /** Whether child abuse or neglect was confirmed during the service; `null`: not known, or as it was said before. */
  abuse?: boolean | null;
  /** One for each child in the order of the family, or one for all. */
  whereabouts: readonly Whereabouts[];
  /** The follow-up services that were arranged; `null`: none. */
  followUpServices: string | null;
}

/**
 * Closes the service for a coded reason. The place is free at once, whatever day the service ended on; what waited to be
 * dealt with in the case is. Refuses a day before the start, before what is noted of the case or to come, a family that is intact with a child in care,
 * and another number of children than the family has.
 */
export const closeCase = (desk: Desk, id: CaseNumber, closing: Closing): Promise<CaseFile> =>
  step(
    desk,
    id,
    async (writing, file) => {
      requireAccepted(file);
      requireDay('The closing', closing.on, daysOf(desk, file, 'started'));
      requireNothingLater(file, closing.on);
      const reason = chosenReason(desk.reasons, 'case_close', closing.code, closing.note);
      const { family } = (await referralByNumber(writing.db, file.referral))!;
      const children = childrenThen(family.children, closing.whereabouts);
      if (closing.intact && children.some(({ whereabouts }) => isOutOfHome(whereabouts))) throw notIntact();
      await endCase(writing, id, 'closed', closing, {
        closed_on: closing.on,
        intact: Number(closing.intact),
        ...((closing.abuse ?? null) !== null && { abuse: Number(closing.abuse) }),
        follow_up_services: closing.followUpServices,
      });
      await addChildren(writing, id, children);
      await settleEvents(writing, id, { on: today(desk), how: 'the case was closed' });
      await setStatus(writing, file.referral, 'closed', reason.code);
    },
    closing.note,
  );

/**
 * Says whether child abuse or neglect was confirmed during the service [003]: often known only after the closing. Refuses
 * a service that is still going on, where only a yes can be known, and one that there never was.
 */
export const sayAbuse = (desk: Desk, id: CaseNumber, confirmed: boolean): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireService(file);
    if (!confirmed && file.status !== 'closed') throw tooEarlyForNo(id);
    requireServed(file);
    await changeCase(writing, id, { abuse: Number(confirmed) });
  });

const tooEarlyForNo = (id: CaseNumber) =>
  new Refusal({
    kind: 'rule',
    code: 'service_goes_on',
    message: `The service of case ${id} goes on: that no abuse or neglect was confirmed can be said at its end.`,
    hint: `When it ends: iis case close ${id} --abuse no`,
  });

function childrenThen(children: readonly Child[], given: readonly Whereabouts[]) {
  const names = children.length === 0 ? [null] : children.map(({ name }) => name);
  if (given.length !== 1 && given.length !== names.length)
    throw new Refusal({
      kind: 'invalid',
      code: 'bad_whereabouts',
      message: `The family has ${names.length} ${names.length === 1 ? 'child' : 'children'}, and whereabouts were given for ${given.length}.`,
      hint: 'Give one for each child in the order of the referral, or one for all: --whereabouts home,relative',
    });
  return names.map((name, i) => ({ name, whereabouts: given[given.length === 1 ? 0 : i]! }));
}

const notIntact = () =>
  new Refusal({
    kind: 'invalid',
    code: 'not_intact',
    message: 'A family with a child in foster or residential care is not intact.',
    hint: 'Give --intact no, or other --whereabouts.',
  });

/**
 * Takes a closing back when the service goes on after all. Refuses a case that is not closed, one that was followed up,
 * a referral that stands elsewhere by now, and a specialist without an opening.
 */
export const reopenCase = (desk: Desk, id: CaseNumber, reason: string): Promise<CaseFile> =>
  step(
    desk,
    id,
    async (writing, file) => {
      await reopenable(desk, writing.db, file);
      const places = numberOf(programOf(desk.programs, file.program), 'placesPerSpecialist');
      if ((await takePlaceAgain(writing, id, places)) === null)
        throw noPlace(id, `${file.specialist} has no opening: all ${places} places are taken.`);
      await setStatus(writing, file.referral, 'accepted');
    },
    reason,
  );

/** Refuses a case that stays closed, before anything is asked. */
export const requireReopenable = (desk: Desk, file: CaseFile): Promise<void> =>
  look(desk, (db) => reopenable(desk, db, file));

async function reopenable(desk: Desk, db: Db, file: CaseFile): Promise<void> {
  const { id } = file;
  requireClosed(file);
  if (file.followUps.length > 0) throw followedUp(id);
  const { state } = (await referralByNumber(db, file.referral))!;
  if (state.status !== 'closed' || hasCase(state)) throw movedOn(file);
  const specialist = (await specialistByCode(db, file.specialist))!;
  if (!isActive(specialist, today(desk))) throw noPlace(id, `${file.specialist} no longer works here.`);
}

const followedUp = (id: CaseNumber) =>
  new Refusal({
    kind: 'rule',
    code: 'followed_up',
    message: `Case ${id} was followed up since it was closed, so it stays closed.`,
    hint: 'If the family needs the service again, take in a new referral: iis referral add',
  });

const movedOn = ({ id, referral }: CaseFile) =>
  new Refusal({
    kind: 'rule',
    code: 'referral_moved_on',
    message: `Case ${id} can’t be reopened: ${referral} has moved on since.`,
    hint: `See: iis referral show ${referral}`,
  });

const noPlace = (id: CaseNumber, message: string) =>
  new Refusal({
    kind: 'rule',
    code: 'no_opening',
    message: `Case ${id} can’t be reopened: ${message}`,
    hint: 'See who has an opening: iis list openings',
  });

/**
 * Keeps how the family was some months after the closing [003]. Refuses months that the program does not ask for, a day
 * before they are over, a family that was reached for them already, and answers that contradict those of another time. What is known of one that was not reached is
 * nothing: it is no success.
 */
export const followUp = (desk: Desk, id: CaseNumber, given: CaseFollowUp): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    const closedOn = requireFollowUp(desk, file, given);
    const { on, reached, placed, placedOn } = given;
    if (placedOn !== null && (placedOn < closedOn || placedOn > on))
      throw wrongDay(
        'The placement has to be between the closing and the follow-up.',
        dayBetween(closedOn, on),
      );
    requireAgreeing(file, given);
    const known = reached ? given : { ...given, abuse: null, placed: null, placedOn: null };
    await putFollowUp(writing, id, { ...known, placedOn: placed ? known.placedOn : null });
  });

/** The day of the closing. Refuses a follow-up that can’t be made on this day, before anything is asked. */
export function requireFollowUp(
  desk: Desk,
  file: CaseFile,
  { months, on }: Pick<CaseFollowUp, 'months' | 'on'>,
): CalendarDate {
  const closedOn = requireClosed(file);
  const asked = followUpMonths(programOf(desk.programs, file.program));
  if (!asked.includes(months)) throw otherMonths(file, months, asked);
  const from = followUpFrom(closedOn, months);
  if (on < from) throw tooEarly(file, months, from);
  requireDay('The follow-up', on, {
    from: { on: closedOn, words: 'the closing' },
    until: { on: today(desk), words: '' },
  });
  const before = file.followUps.find((one) => one.months === months);
  if (before?.reached) throw followedAlready(file, before);
  return closedOn;
}

const otherMonths = ({ program }: CaseFile, months: number, asked: readonly number[]) =>
  new Refusal({
    kind: 'invalid',
    code: 'no_such_follow_up',
    message: `${program} asks for no follow-up after ${months} months.`,
    hint: asked.length === 0 ? 'It asks for none.' : `Give one of: ${asked.join(', ')}.`,
  });

const tooEarly = ({ id }: CaseFile, months: number, from: CalendarDate) =>
  new Refusal({
    kind: 'rule',
    code: 'too_early',
    message: `The follow-up of case ${id} after ${months} months is not due before ${dayInWords(from)}.`,
    hint: `See what is next: iis case show ${id}`,
    details: { from },
  });

const followedAlready = ({ id }: CaseFile, { months, on }: CaseFollowUp) =>
  new Refusal({
    kind: 'rule',
    code: 'followed_already',
    message: `The family of case ${id} was reached for its follow-up after ${months} months, on ${dayInWords(on)}.`,
    hint: 'If that was a slip, take it back: iis undo',
  });

/** A family that could use an opening that has come free. */
export interface CouldUse {
  referral: ReferralNumber;
  specialist: Plan['placements'][number]['specialist'];
  priority: Plan['placements'][number]['priority'];
}

/** Whom the plan would place now, by their rank. */
export async function couldUse(desk: Desk, program: ProgramCode): Promise<CouldUse[]> {
  const { placements } = await planFor(desk, { only: null, program });
  return placements.map(({ referral, specialist, priority }) => ({ referral, specialist, priority }));
}

/** The months of the follow-up that is due on a day, the latest one, else of the next; `null` where every one was made. */
export function nextFollowUp(
  desk: Desk,
  { program, closedOn, followUps }: CaseFile,
  on: CalendarDate | null = null,
): number | null {
  const left = followUpMonths(programOf(desk.programs, program)).filter(
    (months) => !followUps.some((one) => one.months === months && one.reached),
  );
  const begun = left.filter(
    (months) => closedOn !== null && on !== null && followUpFrom(closedOn, months) <= on,
  );
  return begun.at(-1) ?? left[0] ?? null;
}

/** The children of the family of a case, as its referral has them. */
export const childrenOf = (desk: Desk, { referral }: Pick<CaseFile, 'referral'>): Promise<readonly Child[]> =>
  look(desk, async (db) => (await referralByNumber(db, referral))!.family.children);

// [000] program description · [001] Practice Alert PA22-CM-10 · [004] Practice Point PN08-25

import { minutesOn } from '../../records/case-file.ts';
import {
  addEvent,
  addExtension,
  addGoal,
  addHours,
  addStaffing,
  answerGoal,
  moveCase,
  settleEvents,
} from '../../records/case-steps.ts';
import { specialistByCode } from '../../records/specialists.ts';
import {
  asksForAnAnswer,
  type CaseEvent,
  type CaseFile,
  type Extension,
  type Goal,
  type Hours,
  hoursOf,
  type Staffing,
} from '../../rules/case/case.ts';
import { bringsHome } from '../../rules/case/policy.ts';
import {
  requireAccepted,
  requireDay,
  requireGoal,
  requireOpen,
  requireOpenEvents,
  requireService,
  wrongDay,
} from '../../rules/case/standing.ts';
import { dayAfter } from '../../rules/day-gone-by.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { numberOf, programOf } from '../../rules/policy.ts';
import { Refusal } from '../../rules/refusal.ts';
import { isActive, leaveOn, type Specialist } from '../../rules/specialist.ts';
import { noOpening } from '../../rules/standing.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { CaseNumber, SpecialistCode } from '../../rules/words.ts';
import { type Desk, today } from '../desk.ts';
import { daysOf, step } from './step.ts';

const DAY_MINUTES = 24 * 60;

/**
 * Keeps hours of a day. Late entries for a case that is closed are taken. Refuses a day before the assignment, to come,
 * or after the closing, and what makes more than the hours of a day for the specialist, over all cases.
 */
export const keepHours = (desk: Desk, id: CaseNumber, hours: Hours): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireService(file);
    requireDay('The hours', hours.on, daysOf(desk, file));
    const before = await minutesOn(writing.db, file.specialist, hours.on);
    if (before + hours.minutes > DAY_MINUTES) throw tooManyHours(file.specialist, hours.on, before);
    await addHours(writing, id, hours);
  });

const tooManyHours = (specialist: SpecialistCode, on: CalendarDate, minutes: number) =>
  new Refusal({
    kind: 'invalid',
    code: 'bad_hours',
    message: `A day has 24 hours, and ${specialist} has ${hoursOf(minutes)} on ${dayInWords(on)} already.`,
    hint: 'If one of them was a slip, take it back: iis undo',
  });

/** Keeps who met over the case and when they meet next [000]. Refuses a next day that is not after it. */
export const keepStaffing = (desk: Desk, id: CaseNumber, staffing: Staffing): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireService(file);
    requireDay('The staffing', staffing.on, daysOf(desk, file));
    if (staffing.nextOn !== null && staffing.nextOn <= staffing.on)
      throw wrongDay('The next staffing has to be after this one.', dayAfter(staffing.on));
    await addStaffing(writing, id, staffing);
  });

/** Sets a goal with the measure by which it is told whether it was met [000]. */
export const setGoal = (
  desk: Desk,
  id: CaseNumber,
  goal: Pick<Goal, 'goal' | 'measure' | 'setOn'>,
): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireAccepted(file);
    requireDay('The goal', goal.setOn, daysOf(desk, file));
    await addGoal(writing, id, goal);
  });

/** Says of a goal whether it was met. Refuses a number that no goal has, and a day before it was set. */
export const sayGoal = (
  desk: Desk,
  id: CaseNumber,
  said: { number: number; met: boolean; on: CalendarDate },
): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    const goal = requireGoal(file, said.number);
    const { until } = daysOf(desk, file);
    requireDay('The answer', said.on, { from: { on: goal.setOn, words: 'the goal was set' }, until });
    await answerGoal(writing, id, said);
  });

/**
 * Notes what happened in a case. A placement and a warning that home is no longer reasonably safe stay due until they
 * are dealt with [001]; coming home and visits are of a program that brings a child home [004].
 */
export const noteEvent = (
  desk: Desk,
  id: CaseNumber,
  event: Pick<CaseEvent, 'kind' | 'on' | 'note'>,
): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireOpen(file);
    const program = programOf(desk.programs, file.program);
    if (!asksForAnAnswer(event.kind)) {
      requireAccepted(file);
      if (!bringsHome(program)) throw keepsHome(file);
    }
    if (event.kind === 'home' && file.events.some(({ kind }) => kind === 'home')) throw homeAlready(file);
    requireDay('It', event.on, daysOf(desk, file));
    await addEvent(writing, id, event);
  });

const keepsHome = ({ id, program }: CaseFile) =>
  new Refusal({
    kind: 'rule',
    code: 'keeps_home',
    message: `Case ${id} is of ${program}: its children live at home.`,
    hint: `A placement out of the home: iis case placed ${id}`,
  });

const homeAlready = ({ id, events }: CaseFile) =>
  new Refusal({
    kind: 'rule',
    code: 'home_already',
    message: `Case ${id}: the child came home on ${dayInWords(events.find(({ kind }) => kind === 'home')!.on)}.`,
    hint: 'If that was a slip, take it back: iis undo',
  });

/** Says how everything that waits for it in the case was dealt with. Refuses where nothing does. */
export const dealWithEvents = (
  desk: Desk,
  id: CaseNumber,
  settled: { on: CalendarDate; how: string },
): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    const [first] = requireOpenEvents(file);
    const from = { on: first!.on, words: 'it happened' };
    requireDay('The answer', settled.on, { from, until: { on: today(desk), words: '' } });
    await settleEvents(writing, id, settled);
  });

/** Keeps that the service goes on longer than the policy says, and who approved it. Refuses a day that is not later. */
export const extendService = (
  desk: Desk,
  id: CaseNumber,
  extension: Omit<Extension, 'at'>,
): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireAccepted(file);
    if (extension.until <= file.endsOn!)
      throw wrongDay(
        `The service of case ${id} runs until ${dayInWords(file.endsOn!)} already.`,
        dayAfter(file.endsOn!),
      );
    await addExtension(writing, id, extension);
  });

/**
 * Moves an open case to another specialist of the same program, who has an opening; the place that it leaves is free at
 * once. Refuses one who has ended, is on leave, or has no opening.
 */
export const transferCase = (
  desk: Desk,
  id: CaseNumber,
  { to, reason }: { to: SpecialistCode; reason: string },
): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireOpen(file);
    requireAble(desk, file, (await specialistByCode(writing.db, to))!);
    const places = numberOf(programOf(desk.programs, file.program), 'placesPerSpecialist');
    if ((await moveCase(writing, id, { to, places, reason })) === null) throw noOpening(to, places);
  });

function requireAble(desk: Desk, { id, specialist, program }: CaseFile, other: Specialist): void {
  const { code } = other;
  const leave = leaveOn(other, today(desk));
  if (code === specialist) throw cannotTake(`${code} has case ${id} already.`);
  if (other.program !== program) throw cannotTake(`${code} works for ${other.program}, not ${program}.`);
  if (!isActive(other, today(desk))) throw cannotTake(`${code} no longer works here.`);
  if (leave) throw cannotTake(`${code} is on leave until ${dayInWords(leave.until)}.`);
}

const cannotTake = (message: string) =>
  new Refusal({
    kind: 'rule',
    code: 'cannot_take_case',
    message,
    hint: 'See who has an opening: iis list openings',
  });

// [000] program description · [002] Community Referral form · [003] results flyer · [004] Practice Point PN08-25
import { remembered } from '../once.ts';
import { numberOf, type Program } from '../policy.ts';
import type { CalendarDate } from '../time.ts';
import { addDays, monthsLater } from '../zone.ts';

/** The months after the closing at which a family is asked how it goes on, by the numbers of the program's file. */
export const followUpMonths = remembered(({ numbers }: Program): readonly number[] =>
  Object.entries(numbers)
    .filter(([id]) => /^followUp\d+$/.test(id))
    .map(([, { value }]) => value)
    .sort((a, b) => a - b),
);

/** The first day on which a family can be asked so many months after the closing. */
export const followUpFrom = (closedOn: CalendarDate, months: number): CalendarDate =>
  monthsLater(closedOn, months);

/** The last day of a service that starts on a day. */
export const lastServiceDay = (startedOn: CalendarDate, program: Program): CalendarDate =>
  addDays(startedOn, numberOf(program, 'servicePeriodAtMost'));

const inDays: Record<string, number> = { days: 1, weeks: 7 };

/** The day by which a child is usually home; `null` where the program does not bring one home [004]. */
export function usuallyHomeOn(startedOn: CalendarDate, { numbers }: Program): CalendarDate | null {
  const within = numbers.usuallyHomeWithin;
  return within ? addDays(startedOn, within.value * (inDays[within.unit] ?? 1)) : null;
}

/** Whether the program brings a child home, rather than keep one there. */
export const bringsHome = ({ numbers }: Program): boolean => 'usuallyHomeWithin' in numbers;

/** What the program asks for in a week of service, in hours; what its file does not say is `null`. */
export const weeklyHours = ({ numbers }: Program) => ({
  faceToFaceAtLeast: numbers.faceToFaceAtLeast?.value ?? null,
  faceToFaceAtMost: numbers.faceToFaceAtMost?.value ?? null,
  serviceUpTo: numbers.serviceUpTo?.value ?? null,
  serviceOnAverage: numbers.serviceOnAverage?.value ?? null,
});

/** The contact that a family agrees to, `8–10 hours of contact a week` [002]; `null` where the program's file has none. */
export function weeklyContact(program: Program): string | null {
  const { faceToFaceAtLeast: from, faceToFaceAtMost: to } = weeklyHours(program);
  return from === null || to === null ? null : `${from}–${to} hours of contact a week`;
}

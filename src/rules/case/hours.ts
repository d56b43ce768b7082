// [000] program description · [002] Community Referral form · [004] Practice Point PN08-25
import type { Program } from '../policy.ts';
import type { CalendarDate } from '../time.ts';
import { addDays, daysBetween } from '../zone.ts';
import type { Hours, ServiceCase } from './case.ts';
import { weeklyHours } from './policy.ts';

/** One week of service, counted from the day on which it started. */
export interface ServiceWeek {
  /** From 1. */
  week: number;
  from: CalendarDate;
  until: CalendarDate;
  faceToFaceMinutes: number;
  otherMinutes: number;
  /** Whether it is over: only then it can be below what the policy asks for. */
  over: boolean;
  /** How it stands against the program's numbers; nothing where it keeps to them. */
  remarks: string[];
}

/** The weeks of a service so far, with the hours in each. What was done before the start is left out. */
export function serviceWeeks(
  { startedOn, closedOn, hours }: Pick<ServiceCase, 'startedOn' | 'closedOn'> & { hours: readonly Hours[] },
  program: Program,
  today: CalendarDate,
): ServiceWeek[] {
  if (startedOn === null) return [];
  const last = closedOn ?? today;
  const count = Math.floor(Math.max(0, daysBetween(startedOn, last)) / 7) + 1;
  return Array.from({ length: count }, (_, i) => {
    const from = addDays(startedOn, i * 7);
    const until = addDays(from, 6);
    const sum = (kind: Hours['kind']) =>
      hours
        .filter((one) => one.kind === kind && one.on >= from && one.on <= until)
        .reduce((total, { minutes }) => total + minutes, 0);
    const week = { faceToFaceMinutes: sum('face_to_face'), otherMinutes: sum('other') };
    const over = until < today && until <= last;
    return { week: i + 1, from, until, ...week, over, remarks: remarksOn(week, over, program) };
  });
}

function remarksOn(
  { faceToFaceMinutes, otherMinutes }: Pick<ServiceWeek, 'faceToFaceMinutes' | 'otherMinutes'>,
  over: boolean,
  program: Program,
): string[] {
  const { faceToFaceAtLeast, faceToFaceAtMost, serviceUpTo } = weeklyHours(program);
  const total = faceToFaceMinutes + otherMinutes;
  return [
    ...(over && faceToFaceAtLeast !== null && faceToFaceMinutes < faceToFaceAtLeast * 60
      ? [`under ${faceToFaceAtLeast} face to face`]
      : []),
    ...(faceToFaceAtMost !== null && faceToFaceMinutes > faceToFaceAtMost * 60
      ? [`over ${faceToFaceAtMost} face to face`]
      : []),
    ...(serviceUpTo !== null && total > serviceUpTo * 60 ? [`over ${serviceUpTo} in all`] : []),
  ];
}

/** Hours a week on average over the weeks that are over; `null` before the first is. */
export function averageWeek(weeks: readonly ServiceWeek[]): number | null {
  const whole = weeks.filter(({ over }) => over);
  if (whole.length === 0) return null;
  const minutes = whole.reduce((sum, week) => sum + week.faceToFaceMinutes + week.otherMinutes, 0);
  return Math.round((minutes / 60 / whole.length) * 10) / 10;
}

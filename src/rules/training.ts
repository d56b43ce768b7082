// [004] Practice Point PN08-25: training of specialists and supervisors
import type { Program } from './policy.ts';
import type { CalendarDate } from './time.ts';
import type { ProgramCode, SpecialistCode } from './words.ts';

/** Some hours of training on one day. */
export interface TrainingEntry {
  minutes: number;
  on: CalendarDate;
  note: string | null;
}

export type Trainee =
  | { role: 'specialist'; specialist: SpecialistCode; name: string }
  | { role: 'supervisor'; specialist: null; name: string };

/** What somebody has done of the training that their program asks for. */
export type Training = Trainee & {
  program: ProgramCode;
  /** `null` where the policy asks for none. */
  requiredMinutes: number | null;
  source: string | null;
  doneMinutes: number;
  entries: readonly TrainingEntry[];
};

/** The hours that the policy of the program asks for; `null` where its file names none. */
export function requiredTraining({ numbers }: Program, role: Trainee['role']) {
  const number = numbers[role === 'specialist' ? 'specialistTraining' : 'supervisorTraining'];
  return number ? { minutes: number.value * 60, source: number.source } : null;
}

/** Whether two names are of the same person, whatever the letters are that they are written in. */
export const isSameName = (one: string | null, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

/** The program asks for it, and it is not done. */
export const lacksTraining = ({ requiredMinutes, doneMinutes }: Training): boolean =>
  requiredMinutes !== null && doneMinutes < requiredMinutes;

/** `7.5 h`. */
export const hoursInWords = (minutes: number): string => `${Number((minutes / 60).toFixed(2))} h`;

/** Hours as people type them, in quarters at the finest: `6`, `7.5`. Refused with a sentence: nothing, and less than a quarter. */
export function parseHours(text: string): { minutes: number } | { refused: string } {
  const hours = /^\d{1,3}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : Number.NaN;
  const shown = `“${text.trim().slice(0, 40)}”`;
  if (!Number.isInteger(hours * 4) || hours === 0)
    return { refused: `${shown} is not a number of hours such as 6 or 7.5.` };
  return { minutes: hours * 60 };
}

import type { Desk } from '../../desk/desk.ts';
import { weekdayInWords } from '../../rules/in-words.ts';
import type { CalendarDate, Instant } from '../../rules/time.ts';
import { parseDay } from '../../rules/typed-date.ts';
import type { Session } from '../session.ts';
import { readHours } from '../typed-hours.ts';
import { typedDay, typedMoment } from './typed-values.ts';

/** The questions of the steps of a case, one at a time: each of them has a flag that saves it. */

const clockOf = ({ now, settings }: Desk) => ({ now, zone: settings.zone });

export const askMoment = async (session: Session, desk: Desk, message: string): Promise<Instant> =>
  (await (await session.ask()).text({ message, parse: typedMoment(clockOf(desk)) })) as Instant;

/** A day gone by; `null` where it is not known. */
export const askGone = async (session: Session, desk: Desk, message: string): Promise<CalendarDate | null> =>
  (await (
    await session.ask()
  ).text({ message, optional: true, parse: typedDay(clockOf(desk)) })) as CalendarDate | null;

/** A day to come. */
export async function askComing(session: Session, desk: Desk, message: string): Promise<CalendarDate> {
  const { now, zone } = clockOf(desk);
  const ask = await session.ask();
  return (await ask.text({
    message,
    parse: async (text) => {
      const typed = await parseDay(text, now, zone, { looking: 'ahead' });
      return 'refused' in typed ? typed : { value: typed.date, inWords: weekdayInWords(typed.date) };
    },
  })) as CalendarDate;
}

export const askText = async (session: Session, message: string): Promise<string> =>
  (await (await session.ask()).text({ message })) as string;

/** Text that may stay open. */
export const askOptional = async (session: Session, message: string): Promise<string | null> =>
  (await (await session.ask()).text({ message, optional: true })) as string | null;

export const askYesNo = async (session: Session, message: string): Promise<boolean> =>
  (await (
    await session.ask()
  ).choose({
    message,
    choices: [
      { value: true, label: 'Yes' },
      { value: false, label: 'No' },
    ],
  })) as boolean;

/** Minutes, typed as hours. */
export const askHours = async (session: Session, message: string): Promise<number> =>
  (await (
    await session.ask()
  ).text<number>({
    message,
    parse: (text) => {
      const minutes = readHours(text);
      return minutes === null ? { refused: 'Type hours such as 2.5 or 2:30.' } : { value: minutes };
    },
  })) as number;

export const askOne = async <T extends string>(
  session: Session,
  message: string,
  words: Readonly<Record<T, string>>,
): Promise<T> => (await (await session.ask()).choose<T>({ message, choices: choicesOf(words) })) as T;

export const askSome = async <T extends string>(
  session: Session,
  message: string,
  words: Readonly<Record<T, string>>,
): Promise<T[]> =>
  (await (await session.ask()).chooseMany<T>({ message, needed: true, choices: choicesOf(words) })) as T[];

const choicesOf = <T extends string>(words: Readonly<Record<T, string>>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({
    value,
    label: label.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
  }));

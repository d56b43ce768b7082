import { saysNothing } from '../../forms/clean-text.ts';
import { email, phone } from '../../forms/field-values.ts';
import { birthInWords, momentInWords, weekdayInWords } from '../../rules/in-words.ts';
import type { CalendarDate, Instant, Zone } from '../../rules/time.ts';
import { parseBirthDate, parseDay, parseWhen } from '../../rules/typed-date.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Parsed } from './ask.ts';

/** The moment and the zone that typed dates are read by. */
export interface Clock {
  now: Instant;
  zone: Zone;
}

/** `null`: nothing, said in words such as "none" or "unknown". */
type Typed<T> = Parsed<T | null>;

/** A name, organization or address, as people have them. */
export const typedName = (text: string): Typed<string> => ({ value: saysNothing(text) ? null : text });

export const typedPhone = (text: string): Typed<string> =>
  saysNothing(text) || phone(text)
    ? typedName(text)
    : { refused: `“${text}” has too few digits for a phone number. Type it with its area code.` };

export const typedEmail = (text: string): Typed<string> => {
  if (saysNothing(text)) return { value: null };
  const taken = email(text);
  return taken
    ? { value: taken.value }
    : { refused: `“${text}” is not an email address, such as kim@example.org.` };
};

/** Said back with the age, which shows a slip of the finger. */
export const typedBirthDate =
  ({ now, zone }: Clock) =>
  (text: string): Typed<CalendarDate> => {
    if (saysNothing(text)) return { value: null };
    const today = dateIn(now, zone);
    const typed = parseBirthDate(text, today);
    return 'date' in typed ? { value: typed.date, inWords: birthInWords(typed.date, today) } : typed;
  };

/** A day gone by. */
export const typedDay =
  ({ now, zone }: Clock) =>
  async (text: string): Promise<Typed<CalendarDate>> => {
    if (saysNothing(text)) return { value: null };
    const typed = await parseDay(text, now, zone, { looking: 'back' });
    if ('refused' in typed) return typed;
    if (typed.date <= dateIn(now, zone)) return { value: typed.date, inWords: weekdayInWords(typed.date) };
    return { refused: `${weekdayInWords(typed.date)} is in the future.` };
  };

/** A moment gone by; of today without a time of day it is now. */
export const typedMoment =
  ({ now, zone }: Clock) =>
  async (text: string): Promise<Parsed<Instant>> => {
    const typed = await parseWhen(text, now, zone, { looking: 'back' });
    if ('refused' in typed) return typed;
    const at = !typed.hasTime && dateIn(typed.at, zone) === dateIn(now, zone) ? now : typed.at;
    if (at <= now) return { value: at, inWords: momentInWords(at, zone) };
    return { refused: `${momentInWords(at, zone)} is in the future.` };
  };

/** A day as people type it, `3/14/2015`, to be changed. */
export const asTyped = (date: CalendarDate | null): string | null =>
  date && `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${date.slice(0, 4)}`;

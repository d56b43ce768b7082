import type { FormProblem } from '../rules/intake.ts';
import { addMs, type CalendarDate, DAY, type Instant, type Zone } from '../rules/time.ts';
import { parseBirthDate, parsePlainDate, type TypedDate } from '../rules/typed-date.ts';
import type { ProgramCode } from '../rules/words.ts';
import { dateIn, instantOf, startOfDay } from '../rules/zone.ts';
import { namesNobody, saysNothing } from './clean-text.ts';

/** What a reading depends on besides the text: the moment, the desk's zone, and the programs in force. */
export interface FormFacts {
  now: Instant;
  zone: Zone;
  /** Without it any code of capitals and digits is taken for a program. */
  programs?: readonly ProgramCode[];
  /** Where the fields of PDF forms that are not ours go, by their names; known ones need no entry. */
  fieldMap?: ReadonlyMap<string, string>;
}

/** One value as it was taken; `rest` is what stood beside it. `null`: it cannot be taken. */
export type Taken<T> = { value: T; rest?: string } | null;
export type Taker<T> = (text: string) => Taken<T>;

/** What a reading gathers besides its values. */
export interface Notes {
  problems: FormProblem[];
  leftovers: string[];
}

/** Notes that a text could not be taken; "none" and "n/a" say that there is nothing to take. */
export const notTaken = (notes: Notes, field: string, text: string): null => {
  const isNone = field.endsWith('.name') ? namesNobody(text) : saysNothing(text);
  notes.problems.push({ field, kind: isNone ? 'missing' : 'unreadable', text });
  return null;
};

/** Takes a field's text; what cannot be taken is `null` and a problem, and nothing that stood there is lost. */
export const takeText = <T>(notes: Notes, field: string, text: string | null, taker: Taker<T>): T | null => {
  if (text === null) return null;
  const taken = taker(text);
  if (taken === null) return notTaken(notes, field, text);
  if (taken.rest !== undefined) notes.leftovers.push(taken.rest);
  return taken.value;
};

// Beyond it a line is no date and no address, and not worth the search for one.
const longest = 500;

/** Prose: anything, also "none". */
export const asTyped: Taker<string> = (text) => ({ value: text });

/** A name, organization or address: anything but "none". */
export const named: Taker<string> = (text) => (saysNothing(text) ? null : { value: text });

/** The name of a person: anything but what says that there is nobody. */
export const personName: Taker<string> = (text) => (namesNobody(text) ? null : { value: text });

/** As typed, with its remarks, if there are digits enough for a number: "(cell) 573-555-0101, after 3". */
export const phone: Taker<string> = (text) => (text.replace(/\D/g, '').length >= 7 ? { value: text } : null);

/** One address or several; the `mailto:` that mail programs put behind it goes. */
export const email: Taker<string> = (text) => {
  if (text.length > longest) return null;
  const shown = text
    .replace(/\[([^\]\s]+)\]\(mailto:\1\)/i, '$1')
    .replace(/(\S+@\S+) ?<mailto:([^>\s]+)>/i, (all, address, link) => (address === link ? address : all))
    .replace(/^<([^<>\s]+)>$/, '$1');
  return shown.split(/[\s;,/]+|\bor\b/).some((part) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(part))
    ? { value: shown }
    : null;
};

const day = String.raw`\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|(?:[a-z]{3,9},? )?[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{2,4}|\d{1,2}[ -][a-z]{3,9}\.?[ -]\d{2,4}`;
const dayAndRemark = new RegExp(
  String.raw`^(?<day>${day})[,;]?\s+(?<remark>\([^()]*\)|[–—-] .+|(?:age|aged|by|in|at|via|with|over|on)\b.+)$`,
  'i',
);

const spanishMonths =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

/** A date without the full stop behind it; `5 de enero de 2026` as `1/5/2026`. */
const plainDate = (text: string): string => {
  const plain = text.replace(/(?<=\d)\.$/, '');
  const [, day, month = '', year] = /^(\d{1,2}) de (\p{L}+) del? (\d{4})$/iu.exec(plain) ?? [];
  const number = spanishMonths.indexOf(month.toLowerCase()) + 1;
  return number > 0 ? `${number}/${day}/${year}` : plain;
};

/** A date, alone or with a remark that holds no other date: "3/14/2015 (11 years)", "10/2/2026 by phone". */
const dated =
  (parse: (text: string) => TypedDate): Taker<CalendarDate> =>
  (text) => {
    if (text.length > longest) return null;
    const alone = parse(plainDate(text));
    if ('date' in alone) return { value: alone.date };
    const { day: written = '', remark = '?' } = dayAndRemark.exec(text)?.groups ?? {};
    const typed = /\d ?[/.-] ?\d|\?|\bor\b/.test(remark) ? alone : parse(written);
    return 'date' in typed ? { value: typed.date, rest: text } : null;
  };

const isNotAhead = ({ now, zone }: FormFacts, typed: TypedDate): TypedDate =>
  'date' in typed && typed.date > dateIn(now, zone) ? { refused: 'It is in the future.' } : typed;

/** A date of birth within the last 120 years. */
export const birthDate = ({ now, zone }: FormFacts): Taker<CalendarDate> =>
  dated((text) => parseBirthDate(text, dateIn(now, zone)));

/** The day of something that has happened. */
export const pastDate = (facts: FormFacts): Taker<CalendarDate> =>
  dated((text) => isNotAhead(facts, parsePlainDate(text, dateIn(facts.now, facts.zone))));

const clock =
  /^(?<day>.+?)(?:,? (?:at |@ ?)?|T)(?<hour>\d{1,2}):(?<minute>[0-5]\d)(?::[0-5]\d)?(?: ?(?<half>[ap])\.?m\.?)?$/i;

const hourOf = (hour: number, half: string | undefined): number | null => {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
};

const moment = (text: string, { now, zone }: FormFacts): Instant | null => {
  const today = dateIn(now, zone);
  const typed = parsePlainDate(plainDate(text), today);
  if ('date' in typed) return typed.date === today ? now : startOfDay(typed.date, zone);
  const parts = clock.exec(text)?.groups;
  const date = parsePlainDate(parts?.day ?? '', today);
  const hour = hourOf(Number(parts?.hour), parts?.half);
  if (!parts || hour === null || 'refused' in date) return null;
  return instantOf({ date: date.date, hour, minute: Number(parts.minute) }, zone);
};

/**
 * When a referral was received, from a date with or without its time of day. Of a date alone only the day is known:
 * today's is `now`, an earlier one the beginning of that day in the zone, so that no deadline counted from it comes
 * too late. The future is refused, and so is what lies more than `days` back.
 */
export const received =
  (facts: FormFacts, { days = Number.POSITIVE_INFINITY } = {}): Taker<Instant> =>
  (text) => {
    const at = text.length > longest ? null : moment(text, facts);
    const tooOld = Number.isFinite(days) && at !== null && at < addMs(facts.now, -days * DAY);
    return at === null || at > facts.now || tooOld ? null : { value: at };
  };

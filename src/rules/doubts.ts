import { dayInWords } from './in-words.ts';
import type { Doubt, FieldSource, FormReading, Intake } from './intake.ts';
import type { CalendarDate } from './time.ts';
import { ageOn } from './zone.ts';

// Asked, never barred: a date may be right all the same.
const adult = 18;
const youngestCaregiver = 12;
const oldestCaregiver = 100;

/** The value at a path such as `caregivers[0].birthDate`; `null` where there is none. */
export const valueAt = (intake: Intake, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key] ?? null, intake);

const isBirthDate = (field: string): boolean => field.endsWith('.birthDate');

/** Whether an age is said beside a date, such as `3/14/2015 (7 years)`, that the date does not come to. */
const saysOtherwise = (text: string, years: number): boolean => {
  const said = /\b(?:age|aged)\b\D{0,3}(\d{1,3})\b|\b(\d{1,3}) ?(?:years?|yrs?|y\.?\/?o)\b/i.exec(text);
  return said !== null && Math.abs(Number(said[1] ?? said[2]) - years) > 1;
};

const isOddAge = (field: string, years: number): boolean =>
  field.startsWith('children') ? years >= adult : years < youngestCaregiver || years >= oldestCaregiver;

const numbers = /(?<![\d/.-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?\d{2}(?:\d{2})?(?!\d)/;

const parts = (text: string): [number, number] | null => {
  const found = numbers.exec(text);
  return found && [Number(found[1]), Number(found[3])];
};

/** `25/12/2014` cannot have its month first. */
const isDayFirst = (text: string): boolean => {
  const [first, second] = parts(text) ?? [0, 0];
  return first > 12 && first <= 31 && second >= 1 && second <= 12;
};

const isEitherWay = (text: string): boolean => {
  const [first, second] = parts(text) ?? [0, 0];
  return first <= 12 && second <= 12 && first !== second;
};

const dateDoubt = (source: FieldSource, date: string, today: CalendarDate, dayFirst: boolean): Doubt | null => {
  if (dayFirst && isEitherWay(source.text)) return 'order';
  if (!isBirthDate(source.field)) return null;
  const { years } = ageOn(date as CalendarDate, today);
  return isOddAge(source.field, years) || saysOtherwise(source.text, years) ? 'age' : null;
};

/**
 * The reading with a doubt at every value that can be told to be unsure: an age that is odd for its place, a date
 * that may have its day first, as another on the same form has, and letters that came through as `�`. What a reader
 * doubted itself stays.
 */
export function withDoubts(reading: FormReading, today: CalendarDate): FormReading {
  const { intake, problems, sources } = reading;
  if (!sources) return reading;
  const dayFirst = problems.some(({ text }) => text !== null && isDayFirst(text));
  const doubted = sources.map((source) => {
    const value = valueAt(intake, source.field);
    if (source.doubt || typeof value !== 'string') return source;
    const isDate = /^\d{4}-\d\d-\d\d$/.test(value);
    const doubt = isDate ? dateDoubt(source, value, today, dayFirst) : value.includes('\uFFFD') ? 'letters' : null;
    return { ...source, doubt };
  });
  return { ...reading, sources: doubted };
}

/** The sources of values that are there and may not be what was meant. */
export const doubtsOf = ({ intake, sources = [] }: FormReading): (FieldSource & { doubt: Doubt })[] =>
  sources.filter(
    (source): source is FieldSource & { doubt: Doubt } =>
      source.doubt !== null && valueAt(intake, source.field) !== null,
  );

const why: Record<Doubt, string> = {
  age: 'the age is unusual',
  order: 'another date on the form has the day first',
  label: 'no label of its own',
  words: 'said in words, not by a mark',
  letters: 'some letters may be wrong',
};

const shown = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? dayInWords(text as CalendarDate) : text;
};

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** What is unsure about a value, and what it was read from: `read as Apr 3, 2015 from “3/4/2015”: …`. */
export function doubtInWords({ field, text, doubt }: FieldSource & { doubt: Doubt }, intake: Intake): string {
  return `read as ${short(shown(valueAt(intake, field)))} from “${short(text)}” (${why[doubt]}). Check it.`;
}

/** Why a value is doubted, in a few words. */
export const reasonOf = (doubt: Doubt): string => why[doubt];

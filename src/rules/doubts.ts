import numbers from '../../data/reading.json';
import { dayInWords } from './in-words.ts';
import { type Doubt, type FieldSource, type FormReading, type Intake, valueAt } from './intake.ts';
import { withoutRemark } from './referral.ts';
import type { CalendarDate } from './time.ts';
import { ageOn } from './zone.ts';

// Ages are asked about, never barred: a date may be right all the same.
/** From this age, in years, nobody is a child of a family. */
export const adult = numbers.adultFrom;
const { youngestCaregiver, oldestCaregiver } = numbers;

const isBirthDate = (field: string): boolean => field.endsWith('.birthDate');

/** Whether an age is said beside a date, such as `3/14/2015 (7 years)`, that the date does not come to. */
const saysOtherwise = (text: string, years: number): boolean => {
  const said = /\b(?:age|aged)\b\D{0,3}(\d{1,3})\b|\b(\d{1,3}) ?(?:years?|yrs?|y\.?\/?o)\b/i.exec(text);
  return said !== null && Math.abs(Number(said[1] ?? said[2]) - years) > 1;
};

const isOddAge = (field: string, years: number): boolean =>
  field.startsWith('children') ? years >= adult : years < youngestCaregiver || years >= oldestCaregiver;

const twoNumbers = /(?<![\d/.-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?\d{2}(?:\d{2})?(?!\d)/;

const parts = (text: string): [number, number] | null => {
  const found = twoNumbers.exec(text);
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

/** More than one child in the place of one: `Ada, Ben and Cy Sample`. `Sample, Tom` is one. */
const looksLikeSeveral = (field: string, value: string): boolean =>
  /^children\[\d+\]\.name$/.test(field) && /[;&+]| \/ |\b(?:and|y)\b|,.*,/i.test(withoutRemark(value));

/** A date, an age, a number or an address in the place of a name, or behind it. */
const hasMore = (field: string, value: string): boolean =>
  field.endsWith('.name') &&
  /\d{3}|\d[/.-]\d{1,2}[/.-]\d|@|:|[ ,(]\d{1,2}\)?$|\b(?:born|d\.?o\.?b)\b|\b(?:age|aged) \d|\b\d{1,2} ?(?:years?|yrs?|y\.?\/?o|months?)\b/i.test(
    value,
  );

const textDoubt = (field: string, value: string): Doubt | null => {
  if (value.includes('\uFFFD')) return 'letters';
  if (looksLikeSeveral(field, value)) return 'several';
  return hasMore(field, value) ? 'more' : null;
};

const dateDoubt = (
  source: FieldSource,
  date: string,
  today: CalendarDate,
  dayFirst: boolean,
): Doubt | null => {
  if (dayFirst && isEitherWay(source.text)) return 'order';
  if (!isBirthDate(source.field)) return null;
  const { years } = ageOn(date as CalendarDate, today);
  return isOddAge(source.field, years) || saysOtherwise(source.text, years) ? 'age' : null;
};

/**
 * The reading with a doubt at every value that can be told to be unsure: an age that is odd for its place, a date
 * that may have its day first, as another on the same form has, a name with more in it than a name, and letters that came
 * through as `�`. What a reader doubted itself stays.
 */
export function withDoubts(reading: FormReading, today: CalendarDate): FormReading {
  const { intake, problems, sources } = reading;
  if (!sources) return reading;
  const dayFirst = problems.some(({ text }) => text !== null && isDayFirst(text));
  const doubted = sources.map((source) => {
    const value = valueAt(intake, source.field);
    if (source.doubt || typeof value !== 'string') return source;
    const isDate = /^\d{4}-\d\d-\d\d(?:T|$)/.test(value);
    const doubt = isDate ? dateDoubt(source, value, today, dayFirst) : textDoubt(source.field, value);
    return { ...source, doubt };
  });
  return { ...reading, sources: doubted };
}

/** The reading of a text whose letters beyond A to Z were guessed: a doubt at every value that has such. */
export const withGuessedLetters = (reading: FormReading): FormReading => {
  const isOdd = (text: string) => /[^\P{L}a-z]/iu.test(text);
  const sources = reading.sources?.map((source) =>
    source.doubt === null && isOdd(source.text) ? { ...source, doubt: 'letters' as const } : source,
  );
  return sources ? { ...reading, sources } : reading;
};

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
  several: 'it looks like several children',
  more: 'there is more in it than a name',
  place: 'the form has no field for it',
};

/** The value in words; `null` where only the text as it stood tells it, as of a moment in some zone. */
const shown = (value: unknown): string | null => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return null;
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return null;
  return /^\d{4}-\d\d-\d\d$/.test(text) ? dayInWords(text as CalendarDate) : short(text);
};

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** What was read, from what, and why to check it: `“3/4/2015” was read as Mar 4, 2015. Check it: …`. */
export function doubtInWords({ field, text, doubt }: FieldSource & { doubt: Doubt }, intake: Intake): string {
  const value = shown(valueAt(intake, field));
  const read =
    value === null || value === text ? `“${short(text)}”` : `“${short(text)}” was read as ${value}`;
  return `${read}. Check it: ${why[doubt]}.`;
}

/** Why a value is doubted, in a few words. */
export const reasonOf = (doubt: Doubt): string => why[doubt];

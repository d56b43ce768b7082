import type * as z from 'zod';
import {
  type Caregiver,
  type Child,
  emptyIntake,
  type FormReading,
  type Submitter,
  type Tapa,
} from '../rules/intake.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { FormFacts, Notes } from './field-values.ts';
import { notTaken } from './field-values.ts';
import { parseGuarded, refuseFile } from './json-guard.ts';
import { withMissing } from './missing.ts';
import { type Tables, tablesFor, yesNo } from './referral-fields.ts';

type Json = Record<string, unknown>;

// What `referral add --json` prints besides: it is made anew for a new referral.
const printed = new Set([
  ...['id', 'status', 'statusReason', 'circuit', 'contactDueAt', 'obligatory', 'hotlineShownAt'],
  ...['tapaWrittenOn', 'tapaEndedOn'],
  ...['faces', 'case', 'specialist', 'assignedAt'],
]);
const printedBeside = [
  'warnings',
  'problems',
  'sources',
  'origin',
  'possibleDuplicates',
  'sameFamily',
  'tellSubmitter',
  'suggestedProgram',
];

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const isSaid = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(Array.isArray(value) && value.length === 0);
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const take = <T>(notes: Notes, field: string, value: unknown, schema: z.ZodType<T>): T | null => {
  if (!isSaid(value)) return null;
  const taken = schema.safeParse(value);
  return taken.success ? taken.data : notTaken(notes, field, shown(value));
};

type Fields<T> = { [Key in keyof T]: z.ZodType<NonNullable<T[Key]>> };

/** Takes the fields of a table from an object; `path` is where it stands, such as `caregivers[0]`. */
const takeAll = <T extends object>(notes: Notes, path: string, from: Json, fields: Fields<T>): T =>
  Object.fromEntries(
    (Object.entries(fields) as [string, z.ZodType][]).map(([field, schema]) => [
      field,
      take(notes, path === '' ? field : `${path}.${field}`, from[field], schema),
    ]),
  ) as T;

/** Keeps what no field takes as lines of its own. */
const keepOthers = (notes: Notes, path: string, from: Json, known: Iterable<string>): void => {
  const taken = new Set([...known, ...printed]);
  for (const [key, value] of Object.entries(from)) {
    if (!taken.has(key) && isSaid(value)) notes.leftovers.push(`${path}${key}: ${shown(value)}`);
  }
};

const takePerson = <T extends object>(notes: Notes, path: string, value: unknown, fields: Fields<T>): T => {
  const from = isObject(value) ? value : {};
  if (isSaid(value) && !isObject(value)) notTaken(notes, path, shown(value));
  keepOthers(notes, `${path}.`, from, Object.keys(fields));
  return takeAll(notes, path, from, fields);
};

/** Nobody: an entry of a list in which nothing is said. */
const isBlank = (value: unknown): boolean =>
  isObject(value) ? !Object.values(value).some(isSaid) : !isSaid(value);

const takePeople = <T extends object>(
  notes: Notes,
  list: string,
  value: unknown,
  fields: Fields<T>,
  isLeftOut: (one: unknown) => boolean,
): T[] => {
  if (!isSaid(value)) return [];
  const people = Array.isArray(value) ? value.filter((one) => !isLeftOut(one)) : [];
  if (!Array.isArray(value)) notTaken(notes, list, shown(value));
  return people.map((one, i) => takePerson(notes, `${list}[${i}]`, one, fields));
};

/** `true`, a day or `{date}`: there is a TAPA. A day that cannot be taken leaves its date open. */
const takeTapa = (notes: Notes, value: unknown, day: Tables['tapaDate']): Tapa | null => {
  const dateOf = (date: unknown): CalendarDate | null => take(notes, 'tapa.date', date, day);
  if (!isSaid(value)) return null;
  if (isObject(value)) {
    keepOthers(notes, 'tapa.', value, ['date']);
    return { date: dateOf(value.date) };
  }
  const said = yesNo.safeParse(value);
  if (said.success) return said.data ? { date: null } : null;
  const alone = day.safeParse(value);
  return alone.success ? { date: alone.data } : notTaken(notes, 'tapa', shown(value));
};

/**
 * Reads one referral from its fields, by tables made once for a file. People of whom nothing is said are left out, but
 * not where their places are `numbered`, as by the columns of a table.
 */
export const readReferralFields = (outer: Json, tables: Tables, { numbered = false } = {}): FormReading => {
  const isLeftOut = (one: unknown) => isBlank(one) && !(numbered && isObject(one));
  const notes: Notes = { problems: [], leftovers: [] };
  const wrapped = isObject(outer.referral) ? outer.referral : null;
  const referral = wrapped ?? outer;
  if (wrapped) keepOthers(notes, '', outer, ['referral', ...printedBeside]);
  // The list of people can also stand beside the other fields, as in a filled form.
  const family: Json = isObject(referral.family) ? referral.family : referral;
  const familyKeys = family === referral ? ['caregivers', 'children'] : ['family'];
  if (family !== referral) keepOthers(notes, 'family.', family, ['caregivers', 'children']);
  keepOthers(notes, '', referral, [...Object.keys(tables.own), ...familyKeys, 'submitter', 'tapa']);
  const intake = {
    ...emptyIntake(),
    ...takeAll(notes, '', referral, tables.own),
    submitter: takePerson<Submitter>(notes, 'submitter', referral.submitter, tables.submitter),
    caregivers: takePeople<Caregiver>(notes, 'caregivers', family.caregivers, tables.caregiver, isLeftOut),
    children: takePeople<Child>(notes, 'children', family.children, tables.child, isLeftOut),
    tapa: takeTapa(notes, referral.tapa, tables.tapaDate),
  };
  return withMissing({ intake, ...notes });
};

// More in one file is a mistake, and would not fit the memory of a small machine.
const mostReferrals = 10_000;

/**
 * Reads referrals from JSON with the field names that `referral add --json` prints: one object or an array, plain or
 * as `{referral: …}`. A wrong value is `null` and a problem with the text as it stood; a field that is not known is
 * a leftover `key: value`. `county` stays text. The whole file is refused (a `Refusal` of kind `invalid`, nothing
 * taken) when it is no JSON, larger than 10 MB, nested more than 20 levels, longer than 10,000 referrals, has a key such as `__proto__`, or
 * anything in it is not an object.
 */
export const readReferralJson = (text: string, facts: FormFacts): FormReading[] => {
  const parsed = parseGuarded(text, {
    noJson: 'Save the referral as JSON, or send the filled form as plain text.',
    tooDeep: 'Give one referral as an object, or several as an array of objects.',
  });
  const referrals: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  if (referrals.length > mostReferrals) {
    refuseFile(`The JSON holds more than ${mostReferrals} referrals.`, 'Split it into several files.');
  }
  const tables = tablesFor(facts);
  return referrals.map((referral, i) => {
    if (isObject(referral)) return readReferralFields(referral, tables);
    return refuseFile(
      Array.isArray(parsed)
        ? `Entry ${i + 1} of the JSON array is not an object.`
        : 'The JSON is not an object.',
      'Give each referral as an object with fields such as submitter, family and reason. Nothing was taken.',
    );
  });
};

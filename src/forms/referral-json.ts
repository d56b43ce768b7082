import * as z from 'zod';
import {
  type Caregiver,
  type Child,
  emptyIntake,
  type FormReading,
  type Submitter,
  type Tapa,
} from '../rules/intake.ts';
import { type CalendarDate, toInstant } from '../rules/time.ts';
import { divisionInvolvements, priorities, situations, sources } from '../rules/words.ts';
import { oneLine, paragraphs } from './clean-text.ts';
import {
  anyDate,
  birthDate,
  email,
  type FormFacts,
  type Notes,
  named,
  notTaken,
  pastDate,
  phone,
  received,
  type Taker,
} from './field-values.ts';
import { parseGuarded, refuseFile } from './json-guard.ts';
import { languageNamed } from './language-hints.ts';
import { withMissing } from './missing.ts';

type Json = Record<string, unknown>;

const asText = z.union([z.string(), z.number().transform(String)]);
const line = asText.transform(oneLine);
const prose = asText.transform((text) => paragraphs(text.replace(/\r\n?/g, '\n').split('\n')));

/** A schema from a taker of the text form, so that both ways in hold to the same rules. */
const taking = <T>(taker: Taker<T>) =>
  line.transform((text, context): T => {
    const taken = taker(text);
    if (taken?.rest === undefined && taken) return taken.value;
    context.addIssue('cannot be taken');
    return z.NEVER;
  });

const word = z.string().transform((text) => text.trim().toLowerCase());
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  word.transform((text) => text.replace(/[\s-]+/g, '_')).pipe(z.enum(words));

const yesNo = z.union([
  z.boolean(),
  word.pipe(z.enum(['yes', 'no', 'true', 'false'])).transform((text) => text === 'yes' || text === 'true'),
]);

const language = z.string().transform((text, context) => {
  const code = languageNamed(text);
  if (code !== null) return code;
  context.addIssue('not a language');
  return z.NEVER;
});

const program = ({ programs }: FormFacts) => {
  const code = z.string().transform((text) => text.trim().toUpperCase());
  return programs
    ? code.pipe(z.enum(programs as [string, ...string[]]))
    : code.pipe(z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/));
};

const instant = (facts: FormFacts) => {
  const exact = z.iso
    .datetime({ offset: true })
    .transform((text) => toInstant(Date.parse(text)))
    .refine((at) => at <= facts.now);
  return z.union([exact, taking(received(facts))]);
};

const caregiverFields = (facts: FormFacts) => ({
  name: taking(named),
  birthDate: taking(birthDate(facts)),
  phone: taking(phone),
  email: taking(email),
  address: taking(named),
});
const childFields = (facts: FormFacts) => ({ name: taking(named), birthDate: taking(birthDate(facts)) });
const submitterFields = {
  name: taking(named),
  organization: taking(named),
  phone: taking(phone),
  email: taking(email),
};

const ownFields = (facts: FormFacts) => ({
  receivedAt: instant(facts),
  reason: prose,
  servicesProvided: prose,
  accommodations: prose,
  discussedOn: taking(pastDate(facts)),
  familyAgrees: yesNo,
  program: program(facts),
  source: oneOf(sources),
  county: line,
  priority: oneOf(priorities),
  situation: oneOf(situations),
  language,
  interpreterArranged: yesNo,
  divisionInvolvement: oneOf(divisionInvolvements),
  safetyConcern: yesNo,
});

// What `referral add --json` prints besides: it is made anew for a new referral.
const printed = new Set(['id', 'status', 'circuit', 'contactDueAt']);

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
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

const takePeople = <T extends object>(notes: Notes, list: string, value: unknown, fields: Fields<T>): T[] => {
  if (!isSaid(value)) return [];
  const people = Array.isArray(value) ? value.filter((one) => isObject(one) || isSaid(one)) : [];
  if (!Array.isArray(value)) notTaken(notes, list, shown(value));
  return people.map((one, i) => takePerson(notes, `${list}[${i}]`, one, fields));
};

/** `true`, a day or `{date}`: there is a TAPA. A day that cannot be taken leaves its date open. */
const takeTapa = (notes: Notes, value: unknown, facts: FormFacts): Tapa | null => {
  const dateOf = (date: unknown): CalendarDate | null =>
    take(notes, 'tapa.date', date, taking(anyDate(facts)));
  if (!isSaid(value)) return null;
  if (isObject(value)) {
    keepOthers(notes, 'tapa.', value, ['date']);
    return { date: dateOf(value.date) };
  }
  const said = yesNo.safeParse(value);
  if (said.success) return said.data ? { date: null } : null;
  const day = taking(anyDate(facts)).safeParse(value);
  return day.success ? { date: day.data } : notTaken(notes, 'tapa', shown(value));
};

const readReferral = (outer: Json, facts: FormFacts): FormReading => {
  const notes: Notes = { problems: [], leftovers: [] };
  const wrapped = isObject(outer.referral) ? outer.referral : null;
  const referral = wrapped ?? outer;
  if (wrapped) keepOthers(notes, '', outer, ['referral', 'warnings', 'possibleDuplicates']);
  // The list of people can also stand beside the other fields, as in a filled form.
  const family: Json = isObject(referral.family) ? referral.family : referral;
  const familyKeys = family === referral ? ['caregivers', 'children'] : ['family'];
  if (family !== referral) keepOthers(notes, 'family.', family, ['caregivers', 'children']);
  const fields = ownFields(facts);
  keepOthers(notes, '', referral, [...Object.keys(fields), ...familyKeys, 'submitter', 'tapa']);
  const intake = {
    ...emptyIntake(),
    ...takeAll(notes, '', referral, fields),
    submitter: takePerson<Submitter>(notes, 'submitter', referral.submitter, submitterFields),
    caregivers: takePeople<Caregiver>(notes, 'caregivers', family.caregivers, caregiverFields(facts)),
    children: takePeople<Child>(notes, 'children', family.children, childFields(facts)),
    tapa: takeTapa(notes, referral.tapa, facts),
  };
  return withMissing({ intake, ...notes });
};

/**
 * Reads referrals from JSON with the field names that `referral add --json` prints: one object or an array, plain or
 * as `{referral: …}`. A wrong value is `null` and a problem with the text as it stood; a field that is not known is
 * a leftover `key: value`. `county` stays text. The whole file is refused (a `Refusal` of kind `invalid`, nothing
 * taken) when it is no JSON, larger than 10 MB, nested more than 20 levels, has a key such as `__proto__`, or
 * anything in it is not an object.
 */
export const readReferralJson = (text: string, facts: FormFacts): FormReading[] => {
  const parsed = parseGuarded(text);
  const referrals: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return referrals.map((referral, i) => {
    if (isObject(referral)) return readReferral(referral, facts);
    return refuseFile(
      Array.isArray(parsed)
        ? `Entry ${i + 1} of the JSON array is not an object.`
        : 'The JSON is not an object.',
      'Give each referral as an object with fields such as submitter, family and reason. Nothing was taken.',
    );
  });
};

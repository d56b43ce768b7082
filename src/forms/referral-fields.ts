import * as z from 'zod';
import { languageNamed } from '../rules/language-hints.ts';
import { toInstant } from '../rules/time.ts';
import { divisionInvolvements, priorities, situations, sources } from '../rules/words.ts';
import { hasWords, oneLine, paragraphs, plainText } from './clean-text.ts';
import {
  birthDate,
  email,
  type FormFacts,
  named,
  pastDate,
  personName,
  phone,
  received,
  type Taker,
} from './field-values.ts';

const asText = z.union([z.string(), z.number().transform(String)]);
const line = asText.transform((text) => oneLine(plainText(text))).refine(hasWords);
const prose = asText.transform((text) => paragraphs(plainText(text).split('\n'))).refine(hasWords);

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

/** Yes or no, as JSON or in words. */
export const yesNo = z.union([
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
  name: taking(personName),
  birthDate: taking(birthDate(facts)),
  phone: taking(phone),
  email: taking(email),
  address: taking(named),
});
const childFields = (facts: FormFacts) => ({ name: taking(personName), birthDate: taking(birthDate(facts)) });
const submitterFields = {
  name: taking(personName),
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

/** The tables of fields, made once for a file. */
export const tablesFor = (facts: FormFacts) => ({
  caregiver: caregiverFields(facts),
  child: childFields(facts),
  tapaDate: taking(pastDate(facts)),
  submitter: submitterFields,
  own: ownFields(facts),
});

/** Prose that this program wrote before: its lines are no mail program’s. */
const proseAsWritten = asText.transform((text) => text.replace(/\r\n?/g, '\n').trim()).refine(hasWords);

/** The same tables for text that came out of the records. */
export const tablesForOwnText = (facts: FormFacts): Tables => {
  const tables = tablesFor(facts);
  const own = { reason: proseAsWritten, servicesProvided: proseAsWritten, accommodations: proseAsWritten };
  return { ...tables, own: { ...tables.own, ...own } };
};

export type Tables = ReturnType<typeof tablesFor>;

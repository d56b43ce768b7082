import { fieldInWords } from '../rules/admission.ts';
import { type Caregiver, type Child, emptyIntake, type FormReading, type Tapa } from '../rules/intake.ts';
import { languageNamed } from '../rules/language-hints.ts';
import { readAnswer, together } from './agreement.ts';
import { hasMoreThanMarks, hasOtherWords, isAnswerAlone, readBox } from './check-box.ts';
import { hasWords, mailText, namesNobody, paragraphs } from './clean-text.ts';
import { priorityNamed, tapaWritten } from './desk-facts.ts';
import {
  asTyped,
  birthDate,
  email,
  type FormFacts,
  type Notes,
  named,
  notTaken,
  pastDate,
  personName,
  phone,
  received,
  type Taker,
  takeText,
} from './field-values.ts';
import { readLines } from './form-lines.ts';
import type { FilledIn } from './form-places.ts';
import { type JoinLines, type People, proseAt, sourcesOf, textAt } from './form-sources.ts';
import { labelsIn, longFields, withMarkAsValue, withShortLabels } from './labels.ts';
import { readingLimits } from './limits.ts';
import { mailHeads } from './mail-heads.ts';
import { isReadable, withMissing } from './missing.ts';
import { withoutOwnText } from './own-text.ts';
import { isTitleOrDated, withPlainLines } from './plain-lines.ts';

/** The people of a list in their order, as `caregivers[1]` and the like; those of whom nothing is said are left out. */
const peopleIn = (filled: FilledIn, list: string, notes: Notes): string[] => {
  const said = new Map<string, string[]>();
  for (const path of filled.values.keys()) {
    const text = path.startsWith(`${list}[`) ? textAt(filled, path) : null;
    const person = path.slice(0, path.indexOf('.'));
    if (text !== null) said.set(person, [...(said.get(person) ?? []), text]);
  }
  const isSomeone = (person: string): boolean => !said.get(person)!.every(namesNobody);
  const all = [...said.keys()].sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)));
  for (const person of all) {
    if (!isSomeone(person))
      for (const text of said.get(person)!) notes.leftovers.push(`${fieldInWords(person)}: ${text}`);
  }
  return all.filter(isSomeone);
};

type Takers<T> = { [Key in keyof T]: Taker<NonNullable<T[Key]>> };

/** As it was written into the form: a line between its words is a blank. */
const written =
  (taker: Taker<string>): Taker<string> =>
  (text) =>
    taker(text.replace(/_+/g, ' '));

/** A TAPA as it was written beside the form: with its day, or as a plain yes. */
const tapaTaker =
  (facts: FormFacts): Taker<Tapa> =>
  (text) => {
    const day = tapaWritten(text);
    if (!day) return day === null ? null : { value: { date: null } };
    const taken = pastDate(facts)(day);
    return taken && { value: { date: taken.value } };
  };

/** What is one of the known values, as it is called here. */
const known =
  <T>(find: (text: string) => T | null): Taker<T> =>
  (text) => {
    const value = find(text);
    return value === null ? null : { value };
  };

const caregiverTakers = (facts: FormFacts): Takers<Caregiver> => ({
  name: written(personName),
  birthDate: birthDate(facts),
  phone,
  email,
  address: named,
});

const childTakers = (facts: FormFacts): Takers<Child> => ({
  name: written(personName),
  birthDate: birthDate(facts),
});

const submitterTakers = { name: written(personName), organization: written(named), phone, email };

/** Takes all fields of one person; `from` is where they stand on the form, `to` their path in the intake. */
const takePerson = <T extends object>(
  filled: FilledIn,
  notes: Notes,
  from: string,
  to: string,
  takers: Takers<T>,
) =>
  Object.fromEntries(
    (Object.entries(takers) as [string, Taker<unknown>][]).map(([field, taker]) => [
      field,
      takeText(notes, `${to}.${field}`, textAt(filled, `${from}.${field}`), taker),
    ]),
  ) as T;

const takeAgreement = ({ values }: FilledIn, notes: Notes): boolean | null => {
  const marks = values.get('familyAgrees.mark') ?? [];
  const answers = (values.get('familyAgrees') ?? []).filter((answer) => answer.trim() !== '');
  const said = together([...marks.map(readBox), ...answers.map(readAnswer)]);
  const text = [...marks, ...answers].join(' ').replace(/\s+/g, ' ').trim();
  const saysMore = answers.some((answer) => hasMoreThanMarks(answer) && !isAnswerAlone(answer));
  if (said === 'unclear' || (said === 'unsaid' && saysMore)) return notTaken(notes, 'familyAgrees', text);
  const kept = [...marks.filter(hasOtherWords), ...answers.filter(hasMoreThanMarks)];
  notes.leftovers.push(...kept.map((one) => one.trim()));
  return said === 'unsaid' ? null : said === 'yes';
};

/** The reading of what stood where on a form, whatever kind of file it was in. */
export const readFilledIn = (
  filled: FilledIn,
  facts: FormFacts,
  join: JoinLines = paragraphs,
): FormReading => {
  const notes: Notes = { problems: [], leftovers: [...filled.leftovers] };
  const take = <T>(field: string, taker: Taker<T>) => takeText(notes, field, textAt(filled, field), taker);
  const prose = (field: string) => takeText(notes, field, proseAt(filled, field, join), asTyped);
  const [reason, servicesProvided, accommodations] = longFields;
  const people: People = {
    caregivers: peopleIn(filled, 'caregivers', notes),
    children: peopleIn(filled, 'children', notes),
  };
  const intake = {
    ...emptyIntake(),
    source: 'community' as const,
    receivedAt: take('receivedAt', received(facts, { days: readingLimits.receivedDaysBack })),
    submitter: takePerson(filled, notes, 'submitter', 'submitter', submitterTakers),
    caregivers: people.caregivers.map((from, i) =>
      takePerson(filled, notes, from, `caregivers[${i}]`, caregiverTakers(facts)),
    ),
    children: people.children.map((from, i) =>
      takePerson(filled, notes, from, `children[${i}]`, childTakers(facts)),
    ),
    reason: prose(reason),
    servicesProvided: prose(servicesProvided),
    accommodations: prose(accommodations),
    discussedOn: take('discussedOn', pastDate(facts)),
    familyAgrees: takeAgreement(filled, notes),
    county: take('county', asTyped),
    priority: take('priority', known(priorityNamed)),
    language: take('language', known(languageNamed)),
    tapa: take('tapa', tapaTaker(facts)),
  };
  return withMissing({ intake, ...notes, sources: sourcesOf(filled, intake, people, join) });
};

const filledInText = (text: string): FilledIn => {
  const lines = withMarkAsValue(withShortLabels(withPlainLines(withoutOwnText(text)))).split('\n');
  const heads = mailHeads(lines);
  return readLines(lines, (line) => heads.has(line));
};

const readOne = (text: string, facts: FormFacts): FormReading => readFilledIn(filledInText(text), facts);

const heading = /this\s+community\s+referral\s+is\s+(?:being\s+)?submitted\s+by/i;

const isShortHeading = (line: string): boolean =>
  /(?:submitted|referred) by/i.test(line) &&
  labelsIn(line).some(({ section, leads }) => section === 'submitter' && leads);

const namesFamily = (lines: readonly string[]): boolean =>
  [...filledInText(lines.join('\n')).values.keys()].some((path) => /^(?:caregivers|children)\[/.test(path));

/**
 * The lines where another form begins. The form's own heading always begins one; a short `Submitted by:` only where
 * a family is named both above and below it, since some write it at the end of their form.
 */
const startsIn = (lines: readonly string[]): number[] => {
  const headings = lines.flatMap((line, i) => (heading.test(line) || isShortHeading(line) ? [i] : []));
  const isOwn = (at: number): boolean => heading.test(lines[at]!);
  if (headings.every(isOwn)) return headings.slice(1);
  const firstOwn = headings.find(isOwn);
  let isNamedAbove = false;
  return headings.filter((at, i) => {
    const isNamed = namesFamily(lines.slice(at, headings[i + 1]));
    const begins = (isOwn(at) && at !== firstOwn) || (isNamedAbove && isNamed);
    isNamedAbove = isNamed || (isNamedAbove && !begins);
    return begins;
  });
};

const isAboveHeading = (line: string): boolean =>
  !hasWords(line) || isTitleOrDated(line) || /^ {0,8}date ?:/i.test(line);

/** Cuts a text that holds several forms above the heading of each, so that no two families are ever mixed. */
const formsIn = (text: string): string[] => {
  const lines = text.split('\n');
  const heads = mailHeads(lines);
  const cuts = startsIn(lines).map((start) => {
    let cut = start;
    while (cut > 0 && (heads.has(cut - 1) || isAboveHeading(lines[cut - 1]!))) cut -= 1;
    return cut;
  });
  return [0, ...cuts].map((cut, i) => lines.slice(cut, cuts[i] ?? lines.length).join('\n'));
};

const saidBy = ({ intake, problems }: FormReading): string =>
  JSON.stringify([intake, problems.filter(({ text }) => text !== null)]);

/** The lines of a form that is not taken, except one that says nothing new: the blank form quoted in a thread. */
const keptOf = (form: string, reading: FormReading, seen: ReadonlySet<string>): string[] =>
  seen.has(saidBy(reading))
    ? reading.leftovers
    : withoutOwnText(form)
        .split('\n')
        .map((line) => line.trim())
        .filter(hasWords);

const blank = saidBy({ intake: { ...emptyIntake(), source: 'community' }, problems: [], leftovers: [] });

/** A form with the part of the text that it was read from. */
export interface FormInText {
  reading: FormReading;
  text: string;
}

/**
 * All the forms in a text, each with its own part of it: what stands above the first, and the blank and the repeated
 * ones of a mail thread, are joined to a form beside them. A text with one form keeps all of it.
 */
export const readFormTexts = (text: string, facts: FormFacts): FormInText[] => {
  const read: FormInText[] = [];
  const seen = new Set([blank]);
  let above: string[] = [];
  let textAbove: string[] = [];
  for (const form of formsIn(mailText(text))) {
    const reading = readOne(form, facts);
    const last = read.at(-1);
    if (isReadable(reading) && !seen.has(saidBy(reading))) {
      const leftovers = [...above, ...reading.leftovers];
      read.push({ reading: { ...reading, leftovers }, text: [...textAbove, form].join('\n') });
      above = [];
      textAbove = [];
    } else {
      (last?.reading.leftovers ?? above).push(...keptOf(form, reading, seen));
      if (last) last.text += `\n${form}`;
      else textAbove.push(form);
    }
    seen.add(saidBy(reading));
  }
  const [only, another] = read;
  if (!only) return [{ reading: readFormText(text, facts), text }];
  return another ? read.map((form) => ({ ...form, text: form.text.trim() })) : [{ ...only, text }];
};

/**
 * Reads the text of a filled Community Referral form [002] as it comes by mail: labels in the form's order with their
 * values beside or below them, quoted, forwarded or re-wrapped. What cannot be taken is `null` and a problem; what
 * fits no field is a leftover; the sentences printed on the form are dropped. `source` is `community`. Of several
 * forms in one text this is the first; the lines of the others are leftovers.
 */
export const readFormText = (text: string, facts: FormFacts): FormReading => {
  const forms = formsIn(mailText(text));
  const readings = forms.map((form) => readOne(form, facts));
  const at = Math.max(0, readings.findIndex(isReadable));
  const reading = readings[at]!;
  const seen = new Set([blank, saidBy(reading)]);
  const others = forms.flatMap((form, i) => (i === at ? [] : keptOf(form, readings[i]!, seen)));
  return { ...reading, leftovers: [...reading.leftovers, ...others] };
};

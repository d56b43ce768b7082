import { type Command, Option } from 'commander';
import type { SpecialistFacts } from '../records/specialists.ts';
import type { Programs } from '../rules/policy.ts';
import { listed } from './command.ts';
import type { Parsed } from './questions/ask.ts';
import { typedEmail, typedPhone } from './questions/typed-values.ts';
import {
  refuseFaults,
  typedCircuits,
  typedCounties,
  typedLanguages,
  typedSituations,
} from './typed-lists.ts';

export interface SpecialistFlags {
  name?: string;
  agency?: string;
  supervisor?: string;
  program?: string;
  circuit?: string[];
  county?: string[];
  language?: string[];
  takes?: string[];
  phone?: string;
  email?: string;
}

/** Every question about a specialist as a flag, in the order they are asked. */
export function addSpecialistFlags(command: Command): Command {
  const all = [
    new Option('--name <name>', 'full name'),
    new Option('--agency <name>', 'the contractor they work for'),
    new Option('--supervisor <name>', 'who supervises them'),
    new Option('--program <program>', 'IIS or IFRS'),
    new Option('--circuit <numbers>', 'circuits they serve, by number or county, such as 13,19').argParser(
      listed,
    ),
    new Option('--county <names>', 'only these counties, or “all”').argParser(listed),
    new Option('--language <languages>', 'languages they speak, such as en,es or Spanish').argParser(listed),
    new Option('--takes <situations>', 'also: delinquency, severe_emotional_disturbance, or none').argParser(
      listed,
    ),
    new Option('--phone <phone>', 'phone'),
    new Option('--email <email>', 'email'),
  ];
  for (const option of all) command.addOption(option);
  return command;
}

/** The facts that the flags give; an empty text makes a fact not known. Refuses all that can't be taken at once. */
export function readSpecialistFlags(
  flags: SpecialistFlags,
  programs: Programs,
  faults: string[] = [],
): Partial<SpecialistFacts> {
  const read = readSpecialistTexts(flags, programs, (fact) => `--${fact}`);
  refuseFaults([...faults, ...read.faults.map(({ fault }) => fault)]);
  return read.facts;
}

type Fact = keyof SpecialistFlags;

/** The same from any texts, with what can't be taken of each; `called` is what a fact is called where it was typed. */
export function readSpecialistTexts(
  texts: SpecialistFlags,
  programs: Programs,
  called: (fact: Fact) => string,
): { facts: Partial<SpecialistFacts>; faults: { fact: Fact; fault: string }[] } {
  const circuits = texts.circuit && typedCircuits(called('circuit'), texts.circuit);
  const counties =
    texts.county &&
    typedCounties(
      called('county'),
      texts.county.filter((name) => name.toLowerCase() !== 'all'),
    );
  const languages = texts.language && typedLanguages(called('language'), texts.language);
  const takes = texts.takes && typedSituations(called('takes'), texts.takes);
  const reached = reachedBy(texts);
  const program = texts.program?.trim().toUpperCase();
  const of = (fact: Fact, faults: readonly string[] = []) => faults.map((fault) => ({ fact, fault }));
  const unless = (isSound: boolean, fact: Fact, fault: string) =>
    of(fact, isSound ? [] : [`${called(fact)}: ${fault}`]);
  const faults = [
    ...unless(texts.name?.trim() !== '', 'name', 'A specialist has a name.'),
    ...unless(
      program === undefined || program in programs,
      'program',
      `“${program?.slice(0, 40)}” is not one of ${Object.keys(programs).join(', ')}.`,
    ),
    ...of('circuit', circuits?.faults),
    ...of('county', counties?.faults),
    ...of('language', languages?.faults),
    ...of('takes', takes?.faults),
    ...unless(
      !languages || texts.language?.length !== 0,
      'language',
      'A specialist speaks at least one language.',
    ),
    ...reached.flatMap(({ fact, typed }) => ('refused' in typed ? unless(false, fact, typed.refused) : [])),
  ];
  const facts = {
    ...(texts.name !== undefined && { name: texts.name.trim() }),
    ...(texts.agency !== undefined && { agency: orNull(texts.agency) }),
    ...(texts.supervisor !== undefined && { supervisor: orNull(texts.supervisor) }),
    ...(program !== undefined && { program }),
    ...(circuits && { circuits: circuits.values }),
    ...(counties && { counties: counties.values }),
    ...(languages && { languages: languages.values }),
    ...(takes && { takes: takes.values }),
    ...Object.fromEntries(
      reached.flatMap(({ fact, typed }) => ('value' in typed ? [[fact, typed.value]] : [])),
    ),
  };
  return { facts, faults };
}

const orNull = (text: string): string | null => text.trim() || null;

/** Phone and email, read as the interview does. */
const reachedBy = ({ phone, email }: SpecialistFlags) => [
  ...(phone === undefined ? [] : [{ fact: 'phone' as const, typed: unlessEmpty(phone.trim(), typedPhone) }]),
  ...(email === undefined ? [] : [{ fact: 'email' as const, typed: unlessEmpty(email.trim(), typedEmail) }]),
];

const unlessEmpty = (text: string, read: typeof typedPhone): Parsed<string | null> =>
  text === '' ? { value: null } : read(text);

import { type Command, Option } from 'commander';
import type { SpecialistFacts } from '../records/specialists.ts';
import type { Programs } from '../rules/policy.ts';
import { listed } from './command.ts';
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
  const circuits = flags.circuit && typedCircuits('--circuit', flags.circuit);
  const counties =
    flags.county &&
    typedCounties(
      '--county',
      flags.county.filter((name) => name.toLowerCase() !== 'all'),
    );
  const languages = flags.language && typedLanguages('--language', flags.language);
  const takes = flags.takes && typedSituations('--takes', flags.takes);
  const program = flags.program?.trim().toUpperCase();
  refuseFaults([
    ...faults,
    ...(flags.name?.trim() === '' ? ['--name: A specialist has a name.'] : []),
    ...(program === undefined || program in programs
      ? []
      : [`--program: “${program.slice(0, 40)}” is not one of ${Object.keys(programs).join(', ')}.`]),
    ...[circuits, counties, languages, takes].flatMap((list) => list?.faults ?? []),
    ...(languages && flags.language?.length === 0
      ? ['--language: A specialist speaks at least one language.']
      : []),
    ...(isEmail(flags.email) ? [] : ['--email: An email address looks like name@example.org.']),
  ]);
  return {
    ...(flags.name !== undefined && { name: flags.name.trim() }),
    ...(flags.agency !== undefined && { agency: orNull(flags.agency) }),
    ...(program !== undefined && { program }),
    ...(circuits && { circuits: circuits.values }),
    ...(counties && { counties: counties.values }),
    ...(languages && { languages: languages.values }),
    ...(takes && { takes: takes.values }),
    ...(flags.phone !== undefined && { phone: orNull(flags.phone) }),
    ...(flags.email !== undefined && { email: orNull(flags.email) }),
  };
}

const orNull = (text: string): string | null => text.trim() || null;

const isEmail = (text: string | undefined): boolean => !text?.trim() || /^[^\s@]+@[^\s@]+$/.test(text.trim());

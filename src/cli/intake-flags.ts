import { type Command, Option } from 'commander';
import type { Desk } from '../desk/desk.ts';
import { problemInWords, readCounty } from '../rules/admission.ts';
import type { FormReading } from '../rules/intake.ts';
import { Refusal } from '../rules/refusal.ts';
import { divisionInvolvements, priorities, situations, sources } from '../rules/words.ts';
import { dayOf, refuseBlank, whenOf } from './flags.ts';

export interface IntakeFlags {
  source?: string;
  submitter?: string;
  organization?: string;
  submitterPhone?: string;
  submitterEmail?: string;
  received?: string;
  caregiver?: string;
  caregiverBorn?: string;
  caregiverPhone?: string;
  caregiverEmail?: string;
  caregiverAddress?: string;
  caregiver2?: string;
  caregiver2Born?: string;
  caregiver2Phone?: string;
  caregiver2Email?: string;
  caregiver2Address?: string;
  child?: string[];
  reason?: string;
  services?: string;
  accommodations?: string;
  language?: string;
  interpreter?: string;
  spokenOn?: string;
  agrees?: string;
  county?: string;
  situation?: string;
  involvement?: string;
  tapa?: string | true;
  safetyConcern?: string;
  priority?: string;
  program?: string;
}

const gathered = (value: string, before: string[] = []): string[] => [...before, value];

/** Every question of the form and of the gatekeeper as a flag, in the order they are asked. */
export const addIntakeFlags = (command: Command): Command => {
  const flag = (flags: string, words: string) => new Option(flags, words);
  const all = [
    flag('--source <source>', sources.join(' or ')),
    flag('--submitter <name>', 'who refers the family'),
    flag('--organization <name>', 'their organization'),
    flag('--submitter-phone <phone>', 'their phone'),
    flag('--submitter-email <email>', 'their email'),
    flag('--received <when>', 'when the referral was received (else now)'),
    ...['caregiver', 'caregiver2'].flatMap((who, i) => [
      flag(`--${who} <name>`, `caregiver ${i + 1}, full name`),
      flag(`--${who}-born <date>`, 'date of birth'),
      flag(`--${who}-phone <phone>`, 'phone'),
      flag(`--${who}-email <email>`, 'email'),
      flag(`--${who}-address <address>`, 'address'),
    ]),
    flag('--child <name; date>', 'a child: full name; date of birth (again for each child)').argParser(
      gathered,
    ),
    flag('--reason <text>', 'reasons for the referral'),
    flag('--services <text>', 'services already provided'),
    flag('--accommodations <text>', 'accommodations that the family needs'),
    flag('--language <language>', 'language that the service must be in, such as es or Spanish'),
    flag('--interpreter <yes|no>', 'an interpreter is arranged'),
    flag('--spoken-on <date>', 'when the family was spoken to'),
    flag('--agrees <yes|no>', 'the family agrees, knowing what is asked'),
    flag('--county <county>', 'county; it gives the circuit'),
    flag('--situation <situation>', situations.join(', ')),
    flag('--involvement <involvement>', `Division involvement: ${divisionInvolvements.join(', ')}`),
    flag('--tapa [date]', 'a TAPA was negotiated (on this date)'),
    flag('--safety-concern <yes|no>', 'concern for the immediate safety of a child'),
    flag('--priority <priority>', priorities.join(', ')),
    flag('--program <program>', 'IIS (else) or another program'),
  ];
  for (const option of all) command.addOption(option);
  return command;
};

/** Whether any fact was given by flag. */
export const hasIntakeFlags = (flags: IntakeFlags): boolean =>
  Object.keys(asReferral(flags)).length > 0 || flags.received !== undefined || flags.spokenOn !== undefined;

/**
 * The facts that the flags give, read by the same rules as a form. What can't be taken is refused, all of it
 * at once: whoever types a flag can type it again.
 */
export async function readIntakeFlags(desk: Desk, flags: IntakeFlags): Promise<FormReading> {
  refuseBlank(flags);
  const referral = {
    ...asReferral(flags),
    receivedAt: flags.received && (await whenOf(desk, '--received', flags.received)),
    discussedOn: flags.spokenOn && (await dayOf(desk, '--spoken-on', flags.spokenOn)),
  };
  const facts = { now: desk.now, zone: desk.settings.zone, programs: Object.keys(desk.programs) };
  const { readReferralJson } = await import('../forms/referral-json.ts');
  const [reading] = readReferralJson(JSON.stringify(referral), facts);
  const wrong = reading!.problems.filter(({ kind }) => kind === 'unreadable');
  if (wrong.length === 0) return flags.county === undefined ? reading! : withCounty(reading!, flags.county);
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_values',
    message: 'Some of these values can’t be taken; nothing was saved.',
    reasons: wrong.map((problem) => `${problemInWords(problem)}${choicesIn(problem.field, facts.programs)}`),
    hint: 'Correct them and run the command again.',
    details: { problems: wrong },
  });
}

/** The words that a field takes, in a sentence; nothing where it takes any. */
const choicesIn = (field: string, programs: readonly string[]): string => {
  const yesNo = ['yes', 'no'];
  const choices: Record<string, readonly string[]> = {
    source: sources,
    situation: situations,
    divisionInvolvement: divisionInvolvements,
    priority: priorities,
    program: programs,
    familyAgrees: yesNo,
    interpreterArranged: yesNo,
    safetyConcern: yesNo,
  };
  return field in choices ? ` It takes: ${choices[field]!.join(', ')}.` : '';
};

/** A county that is typed is one of Missouri's, or refused with the ones that it could be. */
const withCounty = (reading: FormReading, county: string): FormReading => ({
  ...reading,
  intake: { ...reading.intake, county: readCounty(county) },
});

/** The flags that are given under the field names of a referral. */
function asReferral(flags: IntakeFlags): Record<string, unknown> {
  const submitter = given({
    name: flags.submitter,
    organization: flags.organization,
    phone: flags.submitterPhone,
    email: flags.submitterEmail,
  });
  const caregivers = [
    given({
      name: flags.caregiver,
      birthDate: flags.caregiverBorn,
      phone: flags.caregiverPhone,
      email: flags.caregiverEmail,
      address: flags.caregiverAddress,
    }),
    given({
      name: flags.caregiver2,
      birthDate: flags.caregiver2Born,
      phone: flags.caregiver2Phone,
      email: flags.caregiver2Email,
      address: flags.caregiver2Address,
    }),
  ];
  // A second caregiver keeps the second place even where the first is not named.
  const named = caregivers[1]
    ? caregivers.map((caregiver) => caregiver ?? {})
    : caregivers.slice(0, 1).filter(Boolean);
  const family = given({
    caregivers: named.length > 0 ? named : undefined,
    children: flags.child?.map(childFrom),
  });
  return (
    given({
      submitter,
      family,
      source: flags.source,
      reason: flags.reason,
      servicesProvided: flags.services,
      accommodations: flags.accommodations,
      language: flags.language,
      interpreterArranged: flags.interpreter,
      familyAgrees: flags.agrees,
      county: flags.county,
      situation: flags.situation,
      divisionInvolvement: flags.involvement,
      tapa: flags.tapa,
      safetyConcern: flags.safetyConcern,
      priority: flags.priority,
      program: flags.program,
    }) ?? {}
  );
}

/** `Name; 3/14/2015`: names may hold commas, so a semicolon parts them from the date. */
function childFrom(text: string): { name?: string; birthDate?: string } {
  const [name = '', birthDate] = text.split(';').map((part) => part.trim());
  return { name, ...(birthDate ? { birthDate } : {}) };
}

/** The values that are there, or nothing when none is. */
function given(values: Record<string, unknown>): Record<string, unknown> | undefined {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return present.length > 0 ? Object.fromEntries(present) : undefined;
}

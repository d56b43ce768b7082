import { Refusal } from './refusal.ts';
import type { Priority, ProgramCode } from './words.ts';

/** One number of a program, with its unit and where it comes from. */
export interface PolicyNumber {
  value: number;
  unit: string;
  means: string;
  source: string;
}

/** Facts of a referral or of the circuit that decide a criterion besides the gatekeeper's answer. */
export const criterionRules = [
  'circuit_takes_situation',
  'circuit_is_site',
  'family_agreement',
  'child_lives_at_home',
] as const;
export type CriterionRule = (typeof criterionRules)[number];

export interface Criterion {
  id: string;
  question: string;
  /** Said when the answer is no. */
  no: string;
  /** What is still to ask when it is not known. */
  ask: string;
  source: string;
  /** The reason code that a "no" is counted under. */
  denial: string;
  rule?: CriterionRule;
}

/** When the facts point to another program. */
export interface Suggestion {
  program: ProgramCode;
  /** The criterion whose "no" points there. */
  criterion: string;
  /** The Division involvement that points there. */
  involvement: string;
  because: string;
}

export interface Program {
  code: ProgramCode;
  name: string;
  summary: string;
  /** Meant by a referral that names no program. */
  usual: boolean;
  sources: Record<string, string>;
  criteria: readonly Criterion[];
  numbers: Readonly<Record<string, PolicyNumber>>;
  suggest: Suggestion | null;
}

export type Programs = Readonly<Record<ProgramCode, Program>>;

/** The numbers that the program can't work without. */
const needed = [
  'placesPerSpecialist',
  'contactSubmitterWithin',
  'seeFamilyWithin',
  'servicePeriodAtMost',
  'tapaWrittenWithin',
  'tapaLastsAtMost',
  'tapaEndsSoon',
  'serviceEndsSoon',
  'fcsAnswerWithin',
  'followUpWithin',
  'finsReviewImminent',
  'finsReviewHigh',
  'finsReviewModerate',
] as const;

/**
 * What the program reckons each number in, by its name; `N` in a name stands for the figure that it says. A number that
 * the program only shows may have any unit.
 */
const units: Readonly<Record<string, readonly string[]>> = {
  placesPerSpecialist: ['open cases'],
  familiesAYearAtLeast: ['families'],
  contactSubmitterWithin: ['business hours'],
  seeFamilyWithin: ['hours'],
  specialistTraining: ['hours'],
  supervisorTraining: ['hours'],
  faceToFaceAtLeast: ['hours a week'],
  faceToFaceAtMost: ['hours a week'],
  serviceUpTo: ['hours a week'],
  serviceOnAverage: ['hours a week'],
  tapaWrittenWithin: ['business days'],
  servicePeriodAtLeast: ['days'],
  servicePeriodAtMost: ['days'],
  serviceEndsSoon: ['days'],
  tapaLastsAtMost: ['days'],
  tapaEndsSoon: ['days'],
  fcsAnswerWithin: ['days'],
  followUpWithin: ['days'],
  finsReviewImminent: ['business days', 'days'],
  finsReviewHigh: ['business days', 'days'],
  finsReviewModerate: ['business days', 'days'],
  usuallyHomeWithin: ['weeks', 'days'],
  followUpN: ['months'],
  noConfirmedAbuseDuringService: ['%'],
  noConfirmedAbuseWithinNMonths: ['%'],
  noPlacementDuringService: ['%'],
  noPlacementWithinNMonths: ['%'],
};

/** There is no half of these. */
const wholeUnits = ['open cases', 'families', 'business days', 'days', 'weeks', 'months'];

/**
 * Checks the content of a program's file and returns the program. Refuses with every fault at once: a
 * mistyped number is the editor's to correct, never a crash.
 */
export function programFrom(file: string, content: unknown): Program {
  const program = content as Program;
  const faults = [
    ...(typeof program?.code === 'string' && program.code !== '' ? [] : ['"code" is missing']),
    ...(Array.isArray(program?.criteria) && program.criteria.length > 0 ? [] : ['"criteria" is missing']),
    ...criterionFaults(program?.criteria ?? []),
    ...numberFaults(program?.numbers ?? {}),
  ];
  if (faults.length === 0)
    return { ...program, suggest: program.suggest ?? null, usual: program.usual === true };
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_program_file',
    message: `The program file ${file} can’t be used.`,
    reasons: faults,
    hint: 'Correct the file, or put back the one that came with iis.',
  });
}

const criterionFaults = (criteria: readonly Criterion[]): string[] =>
  criteria.flatMap((criterion, i) => [
    ...(['id', 'question', 'no', 'ask', 'source', 'denial'] as const)
      .filter((part) => typeof criterion?.[part] !== 'string')
      .map((part) => `criterion ${i + 1} has no "${part}"`),
    ...ruleFaults(criterion, i),
    ...criteria
      .slice(0, i)
      .flatMap((earlier, j) =>
        earlier?.id !== undefined && earlier.id === criterion?.id
          ? [`criteria ${j + 1} and ${i + 1} both have the id "${earlier.id}": each needs its own`]
          : [],
      ),
  ]);

const ruleFaults = (criterion: Criterion, i: number): string[] =>
  criterion?.rule === undefined || criterionRules.includes(criterion.rule)
    ? []
    : [`criterion ${i + 1} has the rule ${quoted(criterion.rule)}: it can be ${oneOf(criterionRules)}`];

const numberFaults = (numbers: Readonly<Record<string, PolicyNumber>>): string[] => [
  ...needed.filter((id) => !(id in numbers)).map((id) => `number "${id}" is missing`),
  ...Object.entries(numbers)
    .filter(
      ([, number]) => !Number.isFinite(number?.value) || number.value < 0 || !number.source || !number.unit,
    )
    .map(([id]) => `number "${id}" needs a value of 0 or more, a unit and a source`),
  ...Object.entries(numbers).flatMap(([id, number]) => unitFaults(id, number)),
];

function unitFaults(id: string, number: PolicyNumber): string[] {
  const name = id.replace(/\d+/, 'N');
  const known = Object.hasOwn(units, name) ? units[name] : undefined;
  if (!known || !number?.unit) return [];
  const { unit, value } = number;
  if (!known.includes(unit))
    return [`number "${id}" has the unit ${quoted(unit)}: it can be ${oneOf(known)}`];
  return wholeUnits.includes(unit) && Number.isFinite(value) && !Number.isInteger(value)
    ? [`number "${id}" is ${value} ${unit}: it has to be a whole number`]
    : [];
}

const quoted = (word: unknown): string => `"${String(word)}"`;

const oneOf = (words: readonly string[]): string => words.map(quoted).join(' or ');

export type NeededNumber = (typeof needed)[number];

/** The value of a number that the program's file was checked to have. */
export const numberOf = (program: Program, id: NeededNumber): number => program.numbers[id]!.value;

/** A number as a rule in words, `a TAPA lasts at most 90 days`, and where it comes from. */
export const ruleOf = (program: Program, id: NeededNumber): { rule: string; source: string } =>
  ruleNamed(program, id);

/** The same of a number that not every program has. */
export function ruleNamed({ numbers }: Program, id: string): { rule: string; source: string } {
  const { means, value, unit, source } = numbers[id]!;
  return { rule: `${means} ${value} ${unit}`, source };
}

/** How often a family of this priority is reviewed at least. */
export function reviewInterval(
  program: Program,
  priority: Priority,
): { businessDays: number } | { days: number } {
  const id = {
    imminent: 'finsReviewImminent',
    high: 'finsReviewHigh',
    moderate: 'finsReviewModerate',
  } as const;
  const { value, unit } = program.numbers[id[priority]]!;
  return unit === 'business days' ? { businessDays: value } : { days: value };
}

/** The program that a referral is for where nobody says otherwise. */
export const usualProgram = (programs: Programs): Program => Object.values(programs)[0]!;

/** The program with this code. Refuses one that has no file. */
export function programOf(programs: Programs, code: ProgramCode): Program {
  const program = programs[code];
  if (program) return program;
  throw new Refusal({
    kind: 'not_found',
    code: 'unknown_program',
    message: `There is no program “${code.slice(0, 40)}”.`,
    hint: `Choose one of: ${Object.keys(programs).join(', ')}.`,
  });
}

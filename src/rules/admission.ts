import numbers from '../../data/reading.json';
import { circuitOfCounty, findCounty } from './circuits.ts';
import { doubtInWords, doubtsOf } from './doubts.ts';
import type { FieldSource, FormProblem, FormReading, Intake } from './intake.ts';
import { noticesOf } from './notices.ts';
import { type Programs, programOf } from './policy.ts';
import type { Referral, ReferralState } from './referral.ts';
import { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';
import { addMs, DAY, type Instant } from './time.ts';

/** What becomes of a filled form when it is taken in. */
export interface Admission {
  facts: Omit<Referral, 'id' | 'family' | 'state'> & Pick<Intake, 'caregivers' | 'children'>;
  state: { status: ReferralState['status']; reason?: string };
  problems: FormProblem[];
  /** Text of the form that fits no field, as it stood. */
  leftovers: string[];
  /** What the values were read from, where the reader tells. */
  sources: FieldSource[];
  /** What of the file it was read from; `null` where that is the whole file. */
  origin: string | null;
  /** Sentences for the gatekeeper: what is missing, unreadable or unsure, and what the facts call for. */
  warnings: string[];
  /** Those of them that say what the facts call for. */
  callsFor: string[];
  /** What to tell the submitter when the referral goes back; `null` when it does not. */
  tellSubmitter: string | null;
  suggestedProgram: string | null;
}

/** Whether anything says whose form this is. */
export const namesSomeone = ({ submitter, caregivers, children }: Intake): boolean =>
  [
    submitter.name,
    submitter.organization,
    ...caregivers.map((c) => c.name),
    ...children.map((c) => c.name),
  ].some(Boolean);

/**
 * Decides what becomes of a form that was read: the one check for every way in. A family that has not agreed
 * is kept as returned [002 Community Referral form]; a child in out-of-home care points to reunification
 * [004 Practice Point PN08-25]; a TAPA makes the referral obligatory [001 Practice Alert PA22-CM-10].
 * Refuses only a form that names neither a submitter nor anyone of a family.
 */
export function admit(
  reading: FormReading,
  office: { now: Instant; settings: Settings; programs: Programs },
): Admission {
  const { intake } = reading;
  if (!namesSomeone(intake)) {
    throw new Refusal({
      kind: 'invalid',
      code: 'nobody_named',
      message: 'The form names neither who refers nor anyone of a family.',
      hint: 'Check that this is the filled Community Referral form, or give at least a caregiver’s name.',
    });
  }
  const program = programOf(office.programs, intake.program ?? Object.keys(office.programs)[0]!);
  const { county, problem } = countyOf(intake.county);
  const circuit = county === null ? null : circuitOfCounty(county);
  const named = [...reading.problems, ...(problem ? [problem] : [])];
  const isNamed = (one: FormProblem) => named.some(({ field }) => field === one.field);
  const missing = missingForDesk(intake).filter((one) => !isNamed(one));
  const problems = [...named, ...missing];
  const facts = {
    ...intake,
    program: program.code,
    county,
    circuit,
    receivedAt: intake.receivedAt ?? office.now,
    tapa: tapaOf(intake),
    hotlineShownAt: intake.safetyConcern ? office.now : null,
    faces: null,
    tapaWrittenOn: null,
    tapaEndedOn: null,
  };
  const state: Admission['state'] =
    intake.familyAgrees === false
      ? { status: 'returned', reason: 'family_has_not_agreed' }
      : { status: 'received' };
  const { callsFor, tellSubmitter, suggestedProgram } = noticesOf({ ...facts, state }, office);
  return {
    facts,
    state,
    problems,
    leftovers: reading.leftovers,
    sources: reading.sources ?? [],
    origin: reading.origin ?? null,
    warnings: [
      ...problems.map(problemInWords),
      ...doubtsOf(reading).map((doubt) => `${fieldInWords(doubt.field)}: ${doubtInWords(doubt, intake)}`),
      ...longAgo(facts.receivedAt, office.now),
      ...(reading.notes ?? []),
      ...callsFor,
    ],
    callsFor,
    tellSubmitter,
    suggestedProgram,
  };
}

/** A TAPA that was negotiated; as the Division's involvement it is one, too, with a date not known yet. */
export const tapaOf = ({ tapa, divisionInvolvement }: Pick<Intake, 'tapa' | 'divisionInvolvement'>) =>
  tapa ?? (divisionInvolvement === 'tapa' ? { date: null } : null);

// Asked about, not barred: what was on paper may be typed in years later.
const longAgo = (receivedAt: Instant, now: Instant): string[] =>
  receivedAt < addMs(now, -numbers.receivedDaysBack * DAY)
    ? [`${fieldWords.receivedAt}: more than ${numbers.receivedDaysBack} days back. Check it.`]
    : [];

function countyOf(text: string | null): { county: string | null; problem?: FormProblem } {
  if (text === null) return { county: null };
  const found = findCounty(text);
  return 'county' in found ? found : { county: null, problem: { field: 'county', kind: 'unreadable', text } };
}

/** The county that is meant. Refuses what is none, or could be several, with the ones it could be. */
export function readCounty(text: string): string {
  const found = findCounty(text);
  if ('county' in found) return found.county;
  const could = 'several' in found ? found.several : found.nearest;
  throw new Refusal({
    kind: 'invalid',
    code: 'unknown_county',
    message: 'several' in found ? `“${text}” fits several counties.` : `Missouri has no county “${text}”.`,
    hint: could.length > 0 ? `Did you mean ${could.join(', ')}?` : 'See the counties: iis circuits',
  });
}

/** What the gatekeeper needs besides the form. */
const missingForDesk = (intake: Intake): FormProblem[] =>
  [
    ...(intake.county === null ? ['county'] : []),
    ...(intake.priority === null ? ['priority'] : []),
    ...(intake.situation === null ? ['situation'] : []),
    ...(intake.source === null ? ['source'] : []),
    ...(intake.safetyConcern === null ? ['safetyConcern'] : []),
  ].map((field) => ({ field, kind: 'missing' as const, text: null }));

const fieldWords: Record<string, string> = {
  receivedAt: 'Date received',
  'submitter.name': 'Name of who refers',
  'submitter.organization': 'Organization of who refers',
  'submitter.phone': 'Phone of who refers',
  'submitter.email': 'Email of who refers',
  submitter: 'Who refers',
  reason: 'Reason for the referral',
  servicesProvided: 'Services already provided',
  accommodations: 'Accommodations',
  discussedOn: 'Date the family was spoken to',
  familyAgrees: 'Agreement of the family',
  program: 'Program',
  source: 'Source (community or Division)',
  county: 'County',
  priority: 'Priority',
  situation: 'Situation',
  language: 'Language',
  interpreterArranged: 'Interpreter arranged',
  tapa: 'TAPA',
  divisionInvolvement: 'Division involvement',
  safetyConcern: 'Concern for immediate safety',
  circuit: 'Circuit',
  family: 'Family',
  status: 'Status',
  'tapa.date': 'Date of the TAPA',
  name: 'name',
  birthDate: 'date of birth',
  phone: 'phone',
  email: 'email',
  address: 'address',
};

/** A field's path, `children[1].birthDate`, in words: `Child 2, date of birth`. */
export function fieldInWords(path: string): string {
  const person = /^(?:family\.)?(caregivers|children)\[(\d+)\](?:\.(\w+))?$/.exec(path);
  if (!person) return fieldWords[path] ?? path;
  const [, group, index, part] = person;
  const who = `${group === 'caregivers' ? 'Caregiver' : 'Child'} ${Number(index) + 1}`;
  return part ? `${who}, ${fieldWords[part] ?? part}` : who;
}

/** A problem of a form in one sentence, with the text as it stood. */
export function problemInWords({ field, kind, text }: FormProblem): string {
  const what = fieldInWords(field);
  if (kind === 'missing')
    return text ? `${what}: not given; the form says “${text}”.` : `${what}: not given.`;
  return `${what}: “${text}” can’t be taken as it stands.`;
}

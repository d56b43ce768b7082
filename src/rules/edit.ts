import { circuitOfCounty } from './circuits.ts';
import { dayInWords, receivedInWords } from './in-words.ts';
import type { Caregiver, Child, Intake } from './intake.ts';
import { nameWords } from './name-keys.ts';
import type { Referral } from './referral.ts';
import { Refusal } from './refusal.ts';
import type { CalendarDate, Instant, Zone } from './time.ts';

/** The facts of a referral that can be changed after intake. */
export type EditableFacts = Omit<Referral, 'id' | 'family' | 'state' | 'faces' | 'hotlineShownAt'> & {
  caregivers: Caregiver[];
  children: Child[];
};

/** Facts that can be made "not known" again. */
export const erasable = [
  'reason',
  'servicesProvided',
  'accommodations',
  'discussedOn',
  'county',
  'priority',
  'situation',
  'language',
  'interpreterArranged',
  'tapa',
  'divisionInvolvement',
  'safetyConcern',
] as const;
export type Erasable = (typeof erasable)[number];

/**
 * What changes when these facts are said of the referral: what is not said stays. A child with a name that
 * is there already gets the date of birth, any other is added. `county` must be one of Missouri's.
 */
export function editOf(
  referral: Referral,
  said: Intake,
  options: { notKnown: readonly Erasable[]; withoutChildren: readonly number[] },
): Partial<EditableFacts> {
  const { submitter, caregivers, children, ...plain } = said;
  const known = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== null),
  ) as Partial<EditableFacts>;
  const erased = Object.fromEntries(options.notKnown.map((field) => [field, null])) as Partial<EditableFacts>;
  const county = known.county ?? (options.notKnown.includes('county') ? null : undefined);
  return {
    ...known,
    ...erased,
    ...(county === undefined ? {} : { circuit: county === null ? null : circuitOfCounty(county) }),
    ...(saysAnything(submitter) ? { submitter: over(referral.submitter, submitter) } : {}),
    ...(caregivers.length > 0 ? { caregivers: caregiversAfter(referral.family.caregivers, caregivers) } : {}),
    ...(children.length > 0 || options.withoutChildren.length > 0
      ? { children: childrenAfter(without(referral, options.withoutChildren), children) }
      : {}),
  };
}

const saysAnything = (value: object): boolean => Object.values(value).some((part) => part !== null);

const over = <T extends object>(before: T, said: T): T => ({
  ...before,
  ...Object.fromEntries(Object.entries(said).filter(([, part]) => part !== null)),
});

const caregiversAfter = (before: readonly Caregiver[], said: readonly Caregiver[]): Caregiver[] =>
  Array.from({ length: Math.max(before.length, said.length) }, (_, i) => {
    const [was, is] = [before[i], said[i]];
    return was && is ? over(was, is) : ((is ?? was) as Caregiver);
  });

function childrenAfter(before: readonly Child[], said: readonly Child[]): Child[] {
  const children = [...before];
  for (const child of said) {
    const at = children.findIndex(({ name }) => name !== null && sameName(name, child.name ?? ''));
    if (at < 0) children.push(child);
    else children[at] = over(children[at]!, child);
  }
  return children;
}

const sameName = (a: string, b: string): boolean => nameWords(a).join(' ') === nameWords(b).join(' ');

function without({ id, family }: Referral, numbers: readonly number[]): Child[] {
  const { children } = family;
  const strange = numbers.find((number) => !children[number - 1]);
  if (strange === undefined) return children.filter((_, i) => !numbers.includes(i + 1));
  throw new Refusal({
    kind: 'invalid',
    code: 'no_such_child',
    message: `${id} has no child ${strange}.`,
    hint: `Its children are numbered 1 to ${children.length}: iis referral show ${id}`,
  });
}

export interface FactChange {
  field: string;
  before: unknown;
  after: unknown;
}

const shownFacts = [
  'source',
  'program',
  'receivedAt',
  'county',
  'circuit',
  'priority',
  'situation',
  'divisionInvolvement',
  'reason',
  'servicesProvided',
  'accommodations',
  'language',
  'interpreterArranged',
  'discussedOn',
  'familyAgrees',
  'tapa',
  'safetyConcern',
  'submitter',
] as const;

/** The facts that differ between two states of a referral, people by their place: `caregivers[0].phone`. */
export function changesBetween(before: Referral, after: Referral): FactChange[] {
  return [
    ...shownFacts.flatMap((field) => differences(field, before[field], after[field])),
    ...(['caregivers', 'children'] as const).flatMap((group) =>
      differences(group, before.family[group], after.family[group]),
    ),
    ...differences('family', before.family.id, after.family.id),
    ...differences('status', before.state.status, after.state.status),
  ];
}

function differences(field: string, before: unknown, after: unknown): FactChange[] {
  if (Object.is(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ field, before: before ?? null, after: after ?? null }];
  const path = (key: string) => (Array.isArray(after) ? `${field}[${key}]` : `${field}.${key}`);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differences(path(key), before[key], after[key]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The facts that are one of a few codes; whatever else has a `_`, such as an email, keeps it. */
const coded = ['source', 'priority', 'situation', 'divisionInvolvement', 'status', 'takes', 'take'];

/** The value of a field as it reads in a sentence; nothing is `not known`. */
export function factInWords(value: unknown, field: string, zone: Zone): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return textInWords(String(value), field, zone);
  if (Array.isArray(value) && value.length === 0) return 'none';
  const parts = Object.values(value).filter((part) => part !== null);
  return parts.length > 0 ? parts.map((part) => factInWords(part, field, zone)).join(', ') : 'yes';
}

function textInWords(text: string, field: string, zone: Zone): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return receivedInWords(text as Instant, zone);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayInWords(text as CalendarDate);
  return coded.includes(field) ? text.replaceAll('_', ' ') : text;
}

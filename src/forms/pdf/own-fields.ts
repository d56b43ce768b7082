import type { Intake } from '../../rules/intake.ts';
import type { CalendarDate, Instant, Zone } from '../../rules/time.ts';
import { partsIn } from '../../rules/zone.ts';

/** The half of what intake knows that the Community Referral form asks for [002]. */
export type FormHalf = Pick<
  Intake,
  | 'receivedAt'
  | 'submitter'
  | 'caregivers'
  | 'children'
  | 'reason'
  | 'servicesProvided'
  | 'accommodations'
  | 'discussedOn'
  | 'familyAgrees'
>;

/** The names of the boxes for the family's agreement. */
export const agreementFields = { yes: 'agreement.yes', notYet: 'agreement.notYet' } as const;

/** The field that tells which form this is; nobody sees it. */
export const versionField = 'formVersion';

const people = { caregiver: 'caregivers', child: 'children' } as const;
const ownName =
  /^(?:(?<plain>reason|servicesProvided|accommodations|discussedOn|date)|submitter\.(?<submitter>name|organization|phone|email)|(?:(?<kind>caregiver|child)(?<n>[1-9]\d?)\.(?<field>name|birthDate|phone|email|address)))$/;

/**
 * Where in an intake a field of ours goes: `child2.birthDate` to `children[1].birthDate`. `null` for a name that is
 * none of ours, such as a child’s phone.
 */
export const pathOfOwn = (name: string): string | null => {
  const { plain, submitter, kind, n, field } = ownName.exec(name)?.groups ?? {};
  if (plain) return plain === 'date' ? 'receivedAt' : plain;
  if (submitter) return `submitter.${submitter}`;
  if (!kind || (kind === 'child' && !/name|birthDate/.test(field!))) return null;
  return `${people[kind as keyof typeof people]}[${Number(n) - 1}].${field}`;
};

/** The name of the part of a field that goes on elsewhere in the form, counted from 1. */
export const continuedName = (name: string, part: number): string => `${name}Continued${part}`;

/** Which field a continued part belongs to, and its place in it; 0 is the field itself. */
export const partOf = (name: string): { name: string; part: number } => {
  const [, whole, part] = /^(.*)Continued(\d+)$/.exec(name) ?? [];
  return whole === undefined ? { name, part: 0 } : { name: whole, part: Number(part) };
};

/** `10/05/2026`, as the form asks for dates. */
const typedDay = (date: CalendarDate | null): string =>
  date === null ? '' : `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

/** `10/05/2026 9:12 AM` by the clock of the zone; only the day where only the day is known. */
export const typedMoment = (at: Instant, zone: Zone): string => {
  const { date, hour, minute } = partsIn(at, zone);
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
  return hour === 0 && minute === 0 ? typedDay(date) : `${typedDay(date)} ${clock}`;
};

/** What is typed in each field of the form, by its name, so that reading it gives the same again. */
export function ownValues(form: FormHalf, zone: Zone): Map<string, string> {
  const { submitter, caregivers, children } = form;
  const values: [string, string | null][] = [
    ['date', form.receivedAt && typedMoment(form.receivedAt, zone)],
    ...Object.entries(submitter).map(([field, value]): [string, string | null] => [
      `submitter.${field}`,
      value,
    ]),
    ...caregivers.flatMap((caregiver, i) => personValues(`caregiver${i + 1}`, caregiver)),
    ...children.flatMap((child, i) => personValues(`child${i + 1}`, child)),
    ['reason', form.reason],
    ['servicesProvided', form.servicesProvided],
    ['accommodations', form.accommodations],
    ['discussedOn', typedDay(form.discussedOn)],
  ];
  return new Map(values.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

const personValues = (who: string, person: object): [string, string | null][] =>
  Object.entries(person).map(([field, value]) => [
    `${who}.${field}`,
    field === 'birthDate' ? typedDay(value as CalendarDate | null) : (value as string | null),
  ]);

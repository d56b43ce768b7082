import { namesSomeone } from '../rules/admission.ts';
import type { FormReading, Intake } from '../rules/intake.ts';
import { asksForLanguage } from '../rules/language-hints.ts';

/** What a referral ought to say, as paths in `Intake`; any of the values is enough. */
const wanted = ({ receivedAt, submitter, caregivers, children, ...rest }: Intake) => {
  const [caregiver] = caregivers;
  return [
    ['receivedAt', receivedAt],
    ['submitter.name', submitter.name, submitter.organization],
    ['submitter.phone', submitter.phone, submitter.email],
    ['caregivers[0].name', caregiver?.name],
    ['caregivers[0].phone', caregiver?.phone],
    ['caregivers[0].address', caregiver?.address],
    ['children[0].name', children[0]?.name],
    ...children.flatMap(({ name, birthDate }, i) => [
      ...(i > 0 ? [[`children[${i}].name`, name]] : []),
      [`children[${i}].birthDate`, birthDate],
    ]),
    ['reason', rest.reason],
    ['discussedOn', rest.discussedOn],
    ['familyAgrees', rest.familyAgrees],
  ] as const;
};

/** The reading with a problem for every field that matters on the form [002 Community Referral form] and is not there. */
export const withMissing = (reading: FormReading): FormReading => {
  const { intake, problems } = reading;
  const named = new Set(problems.map(({ field }) => field));
  const missing = wanted(intake)
    .filter(
      ([field, ...values]) => values.every((value) => (value ?? null) === null) && !named.has(`${field}`),
    )
    .map(([field]) => ({ field: `${field}`, kind: 'missing', text: null }) as const);
  const { accommodations, language } = intake;
  const asks = language === null && !named.has('language') && accommodations !== null;
  const unnamed =
    asks && asksForLanguage(accommodations)
      ? [{ field: 'language', kind: 'missing', text: accommodations } as const]
      : [];
  return { ...reading, problems: [...problems, ...missing, ...unnamed] };
};

/**
 * Whether a form can be taken at all: it names a submitter (a person or an organization) or someone of the family.
 * Everything else can be asked later.
 */
export const isReadable = ({ intake }: FormReading): boolean => namesSomeone(intake);

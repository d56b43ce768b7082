import type { Caregiver, Child, FormReading, Intake } from '../../rules/intake.ts';
import type { ReferralNumber } from '../../rules/words.ts';

/** What an intake interview has gathered; kept as a draft after every answer. */
export interface IntakeAnswers {
  reading: FormReading;
  sameFamilyAs: ReferralNumber | null;
  /** Families of earlier referrals that were looked at and are others. */
  otherFamilies: string[];
  /** Of a form that was read, only what is missing is asked. */
  onlyMissing: boolean;
}

export const withIntake = (answers: IntakeAnswers, part: Partial<Intake>): IntakeAnswers => ({
  ...answers,
  reading: { ...answers.reading, intake: { ...answers.reading.intake, ...part } },
});

export const withCaregiver = (
  answers: IntakeAnswers,
  at: number,
  part: Partial<Caregiver>,
): IntakeAnswers => {
  const { caregivers } = answers.reading.intake;
  const count = Math.max(at + 1, caregivers.length);
  return withIntake(answers, {
    caregivers: Array.from({ length: count }, (_, i) => ({
      ...(caregivers[i] ?? nobody),
      ...(i === at ? part : {}),
    })),
  });
};

const nobody: Caregiver = { name: null, birthDate: null, phone: null, email: null, address: null };

export const withChild = (answers: IntakeAnswers, at: number, part: Partial<Child>): IntakeAnswers => {
  const { children } = answers.reading.intake;
  const changed = { name: null, birthDate: null, ...children[at], ...part };
  return withIntake(answers, { children: [...children.slice(0, at), changed, ...children.slice(at + 1)] });
};

export const withoutChild = (answers: IntakeAnswers, at: number): IntakeAnswers =>
  withIntake(answers, { children: answers.reading.intake.children.filter((_, i) => i !== at) });

/** The value at a path such as `caregivers[0].birthDate`; `null` where there is none. */
export const valueAt = (intake: Intake, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key] ?? null, intake);

/** What stands on the form where a value could not be taken; `null` once there is a value. */
export const asItStood = ({ reading }: IntakeAnswers, path: string): string | null =>
  valueAt(reading.intake, path) === null
    ? (reading.problems.find(({ field, text }) => field === path && text !== null)?.text ?? null)
    : null;

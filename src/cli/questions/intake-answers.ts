import type { IncomingForm } from '../../desk/take-referral.ts';
import { reasonOf } from '../../rules/doubts.ts';
import {
  type Caregiver,
  type Child,
  type FieldSource,
  type FormReading,
  type Intake,
  valueAt,
} from '../../rules/intake.ts';
import type { ReferralNumber } from '../../rules/words.ts';

/** What an intake interview has gathered; kept as a draft after every answer. */
export interface IntakeAnswers {
  reading: FormReading;
  sameFamilyAs: ReferralNumber | null;
  /** Families of earlier referrals that were looked at and are others. */
  otherFamilies: string[];
  /** Of a form that was read, only what is missing is asked. */
  onlyMissing: boolean;
  /** How it came in, and the form as it came; not in drafts that were begun before this was kept. */
  source?: IntakeSource;
}

export type IntakeSource = Pick<IncomingForm, 'channel' | 'text'>;

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

/** Without a child; what the children behind it were read from no longer tells which is which. */
export const withoutChild = (answers: IntakeAnswers, at: number): IntakeAnswers => {
  const isBehind = (field: string) => Number(/^children\[(\d+)/.exec(field)?.[1] ?? -1) >= at;
  const without = withIntake(answers, {
    children: answers.reading.intake.children.filter((_, i) => i !== at),
  });
  return withSources(without, (sources) => sources.filter(({ field }) => !isBehind(field)));
};

const withSources = (
  answers: IntakeAnswers,
  change: (sources: FieldSource[]) => FieldSource[],
): IntakeAnswers => {
  const { sources } = answers.reading;
  return sources ? { ...answers, reading: { ...answers.reading, sources: change(sources) } } : answers;
};

/** The answers without a doubt about a field: somebody has looked at it. */
export const lookedAt = (answers: IntakeAnswers, path: string): IntakeAnswers =>
  withSources(answers, (sources) =>
    sources.map((source) => (source.field === path ? { ...source, doubt: null } : source)),
  );

/** What a field was read from; `null` where nothing is known of that. */
export const sourceAt = ({ reading }: IntakeAnswers, path: string): FieldSource | null =>
  reading.sources?.find(({ field }) => field === path) ?? null;

/** What stands on the form where a value could not be taken or is unsure; `null` where there is nothing to say. */
export const asItStood = (answers: IntakeAnswers, path: string): string | null => {
  const { intake, problems } = answers.reading;
  if (valueAt(intake, path) === null)
    return problems.find(({ field, text }) => field === path && text !== null)?.text ?? null;
  const source = sourceAt(answers, path);
  return source?.doubt ? source.text : null;
};

/** Why a field is asked although it was read, in words; `null` where it is sure. */
export const doubtAt = (answers: IntakeAnswers, path: string): string | null => {
  const doubt = sourceAt(answers, path)?.doubt;
  return doubt ? `Please check: ${reasonOf(doubt)}.` : null;
};

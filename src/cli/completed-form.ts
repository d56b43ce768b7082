import type { FormReading, Intake } from '../rules/intake.ts';

/** The form with what the flags say over it; what they settle is no problem any more. */
export function completed(reading: FormReading, told: FormReading): FormReading {
  const { submitter, caregivers, children, ...plain } = told.intake;
  const said = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== null),
  ) as Partial<Intake>;
  const known = (value: object) =>
    Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
  const intake: Intake = {
    ...reading.intake,
    ...said,
    submitter: { ...reading.intake.submitter, ...known(submitter) },
    caregivers: overlaid(reading.intake.caregivers, caregivers),
    children: children.length > 0 ? children : reading.intake.children,
  };
  const settled = (field: string) => field in said || (field.startsWith('children') && children.length > 0);
  return { ...reading, intake, problems: reading.problems.filter(({ field }) => !settled(field)) };
}

const overlaid = <T extends object>(before: readonly T[], over: readonly T[]): T[] =>
  Array.from({ length: Math.max(before.length, over.length) }, (_, i) => {
    const parts = Object.entries(over[i] ?? {}).filter(([, part]) => part !== null);
    return { ...(before[i] ?? (over[i] as T)), ...Object.fromEntries(parts) };
  });

import type { ReferralNumber } from '../words.ts';
import { asksOf, meets } from './fitness.ts';
import type { Asking, AvailableSpecialist, MatchPlan, Serving, WaitingFamily, Why } from './plan.ts';

/**
 * What a placement of the gatekeeper's choice goes past: the specialist's circuits, what the family asks that the
 * specialist does not meet, and who had a place by the plan for everyone and has none with it. Empty where it goes
 * past nothing.
 */
export const pastThePlan = (
  family: WaitingFamily,
  specialist: AvailableSpecialist,
  { without, after }: { without: MatchPlan; after: MatchPlan },
): Why[] => {
  const served = new Set<ReferralNumber>(after.placements.map(({ referral }) => referral));
  const displaced = without.placements
    .map(({ referral }) => referral)
    .filter((referral) => referral !== family.referral && !served.has(referral));
  return [
    ...unmetBy(family, specialist),
    ...displaced.map((referral) => ({ kind: 'displaces' as const, referral })),
  ];
};

/** What the family asks that the specialist does not meet, the circuit first; the program aside. */
export const unmetBy = (family: Asking, specialist: Serving): Why[] => [
  ...(specialist.circuits.includes(family.circuit)
    ? []
    : [{ kind: 'other_circuit' as const, circuit: family.circuit }]),
  ...asksOf(family)
    .filter((ask) => !meets(ask, specialist))
    .map((ask) => ({ kind: 'unmet' as const, ask })),
];

import type { PastCase, PastDenial, PastReferral } from './described.ts';
import { dayOf, leavesEligible } from './policy.ts';

export type Whole = PastReferral &
  Required<Pick<PastReferral, 'contacts' | 'screenings' | 'denials' | 'cases' | 'fins' | 'fcs'>>;

const first = (times: readonly (string | undefined)[]): string | undefined =>
  times.filter((at) => at !== undefined).sort()[0];

/** With a referral that ends, its case is given back. */
const isOpen = ({ closedOn, declined, givenBack }: PastCase): boolean => !(closedOn ?? declined ?? givenBack);

/** With what follows from what was described. */
export function whole(past: PastReferral): Whole {
  const { fins = [], ended } = past;
  const cases = (past.cases ?? []).map((one) => (ended && isOpen(one) ? { ...one, givenBack: ended } : one));
  const fcs = [
    ...(past.fcs ?? []),
    ...fins.flatMap(({ reviews = [] }) =>
      reviews
        .filter(({ decision, at }) => decision === 'fcs' && !past.fcs?.some(({ on }) => on === dayOf(at)))
        .map(({ at }) => ({ on: dayOf(at) })),
    ),
  ];
  const declined = cases.flatMap(({ declined }) => declined ?? []);
  const offered = first([...fins.map(({ addedAt }) => addedAt), ...fcs.map(({ on }) => `${on}T18:00:00Z`)]);
  const denied = past.denials?.filter(({ at }) => !declined.some((one) => one.at === at));
  const screenings =
    past.screenings ?? usualScreening(denied ?? [], first([offered, ...cases.map((one) => one.assignedAt)]));
  const denials = denied ?? usualDenials(screenings, offered, cases);
  const contacts = [
    ...(past.contacts ?? []),
    ...(past.contactedAt === undefined ? [] : [{ at: past.contactedAt, outcome: 'reached' as const }]),
  ];
  const all = [...denials, ...declined].sort((a, b) => (a.at < b.at ? -1 : 1));
  return { ...past, cases, fins, fcs, contacts, screenings, denials: all };
}

function usualScreening(denials: readonly PastDenial[], used: string | undefined): Whole['screenings'] {
  const at = first([used, ...denials.map((denial) => denial.at)]);
  if (at === undefined) return [];
  const reason = denials.find((denial) => denial.at === at)?.reason ?? 'no_opening';
  return [leavesEligible(reason) ? { at, result: 'eligible' } : { at, result: 'not_eligible', reason }];
}

/** As the desk denies: at a screening that fails, and for no opening once an eligible family is listed or offered FCS. */
function usualDenials(
  screenings: Whole['screenings'],
  offered: string | undefined,
  cases: readonly PastCase[],
): PastDenial[] {
  const failed = screenings
    .filter(({ result }) => result === 'not_eligible')
    .map(({ at, reason = 'not_eligible' }) => ({ at, reason }));
  if (offered === undefined) return failed;
  const before = screenings.filter(({ at }) => at <= offered).at(-1);
  const declinedBefore = cases.some((one) => one.declined && one.declined.at <= offered);
  return before?.result === 'eligible' && !declinedBefore
    ? [...failed, { at: offered, reason: 'no_opening' }]
    : failed;
}

import {
  type Due,
  type DueOffice,
  type DueRule,
  type Finding,
  isOverdue,
  type LeftDraft,
  type OpenReferral,
} from './due/due.ts';
import { byUrgency } from './due/in-order.ts';
import { caseDue } from './due/of-case.ts';
import { afterNoPlace, afterNotEligible, fcsDue, reviewDue } from './due/of-list.ts';
import { contactDue, facesDue, factsDue, screeningDue } from './due/of-referral.ts';
import { tapaDue } from './due/of-tapa.ts';
import { weekdayInWords } from './in-words.ts';
import { barOf, obstacleInWords, type Plan, planPlacements } from './placing.ts';
import { dateIn } from './zone.ts';

export { type Due, type DueOffice, dueKinds, type LeftDraft, type OpenReferral } from './due/due.ts';
export { byUrgency } from './due/in-order.ts';

const rules: readonly DueRule[] = [
  contactDue,
  reviewDue,
  factsDue,
  screeningDue,
  tapaDue,
  caseDue,
  afterNotEligible,
  fcsDue,
  facesDue,
];

/**
 * Everything that waits for the gatekeeper at a moment, most urgent first, out of the referrals that are not ended
 * and the interviews that were not finished. Derived anew each time: nothing is ticked off, it is settled.
 */
export function everythingDue(
  referrals: readonly OpenReferral[],
  drafts: readonly LeftDraft[],
  office: DueOffice,
): Due[] {
  const placing = placingDue(referrals, office);
  const due = referrals.flatMap((referral) =>
    [...rules.flatMap((rule) => rule(referral, office)), ...placing(referral)].map((finding) =>
      dueFor(referral, finding, office),
    ),
  );
  return [...due, ...drafts.map((draft) => draftDue(draft, office))].sort(byUrgency);
}

const dueFor = (referral: OpenReferral, { id, ...finding }: Finding, { now }: DueOffice): Due => ({
  ...finding,
  id: id ?? referral.referral,
  family: referral.family,
  priority: referral.priority,
  overdue: isOverdue(finding.dueAt, now),
});

/** An eligible family is placed while an opening is there for it, by the plan for everyone; else it is not left alone. */
function placingDue(
  referrals: readonly OpenReferral[],
  office: DueOffice,
): (referral: OpenReferral) => readonly Finding[] {
  const waiting = referrals.filter(({ status }) => status === 'eligible');
  if (waiting.length === 0) return () => [];
  const bars = waiting.flatMap((referral) => {
    const bar = barOf(referral, office.now, office);
    return bar ? [[referral.referral, bar] as const] : [];
  });
  const { specialists, zone } = office;
  const plan = planPlacements({ waiting, bars: new Map(bars), specialists }, null);
  const placed = new Map(plan.placements.map(({ referral, specialist }) => [referral, specialist]));
  const leftOut = new Map(plan.unserved.map((family) => [family.referral, family]));
  return (referral) => {
    const specialist = placed.get(referral.referral);
    if (specialist) return [placeNow(referral, specialist)];
    const blockers = leftOut.get(referral.referral)?.blockers ?? [];
    const isBarred = blockers.some(({ kind }) => kind === 'facts_missing' || kind === 'stale_review');
    if (blockers.length === 0 || isBarred) return [];
    return afterNoPlace(referral, () => obstacleInWords(blockers[0]!, zone));
  };
}

const placeNow = (
  { referral }: OpenReferral,
  specialist: Plan['placements'][number]['specialist'],
): Finding => ({
  kind: 'place_family',
  what: 'Place the family',
  dueAt: null,
  detail: `the plan has an opening with ${specialist}`,
  command: `iis match ${referral}`,
  rule: 'no opening stays empty that an eligible family could fill',
  source: '[000]',
});

const draftDue = ({ id, command, owner, startedAt }: LeftDraft, { zone }: DueOffice): Due => ({
  kind: 'draft',
  what: 'Go on with what was begun',
  id: `draft ${id}`,
  family: null,
  priority: null,
  dueAt: null,
  overdue: false,
  detail: `begun by ${owner} on ${weekdayInWords(dateIn(startedAt, zone))}`,
  command,
  rule: 'an interview that is broken off is kept until it is finished or thrown away',
  source: 'local default',
});

import {
  type Due,
  type DueOffice,
  type DueRule,
  type Finding,
  isOverdue,
  type LeftDraft,
  type OpenReferral,
  type Waiting,
} from './due/due.ts';
import { inOrder } from './due/in-order.ts';
import { caseDue } from './due/of-case.ts';
import { afterCaseDue, eventDue } from './due/of-case-after.ts';
import { fundDue } from './due/of-fund.ts';
import { afterLeaving, afterNoPlace, afterNotEligible, fcsDue, reviewDue } from './due/of-list.ts';
import { followUpDue } from './due/of-reason.ts';
import { contactDue, facesDue, factsDue, screeningDue } from './due/of-referral.ts';
import { notedTapaDue, tapaDue } from './due/of-tapa.ts';
import { trainingDue } from './due/of-training.ts';
import { weekdayInWords } from './in-words.ts';
import { barOf, obstacleInWords, type Plan, planPlacements } from './placing.ts';
import type { Priority } from './words.ts';
import { dateIn } from './zone.ts';

export {
  type Due,
  type DueOffice,
  dueKinds,
  type EndedReferral,
  type FollowedCase,
  type LeftDraft,
  type OpenCase,
  type OpenEvent,
  type OpenReferral,
  type Waiting,
} from './due/due.ts';

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
 * Everything that waits for the gatekeeper at a moment, most urgent first: for the referrals that are not ended, after
 * those that are, for TAPAs whose families are not referred yet, for requests to the crisis fund, and out of interviews that were not finished. Derived
 * anew each time: nothing is ticked off, it is settled.
 */
export function everythingDue(waiting: Waiting, office: DueOffice): Due[] {
  const { referrals, followUps, ended, tapas, fund, training, events, closedCases, drafts } = waiting;
  const placing = placingDue(referrals, office);
  const due = [
    ...each(referrals, office, (one) => [...rules.flatMap((rule) => rule(one, office)), ...placing(one)]),
    ...each(ended, office, (one) => [...fcsDue(one, office), ...facesDue(one)]),
    ...each(
      tapas.map((tapa) => ({ ...tapa, referral: tapa.id, priority: null })),
      office,
      (tapa) => notedTapaDue(tapa, office),
    ),
    ...each(events, office, eventDue),
    ...each(closedCases, office, (one) => afterCaseDue(one, office)),
    ...each(
      fund.map((request) => ({ request, referral: request.id, family: request.family, priority: null })),
      office,
      ({ request }) => fundDue(request, office),
    ),
    ...each(
      training.map((one) => ({ ...one, referral: one.of, family: null, priority: null })),
      office,
      trainingDue,
    ),
    ...drafts.filter((draft) => canGoOn(draft, referrals)).map((draft) => draftDue(draft, office)),
  ];
  // What a reason asks for may be due already for where the referral stands.
  const following = each(followUps, office, (one) => followUpDue(one, office));
  const known = new Set(following.length === 0 ? [] : due.map(({ kind, id }) => `${kind} ${id}`));
  return inOrder([...due, ...following.filter(({ kind, id }) => !known.has(`${kind} ${id}`))]);
}

/** What is due of each, said of whom it is. */
const each = <T extends { referral: string; family: string | null; priority: Priority | null }>(
  all: readonly T[],
  { now }: DueOffice,
  findings: (one: T) => readonly Finding[],
): Due[] =>
  all.flatMap((one) =>
    findings(one).map(({ id, ...finding }) => ({
      ...finding,
      id: id ?? one.referral,
      family: one.family,
      priority: one.priority,
      overdue: isOverdue(finding.dueAt, now),
    })),
  );

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
    const [blocker] = leftOut.get(referral.referral)?.blockers ?? [];
    switch (blocker?.kind) {
      case undefined:
      case 'facts_missing':
      case 'stale_review':
        return [];
      case 'off_list':
        return afterLeaving(referral, blocker.because, office);
      default:
        return afterNoPlace(referral, () => obstacleInWords(blocker!, zone));
    }
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

/** What a command refuses is not told to be gone on with; what was answered is kept until the referral stands so again. */
function canGoOn({ command, referral }: LeftDraft, open: Waiting['referrals']): boolean {
  if (referral === null) return true;
  const about = open.find((one) => one.referral === referral);
  if (!about) return false;
  return command.startsWith('iis fund request') ? isFunded(about) : isScreenable(about);
}

/** As `requireScreenable` has it. */
const isScreenable = ({ status, agrees, case: open }: OpenReferral): boolean =>
  open === null && status !== 'returned' && agrees !== false;

/** As `requireFunded` has it. */
const isFunded = ({ circuit, case: open }: OpenReferral): boolean => open !== null && circuit !== null;

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

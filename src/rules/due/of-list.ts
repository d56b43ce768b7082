// [002] Community Referral form: the list is reviewed, and Family Centered Services are offered.
import { type FinsFamily, nextReviewDue } from '../fins.ts';
import { weekdayInWords } from '../in-words.ts';
import { numberOf, type Program, programOf, reviewInterval, ruleOf } from '../policy.ts';
import { followedReasons } from '../reason-effects.ts';
import { type ReferralStatus, statusInWords } from '../referral.ts';
import type { Priority } from '../words.ts';
import { addDays, dateIn } from '../zone.ts';
import type { DueOffice, DueRule, Finding, OpenReferral } from './due.ts';
import { endOfDay } from './of-tapa.ts';

/** How often a family of this risk is looked at again, in words, and where that comes from. */
export function reviewRule(program: Program, priority: Priority | null): { rule: string; source: string } {
  const every = reviewInterval(program, priority ?? 'imminent');
  const [n, unit] = 'days' in every ? [every.days, 'day'] : [every.businessDays, 'business day'];
  const often = n === 1 ? `every ${unit}` : `every ${n} ${unit}s`;
  const risk = priority === null ? 'whose risk is not known' : `at ${priority} risk`;
  const id = {
    imminent: 'finsReviewImminent',
    high: 'finsReviewHigh',
    moderate: 'finsReviewModerate',
  } as const;
  return {
    rule: `a family ${risk} on the FINS list is reviewed at least ${often}`,
    source: program.numbers[id[priority ?? 'imminent']]!.source,
  };
}

/** A family on the list is reviewed on the day on which its review is due, at the latest [002]. */
export const reviewDue: DueRule = (referral, office) => {
  const { fins, priority, program } = referral;
  if (fins === null) return [];
  const family: Pick<FinsFamily, 'addedAt' | 'reviewedAt' | 'priority' | 'program'> = {
    ...fins,
    priority,
    program,
  };
  const dueAt = nextReviewDue(family, office);
  const { now, zone, programs } = office;
  if (dueAt > endOfDay(dateIn(now, zone), zone)) return [];
  const looked = fins.reviewedAt === null ? 'listed' : 'last reviewed';
  return [
    {
      kind: 'fins_review',
      what: 'Review the family on the list',
      dueAt,
      detail: `${looked} ${weekdayInWords(dateIn(fins.reviewedAt ?? fins.addedAt, zone))}`,
      command: `iis fins review ${referral.referral}`,
      ...reviewRule(programOf(programs, program), priority),
    },
  ];
};

/** An offer of FCS is on the sheet from the day by which it is to be answered. */
export const fcsDue = (
  { referral, fcs, program: code }: Pick<OpenReferral, 'referral' | 'fcs' | 'program'>,
  { now, zone, programs }: DueOffice,
): Finding[] => {
  if (fcs?.state !== 'offered') return [];
  const program = programOf(programs, code);
  const answerBy = addDays(fcs.offeredOn, numberOf(program, 'fcsAnswerWithin'));
  if (dateIn(now, zone) < answerBy) return [];
  return [
    {
      kind: 'fcs_answer',
      what: 'Ask for the answer to the offer of FCS',
      dueAt: endOfDay(answerBy, zone),
      detail: `offered ${weekdayInWords(fcs.offeredOn)}`,
      command: `iis fcs answer ${referral}`,
      ...ruleOf(program, 'fcsAnswerWithin'),
    },
  ];
};

/** Whether nothing is under way for a family that could not be served: neither the list nor an open offer of FCS. */
const isLeft = ({ fins, fcs }: OpenReferral): boolean => fins === null && fcs?.state !== 'offered';

/** Whether a referral stands where its family is offered FCS: their need does not rise to the program [002]. */
export const needsFcs = (status: ReferralStatus): boolean =>
  status === 'not_eligible' || status === 'not_accepted';

/** A family that is not eligible, or was not accepted, and is not on the list, is offered FCS; after the answer its referral ends [002]. */
export const afterNotEligible: DueRule = (referral) => {
  if (!needsFcs(referral.status) || !isLeft(referral)) return [];
  if (referral.fcs !== null) return [closing(referral, `FCS ${referral.fcs.state}`)];
  return [
    {
      kind: 'offer_fcs',
      what: 'Offer FCS',
      dueAt: null,
      detail: `${statusInWords[referral.status]}; or list the family, or close: iis referral close ${referral.referral}`,
      command: `iis fcs offer ${referral.referral}`,
      rule: 'a family whose need does not rise to the program is offered FCS',
      source: '[002]',
    },
  ];
};

/** What becomes of an eligible family for whom there is no place, unless the list or an offer has it already [002]. */
export const afterNoPlace = (referral: OpenReferral, why: () => string) => {
  if (!isLeft(referral)) return [];
  if (referral.fcs?.state === 'accepted') return [closing(referral, 'FCS accepted')];
  return [
    {
      kind: 'list_family' as const,
      what: 'List the family',
      dueAt: null,
      detail: `${why()}; or offer FCS: iis fcs offer ${referral.referral}`,
      command: `iis fins add ${referral.referral}`,
      rule: 'an eligible family without an opening is listed or offered FCS',
      source: '[002]',
    },
  ];
};

/** What becomes of an eligible family that was taken off the list: what its reason asks for, else its referral ends. */
export const afterLeaving = (referral: OpenReferral, because: string, { reasons }: DueOffice) =>
  followedReasons(reasons).some(({ code }) => code === referral.leftFins?.reason)
    ? []
    : [closing(referral, because)];

const closing = ({ referral, status }: OpenReferral, answered: string) => ({
  kind: 'close_referral' as const,
  what: 'Close the referral',
  dueAt: null,
  detail: `${statusInWords[status]}, ${answered}, not on the list`,
  command: `iis referral close ${referral}`,
  rule: 'a referral that leads to no service leaves by a recorded reason',
  source: '[002]',
});

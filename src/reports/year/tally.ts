import type { ReferralOfYear } from '../../records/figures/year-referrals.ts';
import { type Answer, answerOf, servedLater } from '../../rules/figures/answer.ts';
import { type Spread, seenOnce, spread } from '../../rules/figures/spread.ts';
import { codesNotForFaces } from '../../rules/reasons.ts';
import { DAY, msOf } from '../../rules/time.ts';
import type { ReportDesk } from '../desk.ts';
import type { Month } from '../months.ts';
import type { Scope } from '../report.ts';
import type { Begun } from './served.ts';

/** Referrals by what they count as. */
export interface Counted {
  accepted: number;
  notAccepted: number;
  neither: number;
}

export interface People {
  referrals: number;
  families: number;
  children: number;
}

/** What is counted of the year’s referrals, in one pass over them. */
export interface YearTally {
  answers: Record<Answer, number>;
  /** Of those not accepted, served later. */
  later: number;
  all: Counted;
  bySource: Map<string, Counted>;
  byPriority: Map<string, Counted>;
  /** By circuit and county, as they stand together: `13|Boone`; what is not known is empty. */
  byPlace: Map<string, Counted>;
  byMonth: Counted[];
  withTapa: Counted;
  /** Those not accepted, by the reason of the first denial. */
  reasons: Map<string, number>;
  faces: Record<'in' | 'missing' | 'notNeeded', number>;
  denials: Record<'in' | 'missing', number>;
  referred: People;
  /** Not accepted for lack of an opening: never served, and served later. */
  noOpening: People;
  noOpeningLater: People;
  waits: Record<'contact' | 'screening' | 'placement' | 'visit', Spread>;
}

const none = (): Counted => ({ accepted: 0, notAccepted: 0, neither: 0 });
const nobody = (): People => ({ referrals: 0, families: 0, children: 0 });

export async function tallyOf(
  pages: AsyncIterable<readonly ReferralOfYear[]>,
  { months, days, begun }: { months: readonly Month[]; days: Pick<Scope, 'from' | 'before'>; begun: Begun },
  { reasons: book }: Pick<ReportDesk, 'reasons'>,
): Promise<YearTally> {
  const tally: YearTally = {
    answers: { accepted: 0, not_accepted: 0, pending: 0, returned: 0, withdrawn: 0, closed: 0 },
    later: 0,
    all: none(),
    bySource: new Map(),
    byPriority: new Map(),
    byPlace: new Map(),
    byMonth: months.map(none),
    withTapa: none(),
    reasons: new Map(),
    faces: { in: 0, missing: 0, notNeeded: 0 },
    denials: { in: 0, missing: 0 },
    referred: nobody(),
    noOpening: nobody(),
    noOpeningLater: nobody(),
    waits: { contact: spread(), screening: spread(), placement: spread(), visit: spread() },
  };
  const kept = {
    tally,
    notForFaces: new Set(codesNotForFaces(book)),
    capacity: new Set(book.reasons.filter((reason) => reason.class === 'capacity').map(({ code }) => code)),
    referred: seenOnce(),
    noOpening: seenOnce(),
    noOpeningLater: seenOnce(),
  };
  let month = 0;
  for await (const page of pages)
    for (const referral of page) {
      while (month + 1 < months.length && referral.receivedAt >= months[month + 1]!.from) month += 1;
      const answer = count(kept, referral, month);
      const { startedOn } = referral;
      if (startedOn !== null && startedOn >= days.from && startedOn < days.before)
        begun.count(referral, answer === 'accepted' ? 'first' : 'later');
    }
  return tally;
}

interface Kept extends Record<'referred' | 'noOpening' | 'noOpeningLater', ReturnType<typeof seenOnce>> {
  tally: YearTally;
  notForFaces: ReadonlySet<string>;
  capacity: ReadonlySet<string>;
}

function count(kept: Kept, referral: ReferralOfYear, month: number): Answer {
  const { tally } = kept;
  const answer = answerOf(referral);
  const as = answer === 'accepted' ? 'accepted' : answer === 'not_accepted' ? 'notAccepted' : 'neither';
  tally.answers[answer] += 1;
  tally.all[as] += 1;
  tally.byMonth[month]![as] += 1;
  groupIn(tally.bySource, referral.source ?? 'unknown')[as] += 1;
  groupIn(tally.byPriority, referral.priority ?? 'unknown')[as] += 1;
  groupIn(tally.byPlace, `${referral.circuit ?? ''}|${referral.county ?? ''}`)[as] += 1;
  if (referral.tapa === 1) tally.withTapa[as] += 1;
  countPeople(tally.referred, kept.referred, referral);
  if (answer === 'not_accepted') countDenied(kept, referral);
  countFaces(kept, referral);
  countWaits(tally.waits, referral);
  return answer;
}

function groupIn(groups: Map<string, Counted>, key: string): Counted {
  const known = groups.get(key);
  if (known) return known;
  const fresh = none();
  groups.set(key, fresh);
  return fresh;
}

/** A family once, with the children that its first referral of the year names. */
function countPeople(people: People, seen: ReturnType<typeof seenOnce>, referral: ReferralOfYear): void {
  people.referrals += 1;
  if (!seen.first(referral.family)) return;
  people.families += 1;
  people.children += Number(referral.children);
}

function countDenied({ tally, capacity, ...seen }: Kept, referral: ReferralOfYear): void {
  const reason = referral.deniedFor!;
  tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
  const isLater = servedLater(referral);
  if (isLater) tally.later += 1;
  if (!capacity.has(reason)) return;
  const which = isLater ? 'noOpeningLater' : 'noOpening';
  countPeople(tally[which], seen[which], referral);
}

function countFaces({ tally, notForFaces }: Kept, referral: ReferralOfYear): void {
  const isOther = referral.statusReason !== null && notForFaces.has(referral.statusReason);
  tally.faces[referral.facesNumber !== null ? 'in' : isOther ? 'notNeeded' : 'missing'] += 1;
  const keyed = Number(referral.denialsInFaces);
  tally.denials.in += keyed;
  tally.denials.missing += Number(referral.denials) - keyed;
}

/** Days from the receipt to each step that there was. */
function countWaits(waits: YearTally['waits'], referral: ReferralOfYear): void {
  const from = msOf(referral.receivedAt as never);
  add(waits.contact, from, referral.contactedAt);
  add(waits.screening, from, referral.screenedAt);
  add(waits.placement, from, referral.assignedAt);
  add(waits.visit, from, referral.seenAt);
}

// What is noted with an earlier time than the receipt was there when it came.
const add = (to: Spread, from: number, at: string | null): void => {
  if (at !== null) to.add(Math.max(0, (Date.parse(at) - from) / DAY));
};

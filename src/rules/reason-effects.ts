import type { Reason, ReasonBook } from './reasons.ts';
import type { ReferralState, ReferralStatus } from './referral.ts';
import type { CalendarDate, Instant, Zone } from './time.ts';
import type { Priority, ReferralNumber } from './words.ts';
import { addDays, dateIn, startOfDay } from './zone.ts';

/** What a coded reason asks of the gatekeeper afterwards. It is derived each time and kept nowhere. */

export const followUpKinds = ['ask_again', 'offer_fcs'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export interface FollowUp {
  referral: ReferralNumber;
  family: string | null;
  priority: Priority | null;
  status: ReferralStatus;
  kind: FollowUpKind;
  dueAt: Instant;
  /** The code of the reason, and when it was given. */
  reason: string;
  since: Instant;
}

/** A reason that was given, and when. */
export interface Given {
  reason: string;
  at: Instant;
}

/** What is known of a referral that was given such a reason. */
export interface ReasonRecord {
  referral: ReferralNumber;
  family: string | null;
  priority: Priority | null;
  status: ReferralStatus;
  /** Since when it stands there. */
  statusSince: Instant;
  /** Why it stands there; only a referral that was returned or has ended has a reason. */
  statusReason: string | null;
  /** The last denial. */
  denial: Given | null;
  /** How it last left the FINS list; `null` where it is on the list or never was. */
  removal: Given | null;
  /** When its submitter was last reached. */
  lastReachedAt: Instant | null;
  fcsOffered: boolean;
  /** Whether there is a later referral of the same family. */
  referredAgain: boolean;
}

const followedBy = (book: ReasonBook, code: string): FollowUpKind | null =>
  followUpKinds.find((kind) => book.reasons.find((reason) => reason.code === code)?.effect === kind) ?? null;

/** A reason that something follows from. */
export interface Followed {
  code: string;
  kind: FollowUpKind;
  afterDays: number;
}

/** The reasons that something follows from. */
export const followedReasons = (book: ReasonBook): Followed[] =>
  book.reasons.flatMap(({ code, afterDays = 0 }) => {
    const kind = followedBy(book, code);
    return kind === null ? [] : [{ code, kind, afterDays }];
  });

/** What follows from how a referral was returned or ended; `null` where nothing does. */
export const followsFrom = (book: ReasonBook, state: ReferralState): FollowUpKind | null =>
  'reason' in state && state.reason ? followedBy(book, state.reason) : null;

/**
 * The moment from which on a reason must have been given for something to follow from it still: the longest wait before
 * it is due, and then as long as it is followed.
 */
export function followedSince(book: ReasonBook, now: Instant, zone: Zone): Instant {
  const longest = Math.max(0, ...book.reasons.map(({ afterDays }) => afterDays ?? 0));
  return startOfDay(addDays(dateIn(now, zone), -(longest + book.followedForDays)), zone);
}

/** The last day on which what follows from a reason is due: it is not run after for ever. */
export const followedUntil = ({ followedForDays }: ReasonBook, dueOn: CalendarDate): CalendarDate =>
  addDays(dueOn, followedForDays);

/** The day from which a family is asked again after a reason of this kind was given on a day. */
export const askAgainOn = (reason: Pick<Reason, 'afterDays'>, given: CalendarDate): CalendarDate =>
  addDays(given, reason.afterDays ?? 0);

/**
 * What is to be followed up, soonest first: to ask again from so many days after the reason was given, until the
 * submitter was reached from that day on; to offer FCS at once, until they were offered. The last reason that was given
 * counts. A family that is referred again, placed, listed again, or stands elsewhere since, has nothing left to follow.
 */
export const followUps = (book: ReasonBook, records: readonly ReasonRecord[], zone: Zone): FollowUp[] =>
  records
    .flatMap((record) => followUp(book, record, zone) ?? [])
    .sort((a, b) => compare(a.dueAt, b.dueAt) || compare(a.referral, b.referral));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function followUp(book: ReasonBook, record: ReasonRecord, zone: Zone): FollowUp | null {
  const given = lastGiven(record);
  if (!given || record.referredAgain) return null;
  const { referral, family, priority, status, lastReachedAt, fcsOffered } = record;
  const reason = book.reasons.find(({ code }) => code === given.reason)!;
  const plain = { referral, family, priority, status, reason: given.reason, since: given.at };
  switch (followedBy(book, given.reason)) {
    case 'ask_again': {
      const dueAt = startOfDay(askAgainOn(reason, dateIn(given.at, zone)), zone);
      return lastReachedAt && lastReachedAt >= dueAt ? null : { ...plain, kind: 'ask_again', dueAt };
    }
    case 'offer_fcs':
      return fcsOffered ? null : { ...plain, kind: 'offer_fcs', dueAt: given.at };
    default:
      return null;
  }
}

function lastGiven({ status, statusSince, statusReason, denial, removal }: ReasonRecord): Given | null {
  const at = statusSince;
  switch (status) {
    case 'returned':
    case 'not_accepted':
    case 'withdrawn':
    case 'closed':
      return statusReason === null ? null : { reason: statusReason, at };
    case 'assigned':
    case 'accepted':
      return null;
    default: {
      const given = [status === 'not_eligible' ? denial : null, removal];
      const standing = given.filter((one) => one !== null).filter((one) => one.at >= at);
      return standing.sort((a, b) => compare(a.at, b.at)).at(-1) ?? null;
    }
  }
}

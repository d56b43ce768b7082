import type { DueKind } from '../due/due.ts';
import type { ReviewRules } from '../fins.ts';
import { dueInWords } from '../in-words.ts';
import type { Instant } from '../time.ts';

/** What can be explained of a referral, in the order of its way. */
export const referralTopics = [
  'contact',
  'eligible',
  'rank',
  'match',
  'visit',
  'service',
  'event',
  'staffing',
  'home',
  'after',
  'review',
  'fcs',
  'follow_up',
  'safety',
  'tapa',
  'faces',
] as const;

export type ReferralTopic = (typeof referralTopics)[number];

/** The topic that explains what is due, by its kind; `null` where it is not about a referral. */
export const topicOf: Readonly<Record<DueKind, ReferralTopic | null>> = {
  case_event: 'event',
  see_family: 'visit',
  contact_submitter: 'contact',
  fins_review: 'review',
  place_family: 'match',
  facts_missing: 'match',
  screen_family: 'eligible',
  tapa_refer: null,
  tapa_ends: 'tapa',
  tapa_written: 'tapa',
  tapa_date: 'tapa',
  service_ends: 'service',
  fund_decide: null,
  fund_pay: null,
  assess_family: 'service',
  staffing: 'staffing',
  child_home: 'home',
  case_follow_up: 'after',
  list_family: 'match',
  offer_fcs: 'fcs',
  fcs_answer: 'fcs',
  close_referral: 'fcs',
  ask_again: 'follow_up',
  faces_referral: 'faces',
  faces_denial: 'faces',
  training: null,
  draft: null,
};

/** One answer to "why": how it stands, by which rule, on which facts, and where the rule comes from. */
export interface Explanation {
  about: string;
  answer: string;
  rule: string;
  /** By name; they name no one of a family. */
  facts: Record<string, unknown>;
  source: string;
}

/** What every explanation goes by: the clock and the office. */
export type Asked = ReviewRules & { now: Instant };

/** Behind a deadline: that it has passed, or is near; nothing where the deadline says it all. */
export function untilDue(dueAt: Instant, { now, zone }: Asked): string {
  const words = dueInWords(dueAt, now, zone);
  return /^due \w{3} /.test(words) ? '' : `: ${words}`;
}

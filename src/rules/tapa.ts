// RSMo 210.123 Temporary Alternative Placement Agreements · [001] Practice Alert PA22-CM-10
import { dayGoneBy } from './day-gone-by.ts';
import { dayInWords } from './in-words.ts';
import { Refusal } from './refusal.ts';
import type { CalendarDate } from './time.ts';
import type { ReferralNumber } from './words.ts';

/** `T0001` */
export type TapaNumber = string & { readonly __kind: 'TapaNumber' };

/** An agreement that is known before its family is referred: to negotiate it obliges the Division to refer [001]. */
export interface NotedTapa {
  id: TapaNumber;
  family: string;
  county: string | null;
  /** Who negotiated it. */
  worker: string | null;
  agreedOn: CalendarDate;
  writtenOn: CalendarDate | null;
}

/** The same with what became of it. */
export interface KeptTapa extends NotedTapa {
  /** The referral that was made for it. */
  referral: ReferralNumber | null;
  /** That no referral is to come, and why. */
  closed: { on: CalendarDate; code: string; note: string | null } | null;
}

/** Refuses a day on which an agreement can’t have been written or ended: before it was made, or still to come. */
export function requireWithin(
  what: string,
  on: CalendarDate,
  agreedOn: CalendarDate | null,
  today: CalendarDate,
) {
  const hint = dayGoneBy(agreedOn, today);
  if (on > today) throw wrongDay(`${what} can’t be in the future.`, hint);
  if (agreedOn !== null && on < agreedOn)
    throw wrongDay(`${what} can’t be before the TAPA was made (${dayInWords(agreedOn)}).`, hint);
}

const wrongDay = (message: string, hint: string) =>
  new Refusal({ kind: 'invalid', code: 'bad_date', message, hint });

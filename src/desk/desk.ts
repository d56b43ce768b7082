import type { Act } from '../records/journal.ts';
import { read, type Store } from '../records/store.ts';
import type { Db } from '../records/tables.ts';
import type { FigureBook } from '../rules/figures/book.ts';
import type { ReviewRules } from '../rules/fins.ts';
import type { FundBook } from '../rules/fund.ts';
import type { Holidays } from '../rules/holidays.ts';
import type { Programs } from '../rules/policy.ts';
import type { ReasonBook } from '../rules/reasons.ts';
import type { Settings } from '../rules/settings.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import { dateIn } from '../rules/zone.ts';

/** What every verb of the desk works with: the records, the clock, who acts, and what the office goes by. */
export interface Desk {
  readonly store: Store;
  readonly now: Instant;
  readonly who: string;
  readonly command: string;
  readonly clock: Act['clock'];
  readonly settings: Settings;
  readonly programs: Programs;
  readonly reasons: ReasonBook;
  readonly holidays: Holidays;
  readonly fund: FundBook;
  readonly figures: FigureBook;
  /** The draft that what is saved comes from: it goes in the same transaction (`write`). */
  readonly draft?: number | null;
}

/** The same before there are records, for what is only looked at or made. */
export type Deskless = Omit<Desk, 'store'>;

/** Reads what `work` asks for, all of the same moment. */
export const look = <T>(desk: Desk, work: (db: Db) => Promise<T>): Promise<T> => read(desk.store, work);

/** Today in the circuit's zone. */
export const today = (desk: Pick<Desk, 'now' | 'settings'>): CalendarDate =>
  dateIn(desk.now, desk.settings.zone);

export const yearNow = (desk: Pick<Desk, 'now' | 'settings'>): number => Number(today(desk).slice(0, 4));

export const reviewRules = ({ programs, holidays, settings }: Desk): ReviewRules => ({
  programs,
  holidays,
  zone: settings.zone,
});

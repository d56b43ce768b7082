import type { Store } from '../records/store.ts';
import type { FigureBook } from '../rules/figures/book.ts';
import type { FundBook } from '../rules/fund.ts';
import type { Holidays } from '../rules/holidays.ts';
import type { Programs } from '../rules/policy.ts';
import type { ReasonBook } from '../rules/reasons.ts';
import type { Settings } from '../rules/settings.ts';
import type { Instant } from '../rules/time.ts';

/** What a report needs of the desk that it is made at. */
export interface ReportDesk {
  readonly store: Store;
  readonly now: Instant;
  readonly who: string;
  readonly settings: Settings;
  readonly programs: Programs;
  readonly reasons: ReasonBook;
  readonly holidays: Holidays;
  readonly fund: FundBook;
  readonly figures: FigureBook;
}

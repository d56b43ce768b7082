import { join } from 'node:path';
import figureBook from '../../data/figures.json';
import fundBook from '../../data/fund.json';
import holidayRules from '../../data/holidays.json';
import reasonBook from '../../data/reasons.json';
import type { Desk } from '../../src/desk/desk.ts';
import { readPrograms } from '../../src/records/program-files.ts';
import type { Store } from '../../src/records/store.ts';
import type { FigureBook } from '../../src/rules/figures/book.ts';
import type { FundBook } from '../../src/rules/fund.ts';
import { type HolidayRules, holidayCalendar } from '../../src/rules/holidays.ts';
import type { ReasonBook } from '../../src/rules/reasons.ts';
import { defaultSettings } from '../../src/rules/settings.ts';
import type { Instant } from '../../src/rules/time.ts';

/** A desk over the store with the program's own data, at a fixed time; run from the project's folder. */
export const deskAt = (store: Store, given: Partial<Desk> = {}): Desk => ({
  store,
  now: '2026-10-05T14:00:00Z' as Instant,
  who: 'KL',
  command: 'test',
  clock: 'IIS_NOW',
  settings: defaultSettings,
  programs: readPrograms(join(process.cwd(), 'data', 'programs')),
  reasons: reasonBook as ReasonBook,
  holidays: holidayCalendar(holidayRules as HolidayRules),
  fund: fundBook as FundBook,
  figures: figureBook as FigureBook,
  ...given,
});

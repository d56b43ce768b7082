import { join } from 'node:path';
import figureBook from '../../data/figures.json';
import fundBook from '../../data/fund.json';
import holidayRules from '../../data/holidays.json';
import reasonBook from '../../data/reasons.json';
import type { Desk } from '../desk/desk.ts';
import { readPrograms } from '../records/program-files.ts';
import { readSettings } from '../records/settings.ts';
import { openStore, renewSearchKeys } from '../records/store.ts';
import type { FigureBook } from '../rules/figures/book.ts';
import type { FundBook } from '../rules/fund.ts';
import { type HolidayRules, holidayCalendar } from '../rules/holidays.ts';
import type { ReasonBook } from '../rules/reasons.ts';
import { defaultSettings } from '../rules/settings.ts';

export { processRunsIn } from '../rules/zone.ts';

/** What a desk has of the office, whoever sits at it. */
export type Office = Pick<
  Desk,
  'store' | 'settings' | 'programs' | 'reasons' | 'holidays' | 'fund' | 'figures'
>;

/** The office before its first entry: what it goes by, without records. */
export const newOffice = (dataFolder: string): Omit<Office, 'store'> => ({
  settings: defaultSettings,
  programs: readPrograms(join(dataFolder, 'programs')),
  reasons: reasonBook as ReasonBook,
  holidays: holidayCalendar(holidayRules as HolidayRules),
  fund: fundBook as FundBook,
  figures: figureBook as FigureBook,
});

/** Opens the records at `file` with the settings, programs, reasons and holidays that the office goes by. */
export async function openOffice(
  file: string,
  { create, dataFolder, say }: { create: boolean; dataFolder: string; say: (text: string) => void },
): Promise<Office> {
  const office = newOffice(dataFolder);
  const store = openStore(file, { create });
  try {
    await renewSearchKeys(store, () => say('Preparing the records so that families can be found …'));
    return { ...office, store, settings: await readSettings(store.db) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

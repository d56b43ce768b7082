import { type CalendarDate, type Instant, monthNames, type Zone } from '../rules/time.ts';
import { monthsLater, startOfDay } from '../rules/zone.ts';
import type { Scope } from './report.ts';

export interface Month {
  /** `2020-07` */
  id: string;
  /** `July 2020` */
  title: string;
  /** Its first moment, and the first after it. */
  from: Instant;
  before: Instant;
}

/** The months of the fiscal year, first to last. */
export const monthsOf = ({ from, before }: Pick<Scope, 'from' | 'before'>, zone: Zone): Month[] => {
  const months: Month[] = [];
  for (let day: CalendarDate = from; day < before; day = monthsLater(day, 1)) {
    const id = day.slice(0, 7);
    const title = `${monthNames[Number(id.slice(5)) - 1]} ${id.slice(0, 4)}`;
    months.push({ id, title, from: startOfDay(day, zone), before: startOfDay(monthsLater(day, 1), zone) });
  }
  return months;
};

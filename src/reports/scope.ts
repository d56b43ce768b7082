import { daysOfFiscalYear, type FundBook, fiscalYearOf } from '../rules/fund.ts';
import type { CalendarDate, Instant, Zone } from '../rules/time.ts';
import { startOfDay } from '../rules/zone.ts';
import type { ReportDesk } from './desk.ts';
import type { Scope } from './report.ts';

/** The state fiscal year, the one of `today` where none is given, of these circuits and this program. */
export function scopeOf(
  asked: { sfy?: number | undefined; circuits?: readonly number[] | undefined; program?: string | undefined },
  { today, fund }: { today: CalendarDate; fund: FundBook },
): Scope {
  const sfy = asked.sfy ?? fiscalYearOf(today, fund);
  return {
    sfy,
    ...daysOfFiscalYear(sfy, fund),
    circuits: asked.circuits && asked.circuits.length > 0 ? asked.circuits : null,
    program: asked.program ?? null,
  };
}

/** Its first moment, and the first after it, in the zone. */
export const momentsOf = ({ from, before }: Scope, zone: Zone): { from: Instant; before: Instant } => ({
  from: startOfDay(from, zone),
  before: startOfDay(before, zone),
});

/** Whether the year is not over yet. */
export const isRunning = (
  { before }: Scope,
  { now, settings }: Pick<ReportDesk, 'now' | 'settings'>,
): boolean => now < startOfDay(before, settings.zone);

import type { ReportDesk } from './desk.ts';
import type { Report, ReportId, Scope } from './report.ts';

/** The report of this name as it is without further flags; `null` where there is none. */
export async function madeReport(id: string, desk: ReportDesk, scope: Scope): Promise<Report | null> {
  const make = (makers as Record<string, Make | undefined>)[id];
  return make ? make(desk, scope) : null;
}

type Make = (desk: ReportDesk, scope: Scope) => Promise<Report>;

const makers: Partial<Record<ReportId, Make>> = {
  capacity: async (desk, scope) =>
    (await import('./capacity.ts')).capacityReport(desk, scope, { target: null, whatIf: null }),
  fund: async (desk, scope) => (await import('./fund.ts')).fundReport(desk, scope),
  outcomes: async (desk, scope) => (await import('./outcomes.ts')).outcomesReport(desk, scope),
  timeliness: async (desk, scope) => (await import('./timeliness.ts')).timelinessReport(desk, scope),
  year: async (desk, scope) => (await import('./year.ts')).yearReport(desk, scope),
};

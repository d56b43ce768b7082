import { typedWhatIf } from '../../../src/cli/typed-what-if.ts';
import { today } from '../../../src/desk/desk.ts';
import { capacityReport } from '../../../src/reports/capacity.ts';
import { fundReport } from '../../../src/reports/fund.ts';
import { outcomesReport } from '../../../src/reports/outcomes.ts';
import type { Report, ReportId } from '../../../src/reports/report.ts';
import { scopeOf } from '../../../src/reports/scope.ts';
import { timelinessReport } from '../../../src/reports/timeliness.ts';
import { yearReport } from '../../../src/reports/year.ts';
import { madeYears } from '../../bench/made-years.ts';
import { folder, opened, utc } from '../../office.ts';
import { deskAt } from '../../processes/desk-at.ts';

const sfy = 2026;

/** Every report that there is, of two made years: statewide, and of one circuit with another specialist. */
export async function realReports(): Promise<Record<ReportId | 'circuit', Report>> {
  const file = `${folder()}/years.db`;
  await madeYears(file, { first: sfy - 1, last: sfy, aYear: 700 });
  const desk = deskAt(opened(file), { now: utc('2026-11-28T15:00:00Z') });
  const scope = scopeOf({ sfy }, { today: today(desk), fund: desk.fund });
  const asked = { target: null, whatIf: null };
  const whatIf = typedWhatIf('specialists=+1');
  return {
    year: await yearReport(desk, scope),
    outcomes: await outcomesReport(desk, scope),
    timeliness: await timelinessReport(desk, scope),
    fund: await fundReport(desk, scope),
    capacity: await capacityReport(desk, scope, asked),
    circuit: await capacityReport(desk, { ...scope, circuits: [20] }, { ...asked, whatIf }),
  };
}

// [000] program description: the crisis intervention fund
import { budgetsSet, childrenOfReferrals, type FundLine, fundLines } from '../records/figures/fund.ts';
import { read } from '../records/store.ts';
import type { Db } from '../records/tables.ts';
import { type FundBook, kindInWords } from '../rules/fund.ts';
import { dateIn } from '../rules/zone.ts';
import type { ReportDesk } from './desk.ts';
import { approvedSection, approvedSums } from './fund/approved.ts';
import { type Budgeted, budgetSums, budgetsSection, budgetUp, noBudget } from './fund/budgets.ts';
import { amountsSection, kindsSection, monthsSection, type Part, partSums } from './fund/by-kind.ts';
import { type Families, familiesUp, helpedSection, helpedSums } from './fund/helped.ts';
import { type FundTimes, inTimeSection, inTimeSums, noTimes, timesUp } from './fund/in-time.ts';
import { emptyFund, type FundTally, fundTallyUp, sumsOf } from './fund/tally.ts';
import { monthsOf } from './months.ts';
import { cell, type Report, type Scope, type Sentence, sentence } from './report.ts';

/** What was asked of the crisis intervention fund in the year, what came of it, and how its budgets stand. */
export async function fundReport(desk: ReportDesk, scope: Scope): Promise<Report> {
  const found = await read(desk.store, async (db) => ({
    ...(await requestsOf(db, desk, scope)),
    circuits: await budgetsOf(db, scope),
  }));
  return made(desk, scope, found);
}

interface Found {
  all: FundTally;
  kinds: Part[];
  months: Part[];
  times: FundTimes;
  families: Families;
  circuits: Map<number, Budgeted>;
}

async function requestsOf(db: Db, desk: ReportDesk, scope: Scope): Promise<Omit<Found, 'circuits'>> {
  const clock = { today: dateIn(desk.now, desk.settings.zone), fund: desk.fund, holidays: desk.holidays };
  const [all, times, families] = [emptyFund(), noTimes(), new Map() as Families];
  const kinds = new Map(desk.fund.kinds.map(({ code }) => [code, emptyFund()]));
  const ofYear = monthsOf(scope, desk.settings.zone);
  const months = new Map(ofYear.map(({ id }) => [id, emptyFund()]));
  for await (const some of fundLines(db, { ...scope, by: 'requested' })) {
    for (const line of some) {
      const kind = kinds.get(line.kind) ?? emptyFund();
      kinds.set(line.kind, kind);
      for (const tally of [all, kind, months.get(line.requestedOn.slice(0, 7))!]) fundTallyUp(tally, line);
      timesUp(times, line, clock);
    }
    familiesUp(families, some, await childrenOfReferrals(db, referralsOf(some)));
  }
  // Whatever is counted in all has its row: by a clock that was set back a request can be of a month to come.
  const begun = ofYear
    .map(({ id, title, from }) => ({ id, title, from, tally: months.get(id)! }))
    .filter(({ from, tally }) => from <= desk.now || Object.values(tally.by).some((n) => n > 0));
  return { all, times, families, kinds: kindParts(kinds, desk.fund), months: begun };
}

const referralsOf = (lines: readonly FundLine[]): number[] => [
  ...new Set(lines.map(({ referral }) => referral)),
];

const kindParts = (kinds: ReadonlyMap<string, FundTally>, fund: FundBook): Part[] =>
  [...kinds].map(([code, tally]) => ({
    id: code.replaceAll('_', '-'),
    title: kindInWords(fund, code),
    tally,
  }));

async function budgetsOf(db: Db, scope: Scope): Promise<Map<number, Budgeted>> {
  const set = await budgetsSet(db, scope.sfy, scope.circuits);
  const circuits = new Map([...set].map(([circuit, budget]) => [circuit, noBudget(budget)]));
  for await (const some of fundLines(db, { ...scope, program: null, by: 'budget' }))
    for (const line of some) {
      const circuit = circuits.get(line.circuit) ?? noBudget(null);
      circuits.set(line.circuit, circuit);
      budgetUp(circuit, line);
    }
  return circuits;
}

function made(
  desk: ReportDesk,
  scope: Scope,
  { all, kinds, months, times, families, circuits }: Found,
): Report {
  return {
    id: 'fund',
    title: 'The crisis intervention fund',
    scope,
    madeAt: desk.now,
    headline: headlineOf(all),
    sections: [
      kindsSection(all, kinds),
      amountsSection(all, kinds),
      approvedSection(all),
      inTimeSection(times, desk.fund),
      helpedSection(families),
      budgetsSection(circuits),
      monthsSection(all, months),
    ],
    sums: [
      ...partSums('kinds', kinds),
      ...partSums('months', months),
      ...approvedSums,
      ...inTimeSums,
      ...helpedSums,
      ...budgetSums(circuits),
    ],
    notes: [
      'A request belongs to the circuit at whose expense it was asked for, also where the family has moved since.',
    ],
  };
}

/** Money is told where there is some. */
function headlineOf(tally: FundTally): Sentence[] {
  const at = (section: string, column: string) => cell(section, 'all', column);
  const { requests, approved, paid } = sumsOf(tally);
  if (requests === 0) return [sentence`Nothing was asked for in this year.`];
  const families = { at: cell('helped', 'helped', 'families'), one: 'family', many: 'families' };
  const children = { at: cell('helped', 'helped', 'children'), one: 'child', many: 'children' };
  return [
    sentence`${{ at: at('kinds', 'requests'), one: 'request', many: 'requests' }} for ${at('amounts', 'asked')}: ${at('kinds', 'approved')} approved, ${at('kinds', 'denied')} denied, ${at('kinds', 'pending')} pending.`,
    ...(approved === 0 ? [] : [sentence`${at('amounts', 'approved')} approved.`]),
    ...(paid === 0
      ? []
      : [sentence`${at('amounts', 'paid')} paid so far, for ${families} with ${children}.`]),
  ];
}

import { beforeAll, describe, expect, it } from 'vitest';
import { reportJson } from '../../src/cli/json/report.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { figureLines } from '../../src/reports/csv.ts';
import { headlineOf } from '../../src/reports/in-words.ts';
import type { Report } from '../../src/reports/report.ts';
import { scopeOf } from '../../src/reports/scope.ts';
import { yearReport } from '../../src/reports/year.ts';
import { circuits } from '../../src/rules/circuits.ts';
import { at, day, office } from '../office.ts';
import { makePast, type PastReferral } from '../past.ts';
import { expectSound, valueAt } from './held.ts';

/**
 * The counts of SFY2021 [001]: 2,328 referrals, 1,601 accepted, 693 not accepted, 34 neither; of those not accepted 21 % for
 * no opening, 15 % for safety, 14 % unwilling; 77.8 % of families intact. 86 % of referrals come from the Division [003].
 */
const REFERRALS = 2328;
const ACCEPTED = 1601;
const FROM_DIVISION = 2002;
const INTACT = 1246;
const neither = [
  ['withdrawn', 20],
  ['returned', 8],
] as const;
const reasons = [
  ['no_opening', 146],
  ['safety_not_assured', 104],
  ['family_unwilling', 97],
  ['not_eligible', 300],
  ['risk_too_low', 46],
] as const;

const counties = circuits.flatMap(({ circuit, counties }) => counties.map((county) => ({ circuit, county })));
// Services that began by the middle of May had all ended by the end of June.
const dayOf = (n: number, days: number) =>
  new Date(Date.UTC(2020, 6, 1 + (n % (n < ACCEPTED ? 320 : 360)) + days)).toISOString().slice(0, 10);
const moment = (n: number, hour: number) => `${dayOf(n, 0)}T${hour}:00:00Z`;

/** What came of each of them, one after the other. */
function* ends(): Generator<Partial<PastReferral>> {
  for (let n = 0; n < ACCEPTED; n += 1)
    yield {
      cases: [
        { assignedAt: moment(n, 20), startedOn: dayOf(n, 0), closedOn: dayOf(n, 36), intact: n < INTACT },
      ],
    };
  let n = ACCEPTED;
  for (const [reason, many] of reasons)
    for (let i = 0; i < many; i += 1, n += 1) yield { denials: [{ at: moment(n, 21), reason }] };
  for (const [status, many] of neither)
    for (let i = 0; i < many; i += 1, n += 1)
      yield {
        ended: { status, at: moment(n, 22), reason: status === 'returned' ? 'not_reached' : 'need_met' },
      };
  for (; n < REFERRALS; n += 1) yield {};
}

function* year(): Generator<PastReferral> {
  let n = 0;
  for (const end of ends()) {
    const place = counties[(n * 7) % counties.length]!;
    // Whoever refers, and wherever, has nothing to do with what comes of it.
    const source = (n * 1009) % REFERRALS < FROM_DIVISION ? 'division' : 'community';
    yield { receivedAt: moment(n, 15), source, ...place, ...end };
    n += 1;
  }
}

describe('a database with the counts of SFY2021', () => {
  let desk: Desk;
  let report: Report;
  let figure: (where: string) => number;

  beforeAll(async () => {
    desk = at(await office(), '2022-05-05T15:00:00Z');
    makePast(desk.store.file, {
      referrals: [
        { receivedAt: '2020-06-30T15:00:00Z' },
        ...year(),
        // The first moment of the next year is no longer of this one.
        { receivedAt: '2021-07-01T05:00:00Z' },
      ],
    });
    report = await yearReport(desk, scopeOf({ sfy: 2021 }, { today: day('2022-05-05'), fund: desk.fund }));
    figure = (where) => valueAt(report, where);
  });

  it('gives exactly its figures', () => {
    expect(report.scope).toMatchObject({ from: '2020-07-01', before: '2021-07-01' });
    const outcome = ['all', 'accepted', 'not_accepted', 'neither'].map((row) => [
      figure(`outcome/${row}/referrals`),
      figure(`outcome/${row}/share`),
    ]);
    expect(outcome).toEqual([
      [2328, 100],
      [1601, 68.8],
      [693, 29.8],
      [34, 1.5],
    ]);
    const parts = ['pending', 'returned', 'withdrawn', 'closed'].map((row) =>
      figure(`outcome/${row}/referrals`),
    );
    expect(parts).toEqual([6, 8, 20, 0]);
    const rounded = ['no_opening', 'safety_not_assured', 'family_unwilling'].map((row) =>
      Math.round(figure(`reasons/${row}/share`)),
    );
    expect(rounded).toEqual([21, 15, 14]);
    expect(figure('ended/intact/share')).toBe(77.8);
    expect(figure('source/division/share')).toBe(86);
    expect(figure('length/all/mean')).toBe(5.1);
  });

  it('says them first', () => {
    expect(headlineOf(report).slice(0, 2)).toEqual([
      '2,328 referrals: 1,601 accepted (68.8 %), 693 not accepted (29.8 %), 34 neither (1.5 %).',
      'Of those not accepted, most often: the family does not meet the criteria (43.3 %), there is no opening (21.1 %), safety of the child cannot be assured (15.0 %).',
    ]);
  });

  it('adds up, in every table, and the same as JSON and as a table', () => {
    expectSound(report);
    expect(report.sections.find(({ id }) => id === 'circuit')!.rows).toHaveLength(47);
    expect(report.sections.find(({ id }) => id === 'county')!.rows).toHaveLength(116);
    const { figures } = reportJson(report).sections[0]!.rows.find(({ id }) => id === 'accepted')!;
    expect(figures).toEqual({ referrals: 1601, share: 68.8 });
    const line = figureLines(report).find(
      ({ section, row, column }) => section === 'outcome' && row === 'accepted' && column === 'share',
    );
    expect(line).toMatchObject({ sfy: 2021, circuits: 'all', value: 68.8, unit: 'percent' });
  });

  it('is the sum of its circuits', async () => {
    const of = async (circuit: number) => {
      const scope = scopeOf(
        { sfy: 2021, circuits: [circuit] },
        { today: day('2022-05-05'), fund: desk.fund },
      );
      const own = await yearReport(desk, scope);
      expectSound(own);
      return valueAt(own, 'outcome/not_accepted/referrals');
    };
    const shown = (circuit: number) => figure(`circuit/${circuit}/not_accepted`);
    for (const circuit of [1, 13, 22, 46]) expect(await of(circuit)).toBe(shown(circuit));
  });
});

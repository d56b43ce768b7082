import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/reports/in-words.ts';
import type { Report } from '../../src/reports/report.ts';
import { scopeOf } from '../../src/reports/scope.ts';
import { yearReport } from '../../src/reports/year.ts';
import { at, day, office } from '../office.ts';
import { makePast, type Past, type PastReferral } from '../past.ts';
import { expectSound, valueAt } from './held.ts';

async function reported(past: Past, asked: Parameters<typeof scopeOf>[0] = {}, now = '2021-08-02T15:00:00Z') {
  const desk = at(await office(), now);
  makePast(desk.store.file, past);
  const scope = scopeOf({ sfy: 2021, ...asked }, { today: day(now.slice(0, 10)), fund: desk.fund });
  const report = await yearReport(desk, scope);
  expectSound(report);
  return report;
}

const column = (report: Report, section: string, id: string, rows: readonly string[]) =>
  rows.map((row) => valueAt(report, `${section}/${row}/${id}`));

const rowsOf = (report: Report, section: string): string[] =>
  report.sections.find(({ id }) => id === section)?.rows.map(({ id }) => id) ?? [];

const receivedAt = '2020-10-05T15:00:00Z';
const noOpening = { at: '2020-10-06T15:00:00Z' };
const served = (assignedAt: string, closedOn?: string) => ({
  cases: [{ assignedAt, startedOn: assignedAt.slice(0, 10), ...(closedOn ? { closedOn } : {}) }],
});

describe('the year', () => {
  it('counts a referral by its first final answer, and its service when it begins', async () => {
    const report = await reported({
      referrals: [
        { receivedAt, ...served('2020-10-06T15:00:00Z') },
        { receivedAt, denials: [noOpening], ...served('2020-11-06T15:00:00Z') },
        { receivedAt, denials: [noOpening] },
        { receivedAt },
        // Of the year before, served in this one; of this one, served in the next.
        { receivedAt: '2020-06-29T15:00:00Z', ...served('2020-07-01T15:00:00Z') },
        { receivedAt: '2021-06-29T15:00:00Z', ...served('2021-07-01T15:00:00Z') },
        { receivedAt, ended: { status: 'closed', at: '2020-10-07T15:00:00Z', reason: 'moved_away' } },
        // Declined first, then taken by another specialist.
        {
          receivedAt,
          cases: [
            {
              assignedAt: '2020-10-06T15:00:00Z',
              declined: { at: '2020-10-06T20:00:00Z', reason: 'no_opening' },
            },
            { assignedAt: '2020-10-07T15:00:00Z', startedOn: '2020-10-07' },
          ],
        },
      ],
    });
    const outcome = ['all', 'accepted', 'not_accepted', 'served_later', 'not_served', 'pending', 'closed'];
    expect(column(report, 'outcome', 'referrals', outcome)).toEqual([7, 2, 3, 2, 1, 1, 1]);
    expect(column(report, 'begun', 'services', ['all', 'accepted', 'after_denial', 'earlier'])).toEqual([
      4, 1, 2, 1,
    ]);
    expect(column(report, 'reasons', 'referrals', ['class_capacity', 'no_opening'])).toEqual([3, 3]);
  });

  it('counts a family once, with its children, however often it was referred', async () => {
    const twice = { family: 'a', children: [3, 9] };
    const report = await reported({
      referrals: [
        { receivedAt, ...twice, denials: [noOpening] },
        { receivedAt: '2021-02-01T15:00:00Z', ...twice, denials: [{ at: '2021-02-02T15:00:00Z' }] },
        { receivedAt, children: 4, denials: [noOpening] },
        { receivedAt, children: 0, denials: [noOpening], ...served('2020-11-06T15:00:00Z') },
        { receivedAt, children: 1, denials: [{ ...noOpening, reason: 'safety_not_assured' }] },
      ],
    });
    const rows = ['referred', 'served', 'no_opening', 'no_opening_later'];
    expect(column(report, 'people', 'referrals', rows)).toEqual([5, 1, 3, 1]);
    expect(column(report, 'people', 'families', rows)).toEqual([4, 1, 2, 1]);
    expect(column(report, 'people', 'children', rows)).toEqual([7, 0, 6, 0]);
  });

  it('tells what is in FACES, and asks nothing of what was received twice', async () => {
    const report = await reported({
      referrals: [
        { receivedAt, faces: true, denials: [{ ...noOpening, facesOn: '2020-10-07' }] },
        { receivedAt, denials: [noOpening, { at: '2020-10-09T15:00:00Z', reason: 'not_eligible' }] },
        { receivedAt, ended: { status: 'withdrawn', at: '2020-10-07T15:00:00Z', reason: 'duplicate' } },
      ],
    });
    expect(column(report, 'faces', 'referrals', ['all', 'in_faces', 'not_yet', 'not_needed'])).toEqual([
      3, 1, 1, 1,
    ]);
    expect(column(report, 'faces', 'denials', ['all', 'in_faces', 'not_yet'])).toEqual([3, 1, 2]);
  });

  it('tells TAPAs of referrals from those that were noted before', async () => {
    const report = await reported(
      {
        referrals: [
          { receivedAt, tapa: { on: '2020-10-02' }, ...served('2020-10-06T15:00:00Z') },
          { receivedAt, tapa: true },
        ],
        tapas: [
          { agreedOn: '2020-10-02', county: 'Boone' },
          { agreedOn: '2020-10-02', county: 'Callaway', closedOn: '2020-10-09' },
          { agreedOn: '2020-10-02', county: 'Adair' },
          { agreedOn: '2020-06-30', county: 'Boone' },
        ],
      },
      { circuits: [13] },
    );
    const rows = ['referrals', 'accepted', 'neither', 'noted', 'ended', 'open'];
    expect(column(report, 'tapas', 'n', rows)).toEqual([2, 1, 1, 2, 1, 1]);
  });

  it('tells who came onto the list and left it, and how old it is at the end', async () => {
    const stay = (addedAt: string, removedAt?: string, reason = 'need_met') => ({
      receivedAt: addedAt,
      fins: [{ addedAt, ...(removedAt ? { removed: { at: removedAt, reason } } : {}) }],
    });
    const past = {
      referrals: [
        stay('2020-06-01T15:00:00Z', '2020-07-01T15:00:00Z'),
        stay('2020-06-01T15:00:00Z', '2020-06-30T15:00:00Z'),
        stay('2021-03-01T15:00:00Z', '2021-03-01T20:00:00Z', 'fcs_accepted'),
        stay('2021-03-01T15:00:00Z', '2021-03-11T15:00:00Z'),
        stay('2021-06-20T15:00:00Z'),
        stay('2021-06-20T15:00:00Z', '2021-07-20T15:00:00Z'),
        stay('2021-07-02T15:00:00Z'),
      ],
    };
    const report = await reported(past);
    expect(column(report, 'fins', 'stays', ['start', 'came', 'left', 'still', 'all'])).toEqual([
      1, 4, 3, 2, 5,
    ]);
    expect(column(report, 'fins', 'median', ['left', 'still'])).toEqual([10, 10]);
    expect(column(report, 'fins', 'longest', ['left'])).toEqual([30]);
    expect(column(report, 'fins_left', 'stays', ['need_met', 'fcs_accepted'])).toEqual([2, 1]);
    const bins = ['days_0_1', 'days_8_14', 'days_15_30'];
    expect(column(report, 'fins_age', 'left', bins)).toEqual([1, 1, 1]);
    expect(column(report, 'fins_age', 'still', bins)).toEqual([0, 2, 0]);
    // Seen on a day in the year, those who are on it are counted until then.
    const then = await reported({ referrals: past.referrals.slice(4, 5) }, {}, '2021-06-22T15:00:00Z');
    expect(valueAt(then, 'fins/still/longest')).toBe(2);
  });

  it('measures each step from the receipt, services in weeks, and families intact of all', async () => {
    const report = await reported({
      referrals: [
        {
          receivedAt,
          contactedAt: '2020-10-05T21:00:00Z',
          screenings: [{ at: '2020-10-06T15:00:00Z', result: 'eligible' }],
          cases: [
            { assignedAt: '2020-10-07T03:00:00Z', seenAt: '2020-10-07T15:00:00Z', closedOn: '2020-11-11' },
          ],
        },
        {
          receivedAt,
          contactedAt: '2020-10-06T21:00:00Z',
          cases: [{ assignedAt: receivedAt, startedOn: '2020-10-05', closedOn: '2020-10-26', intact: false }],
        },
      ],
    });
    const rows = ['contact', 'screening', 'placement', 'visit'];
    expect(column(report, 'waits', 'referrals', rows)).toEqual([2, 2, 2, 2]);
    expect(column(report, 'waits', 'median', rows)).toEqual([0.8, 0.5, 0.8, 1.1]);
    expect(column(report, 'waits', 'longest', rows)).toEqual([1.3, 1, 1.5, 2]);
    expect(column(report, 'length', 'mean', ['all', 'IIS'])).toEqual([4, 4]);
    expect(valueAt(report, 'length/IIS/usual')).toBe(5.1);
    expect(column(report, 'ended', 'share', ['intact', 'not_intact', 'for_goals_met'])).toEqual([
      50, 50, 100,
    ]);
  });

  it('has a row for each circuit and county that was asked for, and for what is not known', async () => {
    const past = {
      referrals: [
        { receivedAt, county: 'Boone' },
        { receivedAt, county: 'Adair' },
        { receivedAt, circuit: null, county: null },
      ],
    };
    const all = await reported(past);
    expect(rowsOf(all, 'circuit')).toHaveLength(1 + 46 + 1);
    expect(rowsOf(all, 'county')).toEqual(['all', 'adair', 'boone', 'unknown']);
    expect(column(all, 'circuit', 'referrals', ['all', '2', '13', '46', 'unknown'])).toEqual([3, 1, 1, 0, 1]);
    const two = await reported(past, { circuits: [13, 2] });
    expect(rowsOf(two, 'circuit')).toEqual(['all', '2', '13']);
    expect(rowsOf(two, 'county')).toEqual(['all', 'adair', 'boone', 'callaway', 'knox', 'lewis']);
    expect(rowsOf(await reported(past, { circuits: [13] }), 'circuit')).toEqual([]);
  });

  it('ends with the month that runs, and says that the year is not over', async () => {
    const report = await reported({ referrals: [{ receivedAt }] }, {}, '2020-10-20T15:00:00Z');
    expect(rowsOf(report, 'months')).toEqual(['all', '2020-07', '2020-08', '2020-09', '2020-10']);
    expect(report.notes).toHaveLength(1);
    expect(rowsOf(await reported({}), 'months')).toHaveLength(13);
  });

  it('counts each once where there are more than one page takes, and many came at the same moment', async () => {
    const moments = ['2020-10-05T15:00:00Z', '2020-10-05T15:00:01Z', '2021-01-04T15:00:00Z'];
    const referrals = Array.from({ length: 3700 }, (_, i): PastReferral => {
      const receivedAt = moments[i < 2400 ? 0 : i < 2700 ? 1 : 2]!;
      return { receivedAt, children: 0, ...(i % 5 === 0 ? { contactedAt: receivedAt } : {}) };
    });
    const report = await reported({ referrals });
    expect(column(report, 'months', 'referrals', ['all', '2020-10', '2021-01'])).toEqual([3700, 2700, 1000]);
    expect(valueAt(report, 'waits/contact/referrals')).toBe(740);
    expect(valueAt(report, 'people/referred/families')).toBe(3700);
  });

  it('says nothing of shares where nothing was recorded', async () => {
    const figures = [...figuresOf(await reported({})).values()];
    expect(figures.filter(({ kind }) => kind === 'share' || kind === 'measure')).toEqual([]);
  });

  it('adds up, whatever happened', async () => {
    const when = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2020, 5, 15 + n, 15)));
    const moment = (date: Date, days = 0) =>
      `${new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
    const referral = fc
      .record({
        when,
        end: fc.constantFrom('served', 'denied', 'later', 'listed', 'withdrawn', 'open'),
        reason: fc.constantFrom('no_opening', 'safety_not_assured', 'risk_too_low', 'other'),
        circuit: fc.constantFrom(1, 13, 46),
        source: fc.constantFrom('division' as const, 'community' as const, null),
        children: fc.nat(4),
        tapa: fc.boolean(),
        faces: fc.boolean(),
      })
      .map(({ when, end, reason, tapa, ...facts }): PastReferral => {
        const service = { cases: [{ assignedAt: moment(when, 3), closedOn: moment(when, 30).slice(0, 10) }] };
        const denials = [{ at: moment(when, 1), reason }];
        const ends: Record<typeof end, Partial<PastReferral>> = {
          served: service,
          denied: { denials },
          later: { denials, ...service },
          listed: {
            fins: [{ addedAt: moment(when, 1), reviews: [{ at: moment(when, 2) }] }],
            fcs: [{ on: moment(when, 2).slice(0, 10) }],
          },
          withdrawn: { ended: { status: 'withdrawn', at: moment(when, 1) } },
          open: {},
        };
        return { receivedAt: moment(when), ...facts, ...(tapa ? { tapa: true as const } : {}), ...ends[end] };
      });
    await fc.assert(
      fc.asyncProperty(fc.array(referral, { maxLength: 25 }), async (referrals) => {
        const inYear = referrals.filter(
          ({ receivedAt }) => '2020-07-01T05' <= receivedAt && receivedAt < '2021-07-01T05',
        );
        const report = await reported({ referrals });
        expect(valueAt(report, 'outcome/all/referrals')).toBe(inYear.length);
      }),
      { numRuns: 15 },
    );
  });
});

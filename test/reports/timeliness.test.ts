import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/reports/in-words.ts';
import { scopeOf } from '../../src/reports/scope.ts';
import { timelinessReport } from '../../src/reports/timeliness.ts';
import { at, day, office } from '../office.ts';
import { makePast, type PastReferral } from '../past.ts';
import { expectSound, valueAt } from './held.ts';

const NOW = '2021-08-02T15:00:00Z';

async function reported(referrals: PastReferral[], asked: Parameters<typeof scopeOf>[0] = {}, now = NOW) {
  const desk = at(await office(), now);
  makePast(desk.store.file, {
    referrals,
    tapas: [
      // Wednesday: to be written by Monday, 3 business days on.
      { agreedOn: '2021-03-03', writtenOn: '2021-03-08' },
      { agreedOn: '2021-03-03', writtenOn: '2021-03-09' },
      { agreedOn: '2021-03-03' },
      { agreedOn: '2021-03-03', closedOn: '2021-03-05' },
    ],
  });
  const scope = scopeOf({ sfy: 2021, ...asked }, { today: day(now.slice(0, 10)), fund: desk.fund });
  const report = await timelinessReport(desk, scope);
  expectSound(report);
  return report;
}

const kept = (report: Awaited<ReturnType<typeof reported>>, row: string) =>
  ['due', 'in_time', 'late', 'missed'].map((column) => valueAt(report, `clocks/${row}/${column}`));

/** Friday, 16:00 in Columbia: 48 business hours end on Tuesday, 16:00. */
const friday = { receivedAt: '2021-03-05T22:00:00Z' };

describe('what was done in time', () => {
  it('counts contacts in business hours, to the minute', async () => {
    const report = await reported([
      { ...friday, contactedAt: '2021-03-09T22:00:00Z' },
      { ...friday, contactedAt: '2021-03-09T22:00:01Z' },
      { ...friday, contacts: [{ at: '2021-03-05T23:00:00Z', outcome: 'no_answer' }] },
      // Given back before its time was over, and after it.
      { ...friday, ended: { status: 'returned', at: '2021-03-08T15:00:00Z' } },
      { ...friday, ended: { status: 'withdrawn', at: '2021-03-12T15:00:00Z' } },
      { receivedAt: '2020-06-30T22:00:00Z' },
      { receivedAt: '2021-07-01T15:00:00Z' },
    ]);
    expect(kept(report, 'contact')).toEqual([4, 1, 1, 2]);
    expect(valueAt(report, 'clocks/contact/share')).toBe(25);
    expect(valueAt(report, 'clocks/contact/median')).toBe(48);
    expect(valueAt(report, 'contact_months/2021-03/due')).toBe(4);
    expect(valueAt(report, 'contact_months/2021-02/due')).toBe(0);
  });

  it('does not count what is not due yet', async () => {
    const report = await reported([friday], {}, '2021-03-08T15:00:00Z');
    expect(kept(report, 'contact')).toEqual([0, 0, 0, 0]);
    expect(figuresOf(report).has('contact_months/2021-04/due')).toBe(false);
  });

  it('counts visits by the hours of each program', async () => {
    const assignedAt = '2021-03-05T22:00:00Z';
    const seen = (seenAt: string, program = 'IIS') => ({
      ...friday,
      program,
      cases: [{ assignedAt, seenAt, startedOn: '2021-03-09' }],
    });
    const report = await reported([
      seen('2021-03-06T22:00:00Z'),
      seen('2021-03-06T22:00:01Z'),
      seen('2021-03-08T22:00:00Z', 'IFRS'),
      { ...friday, cases: [{ assignedAt }] },
      { ...friday, cases: [{ assignedAt, declined: { at: '2021-03-06T15:00:00Z', reason: 'no_opening' } }] },
    ]);
    expect(kept(report, 'visit')).toEqual([4, 2, 1, 1]);
    expect(valueAt(report, 'clocks/visit/longest')).toBe(72);
  });

  it('counts each review by the risk that the look before it found', async () => {
    // Thursday, March 4; a review of high risk follows by the end of Sunday, of imminent risk by that of the next business day.
    const addedAt = '2021-03-04T15:00:00Z';
    const look = (at: string, priority: 'imminent' | 'high' | 'moderate') => ({ at, priority });
    const report = await reported([
      {
        ...friday,
        fins: [
          {
            addedAt,
            reviews: [
              look('2021-03-07T18:00:00Z', 'high'),
              look('2021-03-10T18:00:00Z', 'imminent'),
              look('2021-03-12T18:00:00Z', 'moderate'),
            ],
            removed: { at: '2021-03-19T18:00:00Z', reason: 'need_met' },
          },
        ],
      },
      // Nobody ever looked again.
      { ...friday, fins: [{ addedAt, removed: { at: '2021-04-19T18:00:00Z', reason: 'need_met' } }] },
    ]);
    expect(kept(report, 'high')).toEqual([3, 2, 0, 1]);
    expect(kept(report, 'imminent')).toEqual([1, 0, 1, 0]);
    expect(kept(report, 'moderate')).toEqual([0, 0, 0, 0]);
    expect(kept(report, 'review')).toEqual([4, 2, 1, 1]);
  });

  it('counts TAPAs, those of referrals and those noted before, once each', async () => {
    const report = await reported([
      { ...friday, tapa: { on: '2021-03-03', writtenOn: '2021-03-04' } },
      { ...friday, tapa: { on: '2021-03-03', endedOn: '2021-03-08' } },
      { ...friday, tapa: true },
    ]);
    expect(kept(report, 'tapa')).toEqual([4, 2, 1, 1]);
  });

  it('counts answers to offers and follow-ups by their days', async () => {
    const closedOn = '2020-04-15';
    const closed = (followUps: { months: number; on?: string }[]) => ({
      receivedAt: '2020-03-02T15:00:00Z',
      cases: [{ assignedAt: '2020-03-03T15:00:00Z', closedOn, followUps }],
    });
    const report = await reported([
      { ...friday, fcs: [{ on: '2021-03-05', answer: 'accepted', answeredOn: '2021-03-08' }] },
      { ...friday, fcs: [{ on: '2021-03-05', answer: 'declined', answeredOn: '2021-03-09' }] },
      { ...friday, fcs: [{ on: '2021-03-05' }] },
      // After 3, 6 and 12 months, all in this year; those after 48 are still to come.
      closed([{ months: 3 }, { months: 6, on: '2020-10-29' }, { months: 12, on: '2021-04-30' }]),
      closed([{ months: 3 }]),
    ]);
    expect(kept(report, 'fcs')).toEqual([3, 1, 1, 1]);
    expect(kept(report, 'follow_up')).toEqual([6, 3, 1, 2]);
    expect(valueAt(report, 'clocks/follow_up/longest')).toBe(15);
  });

  it('is of the circuits and the program that are asked for', async () => {
    const contactedAt = '2021-03-08T15:00:00Z';
    const referrals = [
      { ...friday, contactedAt },
      { ...friday, contactedAt, circuit: 1 },
      { ...friday, contactedAt, program: 'IFRS' },
    ];
    expect(kept(await reported(referrals), 'contact')[0]).toBe(3);
    expect(kept(await reported(referrals, { circuits: [13] }), 'contact')[0]).toBe(2);
    expect(kept(await reported(referrals, { circuits: [13], program: 'IFRS' }), 'contact')[0]).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { today } from '../../src/desk/desk.ts';
import { budgets } from '../../src/desk/fund.ts';
import { fundReport } from '../../src/reports/fund.ts';
import { figuresOf, headlineOf } from '../../src/reports/in-words.ts';
import type { Report } from '../../src/reports/report.ts';
import { scopeOf } from '../../src/reports/scope.ts';
import { at, office } from '../office.ts';
import { makePast, type Past, type PastFundRequest, type PastReferral } from '../past.ts';
import { expectSound, valueAt } from './held.ts';

/** A family that is served from October 1, 2025, on, with these requests. */
const served = (fund: PastFundRequest[], more: Partial<PastReferral> = {}): PastReferral => ({
  receivedAt: '2025-10-01T14:00:00Z',
  ...more,
  cases: [{ assignedAt: '2025-10-01T15:00:00Z', startedOn: '2025-10-02', fund }],
});

async function report(
  past: Past,
  { on = '2025-10-20', ...asked }: { on?: string; program?: string; circuits?: number[] } = {},
) {
  const desk = at(await office(), `${on}T15:00:00Z`);
  makePast(desk.store.file, past);
  const made = await fundReport(
    desk,
    scopeOf({ sfy: 2026, ...asked }, { today: today(desk), fund: desk.fund }),
  );
  expectSound(made);
  return { made, desk };
}

const centsAt = (made: Report, where: string): number | null => {
  const figure = figuresOf(made).get(where);
  return figure?.kind === 'money' ? figure.cents : null;
};

const counts = (made: Report, section: string, row: string, columns: readonly string[]) =>
  columns.map((column) => valueAt(made, `${section}/${row}/${column}`));

const standing = ['requests', 'pending', 'denied', 'let-go', 'approved', 'paid', 'unpaid'];

/** Friday, October 3, is the day on which all of them are asked for. */
const asked = { requestedOn: '2025-10-03' };
const rent = { kind: 'rent', ...asked };

/** Two families of circuit 13, and one of 31 with two children. */
const october: Past = {
  budgets: [{ circuit: 13, sfy: 2026, amount: 1_000_00 }],
  referrals: [
    served([
      // Decided on Monday, in time; paid on Thursday, the third business day: in time.
      {
        ...rent,
        amount: 400_00,
        approved: 300_00,
        decidedOn: '2025-10-06',
        payments: [
          { amount: 100_00, on: '2025-10-07' },
          { amount: 200_00, on: '2025-10-09' },
        ],
      },
      // Decided on Tuesday, late; some of it paid, and more to come after its day.
      {
        ...rent,
        amount: 50_00,
        approved: 50_00,
        decidedOn: '2025-10-07',
        payments: [{ amount: 20_00, on: '2025-10-08' }],
      },
      { kind: 'food', ...asked, amount: 30_00, approved: 0 },
    ]),
    served([
      // Paid in part, and the rest let go.
      {
        kind: 'food',
        ...asked,
        amount: 80_00,
        approved: 80_00,
        payments: [{ amount: 70_00, on: '2025-10-06' }],
        closedOn: '2025-10-10',
      },
      // Closed unpaid.
      { kind: 'food', ...asked, amount: 25_00, approved: 25_00, closedOn: '2025-10-10' },
      // Nobody decided: one is overdue, one was let go, one waits since today.
      { kind: 'laundry', ...asked, amount: 10_00 },
      { kind: 'laundry', ...asked, amount: 11_00, closedOn: '2025-10-06' },
      { kind: 'laundry', requestedOn: '2025-10-20', amount: 12_00 },
    ]),
    served([{ ...rent, amount: 500_00, approved: 500_00, decidedOn: '2025-10-20' }], {
      circuit: 31,
      county: 'Greene',
      children: 2,
    }),
  ],
};

describe('the fund', () => {
  it('counts each request in one class, by kind and month', async () => {
    const { made } = await report(october);
    expect(counts(made, 'kinds', 'all', standing)).toEqual([9, 2, 1, 1, 5, 3, 2]);
    expect(counts(made, 'kinds', 'rent', standing)).toEqual([3, 0, 0, 0, 3, 2, 1]);
    expect(counts(made, 'kinds', 'food', standing)).toEqual([3, 0, 1, 0, 2, 1, 1]);
    expect(counts(made, 'kinds', 'laundry', standing)).toEqual([3, 2, 0, 1, 0, 0, 0]);
    expect(counts(made, 'kinds', 'clothing', standing)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(counts(made, 'months', '2025-10', standing)).toEqual([9, 2, 1, 1, 5, 3, 2]);
    expect(counts(made, 'months', '2025-09', standing)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    // Still to come.
    expect(figuresOf(made).has('months/2025-11/requests')).toBe(false);
  });

  it('adds money up to the cent', async () => {
    const { made } = await report(october);
    expect(['asked', 'approved', 'paid'].map((column) => centsAt(made, `amounts/all/${column}`))).toEqual([
      1_118_00, 955_00, 390_00,
    ]);
    expect(['asked', 'approved', 'paid'].map((column) => centsAt(made, `amounts/rent/${column}`))).toEqual([
      950_00, 850_00, 320_00,
    ]);
    expect(centsAt(made, 'amounts/laundry/approved')).toBe(0);
    expect(headlineOf(made)).toEqual([
      '9 requests for $1,118.00: 5 approved, 1 denied, 2 pending.',
      '$955.00 approved.',
      '$390.00 paid so far, for 2 families with 2 children.',
    ]);
  });

  it('tells what came of what was approved', async () => {
    const { made } = await report(october);
    const rows = ['paid', 'part', 'part-let-go', 'unpaid', 'unpaid-let-go'];
    expect(rows.map((row) => valueAt(made, `approved/${row}/requests`))).toEqual([1, 1, 1, 1, 1]);
    expect(rows.map((row) => centsAt(made, `approved/${row}/approved`))).toEqual([
      300_00, 50_00, 80_00, 500_00, 25_00,
    ]);
    expect(rows.map((row) => centsAt(made, `approved/${row}/paid`))).toEqual([300_00, 20_00, 70_00, 0, 0]);
  });

  it('tells what was in time, by business days', async () => {
    const { made } = await report(october);
    const rows = ['in-time', 'late', 'overdue', 'waiting', 'let-go'];
    // In time: the first rent, both foods approved and the one denied. Late: the second rent, and that of circuit 31.
    expect(rows.map((row) => valueAt(made, `in-time/decide-${row}/requests`))).toEqual([4, 2, 1, 1, 1]);
    // Overdue: the second rent. Waiting: the third, approved today.
    expect(rows.map((row) => valueAt(made, `in-time/pay-${row}/requests`))).toEqual([1, 0, 1, 1, 2]);
  });

  it('counts families once, with their children', async () => {
    const { made } = await report(october);
    const rows = ['all', 'helped', 'not-helped'];
    expect(rows.map((row) => counts(made, 'helped', row, ['families', 'children']))).toEqual([
      [3, 4],
      [2, 2],
      [1, 2],
    ]);
  });

  it('holds the budgets against what is bound, as iis fund budget does', async () => {
    const { made, desk } = await report(october);
    const [budget] = await budgets(desk, 2026, 13);
    // 300 + 50 + 70 of what was let go in part + 0 of what was closed unpaid.
    expect(budget).toMatchObject({ committed: 420_00, paid: 390_00, asked: 22_00 });
    expect(centsAt(made, 'budgets/circuit-13/approved-dollars')).toBe(420_00);
    expect(centsAt(made, 'budgets/circuit-13/paid-dollars')).toBe(390_00);
    expect(centsAt(made, 'budgets/circuit-13/pending-dollars')).toBe(22_00);
    expect(valueAt(made, 'budgets/circuit-13/left')).toBe(580);
    expect(centsAt(made, 'budgets/circuit-31/approved-dollars')).toBe(500_00);
    // Circuit 31 has no budget: what is left of all tells nothing.
    expect(figuresOf(made).has('budgets/all/left')).toBe(false);
  });

  it('is of the circuit that pays, of the program, and of the year', async () => {
    const { made } = await report(october, { circuits: [31] });
    expect(counts(made, 'kinds', 'all', ['requests', 'approved'])).toEqual([1, 1]);
    const { made: other } = await report(october, { program: 'IFRS' });
    expect(valueAt(other, 'kinds/all/requests')).toBe(0);
    // The budgets are of both programs.
    expect(centsAt(other, 'budgets/circuit-13/approved-dollars')).toBe(420_00);
  });

  it('counts a request in the year it was asked for in, and against the budget of the year of its decision', async () => {
    const between = served([
      { kind: 'rent', requestedOn: '2026-06-30', amount: 90_00, approved: 90_00, decidedOn: '2026-07-01' },
    ]);
    const { made } = await report(
      { referrals: [between], budgets: [{ circuit: 13, sfy: 2026, amount: 100_00 }] },
      { on: '2026-07-02' },
    );
    expect(counts(made, 'months', '2026-06', ['requests', 'approved'])).toEqual([1, 1]);
    expect(valueAt(made, 'budgets/circuit-13/approved')).toBe(0);
    expect(valueAt(made, 'budgets/circuit-13/left')).toBe(100);
  });
});

import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import {
  budgets,
  closeFund,
  fundCalled,
  fundList,
  payFromFund,
  type requestFromFund,
  setBudget,
} from '../../src/desk/fund.ts';
import { considerUndo, undo } from '../../src/desk/undo.ts';
import { closeReferral } from '../../src/desk/work-referral.ts';
import { type FundNumber, stateOf, unpaidOf } from '../../src/rules/fund.ts';
import { approvedRequest, asks, decided, fundRequest, served } from '../fund-office.ts';
import { at, day, eligible, refusedWhole } from '../office.ts';

const pay = (desk: Desk, id: FundNumber, amount: number, on = '2026-10-05') =>
  payFromFund(desk, id, { amount, on: day(on), payee: 'Sample Rentals' });

const rule = (code: string) => ({ kind: 'rule', code });
const invalid = (code: string) => ({ kind: 'invalid', code });

describe('a request to the fund', () => {
  it('is kept, decided on by somebody else, and paid in parts', async () => {
    const { desk, id } = await approvedRequest(412_50);
    await pay(desk, id, 400_00);
    expect(stateOf(await fundCalled(desk, id))).toBe('approved');
    const paid = await pay(desk, id, 12_50);
    expect([stateOf(paid), unpaidOf(paid), paid.payments.length]).toEqual(['paid', 0, 2]);
  });

  it.each<[string, Partial<Parameters<typeof requestFromFund>[2]>, { kind: string; code: string }]>([
    ['of a kind that there is not', { kind: 'holiday' }, invalid('unknown_expense')],
    ['for something else without what', { kind: 'other', item: null }, invalid('item_needed')],
    ['without a why', { why: '  ' }, invalid('bad_value')],
    ['without what else was tried', { tried: '' }, invalid('bad_value')],
    ['of tomorrow', { requestedOn: day('2026-10-06') }, invalid('bad_date')],
    ['from before the case', { requestedOn: day('2026-10-04') }, invalid('bad_date')],
  ])('%s is refused, and nothing is kept', async (_, facts, expected) => {
    const { desk, referral } = await served();
    await refusedWhole(desk, () => asks(desk, referral, facts), expected);
  });

  it('is refused for a family without an open case', async () => {
    const { desk, referral } = await served();
    const waiting = await eligible(desk);
    await refusedWhole(desk, () => asks(desk, waiting), rule('no_open_case'));
    await closeReferral(desk, referral, { code: 'need_met', note: null });
    await refusedWhole(desk, () => asks(desk, referral), rule('no_open_case'));
  });
});

describe('a decision', () => {
  it.each(['KE', 'ke', 'Kay Example', 'kim'])(
    'is not made by %s, who asked or works the case',
    async (who) => {
      const { desk, referral } = await served({ name: 'Kay Example', initials: 'KE' });
      const { id } = await asks(desk, referral, { requestedBy: 'KE' });
      await refusedWhole(desk, () => decided({ ...desk, who }, id), rule('own_request'));
      await decided({ ...desk, who: 'PL' }, id);
    },
  );

  it.each<[string, Parameters<typeof decided>[2], { kind: string; code: string }]>([
    ['on more than was asked', { approved: 100_01 }, rule('above_asked')],
    ['to deny without a reason', { decision: 'denied' }, invalid('note_needed')],
    ['of tomorrow', { on: day('2026-10-06') }, invalid('bad_date')],
    ['from before the request', { on: day('2026-10-04') }, invalid('bad_date')],
  ])('%s is refused', async (_, ruling, expected) => {
    const { desk, id } = await fundRequest(100_00);
    await refusedWhole(desk, () => decided(desk, id, ruling), expected);
  });

  it('is made once', async () => {
    const { desk, id } = await approvedRequest(100_00);
    await refusedWhole(desk, () => decided(desk, id), rule('fund_settled'));
  });
});

describe('a payment', () => {
  it('is refused before the approval, after a denial, and above what was approved', async () => {
    const { desk, referral, id } = await fundRequest(100_00);
    await refusedWhole(desk, () => pay(desk, id, 1), rule('not_approved'));
    await decided(desk, id, { approved: 80_00 });
    await refusedWhole(desk, () => pay(desk, id, 80_01), rule('above_approved'));
    await refusedWhole(desk, () => pay(desk, id, 80_00, '2026-10-06'), invalid('bad_date'));
    await refusedWhole(desk, () => pay(desk, id, 80_00, '2026-10-04'), invalid('bad_date'));
    await pay(desk, id, 50_00);
    await refusedWhole(desk, () => pay(desk, id, 30_01), rule('above_approved'));
    const denied = await asks(desk, referral);
    await decided(desk, denied.id, { decision: 'denied', note: 'the church pays' });
    await refusedWhole(desk, () => pay(desk, denied.id, 1), rule('fund_settled'));
  });
});

describe('the budget', () => {
  const office = async () => {
    const { desk, referral } = await served();
    await setBudget(desk, { circuit: 13, sfy: 2027, amount: 500_00 });
    const stands = async (sfy = 2027) => (await budgets(desk, sfy, 13))[0]!;
    return { desk, referral, stands };
  };

  it('counts what was approved, and lets go what is not to be paid', async () => {
    const { desk, referral, stands } = await office();
    const { id } = await asks(desk, referral, { amount: 300_00 });
    expect(await stands()).toMatchObject({ budget: 500_00, committed: 0, asked: 300_00 });
    await decided(desk, id);
    expect(await stands()).toMatchObject({ committed: 300_00, paid: 0, asked: 0 });
    await pay(desk, id, 100_00);
    await closeFund(desk, id, 'the landlord let go of the rest');
    expect(await stands()).toMatchObject({ committed: 100_00, paid: 100_00 });
    await refusedWhole(desk, () => pay(desk, id, 1), rule('fund_settled'));
    await refusedWhole(desk, () => closeFund(desk, id, 'again'), rule('fund_settled'));
  });

  it('is not overspent without a reason, which is kept', async () => {
    const { desk, referral, stands } = await office();
    const first = await asks(desk, referral, { amount: 500_00 });
    const second = await asks(desk, referral, { amount: 1 });
    await decided(desk, first.id);
    await refusedWhole(desk, () => decided(desk, second.id), rule('over_budget'));
    const over = await decided(desk, second.id, { overBudget: 'the heat is off' });
    expect(over.decided?.overBudget).toBe('the heat is off');
    expect((await stands()).committed).toBe(500_01);
  });

  it('is that of the year in which it was decided', async () => {
    const { desk, referral, stands } = await office();
    const { id } = await asks(desk, referral, { amount: 300_00 });
    const next = at(desk, '2027-07-01T15:00:00Z');
    await decided(next, id, { on: day('2027-07-01') });
    expect(await stands()).toMatchObject({ committed: 0, asked: 0 });
    expect(await stands(2028)).toMatchObject({ budget: null, committed: 300_00 });
  });
});

describe('undo', () => {
  const last = async (desk: Desk) => undo(desk, (await considerUndo(desk, null)).entry.action, null);

  it('takes payment, decision and request back, one after the other', async () => {
    const { desk, id } = await approvedRequest(100_00);
    await pay(desk, id, 40_00);
    await last(desk);
    expect((await fundCalled(desk, id)).payments).toEqual([]);
    await last(desk);
    expect(stateOf(await fundCalled(desk, id))).toBe('asked');
    await last(desk);
    expect(await fundList(desk, {}, true)).toEqual([]);
  });

  it('does not take an approval back on which something was paid', async () => {
    const { desk, id } = await approvedRequest(100_00);
    const { action } = (await considerUndo(desk, null)).entry;
    await pay(desk, id, 40_00);
    await refusedWhole(desk, () => undo(desk, action, null), rule('later_work'));
  });
});

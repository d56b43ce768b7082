import type { Desk } from '../src/desk/desk.ts';
import { decideFund, type FundRuling, requestFromFund } from '../src/desk/fund.ts';
import { assign } from '../src/desk/match.ts';
import type { FundNumber, FundRequest } from '../src/rules/fund.ts';
import type { Cents } from '../src/rules/money.ts';
import type { Settings } from '../src/rules/settings.ts';
import type { ReferralNumber } from '../src/rules/words.ts';
import { day, eligible, office, specialist } from './office.ts';

/** An office in which kim serves a family. */
export async function served(settings: Partial<Settings> = {}) {
  const desk = await office({ settings: { circuits: [13], ...settings } });
  await specialist(desk, 'kim');
  const referral = await eligible(desk);
  await assign(desk, { only: [referral], program: null });
  return { desk, referral };
}

type Asked = Parameters<typeof requestFromFund>[2];

/** Kim asks for October's rent. */
export const asks = (
  desk: Desk,
  referral: ReferralNumber,
  facts: Partial<Asked> = {},
): Promise<FundRequest> =>
  requestFromFund(desk, referral, {
    kind: 'rent',
    item: 'October rent',
    amount: 412_50,
    why: 'They would lose the home, and the children with it.',
    tried: 'Salvation Army, the landlord',
    requestedOn: day('2026-10-05'),
    requestedBy: 'kim',
    ...facts,
  });

/** KL decides; what is not said is approved whole. */
export const decided = (desk: Desk, id: FundNumber, ruling: Partial<FundRuling> = {}): Promise<FundRequest> =>
  decideFund(desk, id, {
    decision: 'approved',
    approved: null,
    on: day('2026-10-05'),
    note: null,
    overBudget: null,
    ...ruling,
  });

export async function fundRequest(amount: Cents) {
  const { desk, referral } = await served();
  const { id } = await asks(desk, referral, { amount });
  return { desk, referral, id };
}

export async function approvedRequest(amount: Cents) {
  const asked = await fundRequest(amount);
  await decided(asked.desk, asked.id);
  return asked;
}

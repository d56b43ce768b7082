import type { Desk } from '../desk/desk.ts';
import { fundCalled, fundList } from '../desk/fund.ts';
import { type FundNumber, type FundRequest, type FundState, stateOf } from '../rules/fund.ts';
import { dollars } from '../rules/money.ts';
import { Refusal } from '../rules/refusal.ts';
import { needFlags } from './flags.ts';
import type { Session } from './session.ts';
import { nameSeen } from './views/safe-text.ts';
import { whichReferral } from './which.ts';

/** `E26-0003`, `e26-3`: the number of a request to the fund; `null` where it is not one. */
export function fundNumber(text: string): FundNumber | null {
  const [, year, digits] = /^e(\d{2})-?0*([1-9]\d{0,8})$/i.exec(text.trim()) ?? [];
  return year && digits ? (`E${year}-${digits.padStart(4, '0')}` as FundNumber) : null;
}

/**
 * The request that is meant by its number, or by its referral where only one of it stands so. Where several do, or none is
 * named, a terminal offers them.
 */
export async function whichFund(
  session: Session,
  desk: Desk,
  what: string | undefined,
  states: readonly FundState[],
): Promise<FundRequest> {
  const number = what === undefined ? null : fundNumber(what);
  if (number) return fundCalled(desk, number);
  if (what === undefined && !session.canAsk)
    needFlags(['REQUEST'], 'Give the number of the request, such as E26-0003. See them: iis fund list');
  const referrals = what === undefined ? undefined : [await whichReferral(session, desk, what)];
  const all = await fundList(desk, { referrals }, true);
  const open = all.filter((one) => states.includes(stateOf(one)));
  if (referrals !== undefined && open.length === 1) return open[0]!;
  if (open.length === 0 || !session.canAsk) throw noneOrSeveral(open);
  const ask = await session.ask();
  const choices = open.map((one) => ({ value: one, label: labelOf(session, one) }));
  return (await ask.choose({ message: 'Which request?', search: true, choices })) as FundRequest;
}

const noneOrSeveral = (open: readonly FundRequest[]): Refusal =>
  open.length === 0
    ? new Refusal({
        kind: 'not_found',
        code: 'no_such_fund_request',
        message: 'No request to the fund waits for that.',
        hint: 'See them: iis fund list --all',
      })
    : new Refusal({
        kind: 'invalid',
        code: 'several_fund_requests',
        message: `Several requests may be meant: ${open.map(({ id }) => id).join(', ')}.`,
        hint: 'Give the number of one.',
      });

const labelOf = ({ flags }: Session, { id, family, amount, kind }: FundRequest): string => {
  const name = nameSeen(family, flags.private);
  return [id, name ?? 'not named', `${dollars(amount)} ${kind.replaceAll('_', ' ')}`].join('  ');
};

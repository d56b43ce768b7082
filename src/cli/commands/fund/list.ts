import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { budgetFor, fundList } from '../../../desk/fund.ts';
import { daysOfFiscalYear, type FundRequest, fundStates } from '../../../rules/fund.ts';
import type { ReferralNumber } from '../../../rules/words.ts';
import { examples, type NounCommand } from '../../command.ts';
import { fiscalYear } from '../../flags.ts';
import { changedFundJson, fundRequestJson } from '../../json/fund.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { refuseFaults, typedCircuits } from '../../typed-lists.ts';
import { fundCard, fundTable } from '../../views/fund.ts';
import { wordingOf } from '../../views/wording.ts';
import { whichReferral } from '../../which.ts';
import { whichFund } from '../../which-fund.ts';

interface ListFlags {
  all?: boolean;
  circuit?: string;
  sfy?: number;
  referral?: string;
}

export const listVerb: NounCommand = (run) =>
  new Command('list')
    .description('the requests that wait for a decision or a payment')
    .option('--all', 'those that are paid, denied or closed too')
    .option('--circuit <number>', 'only of this circuit, by number or county')
    .option('--sfy <year>', 'asked for or decided in this state fiscal year, such as 2027', fiscalYear)
    .option('--referral <referral>', 'only of this referral, by number or a name of the family')
    .addHelpText('after', examples('iis fund list', 'iis fund list --all --circuit 13 --sfy 2027'))
    .action(run(list));

async function list(session: Session, flags: ListFlags): Promise<Answer> {
  const desk = await session.desk();
  const referral = flags.referral && (await whichReferral(session, desk, flags.referral));
  const circuits = flags.circuit === undefined ? null : typedCircuits('--circuit', [flags.circuit]);
  refuseFaults(circuits?.faults ?? []);
  const filter = {
    circuit: circuits?.values[0],
    referrals: referral ? [referral as ReferralNumber] : undefined,
    days: flags.sfy === undefined ? undefined : daysOfFiscalYear(flags.sfy, desk.fund),
  };
  return answer(await fundList(desk, filter, flags.all === true), {
    json: (all: FundRequest[]) => all.map(fundRequestJson),
    show: (all, look) => fundTable(all, look, { ...wordingOf(desk), fund: desk.fund }, flags.all === true),
  });
}

export const showVerb: NounCommand = (run) =>
  new Command('show')
    .description('everything that is kept of one request')
    .argument('[request]', 'its number, such as E26-0003')
    .addHelpText('after', examples('iis fund show E26-0003'))
    .action(
      run(async (session: Session, what: string | undefined) => {
        const desk = await session.desk();
        return shown(desk, await whichFund(session, desk, what, fundStates));
      }),
    );

const shown = async (desk: Desk, request: FundRequest): Promise<Answer> =>
  answer(
    { request, budget: await budgetFor(desk, request) },
    { json: changedFundJson, show: (value, look) => fundCard(value, look, desk.fund) },
  );

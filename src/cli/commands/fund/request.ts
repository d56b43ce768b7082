import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { requestFromFund, requireFunded } from '../../../desk/fund.ts';
import { kindInWords } from '../../../rules/fund.ts';
import { dollars } from '../../../rules/money.ts';
import type { ReferralNumber } from '../../../rules/words.ts';
import { type Answered, asTold, saved } from '../../answered.ts';
import { examples, type NounCommand } from '../../command.ts';
import { amountOf, dayOf, dayOrToday, needFlags } from '../../flags.ts';
import type { Answer, Session } from '../../session.ts';
import { whichReferral } from '../../which.ts';
import { fundAnswer } from './changed.ts';

interface RequestFlags {
  kind?: string;
  item?: string;
  amount?: string;
  why?: string;
  tried?: string;
  by?: string;
  on?: string;
}

export const requestVerb: NounCommand = (run) =>
  new Command('request')
    .description('ask the fund to pay something for a family that is being served')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--kind <kind>', 'the kind of expense, such as rent (iis policy lists them)')
    .option('--item <text>', 'what exactly it is for, such as "October rent"')
    .option('--amount <dollars>', 'how much, such as 412.50')
    .option('--why <text>', 'why it would avert the removal of a child')
    .option('--tried <text>', 'which other resources were tried')
    .option('--by <who>', 'who asks, such as the specialist’s code (else whoever runs the command)')
    .option('--on <date>', 'when it was asked for (else today)')
    .addHelpText(
      'after',
      examples(
        'iis fund request 42',
        'iis fund request 42 --kind rent --amount 412.50 --why "…" --tried "…" --by kim',
      ),
    )
    .action(run(request));

async function request(session: Session, what: string | undefined, flags: RequestFlags): Promise<Answer> {
  const desk = await session.desk();
  const id = await whichReferral(session, desk, what);
  const asked = await saved(desk, await whatIsAsked(session, desk, id, flags), (saving, given) =>
    requestFromFund(saving, id, given),
  );
  const sum = `${dollars(asked.amount)} for ${kindInWords(desk.fund, asked.kind).toLowerCase()}`;
  const next = `The Division decides: iis fund decide ${asked.id}`;
  return fundAnswer(desk, asked, `${asked.id}: ${sum} asked for ${id} (case ${asked.case}). ${next}`);
}

export type FundGiven = Parameters<typeof requestFromFund>[2];

async function whatIsAsked(
  session: Session,
  desk: Desk,
  id: ReferralNumber,
  flags: RequestFlags,
): Promise<Answered<FundGiven>> {
  const given = {
    kind: flags.kind?.trim() || null,
    item: flags.item?.trim() || null,
    amount: flags.amount === undefined ? null : amountOf('--amount', flags.amount),
    why: flags.why?.trim() ?? null,
    tried: flags.tried?.trim() ?? null,
    requestedBy: flags.by?.trim() || null,
    requestedOn: flags.on === undefined ? null : await dayOf(desk, '--on', flags.on),
  };
  const { kind, amount, why, tried } = given;
  if (kind !== null && amount !== null && why !== null && tried !== null)
    return asTold({
      ...given,
      ...{ kind, amount, why, tried, requestedOn: await dayOrToday(desk, '--on', flags.on) },
    });
  const missing = (['kind', 'amount', 'why', 'tried'] as const).filter((fact) => given[fact] === null);
  if (!session.canAsk) needFlags(missing.map((fact) => `--${fact}`));
  await requireFunded(desk, id);
  const { askFundRequest } = await import('../../questions/fund.ts');
  return askFundRequest(session, desk, id, given);
}

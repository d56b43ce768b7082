import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { closeFund, payFromFund } from '../../../desk/fund.ts';
import { type FundPayment, type FundRequest, requirePayable, unpaidOf } from '../../../rules/fund.ts';
import { dayInWords } from '../../../rules/in-words.ts';
import { dollars } from '../../../rules/money.ts';
import { examples, type NounCommand } from '../../command.ts';
import { amountOf, dayOf, dayOrToday, needFlags } from '../../flags.ts';
import type { Answer, Session } from '../../session.ts';
import { whichFund } from '../../which-fund.ts';
import { fundAnswer } from './changed.ts';

interface PayFlags {
  amount?: string;
  to?: string;
  on?: string;
}

export const payVerb: NounCommand = (run) =>
  new Command('pay')
    .description('keep that something was paid: to whom, how much, and when')
    .argument('[request]', 'its number, such as E26-0003')
    .option('--amount <dollars>', 'how much was paid')
    .option('--to <payee>', 'to whom, such as the landlord')
    .option('--on <date>', 'when it was paid (else today)')
    .addHelpText(
      'after',
      examples(
        'iis fund pay E26-0003',
        'iis fund pay E26-0003 --amount 412.50 --to "Sample Rentals" --on yesterday',
      ),
    )
    .action(run(pay));

async function pay(session: Session, what: string | undefined, flags: PayFlags): Promise<Answer> {
  const desk = await session.desk();
  const request = await whichFund(session, desk, what, ['approved']);
  const payment = await paymentOf(session, desk, request, flags);
  const after = await payFromFund(desk, request.id, payment);
  const left = unpaidOf(after);
  const rest =
    left === 0
      ? 'All that was approved is paid.'
      : `${dollars(left)} is still to be paid. If it is not to be: iis fund close ${after.id}`;
  const paid = `${after.id}: ${dollars(payment.amount)} paid on ${dayInWords(payment.on)}.`;
  return fundAnswer(desk, after, `${paid} ${rest}`);
}

async function paymentOf(
  session: Session,
  desk: Desk,
  request: FundRequest,
  flags: PayFlags,
): Promise<Omit<FundPayment, 'by'>> {
  const given = {
    amount: flags.amount === undefined ? null : amountOf('--amount', flags.amount),
    payee: flags.to?.trim() || null,
    on: flags.on === undefined ? null : await dayOf(desk, '--on', flags.on),
  };
  const { amount, payee } = given;
  const on = await dayOrToday(desk, '--on', flags.on);
  if (amount !== null && payee !== null) return { amount, payee, on };
  if (!session.canAsk)
    needFlags([...(amount === null ? ['--amount'] : []), ...(payee === null ? ['--to'] : [])]);
  requirePayable(request, amount ?? 0);
  const { askFundPayment } = await import('../../questions/fund.ts');
  return askFundPayment(session, desk, request, given);
}

export const closeVerb: NounCommand = (run) =>
  new Command('close')
    .description('nothing more is to be paid: what was not is free in the budget again')
    .argument('[request]', 'its number, such as E26-0003')
    .option('--note <text>', 'why')
    .addHelpText('after', examples('iis fund close E26-0003 --note "the landlord let it go"'))
    .action(
      run(async (session: Session, what: string | undefined, flags: { note?: string }) => {
        const desk = await session.desk();
        const { id } = await whichFund(session, desk, what, ['asked', 'approved']);
        const note = flags.note?.trim() ?? (await askWhy(session));
        return fundAnswer(desk, await closeFund(desk, id, note), `${id} is closed: nothing more is paid.`);
      }),
    );

async function askWhy(session: Session): Promise<string> {
  if (!session.canAsk) needFlags(['--note']);
  const ask = await session.ask();
  return (await ask.text({ message: 'Why is nothing more to be paid?' })) as string;
}

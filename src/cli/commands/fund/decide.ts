import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { decideFund, type FundRuling, peopleOf } from '../../../desk/fund.ts';
import { type FundRequest, requireDecidable } from '../../../rules/fund.ts';
import { dollars } from '../../../rules/money.ts';
import { examples, type NounCommand } from '../../command.ts';
import { amountOf, dayOrToday, needFlags, oneOf } from '../../flags.ts';
import type { Answer, Session } from '../../session.ts';
import { whichFund } from '../../which-fund.ts';
import { fundAnswer } from './changed.ts';

interface DecideFlags {
  decision?: string;
  amount?: string;
  note?: string;
  overBudget?: string;
  on?: string;
}

export const fundDecisions = ['approved', 'denied'] as const;

export const decideVerb: NounCommand = (run) =>
  new Command('decide')
    .description('approve or deny a request for the Division; whoever asked does not decide')
    .argument('[request]', 'its number, such as E26-0003')
    .option('--decision <decision>', 'approved or denied')
    .option('--amount <dollars>', 'how much is approved (else all that was asked)')
    .option('--note <text>', 'more about it; a denial needs it')
    .option('--over-budget <reason>', 'why it is approved although the budget does not reach')
    .option('--on <date>', 'when it was decided (else today)')
    .addHelpText(
      'after',
      examples(
        'iis fund decide E26-0003',
        'iis fund decide E26-0003 --decision approved --amount 400',
        'iis fund decide E26-0003 --decision denied --note "the church pays"',
      ),
    )
    .action(run(decide));

async function decide(session: Session, what: string | undefined, flags: DecideFlags): Promise<Answer> {
  const desk = await session.desk();
  const request = await whichFund(session, desk, what, ['asked']);
  const decided = await decideFund(desk, request.id, await rulingOf(session, desk, request, flags));
  return fundAnswer(desk, decided, decidedInWords(decided));
}

async function rulingOf(
  session: Session,
  desk: Desk,
  request: FundRequest,
  flags: DecideFlags,
): Promise<FundRuling> {
  const given = {
    approved: flags.amount === undefined ? null : amountOf('--amount', flags.amount),
    note: flags.note?.trim() || null,
    overBudget: flags.overBudget?.trim() || null,
    on: await dayOrToday(desk, '--on', flags.on),
  };
  if (flags.decision) return { ...given, decision: oneOf('--decision', flags.decision, fundDecisions) };
  if (!session.canAsk) needFlags(['--decision'], 'Give approved or denied.');
  requireDecidable(request, desk.who, peopleOf(desk));
  const { askFundRuling } = await import('../../questions/fund.ts');
  return askFundRuling(session, desk, request, given);
}

function decidedInWords({ id, amount, decided }: FundRequest): string {
  if (decided!.decision === 'denied') return `${id} is denied.`;
  const of = decided!.approved === amount ? '' : ` of ${dollars(amount)}`;
  return `${id} is approved: ${dollars(decided!.approved)}${of}. When it is paid: iis fund pay ${id}`;
}

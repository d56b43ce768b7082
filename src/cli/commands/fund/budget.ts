import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { budgets, fiscalYearNow, setBudget } from '../../../desk/fund.ts';
import { examples, type NounCommand } from '../../command.ts';
import { amountOf, fiscalYear, needFlags, wholeNumber } from '../../flags.ts';
import { budgetJson } from '../../json/fund.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { budgetTable } from '../../views/fund.ts';

interface BudgetFlags {
  circuit?: number;
  sfy?: number;
  amount?: string;
}

export const budgetVerb: NounCommand = (run) =>
  new Command('budget')
    .description('what the fund has for a circuit and state fiscal year, and what is left; sets it')
    .option('--circuit <number>', 'the circuit', wholeNumber)
    .option('--sfy <year>', 'the state fiscal year (else this one): 2027 began on July 1, 2026', fiscalYear)
    .option('--amount <dollars>', 'set the budget to this')
    .addHelpText(
      'after',
      examples('iis fund budget', 'iis fund budget --circuit 13 --sfy 2027 --amount 5000'),
    )
    .action(run(budget));

async function budget(session: Session, flags: BudgetFlags): Promise<Answer> {
  const desk = await session.desk();
  const sfy = flags.sfy ?? fiscalYearNow(desk);
  if (flags.amount !== undefined) {
    const amount = amountOf('--amount', flags.amount, { zero: true });
    await setBudget(desk, { circuit: circuitMeant(desk, flags), sfy, amount });
  }
  return answer(await budgets(desk, sfy, flags.circuit ?? null), {
    json: (all) => all.map(budgetJson),
    show: (all, look) => budgetTable(all, look, sfy),
  });
}

/** An office with one circuit need not say which. */
function circuitMeant({ settings: { circuits } }: Desk, { circuit }: BudgetFlags): number {
  if (circuit === undefined && circuits.length !== 1) needFlags(['--circuit']);
  return circuit ?? circuits[0]!;
}

import { join } from 'node:path';
import { Command } from 'commander';
import figureBook from '../../../data/figures.json';
import fundBook from '../../../data/fund.json';
import reasonBook from '../../../data/reasons.json';
import { readPrograms } from '../../records/program-files.ts';
import type { FigureBook } from '../../rules/figures/book.ts';
import type { FundBook } from '../../rules/fund.ts';
import { programOf } from '../../rules/policy.ts';
import type { ReasonBook } from '../../rules/reasons.ts';
import { examples, type NounCommand } from '../command.ts';
import { policyJson } from '../json/policy.ts';
import { answer } from '../session.ts';
import { policyView } from '../views/policy.ts';

export const policyCommand: NounCommand = (run) =>
  new Command('policy')
    .argument('[program]', 'only this program, such as IIS')
    .addHelpText('after', examples('iis policy', 'iis policy IFRS', 'iis policy --json'))
    .action(
      run(async ({ dataFolder }, code: string | undefined) => {
        const programs = readPrograms(join(dataFolder, 'programs'));
        const policy = {
          programs:
            code === undefined ? Object.values(programs) : [programOf(programs, code.trim().toUpperCase())],
          reasons: reasonBook as ReasonBook,
          fund: fundBook as FundBook,
          figures: figureBook as FigureBook,
        };
        return answer(policy, { json: policyJson, show: policyView });
      }),
    );

import { Command } from 'commander';
import type { NounCommand } from '../command.ts';
import { budgetVerb } from './fund/budget.ts';
import { decideVerb } from './fund/decide.ts';
import { listVerb, showVerb } from './fund/list.ts';
import { closeVerb, payVerb } from './fund/pay.ts';
import { requestVerb } from './fund/request.ts';

export const fundCommand: NounCommand = (run) =>
  new Command('fund')
    .addCommand(requestVerb(run))
    .addCommand(decideVerb(run))
    .addCommand(payVerb(run))
    .addCommand(closeVerb(run))
    .addCommand(listVerb(run))
    .addCommand(showVerb(run))
    .addCommand(budgetVerb(run));

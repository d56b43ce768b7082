import { Command } from 'commander';
import type { NounCommand } from '../command.ts';
import {
  extendVerb,
  goalVerb,
  homeVerb,
  hoursVerb,
  placedVerb,
  settleVerb,
  staffingVerb,
  transferVerb,
  unsafeVerb,
  visitVerb,
} from './case/during.ts';
import { closeVerb, followUpVerb, reopenVerb } from './case/ending.ts';
import { acceptVerb, declineVerb, seenVerb } from './case/first-steps.ts';
import { listVerb, showVerb } from './case/look.ts';

export const caseCommand: NounCommand = (run) => {
  const verbs = [
    listVerb,
    showVerb,
    seenVerb,
    acceptVerb,
    declineVerb,
    goalVerb,
    hoursVerb,
    staffingVerb,
    unsafeVerb,
    placedVerb,
    settleVerb,
    visitVerb,
    homeVerb,
    extendVerb,
    transferVerb,
    closeVerb,
    reopenVerb,
    followUpVerb,
  ];
  const command = new Command('case');
  for (const verb of verbs) command.addCommand(verb(run));
  return command;
};

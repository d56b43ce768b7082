import { Command } from 'commander';
import type { NounCommand } from '../command.ts';
import { addVerb } from './specialist/add.ts';
import { editVerb } from './specialist/edit.ts';
import { endVerb } from './specialist/end.ts';
import { leaveVerb, returnVerb } from './specialist/leave.ts';
import { listVerb, showVerb } from './specialist/list.ts';
import { trainingVerb } from './specialist/training.ts';

export const specialistCommand: NounCommand = (run) => {
  const command = new Command('specialist');
  for (const verb of [addVerb, listVerb, showVerb, editVerb, leaveVerb, returnVerb, trainingVerb, endVerb])
    command.addCommand(verb(run));
  return command;
};

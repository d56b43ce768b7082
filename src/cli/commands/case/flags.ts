import type { Command } from 'commander';

export interface CaseListFlags {
  all?: boolean;
  program?: string;
  agency?: string;
  specialist?: string;
}

export const addListFlags = (command: Command): Command =>
  command
    .option('--program <program>', 'only this program')
    .option('--agency <name>', 'only specialists of this agency')
    .option('--specialist <code>', 'only this specialist')
    .option('--all', 'ended ones too');

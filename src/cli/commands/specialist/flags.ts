import type { Command } from 'commander';

export interface SpecialistListFlags {
  program?: string;
  all?: boolean;
}

/** Of `iis specialist list` and `iis list specialists`. */
export const addListFlags = (command: Command): Command =>
  command.option('--program <program>', 'only this program').option('--all', 'those who have ended too');

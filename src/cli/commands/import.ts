import { Command } from 'commander';
import type { NounCommand } from '../command.ts';

export const importCommand: NounCommand = () => new Command('import');

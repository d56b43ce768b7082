import { start } from './main.ts';
import type { Loads } from './nouns.ts';

/** Figures, built apart as what only looks is: they are made of much that no other command needs, and need little else. */
const loads: Loads = {
  nouns: {
    report: async () => (await import('./commands/report.ts')).reportCommand,
  },
  office: () => import('./open-office.ts'),
  questions: () => import('./questions/ask.ts'),
};

/** Runs the command line of this process, which begins with this noun. */
export const main = (argv: readonly string[], home: string): Promise<void> => start(argv, { home, loads });

import { start } from './main.ts';
import type { Loads } from './nouns.ts';

/** What only looks and is called most, built apart: half as much program takes half as long to be read. */
const loads: Loads = {
  nouns: {
    today: async () => (await import('./commands/today.ts')).todayCommand,
    find: async () => (await import('./commands/find.ts')).findCommand,
    list: async () => (await import('./commands/list.ts')).listCommand,
  },
  office: () => import('./open-office.ts'),
  questions: () => import('./questions/ask.ts'),
};

/** Runs the command line of this process, which begins with one of these nouns or asks for the help of all. */
export const main = (argv: readonly string[], home: string): Promise<void> => start(argv, { home, loads });

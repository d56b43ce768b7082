import { start } from './main.ts';
import type { Loads } from './nouns.ts';

/** The list that is looked at most, built by itself: it is read in half the time of all that only looks. */
const loads: Loads = {
  list: async () => (await import('./commands/list/fins.ts')).listOfFins,
};

/** Runs the command line of this process, which begins with `list fins`. */
export const main = (argv: readonly string[], home: string): Promise<void> => start(argv, { home, loads });

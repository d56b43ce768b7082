import { Command } from 'commander';
import { fins } from './commands/list/fins.ts';
import { start } from './main.ts';
import type { Loads } from './nouns.ts';
import * as office from './open-office.ts';

const elsewhere = (): Promise<never> =>
  Promise.reject(new Error('bin/iis.js gives this flag to a build that can do it'));

/**
 * The FINS list to be looked at, built apart with all that it needs at once: what is loaded later, and all that such a part
 * needs in turn, is built as functions that are called when it is first used, which take as long to be read as the parts.
 */
const loads: Loads = {
  nouns: {
    list: async () => (run) =>
      new Command('list').addCommand(fins(run, { since: elsewhere, paper: elsewhere })),
  },
  office: async () => office,
};

/** Runs the command line of this process, which is `list fins` with flags that `bin/iis.js` knows. */
export const main = (argv: readonly string[], home: string): Promise<void> => start(argv, { home, loads });

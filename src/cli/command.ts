import { Command } from 'commander';
import type { Answer, Session } from './session.ts';

/** Ties what a command does to commander: the session first, then commander's arguments and flags. */
export type Run = <Args extends unknown[]>(
  work: (session: Session, ...args: Args) => Promise<Answer | undefined>,
) => (...args: Args) => Promise<void>;

/** A noun of the command line with its verbs; loaded only when it is used. */
export type NounCommand = (run: Run) => Command;

/** A noun of so many verbs, in the order of its help. */
export const nounOf =
  (name: string, verbs: readonly NounCommand[]): NounCommand =>
  (run) =>
    verbs.reduce((noun, verb) => noun.addCommand(verb(run)), new Command(name));

/** Lists of flags: `--county Boone,Callaway` and `--county Boone --county Callaway` are the same. */
export const listed = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
];

/** `Examples:` under a command's help. */
export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;

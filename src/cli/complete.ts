import type { Command, Option } from 'commander';

/** What stands at the end of a command line that is being typed, and what it can be. */
export interface Wanted {
  /** The path of the command, `referral list`. */
  path: string;
  /** The flag whose value it is, `--status`, or the argument, `county`; `null` where it is a command or a flag. */
  of: string | null;
  /** The commands or flags that can stand there. */
  words: string[];
  /** What was typed of it. */
  typed: string;
  /** What stands before it in the same word and stays: `--status=` or `eligible,`. */
  before: string;
}

/** Reads a command line over the program's commands, of which those that it names have to be loaded. */
export function wanted(program: Command, line: readonly string[]): Wanted {
  const words = line.map(unquoted).filter((word) => word !== '=');
  const typed = words.at(-1) ?? '';
  const global = (program.options as Option[]).filter(({ hidden }) => !hidden);
  let command = program;
  let path = '';
  let flag: Option | null = null;
  let place = 0;
  for (const word of words.slice(0, -1)) {
    if (flag) {
      flag = null;
    } else if (word.startsWith('-')) {
      const option = [...command.options, ...global].find(({ long }) => long === word);
      flag = option?.required ? option : null;
    } else {
      const next = command.commands.find((one) => one.name() === word);
      if (next) path = `${path} ${word}`.trim();
      else place += 1;
      command = next ?? command;
    }
  }
  const equals = /^(--[\w-]+=)(.*)$/.exec(typed);
  if (flag || equals) {
    const [, before = '', value = typed] = equals ?? [];
    const comma = value.lastIndexOf(',') + 1;
    const of = flag?.long ?? before.slice(0, -1);
    return { path, of, words: [], typed: value.slice(comma), before: before + value.slice(0, comma) };
  }
  if (typed.startsWith('-')) {
    const flags = [...command.options, ...global].map(({ long }) => long!);
    return { path, of: null, words: [...flags, '--help'], typed, before: '' };
  }
  const taken = command.registeredArguments;
  const of = (taken[place] ?? (taken.at(-1)?.variadic ? taken.at(-1) : undefined))?.name() ?? null;
  return { path, of, words: place === 0 ? visible(command) : [], typed, before: '' };
}

const visible = (command: Command): string[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .map((one) => one.name())
    .filter((name) => name !== 'help');

/** Shells hand on what was typed with its quotes; one of them can’t hand on an empty word, so it gives a space. */
const unquoted = (word: string): string => word.replace(/^["']|["']$|\\(?=.)/g, '').trim();

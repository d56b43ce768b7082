import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { addNouns, nouns } from '../../src/cli/nouns.ts';
import { loads } from '../../src/cli/whole.ts';

/** The pages that people read, and the commands that there are. */

export const root = resolve(import.meta.dirname, '../..');

export const pageAt = (path: string): string =>
  readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');

export const pages = (): string[] => [
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...(existsSync(join(root, 'README.md')) ? ['README.md'] : []),
];

/** Every command by its path, `referral add`, with the flags that it takes. */
export async function commands(): Promise<Map<string, Set<string>>> {
  const program = new Command('iis');
  await addNouns(program, ['help', ...nouns.map(({ name }) => name)], () => async () => {}, loads.nouns);
  const found = new Map<string, Set<string>>();
  const walk = (command: Command, path: string): void => {
    const flags = command.options.map(({ long }) => long!);
    found.set(path, new Set(flags));
    for (const verb of command.commands) walk(verb, `${path} ${verb.name()}`);
  };
  for (const noun of program.commands) walk(noun, noun.name());
  return found;
}

const words = (line: string): string[] => line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];

/** The command lines of a page: in its blocks, and in the text where they begin with `iis`. */
export function linesIn(page: string): string[][] {
  const blocks = [...page.matchAll(/^(?:\$ )?iis (.+)$/gm)].map(([, line = '']) => line);
  const inText = [...page.matchAll(/`iis ([^`]+)`/g)].map(([, line = '']) => line);
  return [...blocks, ...inText].map((line) => words(line.replace(/\s#.*$|[<>|].*$/, '')));
}

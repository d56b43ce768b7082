import { Command } from 'commander';
import { nearest } from '../rules/nearest.ts';
import { Refusal } from '../rules/refusal.ts';
import type { NounCommand, Run } from './command.ts';

interface Noun {
  name: string;
  words: string;
  /** For scripts of the program itself: not in the help. */
  hidden?: boolean;
}

/** How a build of the program loads the nouns that it has, each only when it is used. */
export type Loads = Readonly<Record<string, () => Promise<NounCommand>>>;

/** Every word that can follow `iis`, in the order of the help. */
export const nouns: readonly Noun[] = [
  { name: 'today', words: 'everything that is due or overdue, most urgent first' },
  { name: 'referral', words: 'take referrals in, screen them, and see to them' },
  { name: 'find', words: 'find a family by anything that is known of it' },
  { name: 'match', words: 'plan placements, show why, confirm, assign' },
  { name: 'list', words: 'the FINS list, openings, what is due, referrals, cases, specialists' },
  { name: 'case', words: 'cases from the first visit to the last follow-up' },
  { name: 'fins', words: 'put families on the FINS list, review them, take them off' },
  { name: 'fcs', words: 'offer Family Centered Services and keep the answer' },
  { name: 'fund', words: 'the crisis intervention fund: requests, decisions, payments, budgets' },
  { name: 'tapa', words: 'TAPAs that come before their referral, and when one is written or over' },
  { name: 'specialist', words: 'the specialists, what they take, and their leave' },
  {
    name: 'report',
    words: 'figures: the year, outcomes, timeliness, the fund, how many specialists a circuit needs',
  },
  { name: 'form', words: 'the Community Referral form as a PDF, blank or filled' },
  { name: 'why', words: 'the rule, the facts and the source of a deadline, a rank or a flag' },
  { name: 'history', words: 'who did what to a family or a specialist, on a day, or in all, and when' },
  { name: 'undo', words: 'take back the last thing that you did, or another action' },
  { name: 'export', words: 'referrals, the FINS list, cases or specialists as a table or for scripts' },
  { name: 'import', words: 'take referrals or specialists in from a table' },
  { name: 'policy', words: 'every number and criterion in force, with its source' },
  { name: 'circuits', words: 'the judicial circuits and their counties' },
  { name: 'settings', words: 'your circuits, your name, and local choices' },
  { name: 'demo', words: 'a fictional circuit worked from forms to placements and follow-ups' },
  { name: 'completion', words: 'a script that completes commands in bash, zsh, fish or PowerShell' },
  { name: 'complete', words: 'what such a script asks', hidden: true },
];

/**
 * Adds the noun that the command line begins with. Where it begins with none, or asks about others, all of them
 * are added: those that are named in full, the others by name and words, for the help and to suggest the nearest.
 */
export async function addNouns(
  program: Command,
  argv: readonly string[],
  run: Run,
  loads: Loads,
): Promise<void> {
  const [first] = program.parseOptions([...argv]).operands;
  const only = nouns.filter(({ name, hidden }) => name === first && !hidden);
  for (const noun of only.length > 0 ? only : nouns) {
    const command = argv.includes(noun.name) ? (await loads[noun.name]!())(run) : new Command(noun.name);
    program.addCommand(command.description(noun.words).copyInheritedSettings(program), {
      hidden: noun.hidden === true,
    });
    inherit(command);
  }
}

/** Commander shows the help for a word that is none, where help is asked for. Refuses it, with the nearest. */
export function requireKnown(program: Command, operands: readonly string[]): void {
  let command = program;
  let path = program.name();
  for (const word of operands.filter((one) => one !== 'help')) {
    if (command.commands.length === 0) return;
    const known = command.createHelp().visibleCommands(command);
    const next = command.commands.find((one) => one.name() === word);
    if (!next) throw unknownCommand(word, nearest(word, known, (one) => one.name())[0]?.name(), path);
    command = next;
    path = `${path} ${word}`;
  }
}

const unknownCommand = (word: string, near: string | undefined, path: string) =>
  new Refusal({
    kind: 'invalid',
    code: 'usage',
    message: `Unknown command '${word.slice(0, 80)}'.`,
    hint: near ? `Did you mean ${near}?` : `See what there is: ${path} --help`,
  });

/** Help and errors of the verbs are those of the program. */
function inherit(command: Command): void {
  for (const verb of command.commands) {
    verb.copyInheritedSettings(command);
    inherit(verb);
  }
}

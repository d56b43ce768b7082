import { Command } from 'commander';
import { nearest } from '../rules/nearest.ts';
import { Refusal } from '../rules/refusal.ts';
import { examples, type NounCommand, type Run } from './command.ts';

interface Noun {
  name: string;
  words: string;
  /** How its verbs are used, where its own help does not say. */
  examples?: readonly string[];
  /** For scripts of the program itself: not in the help. */
  hidden?: boolean;
}

/** How a build of the program comes to its parts, most of which are loaded only when they are used. */
export interface Loads {
  /** The nouns that it has. */
  readonly nouns: Readonly<Record<string, () => Promise<NounCommand>>>;
  /** The records: help, and whatever needs none, starts without the engine. */
  office(): Promise<typeof import('./open-office.ts')>;
  /** Absent where no command asks anything. */
  questions?(): Promise<typeof import('./questions/ask.ts')>;
  /** Absent where a noun is always named. */
  sitting?(): Promise<typeof import('./commands/sitting.ts')>;
}

/** Every word that can follow `iis`, in the order of the help. */
export const nouns: readonly Noun[] = [
  { name: 'today', words: 'everything that is due or overdue, most urgent first' },
  {
    name: 'referral',
    words: 'take referrals in, screen them, and see to them',
    examples: ['iis referral add', 'iis referral show 42'],
  },
  { name: 'find', words: 'find a family by anything that is known of it' },
  { name: 'match', words: 'plan placements, show why, confirm, assign' },
  {
    name: 'list',
    words: 'the FINS list, openings, what is due, referrals, cases, specialists',
    examples: ['iis list fins', 'iis list openings --json'],
  },
  {
    name: 'case',
    words: 'cases from the first visit to the last follow-up',
    examples: ['iis case show 7', 'iis case hours 7'],
  },
  {
    name: 'fins',
    words: 'put families on the FINS list, review them, take them off',
    examples: ['iis fins add 42', 'iis fins review 42'],
  },
  {
    name: 'fcs',
    words: 'offer Family Centered Services and keep the answer',
    examples: ['iis fcs offer 42', 'iis fcs answer 42 --answer accepted'],
  },
  {
    name: 'fund',
    words: 'the crisis intervention fund: requests, decisions, payments, budgets',
    examples: ['iis fund request 42', 'iis fund list'],
  },
  {
    name: 'tapa',
    words: 'TAPAs that come before their referral, and when one is written or over',
    examples: ['iis tapa add', 'iis tapa list'],
  },
  {
    name: 'specialist',
    words: 'the specialists, what they take, and their leave',
    examples: ['iis specialist add', 'iis specialist leave kim --from monday --until 10/16'],
  },
  {
    name: 'report',
    words: 'figures: the year, outcomes, timeliness, the fund, how many specialists a circuit needs',
    examples: ['iis report year', 'iis report timeliness --json'],
  },
  {
    name: 'form',
    words: 'the Community Referral form as a PDF, blank or filled',
    examples: ['iis form blank', 'iis form fill 42'],
  },
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
  loads: Loads['nouns'],
): Promise<void> {
  const [first] = program.parseOptions([...argv]).operands;
  const only = nouns.filter(({ name, hidden }) => name === first && !hidden);
  guardValues(program, program);
  for (const noun of only.length > 0 ? only : nouns) {
    const command = argv.includes(noun.name) ? (await loads[noun.name]!())(run) : new Command(noun.name);
    program.addCommand(command.description(noun.words).copyInheritedSettings(program), {
      hidden: noun.hidden === true,
    });
    if (noun.examples && command.commands.length > 0)
      command.addHelpText('after', examples(...noun.examples));
    inherit(command, program);
  }
}

/** Commander shows the help for a word that is none, where help is asked for. Refuses it, with the nearest. */
export function requireKnown(program: Command, operands: readonly string[]): void {
  let command = program;
  let path = program.name();
  for (const word of operands.filter((one) => one !== 'help')) {
    if (command.commands.length === 0) return;
    const next = command.commands.find((one) => one.name() === word);
    if (!next) throw unknownCommand(word, nearestIn(command, word), path);
    command = next;
    path = `${path} ${word}`;
  }
}

const nearestIn = (command: Command, word: string): string | undefined =>
  nearest(word, command.createHelp().visibleCommands(command), (one) => one.name())[0]?.name();

const unknownCommand = (word: string, near: string | undefined, path: string) =>
  new Refusal({
    kind: 'invalid',
    code: 'usage',
    message: `Unknown command '${word.slice(0, 80)}'.`,
    hint: near ? `Did you mean ${near}?` : `See what there is: ${path} --help`,
  });

/** Help and errors of the verbs are those of the program. */
function inherit(command: Command, program: Command): void {
  guardValues(command, program);
  for (const verb of command.commands) {
    verb.copyInheritedSettings(command);
    inherit(verb, program);
  }
}

/** A flag behind one that wants a value is not that value: commander would take it as such. */
function guardValues(command: Command, program: Command): void {
  const flags = new Set([...command.options, ...program.options].map(({ long }) => long));
  for (const option of command.options.filter(({ required, variadic }) => required && !variadic)) {
    const read = option.parseArg;
    option.argParser((text, before) => {
      if (flags.has(text)) throw lacksValue(option.long!, text);
      return read ? read(text, before) : text;
    });
  }
}

const lacksValue = (flag: string, next: string) =>
  new Refusal({
    kind: 'invalid',
    code: 'usage',
    message: `${flag} lacks its value: what follows is another flag, ${next}.`,
    hint: 'Put --help behind the command to see how it is used.',
  });

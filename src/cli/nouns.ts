import { Command } from 'commander';
import type { NounCommand, Run } from './command.ts';

interface Noun {
  name: string;
  words: string;
  load: () => Promise<NounCommand>;
  /** For scripts of the program itself: not in the help. */
  hidden?: boolean;
}

/** Every word that can follow `iis`, in the order of the help. */
export const nouns: readonly Noun[] = [
  {
    name: 'today',
    words: 'everything that is due or overdue, most urgent first',
    load: async () => (await import('./commands/today.ts')).todayCommand,
  },
  {
    name: 'referral',
    words: 'take referrals in, screen them, and see to them',
    load: async () => (await import('./commands/referral.ts')).referralCommand,
  },
  {
    name: 'find',
    words: 'find a family by anything that is known of it',
    load: async () => (await import('./commands/find.ts')).findCommand,
  },
  {
    name: 'match',
    words: 'plan placements, show why, confirm, assign',
    load: async () => (await import('./commands/match.ts')).matchCommand,
  },
  {
    name: 'list',
    words: 'the FINS list, openings, what is due, referrals, cases, specialists',
    load: async () => (await import('./commands/list.ts')).listCommand,
  },
  {
    name: 'case',
    words: 'cases from the first visit to the last follow-up',
    load: async () => (await import('./commands/case.ts')).caseCommand,
  },
  {
    name: 'fins',
    words: 'put families on the FINS list, review them, take them off',
    load: async () => (await import('./commands/fins.ts')).finsCommand,
  },
  {
    name: 'fcs',
    words: 'offer Family Centered Services and keep the answer',
    load: async () => (await import('./commands/fcs.ts')).fcsCommand,
  },
  {
    name: 'fund',
    words: 'the crisis intervention fund: requests, decisions, payments, budgets',
    load: async () => (await import('./commands/fund.ts')).fundCommand,
  },
  {
    name: 'tapa',
    words: 'TAPAs that come before their referral, and when one is written or over',
    load: async () => (await import('./commands/tapa.ts')).tapaCommand,
  },
  {
    name: 'specialist',
    words: 'the specialists, what they take, and their leave',
    load: async () => (await import('./commands/specialist.ts')).specialistCommand,
  },
  {
    name: 'report',
    words: 'figures: the year, outcomes, timeliness, the fund, how many specialists a circuit needs',
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  {
    name: 'form',
    words: 'the Community Referral form as a PDF, blank or filled',
    load: async () => (await import('./commands/form.ts')).formCommand,
  },
  {
    name: 'why',
    words: 'the rule, the facts and the source of a deadline, a rank or a flag',
    load: async () => (await import('./commands/why.ts')).whyCommand,
  },
  {
    name: 'history',
    words: 'who did what to a family or a specialist, on a day, or in all, and when',
    load: async () => (await import('./commands/history.ts')).historyCommand,
  },
  {
    name: 'undo',
    words: 'take back the last thing that you did, or another action',
    load: async () => (await import('./commands/undo.ts')).undoCommand,
  },
  {
    name: 'export',
    words: 'referrals, the FINS list, cases or specialists as a table or for scripts',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'import',
    words: 'take referrals or specialists in from a table',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    name: 'policy',
    words: 'every number and criterion in force, with its source',
    load: async () => (await import('./commands/policy.ts')).policyCommand,
  },
  {
    name: 'circuits',
    words: 'the judicial circuits and their counties',
    load: async () => (await import('./commands/circuits.ts')).circuitsCommand,
  },
  {
    name: 'settings',
    words: 'your circuits, your name, and local choices',
    load: async () => (await import('./commands/settings.ts')).settingsCommand,
  },
  {
    name: 'demo',
    words: 'a fictional circuit worked from forms to placements and follow-ups',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
  {
    name: 'completion',
    words: 'a script that completes commands in bash, zsh, fish or PowerShell',
    load: async () => (await import('./commands/completion.ts')).completionCommand,
  },
  {
    name: 'complete',
    words: 'what such a script asks',
    hidden: true,
    load: async () => (await import('./commands/completion.ts')).completeCommand,
  },
];

/**
 * Adds the noun that the command line begins with. Where it begins with none, or asks about others, all of them
 * are added: those that are named in full, the others by name and words, for the help and to suggest the nearest.
 */
export async function addNouns(program: Command, argv: readonly string[], run: Run): Promise<void> {
  const [first] = program.parseOptions([...argv]).operands;
  const only = nouns.filter(({ name, hidden }) => name === first && !hidden);
  for (const noun of only.length > 0 ? only : nouns) {
    const command = argv.includes(noun.name) ? (await noun.load())(run) : new Command(noun.name);
    program.addCommand(command.description(noun.words).copyInheritedSettings(program), {
      hidden: noun.hidden === true,
    });
    inherit(command);
  }
}

/** Help and errors of the verbs are those of the program. */
function inherit(command: Command): void {
  for (const verb of command.commands) {
    verb.copyInheritedSettings(command);
    inherit(verb);
  }
}

import { Command } from 'commander';
import type { NounCommand, Run } from './command.ts';

interface Noun {
  name: string;
  words: string;
  load: () => Promise<NounCommand>;
}

/** Every word that can follow `iis`, in the order of the help. */
export const nouns: readonly Noun[] = [
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
    words: 'the FINS list, openings, referrals, specialists',
    load: async () => (await import('./commands/list.ts')).listCommand,
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
    name: 'specialist',
    words: 'the specialists, what they take, and their leave',
    load: async () => (await import('./commands/specialist.ts')).specialistCommand,
  },
  {
    name: 'history',
    words: 'who did what to a referral or a specialist, and when',
    load: async () => (await import('./commands/history.ts')).historyCommand,
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
    words: 'a fictional circuit worked from forms to placements',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
];

/** Adds the nouns that the command line names in full, and of the others only the name and the words. */
export async function addNouns(program: Command, argv: readonly string[], run: Run): Promise<void> {
  for (const noun of nouns) {
    const command = argv.includes(noun.name) ? (await noun.load())(run) : new Command(noun.name);
    program.addCommand(command.description(noun.words).copyInheritedSettings(program));
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

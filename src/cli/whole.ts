import { start } from './main.ts';
import type { Loads } from './nouns.ts';

/** The whole program: every noun. */
export const loads: Loads = {
  nouns: {
    today: async () => (await import('./commands/today.ts')).todayCommand,
    referral: async () => (await import('./commands/referral.ts')).referralCommand,
    find: async () => (await import('./commands/find.ts')).findCommand,
    match: async () => (await import('./commands/match.ts')).matchCommand,
    list: async () => (await import('./commands/list.ts')).listCommand,
    case: async () => (await import('./commands/case.ts')).caseCommand,
    fins: async () => (await import('./commands/fins.ts')).finsCommand,
    fcs: async () => (await import('./commands/fcs.ts')).fcsCommand,
    fund: async () => (await import('./commands/fund.ts')).fundCommand,
    tapa: async () => (await import('./commands/tapa.ts')).tapaCommand,
    specialist: async () => (await import('./commands/specialist.ts')).specialistCommand,
    report: async () => (await import('./commands/report.ts')).reportCommand,
    form: async () => (await import('./commands/form.ts')).formCommand,
    why: async () => (await import('./commands/why.ts')).whyCommand,
    history: async () => (await import('./commands/history.ts')).historyCommand,
    undo: async () => (await import('./commands/undo.ts')).undoCommand,
    export: async () => (await import('./commands/export.ts')).exportCommand,
    import: async () => (await import('./commands/import.ts')).importCommand,
    policy: async () => (await import('./commands/policy.ts')).policyCommand,
    circuits: async () => (await import('./commands/circuits.ts')).circuitsCommand,
    settings: async () => (await import('./commands/settings.ts')).settingsCommand,
    demo: async () => (await import('./commands/demo.ts')).demoCommand,
    completion: async () => (await import('./commands/completion.ts')).completionCommand,
    complete: async () => (await import('./commands/completion.ts')).completeCommand,
  },
  office: () => import('./open-office.ts'),
  questions: () => import('./questions/ask.ts'),
  sitting: () => import('./commands/sitting.ts'),
};

/** Runs the command line of this process. */
export const main = (argv: readonly string[], home: string): Promise<void> => start(argv, { home, loads });

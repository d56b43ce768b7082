import type { Look } from '../views/look.ts';

/** Inquirer in this program's look: its own styles put colour out whatever NO_COLOR says. */
export function promptTheme(look: Look, more: () => string | null) {
  const plain = (text: string) => text;
  return {
    prefix: { idle: '?', done: '?' },
    icon: {
      cursor: look.unicode ? '❯' : '>',
      checked: look.unicode ? ' ◉' : ' [x]',
      unchecked: look.unicode ? ' ◯' : ' [ ]',
    },
    style: {
      answer: plain,
      message: (text: string) => look.bold(text),
      error: (text: string) => look.red(`> ${text}`),
      defaultAnswer: (text: string) => look.dim(`(${text})`),
      help: look.dim,
      highlight: (text: string) => look.cyan(text),
      disabled: (text: string) => look.dim(text),
      searchTerm: plain,
      description: (text: string) => look.dim(text),
      // The keys are said once a session, not under every question.
      keysHelpTip: () => {
        const tip = more();
        return tip === null ? undefined : look.dim(tip);
      },
    },
  };
}

import type { Due, dueKinds } from '../../rules/due.ts';
import type { Ask, Choice } from './ask.ts';

/** What is asked first where the command itself asks nothing and saves at once. */
const askedFirst: Partial<Record<(typeof dueKinds)[number], string>> = {
  faces_denial: 'Was it entered into FACES today?',
  assess_family: 'Does the specialist take the family?',
  child_home: 'Did the child come home today?',
  offer_fcs: 'Is FCS offered to the family today?',
};

/** Which of the things that are due is done now; `null`: none, somebody stops. */
export async function askWhichDue(ask: Ask, items: readonly Due[]): Promise<Due | null> {
  for (;;) {
    const chosen = await ask.choose({
      message: 'What do you do now?',
      search: items.length > 7,
      choices: choicesOf(items),
      initial: items[0],
    });
    if (chosen === null || typeof chosen === 'symbol') return null;
    const question = askedFirst[chosen.kind];
    if (question === undefined || (await ask.confirm({ message: question, initial: false }))) return chosen;
  }
}

const choicesOf = ([first, ...others]: readonly Due[]): Choice<Due | null>[] => [
  { value: first!, label: `The next one: ${inWords(first!)}`, hint: first!.command },
  ...others.map((due) => ({ value: due, label: inWords(due), hint: due.command })),
  { value: null, label: 'Stop' },
];

const inWords = ({ what, id, family, overdue }: Due): string =>
  [what, id, ...(family ? [family] : []), ...(overdue ? ['OVERDUE'] : [])].join(' · ');

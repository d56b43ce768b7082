import { Command } from 'commander';
import { find } from '../../desk/find.ts';
import { examples, type NounCommand } from '../command.ts';
import { needFlags } from '../flags.ts';
import { foundJson } from '../json/find.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { findView } from '../views/found.ts';
import { wordingOf } from '../views/wording.ts';

const SHOWN = 20;

export const findCommand: NounCommand = (run) =>
  new Command('find')
    .argument('[words...]', 'names, a number, a phone or its end, a date or year of birth, an age, an email')
    .option('--all', `all that fit, not only the best ${SHOWN}`)
    .addHelpText(
      'after',
      `${examples(
        'iis find hadzich',
        'iis find mckenzy 14',
        'iis find 3/14/2015',
        'iis find 573-555-0199',
        'iis find C26-0007 --json',
      )}\n\nSeveral words narrow: all of them must fit one family. Spelling can be rough, names in part.`,
    )
    .action(run(tellFound));

async function tellFound(session: Session, words: string[], flags: { all?: boolean }): Promise<Answer> {
  const text = words.length > 0 ? words.join(' ') : await askedFor(session);
  const desk = await session.desk();
  const most = flags.all ? Number.MAX_SAFE_INTEGER : SHOWN;
  return answer(
    { text, ...(await find(desk, text, most)) },
    {
      json: ({ found }) => found.map(foundJson),
      show: (value, look) => findView(value, look, wordingOf(desk)),
    },
  );
}

async function askedFor(session: Session): Promise<string> {
  if (!session.canAsk)
    needFlags(['WORDS'], 'Say what to look for: a name, a number, a phone, a date of birth.');
  const ask = await session.ask();
  const said = await ask.text({ message: 'A name, a number, a phone, or a date of birth?' });
  return typeof said === 'string' ? said : '';
}

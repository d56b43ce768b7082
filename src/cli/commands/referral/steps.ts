import { Command } from 'commander';
import { today } from '../../../desk/desk.ts';
import { contactSubmitter, keyIntoFaces } from '../../../desk/work-referral.ts';
import { type ContactOutcome, contactOutcomes } from '../../../rules/words.ts';
import { examples, type NounCommand } from '../../command.ts';
import { dayOrToday, needFlags, oneOf, whenOf } from '../../flags.ts';
import type { Session } from '../../session.ts';
import { whichReferral } from '../../which.ts';
import { changedAnswer } from './changed.ts';

interface ContactFlags {
  at?: string;
  outcome?: string;
  note?: string;
}

export const contactVerb: NounCommand = (run) =>
  new Command('contact')
    .description('keep a contact with the submitter')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--at <when>', 'when it was (else now)')
    .option('--outcome <outcome>', contactOutcomes.join(', '))
    .option('--note <text>', 'what was said')
    .addHelpText('after', examples('iis referral contact 42 --outcome reached --at "yesterday 4pm"'))
    .action(
      run(async (session: Session, what: string | undefined, flags: ContactFlags) => {
        const desk = await session.desk();
        const id = await whichReferral(session, desk, what);
        const at = flags.at === undefined ? desk.now : await whenOf(desk, '--at', flags.at);
        const outcome = flags.outcome
          ? oneOf('--outcome', flags.outcome, contactOutcomes)
          : await askOutcome(session);
        const referral = await contactSubmitter(desk, id, { at, outcome, note: flags.note ?? null });
        const words = { reached: 'Submitter reached', no_answer: 'No answer', message: 'Message left' }[
          outcome
        ];
        return changedAnswer(desk, referral, `${words}. Kept with ${id}.`);
      }),
    );

async function askOutcome(session: Session): Promise<ContactOutcome> {
  if (!session.canAsk) needFlags(['--outcome'], `Give one of: ${contactOutcomes.join(', ')}.`);
  const ask = await session.ask();
  return (await ask.choose({
    message: 'How did the contact with the submitter go?',
    choices: [
      { value: 'reached', label: 'Reached' },
      { value: 'no_answer', label: 'No answer' },
      { value: 'message', label: 'Left a message' },
    ],
  })) as ContactOutcome;
}

interface FacesFlags {
  number?: string;
  on?: string;
  denial?: boolean;
}

export const facesVerb: NounCommand = (run) =>
  new Command('faces')
    .description('keep what was entered into FACES: the referral’s number, or its denials')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--number <number>', 'the number that FACES gave')
    .option('--on <date>', 'the day it was entered (else today)')
    .option('--denial', 'the denials of this referral were entered')
    .addHelpText(
      'after',
      examples('iis referral faces 42 --number 1234567 --on 10/5/2026', 'iis referral faces 42 --denial'),
    )
    .action(
      run(async (session: Session, what: string | undefined, flags: FacesFlags) => {
        const desk = await session.desk();
        const id = await whichReferral(session, desk, what);
        const number = flags.number ?? (flags.denial ? null : await askNumber(session));
        const on = await dayOrToday(desk, '--on', flags.on);
        const referral = await keyIntoFaces(desk, id, { number, on, denial: flags.denial ?? false });
        const kept = [...(number ? [`FACES number ${number}`] : []), ...(flags.denial ? ['the denial'] : [])];
        return changedAnswer(
          desk,
          referral,
          `Kept with ${id}: ${kept.join(' and ')}, entered ${on === today(desk) ? 'today' : on}.`,
        );
      }),
    );

async function askNumber(session: Session): Promise<string> {
  if (!session.canAsk) needFlags(['--number'], 'Give the number that FACES gave, or --denial.');
  const ask = await session.ask();
  return (await ask.text({ message: 'Number that FACES gave' })) as string;
}

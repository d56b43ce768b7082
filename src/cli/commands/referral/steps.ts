import { Command } from 'commander';
import { type Desk, today } from '../../../desk/desk.ts';
import { type Dossier, dossier } from '../../../desk/dossier.ts';
import { contactSubmitter, keyIntoFaces } from '../../../desk/work-referral.ts';
import { type ContactOutcome, contactOutcomes, type ReferralNumber } from '../../../rules/words.ts';
import { examples, type NounCommand } from '../../command.ts';
import { dayOrToday, needFlags, oneOf, refuseBlank, whenOf } from '../../flags.ts';
import type { Answer, Session } from '../../session.ts';
import { facesView, sheetOf } from '../../views/faces-sheet.ts';
import { masked } from '../../views/masked.ts';
import { screenSafe } from '../../views/safe-text.ts';
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
        refuseBlank(flags);
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

export interface FacesFlags {
  number?: string;
  on?: string;
  denial?: boolean;
}

export const addFacesFlags = (command: Command): Command =>
  command
    .option('--number <number>', 'the number that FACES gave')
    .option('--on <date>', 'the day it was entered (else today)')
    .option('--denial', 'the denials of this referral were entered');

export const facesVerb: NounCommand = (run) =>
  addFacesFlags(
    new Command('faces')
      .description('keep what was entered into FACES: the referral’s number, or its denials')
      .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family'),
  )
    .addHelpText(
      'after',
      examples('iis referral faces 42 --number 1234567 --on 10/5/2026', 'iis referral faces 42 --denial'),
    )
    .action(
      run(async (session: Session, what: string | undefined, flags: FacesFlags) => {
        const desk = await session.desk();
        const id = await whichReferral(session, desk, what);
        if (flags.number !== undefined || flags.denial) return keepFaces(desk, id, flags);
        if (!session.canAsk)
          needFlags(
            ['--number'],
            `Give the number that FACES gave, or --denial. What to key in: iis referral show ${id} --faces`,
          );
        return keyWithSheet(session, desk, id, flags);
      }),
    );

/** Keeps what was entered into FACES. */
export async function keepFaces(
  desk: Desk,
  id: ReferralNumber,
  { number, on: typedOn, denial = false }: FacesFlags,
): Promise<Answer> {
  refuseBlank({ number, on: typedOn });
  const on = await dayOrToday(desk, '--on', typedOn);
  const referral = await keyIntoFaces(desk, id, { number: number ?? null, on, denial });
  const kept = [...(number ? [`FACES number ${number}`] : []), ...(denial ? ['the denial'] : [])];
  return changedAnswer(
    desk,
    referral,
    `Kept with ${id}: ${kept.join(' and ')}, entered ${on === today(desk) ? 'today' : on}.`,
  );
}

/** On a terminal: the sheet to key from, then the number that FACES gave for it. */
export async function keyWithSheet(
  session: Session,
  desk: Desk,
  id: ReferralNumber,
  flags: FacesFlags,
): Promise<Answer | undefined> {
  const found = await dossier(desk, id);
  const shown = screenSafe(session.flags.private ? masked(found) : found) as Dossier;
  session.out(`${facesView(sheetOf(desk, shown), session.look)}\n`);
  const ask = await session.ask();
  const isIn = found.referral.faces !== null;
  const number = isIn
    ? null
    : await ask.text({ message: 'Number that FACES gave (Enter: not entered yet)', optional: true });
  const denial =
    (isIn || number !== null) &&
    found.denials.some(({ facesOn }) => facesOn === null) &&
    (await ask.confirm({ message: 'Are the denials in FACES too?', initial: false }));
  if (typeof number === 'string' || denial)
    return keepFaces(desk, id, { ...flags, ...(typeof number === 'string' && { number }), denial });
  session.say('Nothing was kept.');
  return undefined;
}

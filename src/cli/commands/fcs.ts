import { Command } from 'commander';
import type { Desk } from '../../desk/desk.ts';
import { answerFcs, offerFcs, requireOfferable, requireOpenOffer } from '../../desk/fins.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { openStatuses } from '../../rules/referral.ts';
import { isRefused } from '../../rules/refusal.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import { examples, type NounCommand, type Run } from '../command.ts';
import { answersConfirmed } from '../confirm.ts';
import { couldServeInWords } from '../could-serve.ts';
import { dayOrToday, needFlags, oneOf } from '../flags.ts';
import type { Session } from '../session.ts';
import { whichReferral } from '../which.ts';
import { changedAnswer } from './referral/changed.ts';

interface OfferFlags {
  on?: string;
  note?: string;
}

interface AnswerFlags extends OfferFlags {
  answer?: string;
}

export const fcsCommand: NounCommand = (run) =>
  new Command('fcs').addCommand(offer(run)).addCommand(given(run));

const offer = (run: Run): Command =>
  new Command('offer')
    .description('offer the family Family Centered Services')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--on <date>', 'when it was offered (else today)')
    .option('--note <text>', 'more about it')
    .addHelpText('after', examples('iis fcs offer 42', 'iis fcs offer 42 --on yesterday'))
    .action(
      run(async (session: Session, what: string | undefined, flags: OfferFlags) => {
        const desk = await session.desk();
        const id = await whichReferral(session, desk, what, {
          statuses: openStatuses,
          can: async ({ referral }) => !(await isRefused(() => requireOfferable(desk, referral.id))),
          none: 'FCS can be offered to none of the open referrals now.',
        });
        const on = await dayOrToday(desk, '--on', flags.on);
        const referral = await offerFcs(desk, id, { on, note: flags.note ?? null });
        const after = await couldServeInWords(session, desk, referral);
        return changedAnswer(
          desk,
          referral,
          `FCS offered for ${id} on ${dayInWords(on)}. Keep the answer: iis fcs answer ${id}${after}`,
        );
      }),
    );

const given = (run: Run): Command =>
  new Command('answer')
    .description('keep the family’s answer to the offer')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--answer <answer>', 'accepted or declined')
    .option('--on <date>', 'when they answered (else today)')
    .option('--note <text>', 'more about it')
    .addHelpText('after', examples('iis fcs answer 42 --answer accepted --on 10/6/2026'))
    .action(
      run(async (session: Session, what: string | undefined, flags: AnswerFlags) => {
        const desk = await session.desk();
        const id = await whichReferral(session, desk, what, {
          can: ({ fcs }) => fcs === 'offered',
          none: 'No offer of FCS waits for an answer.',
        });
        const on = await dayOrToday(desk, '--on', flags.on);
        const said = flags.answer
          ? oneOf('--answer', flags.answer, answers)
          : await askAnswer(session, desk, id);
        await answersConfirmed(session, !flags.answer, `${id}: FCS ${said} on ${dayInWords(on)}.`);
        const referral = await answerFcs(desk, id, { answer: said, on, note: flags.note ?? null });
        const next =
          said === 'accepted'
            ? ` If the family needs nothing more from here: iis referral close ${id} --reason fcs_accepted`
            : '';
        return changedAnswer(desk, referral, `${id}: FCS ${said} on ${dayInWords(on)}.${next}`);
      }),
    );

const answers = ['accepted', 'declined'] as const;

async function askAnswer(
  session: Session,
  desk: Desk,
  id: ReferralNumber,
): Promise<(typeof answers)[number]> {
  if (!session.canAsk) needFlags(['--answer'], 'Give accepted or declined.');
  await requireOpenOffer(desk, id);
  const ask = await session.ask();
  return (await ask.choose({
    message: 'What did the family say to Family Centered Services?',
    choices: [
      { value: 'accepted', label: 'Accepted' },
      { value: 'declined', label: 'Declined' },
    ],
  })) as (typeof answers)[number];
}

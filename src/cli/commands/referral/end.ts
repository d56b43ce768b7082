import { Command } from 'commander';
import { type Desk, today } from '../../../desk/desk.ts';
import { type Dossier, dossier } from '../../../desk/dossier.ts';
import { reasonFollowUps } from '../../../desk/reason-follow-ups.ts';
import {
  closeReferral,
  type ReasonGiven,
  returnReferral,
  withdrawReferral,
} from '../../../desk/work-referral.ts';
import { noticesOf } from '../../../rules/notices.ts';
import { chosenReason, type ReasonUse, reasonInSentence, reasonsFor } from '../../../rules/reasons.ts';
import { hasCase, type Referral, statusInWords } from '../../../rules/referral.ts';
import { requireEndable, requireReturnable } from '../../../rules/standing.ts';
import type { ReferralNumber } from '../../../rules/words.ts';
import { examples, type NounCommand } from '../../command.ts';
import { confirmed } from '../../confirm.ts';
import { needFlags, refuseBlank } from '../../flags.ts';
import type { Session } from '../../session.ts';
import { paragraph } from '../../views/card.ts';
import { effectOfCode, followUpInWords } from '../../views/follow-up.ts';
import { whichReferral } from '../../which.ts';
import { changedAnswer } from './changed.ts';

export interface EndFlags {
  reason?: string;
  note?: string;
}

interface Ending {
  verb: string;
  words: string;
  use: ReasonUse;
  example: string;
  requires: (referral: Referral) => void;
  act: (desk: Desk, id: ReferralNumber, reason: ReasonGiven) => Promise<Referral>;
}

const ending =
  ({ verb, words, use, example, requires, act }: Ending): NounCommand =>
  (run) =>
    new Command(verb)
      .description(words)
      .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
      .option('--reason <code>', 'why: iis policy lists the codes')
      .option('--note <text>', 'more about it')
      .addHelpText('after', examples(example))
      .action(
        run(async (session: Session, what: string | undefined, flags: EndFlags) => {
          refuseBlank(flags);
          const desk = await session.desk();
          const id = await whichReferral(session, desk, what);
          const before = await dossier(desk, id);
          if (session.canAsk) requires(before.referral);
          const reason = await reasonOf(session, desk, use, flags);
          await confirmed(session, consequence(desk, before, verb, reason.code));
          const referral = await act(desk, id, reason);
          const because = reasonInSentence(desk.reasons, reason.code);
          const { tellSubmitter } = noticesOf(referral, desk);
          const told = tellSubmitter
            ? `\n${paragraph(`Tell the submitter: ${tellSubmitter}`, session.look)}`
            : '';
          return changedAnswer(
            desk,
            referral,
            `${id} is ${statusInWords[referral.state.status]}: ${because}.${told}${await whatFollows(desk, id)}`,
            use === 'return' ? { tellSubmitter } : {},
          );
        }),
      );

/** What is to be done from now on, on a line of its own; nothing where nothing follows. */
export async function whatFollows(desk: Desk, id: ReferralNumber): Promise<string> {
  const follows = await reasonFollowUps(desk, id);
  return follows.map((one) => `\n${followUpInWords(one, desk.settings.zone)}.`).join('');
}

/** What will happen to a case or a place on the list, and what will follow, said before it does. */
function consequence(desk: Desk, { referral, fins }: Dossier, verb: string, code: string): string {
  const caseEnds = hasCase(referral.state)
    ? ` Case ${referral.state.case} with ${referral.state.specialist} ends, and the place is free at once.`
    : '';
  const offList =
    fins.some((stay) => stay.removed === null) && verb !== 'return'
      ? ' The family leaves the FINS list.'
      : '';
  const effect = effectOfCode(desk.reasons, code, today(desk));
  const because = ` Reason: ${reasonInSentence(desk.reasons, code)}.`;
  return `${verb[0]!.toUpperCase()}${verb.slice(1)} ${referral.id}?${because}${caseEnds}${offList} ${effect}`.trim();
}

export async function reasonOf(
  session: Session,
  desk: Desk,
  use: ReasonUse,
  flags: EndFlags,
): Promise<ReasonGiven> {
  if (flags.reason !== undefined) {
    const note = flags.note ?? null;
    return { code: chosenReason(desk.reasons, use, flags.reason, note).code, note };
  }
  if (!session.canAsk) {
    needFlags(
      ['--reason'],
      `Choose one of: ${reasonsFor(desk.reasons, use)
        .map(({ code }) => code)
        .join(', ')}.`,
    );
  }
  const { askReason } = await import('../../questions/reason.ts');
  return askReason(session, desk, use);
}

export const returnVerb = ending({
  verb: 'return',
  words: 'send a referral back to its submitter; it can be taken up again',
  use: 'return',
  example: 'iis referral return 42 --reason information_missing --note "Which school?"',
  requires: requireReturnable,
  act: returnReferral,
});

export const withdrawVerb = ending({
  verb: 'withdraw',
  words: 'the family or the submitter takes the referral back',
  use: 'withdraw',
  example: 'iis referral withdraw 42 --reason need_met',
  requires: requireEndable,
  act: withdrawReferral,
});

export const closeVerb = ending({
  verb: 'close',
  words: 'close a referral without a service',
  use: 'close',
  example: 'iis referral close 42 --reason moved_away',
  requires: requireEndable,
  act: closeReferral,
});

import { Command } from 'commander';
import { type Desk, today } from '../../desk/desk.ts';
import {
  addFamilyToFins,
  type GivenReview,
  requireListable,
  requireListed,
  reviewFamily,
  takeOffFins,
} from '../../desk/fins.ts';
import { type ReviewDecision, reviewDecisions } from '../../rules/fins.ts';
import { reasonInSentence } from '../../rules/reasons.ts';
import { openStatuses } from '../../rules/referral.ts';
import { isRefused, Refusal } from '../../rules/refusal.ts';
import { priorities, type ReferralNumber } from '../../rules/words.ts';
import { examples, type NounCommand, type Run } from '../command.ts';
import { confirmed } from '../confirm.ts';
import { couldServeInWords } from '../could-serve.ts';
import { needFlags, oneOf } from '../flags.ts';
import type { Session } from '../session.ts';
import { effectOfCode } from '../views/follow-up.ts';
import { type Offered, whichReferral } from '../which.ts';
import { reviewedInWords, reviewOne, walk } from './fins-walk.ts';
import { changedAnswer } from './referral/changed.ts';
import { type EndFlags, reasonOf, whatFollows } from './referral/end.ts';

export const finsCommand: NounCommand = (run) =>
  new Command('fins').addCommand(add(run)).addCommand(review(run)).addCommand(remove(run));

const add = (run: Run): Command =>
  new Command('add')
    .description('put a family on the Families in Need of Services list')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--need <text>', 'what the family needs')
    .addHelpText('after', examples('iis fins add 42 --need "evening visits, Spanish"'))
    .action(
      run(async (session: Session, what: string | undefined, flags: { need?: string }) => {
        const desk = await session.desk();
        const id = await whichReferral(session, desk, what, {
          statuses: openStatuses,
          can: async ({ referral }) => !(await isRefused(() => requireListable(desk, referral.id))),
          none: 'None of the open referrals can be put on the list now.',
        });
        const need = flags.need ?? (await askNeed(session, desk, id));
        const referral = await addFamilyToFins(desk, id, need);
        const after = await couldServeInWords(session, desk, referral);
        return changedAnswer(desk, referral, `${id} is on the FINS list. See it: iis list fins${after}`);
      }),
    );

async function askNeed(session: Session, desk: Desk, id: ReferralNumber): Promise<string | null> {
  if (!session.canAsk) return null;
  await requireListable(desk, id);
  const ask = await session.ask();
  return (await ask.text({ message: 'What does the family need?', optional: true })) as string | null;
}

interface ReviewFlags extends EndFlags {
  decision?: string;
  priority?: string;
}

const review = (run: Run): Command =>
  new Command('review')
    .description('look at a family on the list again; without a name, at every family that is due')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--decision <decision>', reviewDecisions.join(', '))
    .option('--priority <priority>', `the risk now: ${priorities.join(', ')}`)
    .option('--note <text>', 'what changed')
    .option('--reason <code>', 'with --decision remove: iis policy lists the codes')
    .addHelpText(
      'after',
      examples(
        'iis fins review',
        'iis fins review 42 --decision keep --priority high --note "father is back"',
      ),
    )
    .action(
      run(async (session: Session, what: string | undefined, flags: ReviewFlags) => {
        const desk = await session.desk();
        const { decision, priority, note, reason } = flags;
        const isTold = [decision, priority, note, reason].some((flag) => flag !== undefined);
        if (what === undefined && !isTold) return walk(session, desk);
        const id = await whichReferral(session, desk, what, listedOnes);
        if (!isTold && session.canAsk) return reviewOne(session, desk, id);
        const given = await givenReview(session, desk, flags);
        const referral = await reviewFamily(desk, id, given);
        return changedAnswer(desk, referral, await reviewedInWords(desk, referral, given));
      }),
    );

const listedOnes: Offered = { can: ({ onFins }) => onFins, none: 'No family is on the list.' };

async function givenReview(session: Session, desk: Desk, flags: ReviewFlags): Promise<GivenReview> {
  needFlags([...(flags.decision ? [] : ['--decision']), ...(flags.priority ? [] : ['--priority'])]);
  const decision = oneOf('--decision', flags.decision!, reviewDecisions);
  if (decision !== 'remove' && flags.reason !== undefined) throw reasonWithout(decision);
  return {
    decision,
    priority: oneOf('--priority', flags.priority!, priorities),
    note: flags.note ?? null,
    reason: decision === 'remove' ? (await reasonOf(session, desk, 'fins_remove', flags)).code : null,
  };
}

const reasonWithout = (decision: ReviewDecision) =>
  new Refusal({
    kind: 'invalid',
    code: 'usage',
    message: `--reason goes with --decision remove alone, not with --decision ${decision}.`,
    hint: 'Leave --reason out, or say what changed with --note "…".',
  });

const remove = (run: Run): Command =>
  new Command('remove')
    .description('take a family off the list, with a reason')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--reason <code>', 'why: iis policy lists the codes')
    .option('--note <text>', 'more about it')
    .addHelpText('after', examples('iis fins remove 42 --reason need_met'))
    .action(
      run(async (session: Session, what: string | undefined, flags: EndFlags) => {
        const desk = await session.desk();
        const id = await whichReferral(session, desk, what, listedOnes);
        if (session.canAsk) await requireListed(desk, id);
        const reason = await reasonOf(session, desk, 'fins_remove', flags);
        const because = reasonInSentence(desk.reasons, reason.code);
        const effect = effectOfCode(desk.reasons, reason.code, today(desk));
        await confirmed(session, `Take ${id} off the FINS list? Reason: ${because}. ${effect}`.trim());
        const referral = await takeOffFins(desk, id, reason);
        return changedAnswer(
          desk,
          referral,
          `${id} is off the FINS list: ${because}.${await whatFollows(desk, id)}`,
        );
      }),
    );

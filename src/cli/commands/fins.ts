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
import { type FinsLine, finsList } from '../../desk/fins-list.ts';
import { endOfDay } from '../../rules/due/of-tapa.ts';
import { type ReviewDecision, reviewDecisions } from '../../rules/fins.ts';
import { reasonInSentence } from '../../rules/reasons.ts';
import { openStatuses } from '../../rules/referral.ts';
import { isRefused, Refusal } from '../../rules/refusal.ts';
import { priorities, type ReferralNumber } from '../../rules/words.ts';
import { examples, type NounCommand, type Run } from '../command.ts';
import { confirmed } from '../confirm.ts';
import { explain, Interrupted } from '../failure.ts';
import { needFlags, oneOf } from '../flags.ts';
import { finsLineJson } from '../json/fins.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { finsView } from '../views/fins-table.ts';
import { effectOfCode } from '../views/follow-up.ts';
import { wordingOf } from '../views/wording.ts';
import { type Offered, whichReferral } from '../which.ts';
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
        return changedAnswer(desk, referral, `${id} is on the FINS list. See it: iis list fins`);
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
        return changedAnswer(desk, referral, await reviewedInWords(desk, id, given));
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

async function reviewOne(session: Session, desk: Desk, id: ReferralNumber): Promise<Answer | undefined> {
  await requireListed(desk, id);
  const { askReview, reviewInWords } = await import('../questions/fins-review.ts');
  const line = (await lineOf(desk, id))!;
  const given = await askReview(session, desk, line);
  if (typeof given === 'string') return undefined;
  try {
    const referral = await reviewFamily(desk, id, given, line);
    return changedAnswer(desk, referral, await reviewedInWords(desk, id, given));
  } catch (error) {
    if (error instanceof Refusal) session.say(reviewInWords(session, given));
    throw error;
  }
}

const lineOf = async (desk: Desk, id: ReferralNumber): Promise<FinsLine | undefined> =>
  (await finsList(desk)).lines.find(({ referral }) => referral === id);

/** Family by family, each answer saved at once; leaving early leaves the rest due. */
async function walk(session: Session, opened: Desk): Promise<Answer> {
  const due = (await finsList(opened)).lines.filter((line) => isDueToday(opened, line));
  if (!session.canAsk) {
    if (due.length > 0)
      needFlags(
        ['REFERRAL', '--decision', '--priority'],
        `Due: ${due.map(({ referral }) => referral).join(', ')}.`,
      );
    return afterWalk(opened);
  }
  if (due.length === 0) session.say('No review is due today.\n');
  await walkDown(
    session,
    opened,
    due.map(({ referral }) => referral),
  );
  return afterWalk({ ...opened, now: session.clock() });
}

async function walkDown(session: Session, opened: Desk, due: readonly ReferralNumber[]): Promise<void> {
  let saved = 0;
  for (const [i, referral] of due.entries()) {
    session.say(`\nReview ${i + 1} of ${due.length}`);
    try {
      const done = await reviewNext(session, opened, referral);
      if (done === 'stop') return;
      if (done === 'saved') saved += 1;
    } catch (error) {
      if (!(error instanceof Interrupted) || saved === 0) throw error;
      throw new Interrupted(stoppedInWords(saved, due.slice(i)));
    }
  }
}

function stoppedInWords(saved: number, [at, ...after]: readonly ReferralNumber[]): string {
  const kept = saved === 1 ? '1 review is saved' : `${saved} reviews are saved`;
  return `Stopped. ${kept}; ${at} ${after.length > 0 ? 'and those after it are' : 'is'} still due.`;
}

/** A walk can take an hour: each family is shown as it stands when its turn comes. */
async function reviewNext(
  session: Session,
  opened: Desk,
  id: ReferralNumber,
): Promise<'stop' | 'on' | 'saved'> {
  const desk = { ...opened, now: session.clock() };
  const line = await lineOf(desk, id);
  if (line && isDueToday(desk, line)) return reviewAsShown(session, opened, line);
  session.say(line ? `${id} is no longer due today.` : `${id} is no longer due: it left the list meanwhile.`);
  return 'on';
}

/** Asks again, as the family then stands, where somebody else was there first; what was typed is not lost. */
async function reviewAsShown(
  session: Session,
  opened: Desk,
  shown: FinsLine,
): Promise<'stop' | 'on' | 'saved'> {
  const { askReview, reviewInWords } = await import('../questions/fins-review.ts');
  const id = shown.referral;
  let line: FinsLine | undefined = shown;
  let before: GivenReview | null = null;
  while (line) {
    const given = await askReview(session, { ...opened, now: session.clock() }, line, before);
    if (typeof given === 'string') return given === 'stop' ? 'stop' : 'on';
    const saving = { ...opened, now: session.clock() };
    try {
      await reviewFamily(saving, id, given, line);
      session.say(await reviewedInWords(saving, id, given));
      return 'saved';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      session.say(refusedInWords(session, error));
      session.say(reviewInWords(session, given));
    }
    before = given;
    line = await lineOf(saving, id);
  }
  return 'on';
}

/** Without the hint: the walk itself goes on. */
function refusedInWords({ talkLook, flags }: Session, { facts }: Refusal): string {
  const { hint: _hint, ...rest } = facts;
  const how = { look: talkLook, debug: false, isPrivate: flags.private === true };
  return explain(new Refusal(rest), how).text;
}

/** A review is due by the end of a day: what is due before tomorrow begins is today's work. */
const isDueToday = (desk: Desk, { reviewDueAt }: FinsLine): boolean =>
  reviewDueAt <= endOfDay(today(desk), desk.settings.zone);

async function afterWalk(desk: Desk): Promise<Answer> {
  return answer(await finsList(desk), {
    json: ({ lines }) => lines.map((line) => finsLineJson(line, today(desk))),
    show: (list, look) => finsView(list, look, wordingOf(desk)),
  });
}

async function reviewedInWords(
  desk: Desk,
  id: ReferralNumber,
  { decision, priority, reason }: GivenReview,
): Promise<string> {
  const outcome = {
    keep: 'stays on the list',
    match: `may be placed now: iis match ${id}`,
    fcs: 'stays on the list and is offered FCS',
    remove: `is off the list: ${reason ? reasonInSentence(desk.reasons, reason) : ''}`,
  }[decision];
  const follows = decision === 'remove' ? await whatFollows(desk, id) : '';
  return `${id} reviewed (${priority}): ${outcome}.${follows}`;
}

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

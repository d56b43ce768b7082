import { Command } from 'commander';
import { type Desk, today } from '../../desk/desk.ts';
import { addFamilyToFins, type GivenReview, reviewFamily, takeOffFins } from '../../desk/fins.ts';
import { type FinsLine, finsList } from '../../desk/fins-list.ts';
import { endOfDay } from '../../rules/due/of-tapa.ts';
import { reviewDecisions } from '../../rules/fins.ts';
import { reasonInSentence } from '../../rules/reasons.ts';
import { priorities, type ReferralNumber } from '../../rules/words.ts';
import { examples, type NounCommand, type Run } from '../command.ts';
import { confirmed } from '../confirm.ts';
import { needFlags, oneOf } from '../flags.ts';
import { finsLineJson } from '../json/fins.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { finsView } from '../views/fins-table.ts';
import { effectOfCode } from '../views/follow-up.ts';
import { wordingOf } from '../views/wording.ts';
import { whichReferral } from '../which.ts';
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
        const id = await whichReferral(session, desk, what);
        const referral = await addFamilyToFins(desk, id, flags.need ?? (await askNeed(session)));
        return changedAnswer(desk, referral, `${id} is on the FINS list. See it: iis list fins`);
      }),
    );

async function askNeed(session: Session): Promise<string | null> {
  if (!session.canAsk) return null;
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
        if (what === undefined && flags.decision === undefined) return walk(session, desk);
        const id = await whichReferral(session, desk, what);
        const given = await givenReview(session, desk, id, flags);
        if (given === null) return undefined;
        const referral = await reviewFamily(desk, id, given);
        return changedAnswer(desk, referral, await reviewedInWords(desk, id, given));
      }),
    );

async function givenReview(
  session: Session,
  desk: Desk,
  id: ReferralNumber,
  flags: ReviewFlags,
): Promise<GivenReview | null> {
  if (flags.decision === undefined && session.canAsk) {
    const line = (await finsList(desk)).lines.find(({ referral }) => referral === id);
    if (line) return asked(session, desk, line);
  }
  needFlags([...(flags.decision ? [] : ['--decision']), ...(flags.priority ? [] : ['--priority'])]);
  const decision = oneOf('--decision', flags.decision!, reviewDecisions);
  return {
    decision,
    priority: oneOf('--priority', flags.priority!, priorities),
    note: flags.note ?? null,
    reason: decision === 'remove' ? (await reasonOf(session, desk, 'fins_remove', flags)).code : null,
  };
}

async function asked(session: Session, desk: Desk, line: FinsLine): Promise<GivenReview | null> {
  const { askReview } = await import('../questions/fins-review.ts');
  const given = await askReview(session, desk, line);
  return typeof given === 'string' ? null : given;
}

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
  for (const [i, { referral }] of due.entries()) {
    session.say(`\nReview ${i + 1} of ${due.length}`);
    if ((await reviewNext(session, opened, referral)) === 'stop') break;
  }
  return afterWalk({ ...opened, now: session.clock() });
}

/** A walk can take an hour: each family is shown as it stands when its turn comes. */
async function reviewNext(session: Session, opened: Desk, id: ReferralNumber): Promise<'stop' | 'on'> {
  const desk = { ...opened, now: session.clock() };
  const line = (await finsList(desk)).lines.find(({ referral }) => referral === id);
  if (!line || !isDueToday(desk, line)) {
    session.say(
      line ? `${id} is no longer due today.` : `${id} is no longer due: it left the list meanwhile.`,
    );
    return 'on';
  }
  const { askReview } = await import('../questions/fins-review.ts');
  const given = await askReview(session, desk, line);
  if (given === 'stop') return 'stop';
  if (given === 'skip') return 'on';
  const saving = { ...opened, now: session.clock() };
  await reviewFamily(saving, id, given);
  session.say(await reviewedInWords(saving, id, given));
  return 'on';
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
        const id = await whichReferral(session, desk, what);
        const reason = await reasonOf(session, desk, 'fins_remove', flags);
        const effect = effectOfCode(desk.reasons, reason.code, today(desk));
        await confirmed(session, `Take ${id} off the FINS list? ${effect}`.trim());
        const referral = await takeOffFins(desk, id, reason);
        const because = reasonInSentence(desk.reasons, reason.code);
        return changedAnswer(
          desk,
          referral,
          `${id} is off the FINS list: ${because}.${await whatFollows(desk, id)}`,
        );
      }),
    );

import { type Desk, today } from '../../desk/desk.ts';
import { type GivenReview, requireListed, reviewFamily } from '../../desk/fins.ts';
import { type FinsLine, finsList } from '../../desk/fins-list.ts';
import { inTheWayOf } from '../../desk/match.ts';
import { endOfDay } from '../../rules/due/of-tapa.ts';
import { reasonInSentence } from '../../rules/reasons.ts';
import type { Referral } from '../../rules/referral.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import { Interrupted } from '../failure.ts';
import { needFlags } from '../flags.ts';
import { finsLineJson } from '../json/fins.ts';
import { refusedInWords } from '../refused.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { finsView } from '../views/fins-table.ts';
import { wordingOf } from '../views/wording.ts';
import { changedAnswer } from './referral/changed.ts';
import { whatFollows } from './referral/end.ts';

/** The review of one family; refused where it is not on the list, or somebody else has reviewed it meanwhile. */
export async function reviewOne(
  session: Session,
  desk: Desk,
  id: ReferralNumber,
): Promise<Answer | undefined> {
  await requireListed(desk, id);
  const { askReview, reviewInWords } = await import('../questions/fins-review.ts');
  const line = (await lineOf(desk, id))!;
  const given = await askReview(session, desk, line);
  if (typeof given === 'string') return undefined;
  try {
    const referral = await reviewFamily(desk, id, given, line);
    return changedAnswer(desk, referral, await reviewedInWords(desk, referral, given));
  } catch (error) {
    if (error instanceof Refusal) session.say(reviewInWords(session, given));
    throw error;
  }
}

const lineOf = async (desk: Desk, id: ReferralNumber): Promise<FinsLine | undefined> =>
  (await finsList(desk)).lines.find(({ referral }) => referral === id);

/** Family by family, each answer saved at once; leaving early leaves the rest due. */
export async function walk(session: Session, opened: Desk): Promise<Answer> {
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
      const referral = await reviewFamily(saving, id, given, line);
      session.say(await reviewedInWords(saving, referral, given));
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

/** A review is due by the end of a day: what is due before tomorrow begins is today's work. */
const isDueToday = (desk: Desk, { reviewDueAt }: FinsLine): boolean =>
  reviewDueAt <= endOfDay(today(desk), desk.settings.zone);

async function afterWalk(desk: Desk): Promise<Answer> {
  return answer(await finsList(desk), {
    json: ({ lines }) => lines.map((line) => finsLineJson(line, today(desk))),
    show: (list, look) => finsView(list, look, wordingOf(desk)),
  });
}

/** What a review came to. */
export async function reviewedInWords(
  desk: Desk,
  referral: Referral,
  { decision, priority, reason }: GivenReview,
): Promise<string> {
  const { id } = referral;
  const outcome = {
    keep: 'stays on the list',
    match: decision === 'match' ? await placingInWords(desk, referral) : '',
    fcs: 'stays on the list and is offered FCS',
    remove: `is off the list: ${reason ? reasonInSentence(desk.reasons, reason) : ''}`,
  }[decision];
  const follows = decision === 'remove' ? await whatFollows(desk, id) : '';
  return `${id} reviewed (${priority}): ${outcome}.${follows}`;
}

/** That somebody wants it placed does not make it so: `iis match` is named only where it places the family. */
async function placingInWords(desk: Desk, referral: Referral): Promise<string> {
  const inTheWay = await inTheWayOf(desk, referral);
  return inTheWay.length === 0
    ? `may be placed now: iis match ${referral.id}`
    : `stays on the list, since it can’t be placed now: ${inTheWay.join('; ')}`;
}

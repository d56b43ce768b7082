import { Command } from 'commander';
import { type Desk, today } from '../../desk/desk.ts';
import { addFamilyToFins, offerFcs } from '../../desk/fins.ts';
import {
  assign,
  type Choice,
  type Matched,
  override,
  planFor,
  planForChoice,
  type Wish,
} from '../../desk/match.ts';
import { namesOf } from '../../desk/name-referral.ts';
import type { Plan } from '../../rules/placing.ts';
import { programOf } from '../../rules/policy.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import { examples, type NounCommand } from '../command.ts';
import { confirmed } from '../confirm.ts';
import { Interrupted } from '../failure.ts';
import { needFlags } from '../flags.ts';
import { matchJson } from '../json/match.ts';
import type { Next, Unserved } from '../questions/leftovers.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { fewOf } from '../views/few.ts';
import { masked } from '../views/masked.ts';
import { assignedView, assignQuestion, type FamilyNames, planView } from '../views/plan.ts';
import { safeText, screenSafe } from '../views/safe-text.ts';
import { wordingOf } from '../views/wording.ts';
import { referralMeant } from '../which.ts';
import { whichSpecialist } from '../which-specialist.ts';

interface MatchFlags {
  dryRun?: boolean;
  specialist?: string;
  reason?: string;
  program?: string;
}

export const matchCommand: NounCommand = (run) =>
  new Command('match')
    .argument('[referrals...]', 'only these, where the plan for everyone serves them')
    .option('--dry-run', 'show the plan and save nothing')
    .option('--specialist <code>', 'give one family to this specialist, past the plan (never past the limit)')
    .option('--reason <text>', 'why, with --specialist')
    .option('--program <program>', 'only this program')
    .addHelpText(
      'after',
      examples(
        'iis match',
        'iis match --dry-run',
        'iis match 42 --yes',
        'iis match 42 --specialist kim --reason "knows the family"',
      ),
    )
    .action(run(match));

async function match(session: Session, referrals: string[], flags: MatchFlags): Promise<Answer> {
  const desk = await session.desk();
  const only: ReferralNumber[] = [];
  for (const what of referrals) only.push(await referralMeant(session, desk, what));
  if (flags.specialist !== undefined) return placeWith(session, desk, only, flags);
  const program = flags.program ? programOf(desk.programs, flags.program.toUpperCase()).code : null;
  const wish: Wish = { only: only.length > 0 ? only : null, program };
  if (flags.dryRun) return shownPlan(desk, { plan: await planFor(desk, wish), assigned: [] }, 'plan');
  if (session.flags.yes) return shownPlan(desk, await assign(desk, wish), 'both');
  if (!session.canAsk) needFlags(['--yes or --dry-run'], 'A plan is assigned only when somebody says so.');
  return confirmAndAssign(session, desk, wish);
}

/** Shows the plan and asks, again with a new plan where the records changed meanwhile; then sees to the rest. */
async function confirmAndAssign(session: Session, desk: Desk, wish: Wish): Promise<Answer> {
  for (;;) {
    const plan = await planFor(desk, wish);
    await sayPlan(session, desk, plan);
    const matched =
      plan.placements.length === 0 ? { plan, assigned: [] } : await assignShown(session, desk, wish, plan);
    if (matched === 'plan_changed') continue;
    if (matched.assigned.length > 0) {
      const names = await namesShown(session, desk, plan);
      session.say(`\n${assignedView(matched, names, session.talkLook)}`);
    }
    await seeToTheRest(session, desk, matched.plan.unserved);
    return { value: matched, json: (value: Matched) => matchJson(value, wordingOf(desk)), show: () => '' };
  }
}

async function assignShown(
  session: Session,
  desk: Desk,
  wish: Wish,
  plan: Plan,
): Promise<Matched | 'plan_changed'> {
  const ask = await session.ask();
  if (!(await ask.confirm({ message: assignQuestion(plan), initial: true }))) {
    throw new Interrupted(
      'Nothing was assigned. To place a family otherwise: iis match REFERRAL --specialist CODE --reason "…"',
    );
  }
  return unlessChanged(session, assign(desk, wish, plan));
}

async function unlessChanged(
  session: Session,
  assigning: Promise<Matched>,
): Promise<Matched | 'plan_changed'> {
  try {
    return await assigning;
  } catch (error) {
    if (!(error instanceof Refusal) || error.facts.code !== 'plan_changed') throw error;
    session.say('\nSomeone else changed the records meanwhile. This is the plan as it is now:\n');
    return 'plan_changed';
  }
}

/** Asks what is next for each family without a place, and does it [002]. */
export async function seeToTheRest(
  session: Session,
  desk: Desk,
  unserved: readonly Unserved[],
): Promise<void> {
  const open = unserved.filter(isUndecided);
  if (open.length === 0) return;
  const names = await namesOf(
    desk,
    open.map(({ referral }) => referral),
  );
  const { askNext } = await import('../questions/leftovers.ts');
  for (const [i, family] of open.entries()) {
    const next = await askNext(session, family, names.get(family.referral) ?? null).catch((error) => {
      throw error instanceof Interrupted ? new Interrupted(undecidedInWords(open.slice(i))) : error;
    });
    await decide({ ...desk, now: session.clock() }, session, family.referral, next);
  }
}

/** A family on the list has its review; FCS can be offered to it all the same: the plan names the command. */
const isUndecided = ({ next, blockers }: Unserved): boolean =>
  next.includes('fins') && blockers.every(({ kind }) => kind !== 'off_list');

function undecidedInWords(left: readonly Unserved[]): string {
  const saved = 'Stopped. What was assigned and decided before is saved.';
  // With FCS offered, the day’s work waits for the answer.
  const due = left.filter(({ next }) => next.includes('fcs')).map(({ referral }) => referral);
  if (due.length === 0) return saved;
  const { named, more } = fewOf(due);
  const which = `${named.join(', ')}${more > 0 ? ` and ${more} others` : ''}`;
  return `${saved} Not decided yet: ${which}. In today’s work: iis today`;
}

/** Each step for itself: what another gatekeeper did meanwhile takes nothing from the others. */
async function decide(
  desk: Desk,
  session: Session,
  referral: ReferralNumber,
  { fins, fcs, need }: Next,
): Promise<void> {
  const list = () => addFamilyToFins(desk, referral, need);
  const offer = () => offerFcs(desk, referral, { on: today(desk), note: null });
  const listed = fins ? await refusalOf(list) : null;
  const offered = fcs ? await refusalOf(offer) : null;
  const refused = [listed, offered].flatMap((one) => one ?? []);
  for (const said of new Set(refused)) session.say(said);
  if (listed && need)
    session.say(`The need was not kept: “${session.flags.private ? '…' : safeText(need)}”.`);
  const done = [
    ...(fins && !listed ? ['on the FINS list'] : []),
    ...(fcs && !offered ? ['FCS offered'] : []),
  ];
  if (done.length > 0) session.say(`${referral}: ${done.join(', ')}.`);
}

/** Why it could not be done, in words; `null` where it was. */
async function refusalOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.facts.message} ${error.facts.hint ?? ''}`.trim();
  }
}

async function placeWith(
  session: Session,
  desk: Desk,
  only: ReferralNumber[],
  flags: MatchFlags,
): Promise<Answer> {
  if (only.length !== 1) needFlags(['one REFERRAL'], 'With --specialist exactly one referral is placed.');
  const specialist = await whichSpecialist(session, desk, flags.specialist);
  const choice: Choice = { referral: only[0]!, specialist };
  if (flags.dryRun) return shownPlan(desk, { plan: await planForChoice(desk, choice), assigned: [] }, 'plan');
  if (session.canAsk && !session.flags.yes) return confirmAndPlace(session, desk, choice, flags);
  await planForChoice(desk, choice);
  const reason = flags.reason?.trim() || (await askWhy(session));
  return shownPlan(desk, await override(desk, { ...choice, reason }), 'both');
}

/** Shows what the choice goes past and asks, again where the records changed meanwhile. */
async function confirmAndPlace(
  session: Session,
  desk: Desk,
  choice: Choice,
  flags: MatchFlags,
): Promise<Answer> {
  let reason = flags.reason?.trim();
  for (;;) {
    const plan = await planForChoice(desk, choice);
    await sayPlan(session, desk, plan);
    reason ||= await askWhy(session);
    await confirmed(session, `Place ${choice.referral} with ${choice.specialist}?`);
    const matched = await unlessChanged(session, override(desk, { ...choice, reason }, plan));
    if (matched !== 'plan_changed') return shownPlan(desk, matched, 'assigned');
  }
}

async function askWhy(session: Session): Promise<string> {
  if (!session.canAsk) needFlags(['--reason'], 'Say why this specialist: it is kept with the decision.');
  const ask = await session.ask();
  return (await ask.text({ message: 'Why this specialist? It is kept with the decision.' })) as string;
}

async function shownPlan(desk: Desk, matched: Matched, part: 'plan' | 'assigned' | 'both'): Promise<Answer> {
  const names = await namesOf(desk, idsIn(matched.plan));
  const wording = wordingOf(desk);
  const families = [...names].map(([referral, family]) => ({ referral, family }));
  return answer(
    { ...matched, families },
    {
      json: (value) => matchJson(value, wording),
      show: (value, drawn) => {
        const shown: FamilyNames = new Map(value.families.map(({ referral, family }) => [referral, family]));
        const parts = [
          ...(part === 'assigned' ? [] : [planView(value.plan, shown, drawn, wording)]),
          ...(part === 'plan' ? [] : [assignedView(value, shown, drawn)]),
        ];
        return parts.join('\n\n');
      },
    },
  );
}

const idsIn = (plan: Plan): ReferralNumber[] =>
  [...plan.placements, ...plan.unserved].map(({ referral }) => referral);

async function namesShown(session: Session, desk: Desk, plan: Plan): Promise<FamilyNames> {
  const families = [...(await namesOf(desk, idsIn(plan)))].map(([referral, family]) => ({
    referral,
    family,
  }));
  const shown = screenSafe(session.flags.private ? masked(families) : families) as typeof families;
  return new Map(shown.map(({ referral, family }) => [referral, family]));
}

async function sayPlan(session: Session, desk: Desk, plan: Plan): Promise<void> {
  session.say(planView(plan, await namesShown(session, desk, plan), session.talkLook, wordingOf(desk)));
}

import { Command } from 'commander';
import {
  type Closing,
  childrenOf,
  closeCase,
  followUp,
  nextFollowUp,
  reopenCase,
  requireFollowUp,
  requireReopenable,
  sayAbuse,
} from '../../../desk/case/ending.ts';
import { caseFile } from '../../../desk/case/look.ts';
import type { Desk } from '../../../desk/desk.ts';
import {
  type CaseFile,
  type CaseFollowUp,
  stayedSafe,
  type Whereabouts,
  whereaboutsKinds,
} from '../../../rules/case/case.ts';
import { followUpFrom } from '../../../rules/case/policy.ts';
import { requireAccepted, requireServed } from '../../../rules/case/standing.ts';
import { dayInWords, weekdayInWords } from '../../../rules/in-words.ts';
import { reasonInSentence } from '../../../rules/reasons.ts';
import { Refusal } from '../../../rules/refusal.ts';
import type { CalendarDate } from '../../../rules/time.ts';
import { examples, listed, type NounCommand } from '../../command.ts';
import { answersConfirmed, confirmed } from '../../confirm.ts';
import { dayOf, dayOrToday, oneOf, wholeNumber } from '../../flags.ts';
import type { Answer, Session } from '../../session.ts';
import { whereaboutsInWords } from '../../views/case-words.ts';
import { nameSeen } from '../../views/safe-text.ts';
import { whichCase } from '../../which-case.ts';
import { reasonOf } from '../referral/end.ts';
import { caseArgument, caseThat, changedAnswer, freedAnswer, needAll, yesOrNo } from './answers.ts';

const asking = () => import('../../questions/case.ts');

interface CloseFlags {
  reason?: string;
  note?: string;
  on?: string;
  intact?: string;
  whereabouts?: string[];
  abuse?: string;
  followUp?: string;
}

export const closeVerb: NounCommand = (run) =>
  new Command('close')
    .description('close the service: how it ended, where the children are; the place is free')
    .argument(...caseArgument)
    .option('--reason <code>', 'why: iis policy lists the codes')
    .option('--note <text>', 'more about it')
    .option('--on <date>', 'the last day of the service (else today)')
    .option('--intact <answer>', 'yes or no: whether the family is together')
    .option(
      '--whereabouts <where>',
      `one for all children, or one each: ${whereaboutsKinds.join(', ')}`,
      listed,
    )
    .option(
      '--abuse <answer>',
      'yes, no or unknown: child abuse or neglect was confirmed during the service (else not known)',
    )
    .option('--follow-up <text>', 'the follow-up services that were arranged')
    .addHelpText(
      'after',
      examples(
        'iis case close 7 --reason goals_met --intact yes --whereabouts home --abuse no --follow-up "family therapy"',
      ),
    )
    .action(run(close));

async function close(
  session: Session,
  what: string | undefined,
  flags: CloseFlags,
): Promise<Answer | undefined> {
  const desk = await session.desk();
  const id = await whichCase(session, desk, what);
  needAll(session, {
    '--reason': flags.reason,
    '--intact': flags.intact,
    '--whereabouts': flags.whereabouts,
  });
  const before = await caseThat(desk, id, requireAccepted);
  const on = await dayOrToday(desk, '--on', flags.on);
  const reason = await reasonOf(session, desk, 'case_close', flags);
  const intact =
    flags.intact === undefined
      ? await (await asking()).askYesNo(session, 'Is the family together at the end?')
      : yesOrNo('--intact', flags.intact);
  const whereabouts =
    flags.whereabouts === undefined
      ? await askWhereabouts(session, desk, before)
      : flags.whereabouts.map((where) => oneOf('--whereabouts', where, whereaboutsKinds));
  const abuse = await abuseAsSaid(session, flags.abuse);
  const followUpServices =
    flags.followUp === undefined && session.canAsk && !session.flags.yes
      ? await (await asking()).askOptional(session, 'Which follow-up services were arranged? (Enter: none)')
      : flags.followUp?.trim() || null;
  const closing = { ...reason, on, intact, whereabouts, abuse, followUpServices };
  await confirmed(
    session,
    `Close case ${id}? ${endInWords(desk, closing)} The place with ${before.specialist} is free at once.`,
  );
  const file = await closeCase(desk, id, closing);
  return freedAnswer(session, desk, file, closedInWords(desk, file));
}

/** What will be kept of the end of a service. */
function endInWords(desk: Desk, { code, on, intact, whereabouts, abuse = null, followUpServices }: Closing) {
  const known = abuse === null ? 'not known' : abuse ? 'yes' : 'no';
  return [
    `Last day: ${dayInWords(on)}.`,
    `Reason: ${reasonInSentence(desk.reasons, code)}.`,
    `The family is ${intact ? '' : 'not '}together.`,
    `Children: ${whereabouts.map((where) => whereaboutsInWords[where]).join(', ')}.`,
    `Abuse or neglect confirmed during the service: ${known}.`,
    `Follow-up services: ${followUpServices ?? 'none'}.`,
  ].join(' ');
}

/** What is not said is not known: it can be said later. */
async function abuseAsSaid(session: Session, typed: string | undefined): Promise<boolean | null> {
  const known = { yes: true, no: false, unknown: null };
  if (typed !== undefined) return known[oneOf('--abuse', typed, ['yes', 'no', 'unknown'])];
  if (!session.canAsk || session.flags.yes) return null;
  const { askOne } = await asking();
  const words = { no: 'No', yes: 'Yes', unknown: 'Not known yet' } as const;
  return known[await askOne(session, 'Was child abuse or neglect confirmed during the service?', words)];
}

async function askWhereabouts(session: Session, desk: Desk, file: CaseFile): Promise<Whereabouts[]> {
  const { askOne } = await asking();
  const children = await childrenOf(desk, file);
  const named = (name: string | null, i: number) => nameSeen(name, session.flags.private) ?? `child ${i + 1}`;
  const all: Whereabouts[] = [];
  for (const [i, { name }] of (children.length > 0 ? children : [{ name: null }]).entries())
    all.push(await askOne(session, `Where does ${named(name, i)} live at the end?`, whereaboutsInWords));
  return all;
}

function closedInWords(desk: Desk, file: CaseFile): string {
  const { id, closedOn, endReason, goals, specialist, abuse } = file;
  const unanswered = goals.filter(({ met }) => met === null).map(({ number }) => number);
  const goal =
    unanswered.length > 0
      ? ` Nobody has said whether goal ${unanswered.join(', ')} was met: iis case goal ${id} --number ${unanswered[0]}`
      : '';
  const months = nextFollowUp(desk, file);
  const next = months === null ? '' : ` First follow-up: ${weekdayInWords(followUpFrom(closedOn!, months))}.`;
  const open =
    abuse === null
      ? ` Whether abuse or neglect was confirmed meanwhile is still to say (iis case abuse ${id}).`
      : '';
  return `${id}: closed on ${dayInWords(closedOn!)}, ${reasonInSentence(desk.reasons, endReason!)}. The place with ${specialist} is free.${next}${open}${goal}`;
}

export const abuseVerb: NounCommand = (run) =>
  new Command('abuse')
    .description('say whether child abuse or neglect was confirmed during the service')
    .argument(...caseArgument)
    .option('--confirmed <answer>', 'yes or no; a no only once the service is over')
    .addHelpText('after', examples('iis case abuse 7 --confirmed no'))
    .action(
      run(async (session: Session, what: string | undefined, flags: { confirmed?: string }) => {
        const desk = await session.desk();
        const id = await whichCase(session, desk, what, 'closed');
        needAll(session, { '--confirmed': flags.confirmed });
        if (flags.confirmed === undefined) await caseThat(desk, id, requireServed);
        const question = 'Was child abuse or neglect confirmed during the service?';
        const isConfirmed = await answered(session, '--confirmed', flags.confirmed, question);
        const said = `${id}: ${isConfirmed ? '' : 'no '}abuse or neglect was confirmed during the service.`;
        await answersConfirmed(session, flags.confirmed === undefined, said);
        return changedAnswer(desk, await sayAbuse(desk, id, isConfirmed), said);
      }),
    );

export const reopenVerb: NounCommand = (run) =>
  new Command('reopen')
    .description('the service goes on after all: take a closing back')
    .argument(...caseArgument)
    .option('--reason <text>', 'why')
    .addHelpText('after', examples('iis case reopen 7 --reason "closed by mistake"'))
    .action(
      run(async (session: Session, what: string | undefined, flags: { reason?: string }) => {
        const desk = await session.desk();
        const id = await whichCase(session, desk, what, 'closed');
        needAll(session, { '--reason': flags.reason });
        await caseThat(desk, id, (file) => requireReopenable(desk, file));
        const reason = flags.reason ?? (await (await asking()).askText(session, 'Why?'));
        const file = await reopenCase(desk, id, reason);
        return changedAnswer(desk, file, `${id}: open again with ${file.specialist}, place ${file.place}.`);
      }),
    );

interface FollowUpFlags {
  month?: number;
  reached?: string;
  abuse?: string;
  placed?: string;
  placedOn?: string;
  on?: string;
  note?: string;
}

export const followUpVerb: NounCommand = (run) =>
  new Command('followup')
    .description('keep how a family is some months after the closing')
    .argument(...caseArgument)
    .option('--month <months>', 'months after the closing (else the one that is due)', wholeNumber)
    .option('--reached <answer>', 'yes or no: one that is not reached is no success')
    .option('--abuse <answer>', 'yes or no: child abuse or neglect was confirmed since the closing')
    .option('--placed <answer>', 'yes or no: a child was placed out of the home since the closing')
    .option('--placed-on <date>', 'when')
    .option('--on <date>', 'the day of the follow-up (else today)')
    .option('--note <text>', 'more about it')
    .addHelpText(
      'after',
      examples(
        'iis case followup 7 --month 3 --reached yes --abuse no --placed no',
        'iis case followup 7 --reached no',
      ),
    )
    .action(run(keepFollowUp));

async function keepFollowUp(
  session: Session,
  what: string | undefined,
  flags: FollowUpFlags,
): Promise<Answer> {
  const desk = await session.desk();
  const id = await whichCase(session, desk, what, 'closed');
  const before = await caseFile(desk, id);
  const on = await dayOrToday(desk, '--on', flags.on);
  const months = flags.month ?? nextFollowUp(desk, before, on) ?? 0;
  needAll(session, { '--reached': flags.reached });
  requireFollowUp(desk, before, { months, on });
  const reached = await answered(session, '--reached', flags.reached, 'Was the family reached?');
  if (!reached) refuseKnowing(flags);
  if (reached) needAll(session, { '--abuse': flags.abuse, '--placed': flags.placed });
  const known = reached
    ? await knownOfFamily(session, desk, flags)
    : { abuse: null, placed: null, placedOn: null };
  const one = { months, on, reached, ...known, note: flags.note ?? null };
  const needed = [
    flags.reached,
    ...(reached ? [flags.abuse, flags.placed] : []),
    ...(one.placed ? [flags.placedOn] : []),
  ];
  await answersConfirmed(session, needed.includes(undefined), followedInWords(before, one));
  return changedAnswer(desk, await followUp(desk, id, one), followedInWords(before, one));
}

async function knownOfFamily(session: Session, desk: Desk, flags: FollowUpFlags) {
  const asks = {
    abuse: 'Was child abuse or neglect confirmed since the closing?',
    placed: 'Was a child placed out of the home since the closing?',
  };
  const abuse = await answered(session, '--abuse', flags.abuse, asks.abuse);
  const placed = await answered(session, '--placed', flags.placed, asks.placed);
  return { abuse, placed, placedOn: await placedDay(session, desk, placed, flags.placedOn) };
}

async function placedDay(
  session: Session,
  desk: Desk,
  placed: boolean | null,
  typed: string | undefined,
): Promise<CalendarDate | null> {
  if (typed !== undefined) return dayOf(desk, '--placed-on', typed);
  if (!placed || !session.canAsk) return null;
  return (await asking()).askGone(session, desk, 'When was the child placed? (Enter: not known)');
}

const answered = async (session: Session, flag: string, typed: string | undefined, message: string) =>
  typed === undefined ? (await asking()).askYesNo(session, message) : yesOrNo(flag, typed);

/** Of a family that was not reached nothing is known: what somebody claims all the same is a slip. */
function refuseKnowing(flags: FollowUpFlags): void {
  const given = (['abuse', 'placed', 'placedOn'] as const).filter((flag) => flags[flag] !== undefined);
  if (given.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'not_reached',
    message: 'Of a family that was not reached, nothing is known about abuse or placement.',
    hint: 'Leave them out, or give --reached yes if it was heard from somebody who knows.',
  });
}

function followedInWords({ id }: CaseFile, one: CaseFollowUp): string {
  return `${id}: follow-up after ${one.months} months, ${howInWords(one)}.`;
}

function howInWords(one: CaseFollowUp): string {
  const safe = stayedSafe(one);
  if (safe === null) return 'not reached, which counts as no success';
  if (safe) return 'reached; neither abuse nor placement';
  const on = one.placedOn ? ` on ${dayInWords(one.placedOn)}` : '';
  const happened = [
    ...(one.abuse ? ['abuse or neglect confirmed'] : []),
    ...(one.placed ? [`a child was placed${on}`] : []),
  ];
  return `reached; ${happened.join(', ')}`;
}

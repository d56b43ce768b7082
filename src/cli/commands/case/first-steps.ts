import { Command } from 'commander';
import { acceptCase, declineCase, seeFamily } from '../../../desk/case/first-steps.ts';
import { type Desk, today } from '../../../desk/desk.ts';
import { type CaseFile, caseStatusInWords, hoursOf } from '../../../rules/case/case.ts';
import { requireUndecided, requireUnseen } from '../../../rules/case/standing.ts';
import { seenBy } from '../../../rules/due/of-case.ts';
import { momentInWords, weekdayInWords } from '../../../rules/in-words.ts';
import { programOf } from '../../../rules/policy.ts';
import { reasonInSentence } from '../../../rules/reasons.ts';
import type { CaseNumber, SpecialistCode } from '../../../rules/words.ts';
import { examples, type NounCommand } from '../../command.ts';
import { confirmed } from '../../confirm.ts';
import { dayOf, whenOf } from '../../flags.ts';
import type { Answer, Session } from '../../session.ts';
import { paragraph } from '../../views/card.ts';
import { effectOfCode } from '../../views/follow-up.ts';
import { counted } from '../../views/wording.ts';
import { whichCase } from '../../which-case.ts';
import { reasonOf, whatFollows } from '../referral/end.ts';
import { caseArgument, caseThat, changedAnswer, freedAnswer, minutesOf, needAll } from './answers.ts';

interface SeenFlags {
  at?: string;
  late?: string;
}

export const seenVerb: NounCommand = (run) =>
  new Command('seen')
    .description('keep when the specialist first saw the family')
    .argument(...caseArgument)
    .option('--at <when>', 'when it was')
    .option('--late <why>', 'why it was later than the policy asks for')
    .addHelpText(
      'after',
      examples(
        'iis case seen 7 --at "yesterday 4pm"',
        'iis case seen 7 --at "10/9/2026 9am" --late "family was away"',
      ),
    )
    .action(run(keepSeen));

async function keepSeen(session: Session, what: string | undefined, flags: SeenFlags): Promise<Answer> {
  const desk = await session.desk();
  const id = await whichCase(session, desk, what);
  needAll(session, { '--at': flags.at });
  const before = await caseThat(desk, id, (file) => requireUnseen(file, desk.settings.zone));
  const asks = () => import('../../questions/case.ts');
  const at =
    flags.at === undefined
      ? await (await asks()).askMoment(session, desk, 'When did the specialist see the family?')
      : await whenOf(desk, '--at', flags.at);
  const isLate = at > seenBy(before.assignedAt, programOf(desk.programs, before.program));
  const late =
    isLate && flags.late === undefined && session.canAsk
      ? await (await asks()).askText(session, 'That is later than the policy asks for. Why?')
      : (flags.late ?? null);
  const file = await seeFamily(desk, id, { at, late });
  const how = file.seenLate === null ? 'in time' : 'late';
  return changedAnswer(
    desk,
    file,
    `${id}: the family was seen on ${momentInWords(at, desk.settings.zone)}, ${how}. Next: iis case accept ${id}, or iis case decline ${id}`,
  );
}

interface AcceptFlags {
  on?: string;
  until?: string;
}

export const acceptVerb: NounCommand = (run) =>
  new Command('accept')
    .description('the specialist takes the family: the service starts')
    .argument(...caseArgument)
    .option('--on <date>', 'the first day of the service (else the day of the first visit)')
    .option('--until <date>', 'its last day (else as late as the policy allows)')
    .addHelpText(
      'after',
      examples('iis case accept 7', 'iis case accept 7 --on 10/6/2026 --until 11/10/2026'),
    )
    .action(
      run(async (session: Session, what: string | undefined, flags: AcceptFlags) => {
        const desk = await session.desk();
        const id = await whichCase(session, desk, what);
        const on = flags.on === undefined ? null : await dayOf(desk, '--on', flags.on);
        const until = flags.until === undefined ? null : await dayOf(desk, '--until', flags.until, 'ahead');
        const file = await acceptCase(desk, id, { on, until });
        const ends = weekdayInWords(file.endsOn!);
        return changedAnswer(
          desk,
          file,
          `${id}: accepted. The service runs from ${weekdayInWords(file.startedOn!)} until ${ends} at the latest.`,
        );
      }),
    );

interface DeclineFlags {
  reason?: string;
  note?: string;
  screeningHours?: string;
}

export const declineVerb: NounCommand = (run) =>
  new Command('decline')
    .description('the specialist does not take the family: it is yours again, and the place is free')
    .argument(...caseArgument)
    .option('--reason <code>', 'why: iis policy lists the codes')
    .option('--note <text>', 'more about it')
    .option('--screening-hours <hours>', 'the time of the screening, which is reimbursed [000]')
    .addHelpText('after', examples('iis case decline 7 --reason safety_not_assured --screening-hours 3.5'))
    .action(run(decline));

async function decline(
  session: Session,
  what: string | undefined,
  flags: DeclineFlags,
): Promise<Answer | undefined> {
  const desk = await session.desk();
  const id = await whichCase(session, desk, what);
  needAll(session, { '--reason': flags.reason, '--screening-hours': flags.screeningHours });
  const { specialist } = await caseThat(desk, id, requireUndecided);
  const reason = await reasonOf(session, desk, 'decline', flags);
  const screeningMinutes =
    flags.screeningHours === undefined
      ? await (await import('../../questions/case.ts')).askHours(session, 'Hours spent on the screening?')
      : minutesOf('--screening-hours', flags.screeningHours, { least: 0, most: 999 });
  await confirmed(session, consequence(desk, id, specialist, reason.code));
  const file = await declineCase(desk, id, { ...reason, screeningMinutes });
  const { referral } = file;
  const because = reasonInSentence(desk.reasons, reason.code);
  const sentence = `${id}: ${caseStatusInWords.not_accepted}, ${because}. ${counted(hoursOf(screeningMinutes), 'hour')} of screening kept.${await whatFollows(desk, referral)}`;
  const offers = `The family of ${referral} is yours again: iis fins add ${referral} · iis fcs offer ${referral}`;
  if (!session.canAsk || session.flags.yes || session.flags.json)
    return freedAnswer(session, desk, file, `${sentence}\n${offers}`);
  session.out(`${paragraph(sentence, session.look)}\n`);
  await offerRest(session, desk, file);
  return freedAnswer(session, desk, file, `The place with ${file.specialist} is free.`);
}

function consequence(desk: Desk, id: CaseNumber, specialist: SpecialistCode, code: string): string {
  const because = reasonInSentence(desk.reasons, code);
  const effect = effectOfCode(desk.reasons, code, today(desk));
  return `Decline case ${id}? Reason: ${because}. The place with ${specialist} is free at once. ${effect}`.trim();
}

/** What is next for the family, as after a plan that leaves one out. */
async function offerRest(session: Session, desk: Desk, { referral }: CaseFile): Promise<void> {
  const { seeToTheRest } = await import('../match.ts');
  await seeToTheRest(session, desk, [{ referral, blockers: [], next: ['fins', 'fcs'] }]);
}

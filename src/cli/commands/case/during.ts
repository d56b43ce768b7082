import { Command } from 'commander';
import {
  dealWithEvents,
  extendService,
  keepHours,
  keepStaffing,
  noteEvent,
  sayGoal,
  setGoal,
  transferCase,
} from '../../../desk/case/during.ts';
import { asksForAnAnswer, type EventKind, hoursKinds, staffingParts } from '../../../rules/case/case.ts';
import {
  requireAccepted,
  requireGoal,
  requireOpen,
  requireOpenEvents,
  requireService,
} from '../../../rules/case/standing.ts';
import { dayInWords, weekdayInWords } from '../../../rules/in-words.ts';
import { examples, listed, type NounCommand } from '../../command.ts';
import { answersConfirmed } from '../../confirm.ts';
import { dayOf, dayOrToday, oneOf, wholeNumber } from '../../flags.ts';
import type { Answer, Session } from '../../session.ts';
import { eventsInWords, hoursInWords, partsInWords } from '../../views/case-words.ts';
import { whichCase } from '../../which-case.ts';
import { whichSpecialist } from '../../which-specialist.ts';
import {
  caseArgument,
  caseThat,
  changedAnswer,
  freedAnswer,
  minutesOf,
  needAll,
  yesOrNo,
} from './answers.ts';

const asking = () => import('../../questions/case.ts');

interface HoursFlags {
  on?: string;
  kind?: string;
  hours?: string;
  note?: string;
}

export const hoursVerb: NounCommand = (run) =>
  new Command('hours')
    .description('keep hours of a day, face to face or other')
    .argument(...caseArgument)
    .option('--on <date>', 'the day (else today)')
    .option('--kind <kind>', hoursKinds.join(', '))
    .option('--hours <hours>', 'how many, such as 2.5 or 2:30')
    .option('--note <text>', 'more about it')
    .addHelpText('after', examples('iis case hours 7 --on yesterday --kind face_to_face --hours 2.5'))
    .action(
      run(async (session: Session, what: string | undefined, flags: HoursFlags) => {
        const desk = await session.desk();
        const id = await whichCase(session, desk, what);
        needAll(session, { '--kind': flags.kind, '--hours': flags.hours });
        await caseThat(desk, id, requireService);
        const on = await dayOrToday(desk, '--on', flags.on);
        const kind =
          flags.kind === undefined
            ? await (await asking()).askOne(session, 'How were they spent?', {
                face_to_face: 'face to face',
                other: 'other',
              })
            : oneOf('--kind', flags.kind, hoursKinds);
        const minutes =
          flags.hours === undefined
            ? await (await asking()).askHours(session, 'How many hours?')
            : minutesOf('--hours', flags.hours, { least: 1, most: 24 });
        const file = await keepHours(desk, id, { on, kind, minutes, note: flags.note ?? null });
        const total = file.hours.reduce((sum, one) => sum + one.minutes, 0);
        return changedAnswer(
          desk,
          file,
          `${id}: ${hoursInWords(minutes)} ${kind === 'other' ? 'other' : 'face to face'} on ${dayInWords(on)}; ${hoursInWords(total)} in all.`,
        );
      }),
    );

interface StaffingFlags {
  on?: string;
  who?: string[];
  next?: string;
  note?: string;
}

export const staffingVerb: NounCommand = (run) =>
  new Command('staffing')
    .description('keep a staffing: who took part, and when the next one is')
    .argument(...caseArgument)
    .option('--on <date>', 'the day (else today)')
    .option('--who <part>', staffingParts.join(', '), listed)
    .option('--next <date>', 'the next staffing')
    .option('--note <text>', 'what was agreed on')
    .addHelpText('after', examples('iis case staffing 7 --who specialist,supervisor --next 10/20/2026'))
    .action(
      run(async (session: Session, what: string | undefined, flags: StaffingFlags) => {
        const desk = await session.desk();
        const id = await whichCase(session, desk, what);
        needAll(session, { '--who': flags.who });
        await caseThat(desk, id, requireService);
        const on = await dayOrToday(desk, '--on', flags.on);
        const who =
          flags.who === undefined
            ? await (await asking()).askSome(session, 'Who took part?', partsInWords)
            : flags.who.map((part) => oneOf('--who', part, staffingParts));
        const nextOn = flags.next === undefined ? null : await dayOf(desk, '--next', flags.next, 'ahead');
        const staffing = { on, who: [...new Set(who)], nextOn, note: flags.note ?? null };
        const file = await keepStaffing(desk, id, staffing);
        const next = nextOn ? ` The next one is on ${weekdayInWords(nextOn)}.` : '';
        return changedAnswer(desk, file, `${id}: staffed on ${dayInWords(on)}.${next}`);
      }),
    );

interface GoalFlags {
  goal?: string;
  measure?: string;
  number?: number;
  met?: string;
  on?: string;
}

export const goalVerb: NounCommand = (run) =>
  new Command('goal')
    .description('set a treatment goal, or say whether one was met')
    .argument(...caseArgument)
    .option('--goal <text>', 'what is to be reached')
    .option('--measure <text>', 'by what it is told')
    .option('--number <number>', 'an earlier goal, by its number', wholeNumber)
    .option('--met <answer>', 'yes or no, with --number')
    .option('--on <date>', 'the day (else today)')
    .addHelpText(
      'after',
      examples(
        'iis case goal 7 --goal "regular meals" --measure "food in the house at 4 of 4 visits"',
        'iis case goal 7 --number 1 --met yes',
      ),
    )
    .action(run(keepGoal));

async function keepGoal(session: Session, what: string | undefined, flags: GoalFlags): Promise<Answer> {
  const desk = await session.desk();
  const id = await whichCase(session, desk, what);
  const on = await dayOrToday(desk, '--on', flags.on);
  if (flags.number !== undefined) {
    needAll(session, { '--met': flags.met });
    const { number } = flags;
    await caseThat(desk, id, (file) => requireGoal(file, number));
    const met =
      flags.met === undefined
        ? await (await asking()).askYesNo(session, 'Was the goal met?')
        : yesOrNo('--met', flags.met);
    const said = `${id}: goal ${number} was ${met ? 'met' : 'not met'}.`;
    await answersConfirmed(session, flags.met === undefined, said);
    return changedAnswer(desk, await sayGoal(desk, id, { number, met, on }), said);
  }
  needAll(session, { '--goal': flags.goal, '--measure': flags.measure });
  await caseThat(desk, id, requireAccepted);
  const goal = flags.goal ?? (await (await asking()).askText(session, 'What is to be reached?'));
  const measure =
    flags.measure ?? (await (await asking()).askText(session, 'By what is it told whether it was?'));
  const file = await setGoal(desk, id, { goal, measure, setOn: on });
  const { number } = file.goals.at(-1)!;
  return changedAnswer(
    desk,
    file,
    `${id}: goal ${number} is set. When it is answered: iis case goal ${id} --number ${number}`,
  );
}

interface EventFlags {
  on?: string;
  note?: string;
}

const eventVerb =
  (kind: EventKind, words: string, example: string): NounCommand =>
  (run) =>
    new Command(kind)
      .description(words)
      .argument(...caseArgument)
      .option('--on <date>', 'the day (else today)')
      .option('--note <text>', 'more about it')
      .addHelpText('after', examples(example))
      .action(
        run(async (session: Session, what: string | undefined, flags: EventFlags) => {
          const desk = await session.desk();
          const id = await whichCase(session, desk, what);
          const on = await dayOrToday(desk, '--on', flags.on);
          const file = await noteEvent(desk, id, { kind, on, note: flags.note ?? null });
          const next = asksForAnAnswer(kind)
            ? ` It stays on iis today until it is dealt with: iis case settle ${id}`
            : '';
          return changedAnswer(desk, file, `${id}: ${eventsInWords[kind]}, ${dayInWords(on)}.${next}`);
        }),
      );

export const unsafeVerb = eventVerb(
  'unsafe',
  'the specialist says that home is no longer reasonably safe [001]',
  'iis case unsafe 7 --note "the partner is back"',
);
export const placedVerb = eventVerb(
  'placed',
  'a child was placed out of the home',
  'iis case placed 7 --on yesterday',
);
export const homeVerb = eventVerb(
  'home',
  'a child came home, in a program that brings one home [004]',
  'iis case home 7 --on 10/12/2026',
);
export const visitVerb = eventVerb(
  'visit',
  'parents and child visited each other before the return [004]',
  'iis case visit 7 --on 10/8/2026',
);

export const settleVerb: NounCommand = (run) =>
  new Command('settle')
    .description('say how a placement or a warning was dealt with')
    .argument(...caseArgument)
    .option('--how <text>', 'what was done')
    .option('--on <date>', 'the day (else today)')
    .addHelpText('after', examples('iis case settle 7 --how "team decision: stays with the aunt for now"'))
    .action(
      run(async (session: Session, what: string | undefined, flags: { how?: string; on?: string }) => {
        const desk = await session.desk();
        const id = await whichCase(session, desk, what);
        needAll(session, { '--how': flags.how });
        await caseThat(desk, id, requireOpenEvents);
        const on = await dayOrToday(desk, '--on', flags.on);
        const how = flags.how ?? (await (await asking()).askText(session, 'How was it dealt with?'));
        return changedAnswer(desk, await dealWithEvents(desk, id, { on, how }), `${id}: dealt with.`);
      }),
    );

interface ExtendFlags {
  until?: string;
  approvedBy?: string;
  reason?: string;
}

export const extendVerb: NounCommand = (run) =>
  new Command('extend')
    .description('let the service go on past its last day, with a recorded approval')
    .argument(...caseArgument)
    .option('--until <date>', 'the new last day')
    .option('--approved-by <name>', 'who approved it')
    .option('--reason <text>', 'why')
    .addHelpText(
      'after',
      examples(
        'iis case extend 7 --until 11/30/2026 --approved-by "Lee Example" --reason "move is not done"',
      ),
    )
    .action(
      run(async (session: Session, what: string | undefined, flags: ExtendFlags) => {
        const desk = await session.desk();
        const id = await whichCase(session, desk, what);
        needAll(session, {
          '--until': flags.until,
          '--approved-by': flags.approvedBy,
          '--reason': flags.reason,
        });
        await caseThat(desk, id, requireAccepted);
        const until =
          flags.until === undefined
            ? await (await asking()).askComing(session, desk, 'Until which day?')
            : await dayOf(desk, '--until', flags.until, 'ahead');
        const approvedBy = flags.approvedBy ?? (await (await asking()).askText(session, 'Who approved it?'));
        const reason = flags.reason ?? (await (await asking()).askText(session, 'Why?'));
        const file = await extendService(desk, id, { until, approvedBy, reason });
        return changedAnswer(desk, file, `${id}: the service runs until ${weekdayInWords(until)}.`);
      }),
    );

export const transferVerb: NounCommand = (run) =>
  new Command('transfer')
    .description('give an open case to another specialist; the place that it leaves is free')
    .argument(...caseArgument)
    .option('--specialist <code>', 'who takes it')
    .option('--reason <text>', 'why')
    .addHelpText('after', examples('iis case transfer 7 --specialist lee --reason "kim is on leave"'))
    .action(
      run(
        async (
          session: Session,
          what: string | undefined,
          flags: { specialist?: string; reason?: string },
        ) => {
          const desk = await session.desk();
          const id = await whichCase(session, desk, what);
          needAll(session, { '--specialist': flags.specialist, '--reason': flags.reason });
          const { specialist: from } = await caseThat(desk, id, requireOpen);
          const to = await whichSpecialist(session, desk, flags.specialist);
          const reason = flags.reason ?? (await (await asking()).askText(session, 'Why?'));
          const file = await transferCase(desk, id, { to, reason });
          return freedAnswer(
            session,
            desk,
            file,
            `${id}: with ${to} from now on; the place with ${from} is free.`,
          );
        },
      ),
    );

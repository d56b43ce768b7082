import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { asOfToday } from '../../../desk/specialist-list.ts';
import { backFromLeave, type CasesThen, requireLeave, sendOnLeave } from '../../../desk/specialists.ts';
import { weekdayInWords } from '../../../rules/in-words.ts';
import type { Specialist } from '../../../rules/specialist.ts';
import type { CalendarDate } from '../../../rules/time.ts';
import { parseDay } from '../../../rules/typed-date.ts';
import { daysBetween } from '../../../rules/zone.ts';
import { examples, type NounCommand } from '../../command.ts';
import { confirmed } from '../../confirm.ts';
import { dayOf, needFlags } from '../../flags.ts';
import { goneJson, specialistJson } from '../../json/specialist.ts';
import { casesThen, casesThenInWords } from '../../open-cases.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { leaveInWords } from '../../views/specialist-card.ts';
import { backView, leaveView } from '../../views/specialist-changes.ts';
import { counted, wordingOf } from '../../views/wording.ts';
import { codeHint, specialistMeant } from '../../which-specialist.ts';

interface LeaveFlags {
  from?: string;
  until?: string;
  note?: string;
  cases?: string;
}

export const leaveVerb: NounCommand = (run) =>
  new Command('leave')
    .description('no new family from one day until another, both included')
    .argument('[code]', 'the specialist’s code, such as kim')
    .option('--from <date>', 'the first day of the leave')
    .option('--until <date>', 'the last day of the leave')
    .option('--note <text>', 'more about it')
    .option('--cases <what>', 'what becomes of open cases: keep or give-back')
    .addHelpText(
      'after',
      examples(
        'iis specialist leave kim --from monday --until 10/16',
        'iis specialist leave kim --from today --until 12/1/2026 --cases give-back',
      ),
    )
    .action(run(leave));

async function leave(session: Session, typed: string | undefined, flags: LeaveFlags): Promise<Answer> {
  if (!session.canAsk) {
    const missing = [
      ...(typed === undefined ? ['CODE'] : []),
      ...(flags.from === undefined ? ['--from'] : []),
      ...(flags.until === undefined ? ['--until'] : []),
    ];
    needFlags(missing, typed === undefined ? codeHint : undefined);
  }
  const desk = await session.desk();
  const { specialist: before } = await specialistMeant(session, desk, typed);
  const from = await dayMeant(session, desk, '--from', flags.from, 'First day of the leave:');
  const until = await dayMeant(session, desk, '--until', flags.until, 'Last day of the leave:', from);
  requireLeave(desk, before, { from, until });
  const then = await casesThen(session, desk, before, flags.cases);
  if (wasAsked(before, typed, flags)) await confirmed(session, leaveToConfirm(before, { from, until }, then));
  const leave = { from, until, note: flags.note?.trim() || null };
  const after = await sendOnLeave(desk, before.code, leave, then);
  return answer(
    {
      line: asOfToday(desk, after),
      days: { from, until },
      givenBack: then === 'give_back' ? before.openCases : [],
    },
    { json: goneJson, show: leaveView },
  );
}

const wasAsked = ({ openCases }: Specialist, typed: string | undefined, flags: LeaveFlags): boolean =>
  [typed, flags.from, flags.until].includes(undefined) || (flags.cases === undefined && openCases.length > 0);

const leaveToConfirm = (
  specialist: Specialist,
  days: { from: CalendarDate; until: CalendarDate },
  then: CasesThen,
): string => {
  const length = counted(daysBetween(days.from, days.until) + 1, 'day');
  return `${specialist.code} is away ${leaveInWords(days)}: ${length}.${casesThenInWords(specialist, then)} Save?`;
};

async function dayMeant(
  session: Session,
  desk: Desk,
  flag: string,
  typed: string | undefined,
  message: string,
  notBefore?: CalendarDate,
): Promise<CalendarDate> {
  if (typed !== undefined) return dayOf(desk, flag, typed, 'ahead');
  const ask = await session.ask();
  const parse = async (text: string) => {
    const day = await parseDay(text, desk.now, desk.settings.zone, { looking: 'ahead' });
    if (!('date' in day)) return day;
    if (notBefore !== undefined && day.date < notBefore)
      return { refused: `${weekdayInWords(day.date)} is before it begins, on ${weekdayInWords(notBefore)}.` };
    return { value: day.date, inWords: weekdayInWords(day.date) };
  };
  return (await ask.text<CalendarDate>({ message, parse })) as CalendarDate;
}

export const returnVerb: NounCommand = (run) =>
  new Command('return')
    .description('back from leave early: can take families from today')
    .argument('[code]', 'the specialist’s code, such as kim')
    .addHelpText('after', examples('iis specialist return kim'))
    .action(
      run(async (session: Session, typed: string | undefined) => {
        const desk = await session.desk();
        const { specialist } = await specialistMeant(session, desk, typed);
        const line = asOfToday(desk, await backFromLeave(desk, specialist.code));
        return answer(line, {
          json: (value) => ({ specialist: specialistJson(value) }),
          show: (value, look) => backView(value, look, wordingOf(desk)),
        });
      }),
    );

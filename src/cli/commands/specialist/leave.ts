import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { asOfToday } from '../../../desk/specialist-list.ts';
import { backFromLeave, sendOnLeave } from '../../../desk/specialists.ts';
import { weekdayInWords } from '../../../rules/in-words.ts';
import type { CalendarDate } from '../../../rules/time.ts';
import { parseDay } from '../../../rules/typed-date.ts';
import { examples, type NounCommand } from '../../command.ts';
import { dayOf, needFlags } from '../../flags.ts';
import { goneJson, specialistJson } from '../../json/specialist.ts';
import { casesThen } from '../../open-cases.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { backView, leaveView } from '../../views/specialist-changes.ts';
import { wordingOf } from '../../views/wording.ts';
import { specialistMeant } from '../../which-specialist.ts';

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
    needFlags([
      ...(flags.from === undefined ? ['--from'] : []),
      ...(flags.until === undefined ? ['--until'] : []),
    ]);
  }
  const desk = await session.desk();
  const { specialist: before } = await specialistMeant(session, desk, typed);
  const days = {
    from: await dayMeant(session, desk, '--from', flags.from, 'First day of the leave:'),
    until: await dayMeant(session, desk, '--until', flags.until, 'Last day of the leave:'),
  };
  const then = await casesThen(session, before, flags.cases);
  const after = await sendOnLeave(desk, before.code, { ...days, note: flags.note?.trim() || null }, then);
  return answer(
    { line: asOfToday(desk, after), days, givenBack: then === 'give_back' ? before.openCases : [] },
    { json: goneJson, show: leaveView },
  );
}

async function dayMeant(
  session: Session,
  desk: Desk,
  flag: string,
  typed: string | undefined,
  message: string,
): Promise<CalendarDate> {
  if (typed !== undefined) return dayOf(desk, flag, typed, 'ahead');
  const ask = await session.ask();
  const parse = async (text: string) => {
    const day = await parseDay(text, desk.now, desk.settings.zone, { looking: 'ahead' });
    return 'date' in day ? { value: day.date, inWords: weekdayInWords(day.date) } : day;
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

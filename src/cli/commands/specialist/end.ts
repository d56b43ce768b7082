import { Command } from 'commander';
import { today } from '../../../desk/desk.ts';
import { asOfToday } from '../../../desk/specialist-list.ts';
import { endWork, requireEnd } from '../../../desk/specialists.ts';
import { dayInWords } from '../../../rules/in-words.ts';
import { examples, type NounCommand } from '../../command.ts';
import { confirmed } from '../../confirm.ts';
import { dayOf } from '../../flags.ts';
import { goneJson } from '../../json/specialist.ts';
import { casesThen, casesThenInWords } from '../../open-cases.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { endedView } from '../../views/specialist-changes.ts';
import { specialistMeant } from '../../which-specialist.ts';

interface EndFlags {
  on?: string;
  reason?: string;
  cases?: string;
}

export const endVerb: NounCommand = (run) =>
  new Command('end')
    .description('a specialist stops working here: no new family from that day on')
    .argument('[code]', 'the specialist’s code, such as kim')
    .option('--on <date>', 'from this day (else today)')
    .option('--reason <text>', 'why')
    .option('--cases <what>', 'what becomes of open cases: keep or give-back')
    .addHelpText(
      'after',
      examples(
        'iis specialist end kim',
        'iis specialist end kim --on 12/1/2026 --reason "moves away" --cases keep',
      ),
    )
    .action(run(end));

async function end(session: Session, typed: string | undefined, flags: EndFlags): Promise<Answer> {
  const desk = await session.desk();
  const { specialist: before } = await specialistMeant(session, desk, typed);
  const on = flags.on === undefined ? today(desk) : await dayOf(desk, '--on', flags.on, 'ahead');
  requireEnd(desk, before, on);
  const then = await casesThen(session, desk, before, flags.cases);
  await confirmed(
    session,
    `End the work of ${before.name} (${before.code}) on ${dayInWords(on)}? No new family goes there from then on.${casesThenInWords(before, then)}`,
  );
  const after = await endWork(desk, before.code, { on, reason: flags.reason?.trim() || null }, then);
  return answer(
    { line: asOfToday(desk, after), givenBack: then === 'give_back' ? before.openCases : [] },
    { json: goneJson, show: endedView },
  );
}
